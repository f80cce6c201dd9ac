"""Defect rates against orders: pull the shops towards the mean and watch who is misjudged."""

import traitlets

from course.lessons.merchant_operation.scenario import DEFECT_COST, DEFECTS, TAKE, Scenario
from course.widgets import CourseWidget, bar_svg

MEAN = DEFECTS[0] / sum(DEFECTS)
LIMIT = TAKE / DEFECT_COST
WEIGHTS = range(0, 201, 5)


def misjudged(draw, weight):
    """(suspended though good, kept though bad): shops whose pulled rate is above the limit and
    whose true one is not, and the other way round.
    """
    rate, past, defects, _, _ = Scenario().truth(draw)
    pulled = (defects + weight * MEAN) / (past + weight)
    return int(((pulled > LIMIT) & (rate <= LIMIT)).sum()), int(
        ((pulled <= LIMIT) & (rate > LIMIT)).sum()
    )


class FunnelPlot(CourseWidget):
    """Dots by orders (across) and defect rate (up), drawn towards the mean with the weight of so
    many orders.

    Traits: `draw` (practice quarter 0 to 4), `weight` (orders, 0 to 200),
    `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    weight = traitlets.Int(0, min=0, max=200).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "weight")
    def _answer(self, _change):
        rate, past, defects, _, _ = Scenario().truth(self.draw)
        pulled = (defects + self.weight * MEAN) / (past + self.weight)
        good, bad = misjudged(self.draw, self.weight)
        self.view = {
            "dots": [
                [int(n), round(float(p), 4), bool((p > LIMIT) != (r > LIMIT))]
                for n, p, r in zip(past, pulled, rate, strict=True)
            ],
            "mean": round(MEAN, 4),
            "limit": LIMIT,
            "good": good,
            "bad": bad,
            "curve": [sum(misjudged(self.draw, each)) for each in WEIGHTS],
        }

    def card(self):
        shown = (0, 20, 40, 80, 200)
        rows = "".join(
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>".format(
                weight, *misjudged(self.draw, weight)
            )
            for weight in shown
        )
        return (
            f"<p><b>Practice quarter {self.draw}</b>: shops misjudged at a limit of {LIMIT:.0%}"
            " defects, by how strongly their rates are drawn to the"
            " mean.</p><table><thead><tr><th>Weight, orders</th><th>Suspended though"
            f" good</th><th>Kept though bad</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [(f"weight {weight}", sum(misjudged(self.draw, weight))) for weight in shown],
                "",
                "Misjudged shops",
            )
        )
