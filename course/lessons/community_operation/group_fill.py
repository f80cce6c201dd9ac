"""A hundred groups that fill or fail: drag how many friends are needed and how deep the discount
is.
"""

import numpy as np
import traitlets
from scipy.stats import poisson

from course.check.numbers import money, number, percent
from course.lessons.community_operation.scenario import VISITORS, Scenario
from course.market import social
from course.widgets.chart import BLUE, INK, Axis, Chart, told, trail
from course.widgets.frame import Widget, practice, slider

GROUPS, COLUMNS = 100, 10
HIGH = 230  # px
DEPTHS = range(0, 41, 2)


class GroupFill(Widget):
    """A hundred groups of seats, filled by friends; what 1,000 visitors leave, by discount.

    Traits: `draw` (practice offer 0 to 4), `size` (2 to 8), `depth` (percent,
    0 to 40).
    """

    name = "Group fill"
    moves = ("draw", "size", "depth")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    size = traitlets.Int(2, min=2, max=8).tag(sync=True)
    depth = traitlets.Int(0, min=0, max=40).tag(sync=True)

    def controls(self):
        return [
            practice("Offer", "offer"),
            slider("size", "Group of", 2, 8),
            slider("depth", "Discount", 0, 40, step=2, form="#%"),
        ]

    def look(self):
        p = Scenario().truth(self.draw)
        depth = self.depth / 100
        joins = p.groups.friends * social.group_joins(p, depth)
        # The hundred groups are the hundred percentiles of the joins to be expected, in a scattered
        # order: they move smoothly with the sliders.
        ranks = (np.arange(GROUPS) * 37 % GROUPS + 0.5) / GROUPS
        joined = poisson.ppf(ranks, joins).astype(int)
        earned = float(social.group_profit(p, self.size, depth, VISITORS))
        every = social.group_profit(p, self.size, np.array(DEPTHS) / 100, VISITORS).tolist()
        return {
            "told": told(
                (money(earned), "left by 1,000 visitors"),
                (percent(social.group_start(p, depth)), "of the visitors start a group"),
                (number(joins, 1), "friends join a group on average"),
                (percent(social.group_fill(p, self.size, depth)), "of the groups fill"),
            ),
            "pictures": [self._groups(joined), self._dollars(every, earned)],
        }

    def _groups(self, joined):
        wide = self.half()
        chart = Chart("A hundred groups and their seats", wide, HIGH, top=0)
        broad, tall = wide / COLUMNS, HIGH / (GROUPS / COLUMNS)
        columns = (self.size + 1) // 2 if self.size > 2 else 2
        lines = 1 if self.size == 2 else 2
        gap = min((broad - 6) / columns, (tall - 3) / lines)
        size = max(gap / 2 - 1, 1.5)
        full = 0
        for place, friends in enumerate(joined):
            left, top = broad * (place % COLUMNS), tall * (place // COLUMNS)
            fills = friends >= self.size - 1
            full += fills
            if fills:
                chart.raw(
                    f"<rect x='{left + 1:.1f}' y='{top + 1:.1f}' width='{broad - 3:.1f}'"
                    f" height='{tall - 2:.1f}' rx='3' fill='{BLUE}' fill-opacity='.22'"
                    f" stroke='{BLUE}'/>"
                )
            begin_x = left + (broad - 1 - columns * gap) / 2 + gap / 2
            begin_y = top + (tall - lines * gap) / 2 + gap / 2
            seats = [
                (begin_x + gap * (seat % columns), begin_y + gap * (seat // columns))
                for seat in range(self.size)
            ]
            taken = "".join(_seat(x, y, size) for x, y in seats[: friends + 1])
            empty = "".join(_seat(x, y, size) for x, y in seats[friends + 1 :])
            chart.raw(f"<path d='{taken}' fill='{BLUE if fills else INK}' fill-opacity='.8'/>")
            chart.raw(f"<path d='{empty}' fill='none' stroke='{INK}' stroke-opacity='.45'/>")
        chart.say(f"{full} of {GROUPS} groups are full")
        chart.key(f"full group, in a box ({full})", BLUE, "circle")
        chart.key("taken seat", INK, "circle", opacity=".8")
        chart.key("empty seat", INK, "circle", filled=False)
        return chart.html()

    def _dollars(self, every, earned):
        x = Axis(0, 40, "discount", lambda cut: f"{cut:.0f}%", fitted=True, count=4)
        y = Axis(min(0.0, *every), max(1.0, *every), "$ from 1,000 visitors", money)
        chart = Chart(f"Discounts you tried, groups of {self.size}", self.half(), HIGH, x, y)
        tried = self.tried((self.draw, self.size), self.depth, earned)
        return trail(chart, tried, self.depth).html()


def _seat(x, y, size):
    """A seat as a path: many in one element."""
    return (
        f"M{x - size:.1f} {y:.1f}a{size:.1f} {size:.1f} 0 1 0 {2 * size:.1f} 0a{size:.1f}"
        f" {size:.1f} 0 1 0 {-2 * size:.1f} 0"
    )
