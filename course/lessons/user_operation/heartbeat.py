"""A customer's purchases on a timeline, and how likely it is, week by week, that there will ever be
another one.
"""

import traitlets

from course.check.numbers import number, percent
from course.market import retention
from course.market.parameters import tideway
from course.widgets.chart import BLUE, ORANGE, Axis, Chart, told
from course.widgets.frame import Widget, button, setter, slider

FREQUENT, RARE = list(range(2, 21, 2)), [10, 20]
LONGEST = 60
HIGH = 270  # px
BELOW, UPPER, LOWER = -0.36, -0.13, -0.26  # places of the purchases below the curves


def still_here(weeks, today):
    """Chance that a customer who bought in these `weeks` (repeat purchases) is still one at week
    `today`. The lesson explains the formula.
    """
    seen = [week for week in weeks if week <= today]
    if not seen:
        return 1.0
    return float(retention.still_customer(tideway().cdnow, len(seen), max(seen), today))


class Heartbeat(Widget):
    """Click a week to add or remove a purchase, drag today; two curves, this customer's and one who
    buys seldom.

    Traits: `weeks` (of repeat purchases), `today` (1 to 60), `week` (the one that the button
    changes).
    """

    name = "Heartbeat"
    moves = ("weeks", "today", "week")
    weeks = traitlets.List(traitlets.Int(min=1, max=LONGEST), FREQUENT).tag(sync=True)
    today = traitlets.Int(20, min=1, max=LONGEST).tag(sync=True)
    week = traitlets.Int(22, min=1, max=LONGEST).tag(sync=True)

    def _toggled(self, week):
        """The purchases with that of `week` added, or taken away."""
        return sorted(set(self.weeks) ^ {week})

    def controls(self):
        way = "Remove the purchase in week" if self.week in self.weeks else "Add a purchase in week"
        return [
            slider("today", "Today", 1, LONGEST, form="week #"),
            slider("week", "Week of a purchase", 1, LONGEST),
            button(f"{way} {self.week}", weeks=self._toggled(self.week)),
        ]

    def look(self):
        mine, rare = still_here(self.weeks, self.today), still_here(RARE, self.today)
        seen = len([week for week in self.weeks if week <= self.today])
        return {
            "told": told(
                (percent(mine), f"this customer, {number(seen)} repeat purchases: still here"),
                (percent(rare), "the one who buys seldom: still here"),
            ),
            "pictures": [self._chart(mine, rare)],
        }

    def _chart(self, mine, rare):
        weeks = list(range(1, self.today + 1))
        x = Axis(
            0,
            LONGEST,
            "week (press a week to add or remove a purchase)",
            number,
            fitted=True,
            count=6,
        )
        y = Axis(
            BELOW,
            1,
            "chance of being still a customer",
            percent,
            fitted=True,
            ticks=[0, 0.25, 0.5, 0.75, 1],
        )
        chart = Chart("Two customers", self.room(), HIGH, x, y)
        chart.rule(x=self.today, dash="2 3")
        looks = (
            (self.weeks, mine, BLUE, "circle", "", UPPER),
            (RARE, rare, ORANGE, "square", "5 4", LOWER),
        )
        for bought, now, colour, shape, dash, level in looks:
            chart.line([(week, still_here(bought, week)) for week in weeks], colour, dash)
            chart.dots([(self.today, now)], colour, shape, 5)
            for past in (True, False):
                points = [(week, level) for week in bought if (week <= self.today) == past]
                chart.dots(points, colour, shape, 4.5, filled=past)
        chart.say(f"week {self.today}: this customer {percent(mine)}, the other {percent(rare)}")
        chart.say("this customer bought in the weeks " + ", ".join(map(str, self.weeks)))
        chart.say("the other in the weeks " + ", ".join(map(str, RARE)))
        chart.key("this customer (upper marks: purchases)", BLUE, "circle")
        chart.key("one who buys seldom (lower marks)", ORANGE, "square")
        wide = chart.at_x(1) - chart.at_x(0)
        for week in range(1, LONGEST + 1):
            chart.raw(
                f"<rect x='{chart.at_x(week) - wide / 2:.1f}' y='{chart.top}' width='{wide:.1f}'"
                f" height='{HIGH - chart.top - chart.bottom}' fill='transparent'"
                f" {setter(weeks=self._toggled(week))}/>"
            )
        return chart.html()
