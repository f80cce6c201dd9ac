"""A shelf: put products on it, and see what each takes from the others."""

import numpy as np
import traitlets

from course.lessons.category_operation.scenario import Scenario, category_margin
from course.widgets import CourseWidget, bar_svg

NAMES = ("kettle", "teapot", "cup", "tray", "tin", "frother", "press", "scale", "strainer", "spoon")
NOTHING = 4.0  # fewer products, so leaving is less of a rival than on the page of forty


def practice(draw):
    """(appeal, margin) of the ten products of practice shelf `draw`."""
    appeal, margin = Scenario().truth(draw)
    return appeal[: len(NAMES)], margin[: len(NAMES)]


def worth(draw, chosen):
    """Dollars of a thousand visitors with these places of NAMES on the shelf."""
    appeal, margin = practice(draw)
    places = [place for place, on in enumerate(chosen) if on]
    return 1000 * category_margin(appeal[places], margin[places], NOTHING) if places else 0.0


def best_shelf(draw):
    """Which of the ten make the best shelf, by trying all 1,024."""
    return max(
        (
            [bool(number >> place & 1) for place in range(len(NAMES))]
            for number in range(2 ** len(NAMES))
        ),
        key=lambda chosen: worth(draw, chosen),
    )


class ShelfPlan(CourseWidget):
    """Ten products to put on or take off.

    Traits: `draw` (practice shelf 0 to 4), `chosen` (ten True or False), `view`
    (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    chosen = traitlets.List([True] * len(NAMES)).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "chosen")
    def _answer(self, _change):
        appeal, margin = practice(self.draw)
        on = np.array(self.chosen, bool)
        now, below = worth(self.draw, self.chosen), NOTHING + appeal[on].sum()
        change = []
        for place in range(len(NAMES)):
            other = list(self.chosen)
            other[place] = not other[place]
            change.append(round(worth(self.draw, other) - now))
        self.view = {
            "names": list(NAMES),
            "margin": [round(float(each), 2) for each in margin],
            "share": [
                round(float(1000 * each / below)) if chosen else 0
                for each, chosen in zip(appeal, on, strict=True)
            ],
            "change": change,
            "total": round(now),
            "leave": round(float(1000 * NOTHING / below)),
            "all": round(worth(self.draw, [True] * len(NAMES))),
        }

    def card(self):
        view = self.view
        rows = "".join(
            f"<tr><td>{name}</td><td>{'on' if on else 'off'}</td><td>{share}</td><td>${margin:.2f}</td></tr>"
            for name, on, share, margin in zip(
                NAMES, self.chosen, view["share"], view["margin"], strict=True
            )
        )
        return (
            f"<p><b>Practice shelf {self.draw}</b>: a thousand visitors leave {view['total']:,}"
            f" dollars of margin; {view['leave']} of them buy"
            " nothing.</p><table><thead><tr><th>Product</th><th>On?</th><th>Buyers of"
            f" 1,000</th><th>Margin</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                list(zip(NAMES, view["share"], strict=True)),
                "buyers of a thousand",
                "Who is chosen",
            )
        )
