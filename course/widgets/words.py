"""How many words the written answer above has, while it is written.

A kernel does not know a Markdown cell, so the browser reads the cell above and Python counts, as at
grading.
"""

from pathlib import Path

import anywidget
import traitlets
from IPython.display import display

from course.check.written import STUB, length

FALLBACK = "Run this cell, and the words of the answer above are counted here."
# The line and the live view are two outputs of one cell; the one that works is shown.
LINE = ".jp-OutputArea-child:has(> .jp-OutputArea-output .words-card)"
STYLE = (
    f"{LINE}:has(+ .jp-OutputArea-child .course-words) {{ display: none; }}"
    f"{LINE} + .jp-OutputArea-child:has(> .lm-Panel.jp-OutputArea-output):not(:has(.course-words))"
    " { display: none; }"
)


class WordCount(anywidget.AnyWidget):
    """A line below a written answer.

    Traits: `text` (of the cell above, from the browser), `told` (the line that is shown).
    """

    _esm = Path(__file__).with_suffix(".js")
    text = traitlets.Unicode("").tag(sync=True, echo_update=False)
    told = traitlets.Unicode("").tag(sync=True)

    @traitlets.observe("text")
    def _count(self, _change):
        # a rendered cell has lost the signs of Markdown, the stub as well
        self.told = length(self.text.replace(STUB.strip("*"), ""))

    def _ipython_display_(self, **_kwargs):
        """Two outputs, as every widget has them: a line that stays when no kernel runs, and the live
        one, which hides it; a dead view is hidden instead.
        """
        line = f"<style>{STYLE}</style><p class='words-card'>{FALLBACK}</p>"
        display({"text/html": line, "text/plain": FALLBACK}, raw=True)
        made = self._repr_mimebundle_()
        data, metadata = made if isinstance(made, tuple) else (made, {})
        display({**data, "text/plain": ""}, metadata=metadata, raw=True)
