"""The frame of every widget: shared look, keyboard manners and a static card.

A lesson's widget keeps its model in Python, its drawing in a small JavaScript
file beside it, and gives `card()`: the same picture as HTML without a kernel,
so that feedback pages, nbconvert and screen readers have it too.
"""

from html import escape
from pathlib import Path

import anywidget

HERE = Path(__file__).parent


class CourseWidget(anywidget.AnyWidget):
    """An anywidget with the course's CSS and helpers, and a static fallback.

    Subclasses set `_esm = CourseWidget.script(__file__)` and
    `_css = CourseWidget.style(__file__)`, both read from files named after the
    module, and implement `card()`.
    """

    @staticmethod
    def script(module_file, suffix=".js"):
        """The shared helpers and the script beside `module_file`, as one ES module."""
        return _read(HERE / "base.js") + _read(Path(module_file).with_suffix(suffix))

    @staticmethod
    def style(module_file):
        """The shared style and the style beside `module_file`."""
        return _read(HERE / "base.css") + _read(Path(module_file).with_suffix(".css"))

    def card(self):
        """The widget's present state as HTML, without scripts."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is None:
            return bundle
        html = f"<div class='course-card' style='max-width:52em;font-size:14px'>{self.card()}</div>"
        data = {
            **data,
            "text/html": html,
            "text/plain": f"{type(self).__name__}: run this cell in JupyterLab to drag it",
        }
        return (data, bundle[1]) if isinstance(bundle, tuple) else data


def _read(path):
    return path.read_text(encoding="utf-8") + "\n"


def bar_svg(rows, unit, label):
    """Horizontal bars as SVG with a text alternative. `rows` is a list of (name, value >= 0)."""
    top = max((value for _, value in rows), default=0.0) or 1.0
    bars = "".join(
        f"<text x='0' y='{15 + 20 * place}' font-size='12'"
        f" fill='currentColor'>{escape(name)}</text><rect x='230' y='{5 + 20 * place}'"
        f" width='{190 * value / top:.1f}' height='12' fill='currentColor'"
        f" fill-opacity='.55'/><text x='{235 + 190 * value / top:.1f}' y='{15 + 20 * place}'"
        f" font-size='11' fill='currentColor'>{value:,.3g}</text>"
        for place, (name, value) in enumerate(rows)
    )
    told = "; ".join(f"{name} {value:,.3g}" for name, value in rows)
    return (
        f"<svg viewBox='0 0 480 {10 + 20 * len(rows)}' width='480' style='max-width:100%'"
        f" role='img' aria-label='{escape(label, quote=True)}, {escape(unit, quote=True)}:"
        f" {escape(told, quote=True)}'>{bars}</svg>"
    )
