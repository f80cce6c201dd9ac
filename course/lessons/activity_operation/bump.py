"""A promotion's bump taken apart: drag the depth and see where the units come from, and what is
earned.
"""

import traitlets

from course.check.numbers import money, number, percent
from course.lessons.activity_operation.scenario import DEPTHS, Scenario, profit
from course.widgets.chart import BLUE, INK, PURPLE, SKY, Axis, Chart, told, trail
from course.widgets.frame import Widget, slider
from course.widgets.frame import practice as draws

DEEPEST = 60
STACK = 40  # percent: the cut that the scale of units has room for
HIGH = 240  # px


def parts(item, depth):
    """(sold, bought anyway, pulled forward, taken from siblings, truly new) in units, for a depth
    as a share; all but `sold` add up to it.
    """
    sold = item["base"] * item["visibility"] * (1 - depth) ** -item["elasticity"]
    extra = max(0.0, sold - item["base"])
    pulled, stolen = item["pulled"] * extra, item["stolen"] * extra
    return sold, min(sold, item["base"]), pulled, stolen, extra - pulled - stolen


def last_paying(item):
    """Greatest whole percent, from 10 on, at which the cut still adds profit; 0 where none does."""
    return max(
        (
            cut
            for cut in range(round(100 * DEPTHS[0]), DEEPEST + 1)
            if profit(cut / 100, **item) > 0
        ),
        default=0,
    )


class PromotionBump(Widget):
    """One product's week in a campaign.

    Traits: `draw` (practice item 0 to 4), `depth` (percent, 0 to 60).
    """

    name = "Promotion bump"
    moves = ("draw", "depth")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    depth = traitlets.Int(20, min=0, max=DEEPEST).tag(sync=True)

    @staticmethod
    def item(draw):
        """The practice item `draw`: the first product of practice campaign `draw` that gains from
        some cut, its numbers as they truly are.
        """
        truth = Scenario().truth(draw)
        items = [
            {name: float(values[place]) for name, values in truth.items()}
            for place in range(len(truth["base"]))
        ]
        return next(item for item in items if 14 <= last_paying(item) <= 40)

    def controls(self):
        return [draws("Item", "item"), slider("depth", "Cut", 0, DEEPEST, form="#%")]

    def look(self):
        item, share = self.item(self.draw), self.depth / 100
        sold, *units = parts(item, share)
        added = float(profit(share, **item))
        return {
            "told": told(
                (money(added), "profit that the cut adds"),
                (number(sold), f"units in the week (usual {number(item['base'])})"),
                (
                    money(sold * item["price"] * (1 - share)),
                    f"GMV (usual {money(item['base'] * item['price'])})",
                ),
                (
                    money(item["price"], 2),
                    f"price before the cut, margin {percent(item['margin'])}",
                ),
            ),
            "pictures": [self._units(item, units), self._profit(item, added)],
        }

    def _units(self, item, units):
        """The week's units taken apart: each part begins where the last one ends."""
        most = max(parts(item, cut / 100)[0] for cut in (self.depth, STACK))
        x = Axis(0, most, "units", number, count=3)
        chart = Chart("Where the units come from", self.half(), HIGH, x, top=8)
        chart.left = 12
        chart.redraw()
        looks = (
            ("bought anyway", INK, ".35"),
            ("pulled forward", SKY, ".9"),
            ("taken from siblings", PURPLE, ".9"),
            ("truly new", BLUE, "1"),
        )
        begin, row = 0.0, (HIGH - 8 - chart.bottom) / len(looks)
        for place, ((name, colour, opacity), count) in enumerate(zip(looks, units, strict=True)):
            top, a, b = 8 + row * place, chart.at_x(begin), chart.at_x(begin + count)
            chart.raw(
                f"<rect x='{a:.1f}' y='{top + 17:.1f}' width='{max(b - a, 1):.1f}' height='15'"
                f" fill='{colour}' fill-opacity='{opacity}'/>"
                f"<line x1='{b:.1f}' x2='{b:.1f}' y1='{top + 17:.1f}' y2='{top + row + 17:.1f}'"
                f" stroke='{INK}' stroke-opacity='.4'/>"
                if place < len(looks) - 1
                else f"<rect x='{a:.1f}' y='{top + 17:.1f}' width='{max(b - a, 1):.1f}'"
                f" height='15' fill='{colour}' fill-opacity='{opacity}'/>"
            )
            text = f"{name}: {number(count)} units"
            chart.label(min(a, chart.width - 7.4 * len(text)), top + 12, text, "start")
            begin += count
        return chart.html()

    def _profit(self, item, added):
        every = [float(profit(cut / 100, **item)) for cut in range(DEEPEST + 1)]
        x = Axis(0, DEEPEST, "cut", lambda cut: f"{cut:.0f}%", fitted=True, count=3)
        y = Axis(min(0.0, *every), max(1.0, *every), "$ added", money)
        chart = Chart("Profit of the cuts you tried", self.half(), HIGH, x, y)
        return trail(chart, self.tried(self.draw, self.depth, added), self.depth).html()
