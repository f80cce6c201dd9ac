"""A fee over the histogram of orders a year: who joins, and on whom the shop loses money."""

import numpy as np
import traitlets

from course.lessons.membership_operation.scenario import MOST_FEE, Scenario, gain, joins
from course.widgets import CourseWidget, bar_svg

BINS = 20
FEES = range(0, MOST_FEE + 1, 10)


class FeeThreshold(CourseWidget):
    """Columns of users by orders a year: outside, inside with a gain, inside with a loss.

    Traits: `draw` (practice programme 0 to 4), `fee` ($ a year, 0 to 240),
    `cashback` (percent, 0 to 4), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    fee = traitlets.Int(0, min=0, max=MOST_FEE).tag(sync=True)
    cashback = traitlets.Int(0, min=0, max=4).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "fee", "cashback")
    def _answer(self, _change):
        back = self.cashback / 100
        table, costs, lift, more = Scenario().truth(self.draw)
        users, lift = (
            {name: table[name].to_numpy() for name in table},
            lift + self.cashback * more,
        )  # arrays: 26 fees for each input

        def at(fee):
            return joins(users, fee, back, costs["shipping"], lift), gain(
                users, fee, back, costs, lift
            )

        share, changes = at(self.fee)
        top = float(np.ceil(np.quantile(users["orders"], 0.98)))
        place = np.minimum((users["orders"] / top * BINS).astype(int), BINS - 1)

        def columns(weight):
            return [round(float(each), 2) for each in np.bincount(place, weight, BINS)]

        self.view = {
            "top": top,
            "outside": columns(1 - share),
            "gain": columns(share * (changes > 0)),
            "loss": columns(share * (changes <= 0)),
            "joined": round(float(share.mean()), 3),
            "earned": round(float((share * changes).mean()), 2),
            "won": round(float((share * changes.clip(min=0)).mean()), 2),
            "lost": round(float((share * changes.clip(max=0)).mean()), 2),
            "by_fee": [round(float(np.mean(np.multiply(*at(fee)))), 2) for fee in FEES],
        }

    def card(self):
        view = self.view
        fees = (0, 60, 120, 180, 240)
        rows = "".join(
            f"<tr><td>${fee}</td><td>{view['by_fee'][fee // 10]:.2f}</td></tr>" for fee in fees
        )
        return (
            f"<p><b>Practice programme {self.draw}</b> at ${self.fee} a year and {self.cashback}%"
            f" back: {view['joined']:.0%} join, and the programme changes profit by"
            f" {view['earned']:.2f} dollars a user.</p><table><thead><tr><th>Fee</th><th>$ a user"
            f" and year</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [(f"${fee} fee", max(0.0, view["by_fee"][fee // 10])) for fee in fees],
                "$",
                "Profit by fee",
            )
        )
