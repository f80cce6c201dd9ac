"""A promotion's bump taken apart: drag the depth and see where the units come from, and what is
earned.
"""

import traitlets

from course.lessons.activity_operation.scenario import DEPTHS, Scenario, profit
from course.widgets import CourseWidget, bar_svg

DEEPEST = 60


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


class PromotionBump(CourseWidget):
    """One product's week in a campaign.

    Traits: `draw` (practice item 0 to 4), `depth` (percent, 0 to 60), `view`
    (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    depth = traitlets.Int(20, min=0, max=DEEPEST).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

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

    @traitlets.observe("draw", "depth")
    def _answer(self, _change):
        item = self.item(self.draw)
        share = self.depth / 100
        self.view = {
            "parts": [round(each, 1) for each in parts(item, share)],
            "price": item["price"],
            "margin": item["margin"],
            "gmv": round(parts(item, share)[0] * item["price"] * (1 - share)),
            "usual_gmv": round(item["base"] * item["price"]),
            "profit": round(profit(share, **item)),
            "by_depth": [round(profit(cut / 100, **item)) for cut in range(0, DEEPEST + 1, 2)],
        }

    def card(self):
        names = ("bought anyway", "pulled forward", "taken from siblings", "truly new")
        view = self.view
        return (
            f"<p><b>Practice item {self.draw}</b>, price ${view['price']:.2f}, margin"
            f" {view['margin']:.0%}, cut by {self.depth}%: {view['parts'][0]:,.0f} units, GMV"
            f" ${view['gmv']:,}, incremental profit ${view['profit']:,}.</p>"
            + bar_svg(
                list(zip(names, view["parts"][1:], strict=True)),
                "units",
                "Where the units come from",
            )
        )
