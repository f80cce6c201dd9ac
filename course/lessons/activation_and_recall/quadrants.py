"""A thousand customers by what they do without and with a coupon: drag how many get one, in which
order.
"""

import numpy as np
import traitlets

from course.lessons.activation_and_recall.scenario import COUPON, MARGIN, USERS, Scenario
from course.widgets import CourseWidget, bar_svg

ORDERS = {
    "likely": "most likely to buy first",
    "uplift": "most moved first",
    "gain": "largest net gain first",
}
SHOWN = 250


def profits(draw):
    """{order: dollars won or lost when the first 0, 1, ... 1,000 of this order get a coupon}."""
    scenario = Scenario()
    with_it, without = scenario.chances(scenario.users(draw))
    gain = with_it * (MARGIN - COUPON) - without * MARGIN
    scores = {"likely": without, "uplift": with_it - without, "gain": gain}
    ranks = {name: np.argsort(-score, kind="stable") for name, score in scores.items()}
    return {
        name: np.concatenate([[0.0], gain[rank].cumsum()]) for name, rank in ranks.items()
    }, ranks


class Quadrants(CourseWidget):
    """Dots by chance without (across) and with a coupon (up); those who get one are full.

    Traits: `draw` (practice month 0 to 4), `order` ("likely", "uplift" or
    "gain"), `share` (percent of customers), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    order = traitlets.Enum(list(ORDERS), "likely").tag(sync=True)
    share = traitlets.Int(100, min=0, max=100).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "order", "share")
    def _answer(self, _change):
        scenario = Scenario()
        with_it, without = scenario.chances(scenario.users(self.draw))
        curves, ranks = profits(self.draw)
        count = USERS * self.share // 100
        chosen = np.zeros(USERS, dtype=bool)
        chosen[ranks[self.order][:count]] = True
        self.view = {
            "dots": [
                [round(float(a), 3), round(float(b), 3), bool(c)]
                for a, b, c in zip(without[:SHOWN], with_it[:SHOWN], chosen[:SHOWN], strict=True)
            ],
            "curves": {
                name: [round(float(each), 1) for each in curve[:: USERS // 50]]
                for name, curve in curves.items()
            },
            "won": round(float(curves[self.order][count])),
            "even": round((MARGIN - COUPON) / MARGIN, 4),
        }

    def card(self):
        curves, _ = profits(self.draw)
        shares = (10, 20, 30, 50, 100)
        head = "".join(f"<th>{text}</th>" for text in ORDERS.values())
        rows = "".join(
            f"<tr><td>{share}%</td>"
            + "".join(f"<td>{curves[name][share * 10]:+,.0f}</td>" for name in ORDERS)
            + "</tr>"
            for share in shares
        )
        return (
            f"<p><b>Practice month {self.draw}</b>: dollars won against no coupon at all, by how"
            " many get one.</p><table><thead><tr><th>Get a"
            f" coupon</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [(f"{share}%", max(0.0, float(curves["uplift"][share * 10]))) for share in shares],
                "$",
                "Won, most moved first",
            )
        )
