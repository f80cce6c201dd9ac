"""Eight categories and their rates: drag one, or all, and watch commission rise and shops leave."""

import numpy as np
import traitlets

from course.lessons.business_operation.scenario import CATEGORIES, MOST, NOW, Scenario, earned
from course.widgets import CourseWidget, bar_svg

ALL = len(CATEGORIES)
START = 20  # percent: the ticket's rate
PERCENTS = range(int(100 * MOST) + 1)


class RateBoard(CourseWidget):
    """Bars of what each category earns, the curve of the chosen one by its rate, and the total.

    Traits: `draw` (practice platform 0 to 4), `chosen` (category 0 to 7, or 8
    for all), `rates` (percent, eight numbers), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    chosen = traitlets.Int(ALL, min=0, max=ALL).tag(sync=True)
    rates = traitlets.List(
        traitlets.Int(min=0, max=int(100 * MOST)), [START] * ALL, minlen=ALL, maxlen=ALL
    ).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "chosen", "rates")
    def _answer(self, _change):
        sales, elasticity = Scenario().truth(self.draw)
        rates = np.array(self.rates) / 100
        mine = slice(None) if self.chosen == ALL else slice(self.chosen, self.chosen + 1)
        each = earned(sales, elasticity, rates)
        self.view = {
            "names": list(CATEGORIES),
            "earned": [round(float(value)) for value in each],
            "total": round(float(each.sum())),
            "now": [round(float(value)) for value in earned(sales, elasticity, NOW)],
            "left": [round(float(value), 3) for value in ((1 - rates) / (1 - NOW)) ** elasticity],
            "curve": [
                round(float(earned(sales[mine], elasticity[mine], percent / 100).sum()))
                for percent in PERCENTS
            ],
        }

    def card(self):
        sales, elasticity = Scenario().truth(self.draw)
        shown = (5, 10, 15, 20, 30)
        head = "".join(f"<th>{percent}%</th>" for percent in shown)
        rows = "".join(
            f"<tr><td>{name}</td>"
            + "".join(f"<td>{earned(s, e, percent / 100):,.0f}</td>" for percent in shown)
            + "</tr>"
            for name, s, e in zip(CATEGORIES, sales, elasticity, strict=True)
        )
        totals = [
            (f"{percent}%", max(0.0, float(earned(sales, elasticity, percent / 100).sum())))
            for percent in shown
        ]
        return (
            f"<p><b>Practice platform {self.draw}</b>: dollars a month that each category earns, by"
            " its rate.</p>"
            f"<table><thead><tr><th>Category</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(totals, "$", "One rate for all")
        )
