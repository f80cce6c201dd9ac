"""The frame of every widget: controls, pictures, words, and a card that needs no kernel.

A lesson's widget is a Python class. It keeps its model, names its controls and says what is to be
seen; `frame.js` builds the controls and shows the pictures, which are drawn in Python (`chart.py`).
The card is made of the same pictures, so that a reopened notebook, an exported page and a screen
reader have what the screen had.
"""

import json
from html import escape
from pathlib import Path

import anywidget
import traitlets
from IPython.display import display

from course.check.numbers import number

HERE = Path(__file__).parent
# px: the width a picture is drawn for before the browser has said how much room there is.
WIDTH, NARROWEST, WIDEST = 640, 220, 900
GAP = 20  # px between two pictures side by side
SIDE_BY_SIDE = 480  # px from which on two pictures stand side by side
ASLEEP = "This picture sleeps. To move it, run its cell: click the cell and press Shift+Enter."


class Widget(anywidget.AnyWidget):
    """An anywidget with the course's frame.

    Subclasses set `name` (the accessible name), `moves` (the names of their traits that the learner
    changes) and implement `controls()` and `look()`. Those with a script or style of their own set
    `_esm = Widget.script(__file__)` and `_css = Widget.style(__file__)`.

    Traits: `width` (px there are for pictures), `asked` and `answered` (numbers of the last change
    sent by the browser and of the last one that is drawn), `view` (dict, what is drawn).
    """

    name = ""
    moves = ()
    width = traitlets.Int(WIDTH).tag(sync=True)
    asked = traitlets.Int(0).tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    @staticmethod
    def script(module_file=None):
        """The shared script and the one beside `module_file`, as one ES module."""
        own = Path(module_file).with_suffix(".js") if module_file else HERE / "plain.js"
        return _read(HERE / "frame.js") + _read(own)

    @staticmethod
    def style(module_file=None):
        """The shared style and the one beside `module_file`."""
        own = _read(Path(module_file).with_suffix(".css")) if module_file else ""
        return _read(HERE / "frame.css") + own

    def __init__(self, **kwargs):
        for name in (*self.moves, "width", "asked"):  # the browser knows what it has sent
            self.traits()[name].metadata["echo_update"] = False
        super().__init__(**kwargs)
        self._state, self._tried, self._last, self._switches = None, {}, None, []
        self.start()
        self._draw()
        self.observe(self._draw, [*self.moves, "width", "asked"])

    def __init_subclass__(cls, **kwargs):
        if "_esm" not in cls.__dict__:
            cls._esm, cls._css = Widget.script(), Widget.style()
        super().__init_subclass__(**kwargs)

    def start(self):
        """What a subclass prepares before the first picture."""

    def tried(self, setting, x, y):
        """What the learner has tried under this setting, this one included: sorted [(x, y)]. Only
        that is drawn of a curve, so that no picture gives its answer away.
        """
        self._tried.setdefault(setting, {})[x] = y
        return sorted(self._tried[setting].items())

    def controls(self):
        """The controls: a list of `choice`, `slider`, `tick` and `button`."""
        return []

    def look(self):
        """What is to be seen: {"told": HTML of the main numbers, "pictures": [HTML]}, and what a
        script of the widget's own needs.
        """
        raise NotImplementedError

    def _draw(self, _change=None):
        state = [self.width, *(json.dumps(getattr(self, name)) for name in self.moves)]
        with self.hold_sync():  # one message for both
            if state != self._state:
                self._state = state
                look = self.look()
                self.view = look | {
                    "name": self.name,
                    "kind": self._kind(),
                    "controls": self.controls(),
                    "values": {name: getattr(self, name) for name in self.moves},
                    "picture": _row(look.get("pictures", ())),
                    "pictures": [],
                }
            self.answered = self.asked

    def switched(self, setting, chosen, numbers):
        """What single switches have done under this setting: the list of (name, numbers' changes),
        the last one first; `chosen` are the names that are on now.
        """
        state = (setting, frozenset(chosen), tuple(numbers))
        last, self._last = self._last, state
        if last is None or last[0] != setting:
            self._switches = []
        elif len(moved := last[1] ^ state[1]) == 1:
            name = next(iter(moved))
            changes = [new - old for new, old in zip(state[2], last[2], strict=True)]
            text = f"{name} {'on' if name in state[1] else 'off'}"
            self._switches.insert(0, (text, changes))
        return self._switches

    def half(self):
        """Width in px of one of two pictures: side by side where there is room."""
        wide = self.room()
        return (wide - GAP) // 2 if wide >= SIDE_BY_SIDE else wide

    def beside(self, wide):
        """Width in px of a picture next to something `wide` px broad; all there is where the two
        do not fit side by side.
        """
        left = self.room() - GAP - wide
        return left if left >= NARROWEST else self.room()

    def room(self):
        """Width in px that there is for pictures."""
        return min(max(self.width, NARROWEST), WIDEST)

    def card(self):
        """The widget's present state as HTML, without scripts: what stays when no kernel runs."""
        settings = " · ".join(
            f"{each['label']}: {_shown(each, getattr(self, each['trait']))}"
            for each in self.view["controls"]
            if each["kind"] != "button"
        )
        return (
            f"<p class='course-caption'>{escape(self.name)}</p><p>{escape(settings)}</p>"
            f"<div class='course-told'>{self.view.get('told', '')}</div>{self.view['picture']}"
        )

    def _ipython_display_(self, **_kwargs):
        """Two outputs: the card, and the live view, which hides the card as long as it lives (by
        the rules in card.css; a dead view is hidden instead). JupyterLab would otherwise show
        "model not found" in place of a card in the same output.
        """
        card = (
            f"<style>{_read(HERE / 'frame.css')}{_read(HERE / 'card.css')}{self._own_style()}"
            f"</style><div class='course-card mathjax_ignore {self._kind()}'>"
            f"<p class='course-sleeps'>{ASLEEP}</p>{self.card()}</div>"
        )
        display({"text/html": card, "text/plain": f"{self.name}. {ASLEEP}"}, raw=True)
        data = self._repr_mimebundle_()
        data, metadata = data if isinstance(data, tuple) else (data, {})
        display({**data, "text/plain": self.name}, metadata=metadata, raw=True)

    def _kind(self):
        """The name as a CSS class."""
        return self.name.lower().replace(" ", "-")

    def _own_style(self):
        style = str(self._css)
        return style.removeprefix(_read(HERE / "frame.css"))


def choice(trait, label, options):
    """A list to choose from; `options` is a list of (value, text)."""
    return {
        "kind": "choice",
        "trait": trait,
        "label": label,
        "options": [list(each) for each in options],
    }


def practice(label, thing, trait="draw", count=5):
    """The choice among the practice draws: "Practice shop 0" to "Practice shop 4"."""
    return choice(trait, label, [(place, f"Practice {thing} {place}") for place in range(count)])


def slider(
    trait, label, low, high, step=1, form="#", per=1, digits=0, names=None, item=None, send=None
):
    """A slider over whole numbers. Its value is written as `form` with # for value ÷ per; or
    `names` gives the text of each place. With `item` it shows that item of a list, and with
    `send` = (trait, key) it sets that trait to [key, value].
    """
    return {
        "item": item,
        "send": send,
        "kind": "slider",
        "trait": trait,
        "label": label,
        "low": low,
        "high": high,
        "step": step,
        "form": form,
        "per": per,
        "digits": digits,
        "names": names,
    }


def tick(trait, label):
    """A box to tick."""
    return {"kind": "tick", "trait": trait, "label": label}


def ticks(trait, label, options):
    """Boxes to tick; the trait is the list of those ticked."""
    return {"kind": "ticks", "trait": trait, "label": label, "options": list(options)}


def button(label, main=False, add=None, press=None, **changes):
    """A button that sets traits: button("Start again", day=0). With `add` = (trait, step, most) it
    counts a trait up; with `press` it sets `pressed` to [press, a new number].
    """
    return {
        "kind": "button",
        "label": label,
        "main": main,
        "set": changes,
        "add": add,
        "press": press,
    }


def setter(**changes):
    """The attribute that makes an element of a picture set traits when it is pressed."""
    return f"data-set='{escape(json.dumps(changes), quote=True)}'"


def _shown(control, value):
    """A control's value as words, as frame.js writes it."""
    if control["kind"] == "choice":
        return next(text for key, text in control["options"] if key == value)
    if control["kind"] == "tick":
        return "yes" if value else "no"
    if control["kind"] == "ticks":
        return ", ".join(value) or "none"
    if control["item"] is not None:
        value = value[control["item"]]
    if control["names"]:
        return control["names"][value - control["low"]]
    return control["form"].replace("#", number(value / control["per"], control["digits"]))


def _row(pictures):
    """Pictures side by side, or below each other where there is no room."""
    return f"<div class='course-pictures'>{''.join(pictures)}</div>" if pictures else ""


def _read(path):
    return path.read_text(encoding="utf-8") + "\n"
