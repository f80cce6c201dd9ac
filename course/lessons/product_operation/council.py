"""Forty tests, the highest claims first: drag how many are launched, and see what was promised and
what came.
"""

import numpy as np
import traitlets

from course.lessons.product_operation.scenario import IDEAS, Scenario
from course.widgets import CourseWidget, bar_svg

MEAN, SPREAD = 0.5, 1.5  # what ideas did last year, percent: the numbers of the worked example


def believable(tests):
    """Measured lifts drawn towards last year's mean, each by its error (Efron and Morris, 1975). An
    array, percent.
    """
    lift, noise = tests["lift"].to_numpy(), tests["error"].to_numpy() ** 2
    return MEAN + (lift - MEAN) * SPREAD**2 / (SPREAD**2 + noise)


def totals(draw, order):
    """(promised, true) sums of the first 1, 2, ... 40 ideas in this order; "claim" or
    "believable".
    """
    scenario = Scenario()
    tests, truth = scenario.observe(draw)["tests"], scenario.truth(draw)
    score = tests["lift"].to_numpy() if order == "claim" else believable(tests)
    ranked = np.argsort(-score, kind="stable")
    return score[ranked].cumsum(), truth[ranked].cumsum()


class LaunchCouncil(CourseWidget):
    """Launch the first k ideas.

    Traits: `draw` (practice year 0 to 4), `count` (ideas launched, 1 to 40),
    `order` ("claim" or "believable"), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    count = traitlets.Int(IDEAS, min=1, max=IDEAS).tag(sync=True)
    order = traitlets.Enum(["claim", "believable"], "claim").tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "count", "order")
    def _answer(self, _change):
        promised, true = totals(self.draw, self.order)
        each = np.diff(np.concatenate([[0.0], promised])), np.diff(np.concatenate([[0.0], true]))
        self.view = {
            "claims": [round(float(value), 2) for value in each[0]],
            "truths": [round(float(value), 2) for value in each[1]],
            "promised": round(float(promised[self.count - 1]), 1),
            "true": round(float(true[self.count - 1]), 1),
        }

    def card(self):
        promised, true = totals(self.draw, self.order)
        rows = "".join(
            f"<tr><td>{count}</td><td>{promised[count - 1]:.1f}%</td><td>{true[count - 1]:.1f}%</td></tr>"
            for count in (4, 8, 12, 20, 40)
        )
        return (
            f"<p><b>Practice year {self.draw}</b>, highest"
            f" {'claims' if self.order == 'claim' else 'believable lifts'} first.</p>"
            f"<table><thead><tr><th>Launched</th><th>Promised</th><th>Came</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    (f"{count} launched", max(0.0, float(true[count - 1])))
                    for count in (4, 8, 12, 20, 40)
                ],
                "%",
                "What came",
            )
        )
