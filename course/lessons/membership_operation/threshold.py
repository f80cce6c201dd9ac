"""A fee over the histogram of orders a year: who joins, and on whom the shop loses money."""

import numpy as np
import traitlets

from course.check.numbers import money, number, percent
from course.lessons.membership_operation.scenario import MOST, Scenario
from course.market import retention
from course.market.parameters import tideway
from course.once import once
from course.widgets.chart import BLUE, INK, ORANGE, Axis, Chart, told, trail
from course.widgets.frame import Widget, practice, slider

BINS = 20
HIGH = 240  # px
FEES = range(0, MOST["fee"] + 1, 10)


@once
def _programme(draw):
    """(users as arrays, costs, lift, what a percent of cash back adds to the lift)."""
    table, costs, lift, more = Scenario().truth(draw)
    return {name: table[name].to_numpy() for name in table}, costs, lift, more


@once
def _by_fee(draw, cashback):
    """Dollars a user and year at each of FEES."""
    return [float(np.mean(np.multiply(*_at(draw, fee, cashback)))) for fee in FEES]


def _at(draw, fee, cashback):
    """(share of each user that joins, what the user's membership changes in profit)."""
    users, costs, lift, more = _programme(draw)
    terms = fee, cashback / 100
    return retention.programme(tideway(), users, costs, terms, lift + cashback * more)


class FeeThreshold(Widget):
    """Columns of users by orders a year: outside, inside with a gain, inside with a loss.

    Traits: `draw` (practice programme 0 to 4), `fee` ($ a year, 0 to 240),
    `cashback` (percent, 0 to 4).
    """

    name = "Fee threshold"
    moves = ("draw", "fee", "cashback")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    fee = traitlets.Int(0, min=0, max=MOST["fee"]).tag(sync=True)
    cashback = traitlets.Int(0, min=0, max=4).tag(sync=True)

    def controls(self):
        return [
            practice("Programme", "programme"),
            slider("fee", "Fee", 0, MOST["fee"], step=10, form="$# a year"),
            slider("cashback", "Cash back", 0, 4, form="#%"),
        ]

    def look(self):
        share, changes = _at(self.draw, self.fee, self.cashback)
        earned, won, lost = (
            float((share * each).mean())
            for each in (changes, changes.clip(min=0), changes.clip(max=0))
        )
        return {
            "told": told(
                (money(earned, 2), "a user and year, all together"),
                (percent(share.mean()), "of the users join"),
                (money(won, 2), "from members who bring more"),
                (money(lost, 2), "from members who cost more"),
            ),
            "pictures": [self._users(share, changes), self._fees(earned)],
        }

    def _users(self, share, changes):
        orders = _programme(self.draw)[0]["orders"]
        top = float(np.ceil(np.quantile(orders, 0.98)))
        place = np.minimum((orders / top * BINS).astype(int), BINS - 1)
        loss, won, out = (
            np.bincount(place, weight, BINS)
            for weight in (share * (changes <= 0), share * (changes > 0), 1 - share)
        )
        x = Axis(0, top, "orders a year (last: or more)", number, fitted=True)
        y = Axis(0, float((loss + won + out).max()), "users", number, count=4)
        chart = Chart("Who joins, by how often they buy", self.half(), HIGH, x, y)
        wide = chart.at_x(top / BINS) - chart.at_x(0) - 1.5
        for column in range(BINS):
            at, a, b, c = top / BINS * (column + 0.5), loss[column], won[column], out[column]
            chart.bar(at, float(a), wide, ORANGE)
            chart.bar(at, float(a + b), wide, BLUE, ".75", base=float(a))
            chart.bar(at, float(a + b + c), wide, INK, ".5", base=float(a + b), filled=False)
        chart.say(
            f"{number(loss.sum())} members cost more than they bring, {number(won.sum())} bring"
            f" more, {number(out.sum())} stay outside"
        )
        chart.key("stay outside", INK, "box", filled=False)
        chart.key("join and bring more", BLUE, "box", opacity=".75")
        chart.key("join and cost more", ORANGE, "box")
        return chart.html()

    def _fees(self, earned):
        every = _by_fee(self.draw, self.cashback)
        x = Axis(0, MOST["fee"], "fee a year", money, fitted=True, count=4)
        y = Axis(min(0.0, *every), max(1.0, *every), "$ a user and year", money)
        chart = Chart("Profit of the fees you tried", self.half(), HIGH, x, y)
        tried = self.tried((self.draw, self.cashback), self.fee, earned)
        return trail(chart, tried, self.fee, lambda v: money(v, 2)).html()
