"""A hundred groups that fill or fail: drag how many friends are needed and how deep the discount
is.
"""

import numpy as np
import traitlets
from scipy.stats import poisson

from course.lessons.community_operation.scenario import Scenario, profit, starts
from course.widgets import CourseWidget, bar_svg

GROUPS = 100
DEPTHS = range(0, 41, 2)


class GroupFill(CourseWidget):
    """A hundred rows of seats, filled by friends; what 1,000 visitors leave, by discount.

    Traits: `draw` (practice offer 0 to 4), `size` (2 to 8), `depth` (percent,
    0 to 40), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    size = traitlets.Int(2, min=2, max=8).tag(sync=True)
    depth = traitlets.Int(0, min=0, max=40).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "size", "depth")
    def _answer(self, _change):
        offer, friends, join, slope = Scenario().truth(self.draw)
        depth = self.depth / 100
        share = min(1.0, join * np.exp(slope * depth))
        # The hundred groups are the hundred percentiles of the joins to be expected, in a scattered
        # order: they move smoothly with the sliders.
        ranks = (np.arange(GROUPS) * 37 % GROUPS + 0.5) / GROUPS
        joined = poisson.ppf(ranks, friends * share).astype(int)
        self.view = {
            "joined": [int(min(each, self.size - 1)) for each in joined],
            "fill": round(float(poisson.sf(self.size - 2, friends * share)), 3),
            "start": round(float(starts(depth)), 3),
            "mean": round(friends * share, 2),
            "earned": round(profit(offer, friends, share, self.size, depth)),
            "by_depth": [
                round(
                    profit(offer, friends, join * np.exp(slope * each / 100), self.size, each / 100)
                )
                for each in DEPTHS
            ],
        }

    def card(self):
        view = self.view
        depths = (0, 10, 20, 30, 40)
        rows = "".join(
            f"<tr><td>{depth}%</td><td>{view['by_depth'][depth // 2]:,}</td></tr>"
            for depth in depths
        )
        return (
            f"<p><b>Practice offer {self.draw}</b>, groups of {self.size} at {self.depth}% off:"
            f" {view['start']:.0%} of the visitors start one, {view['fill']:.0%} of the groups"
            f" fill, and 1,000 visitors leave {view['earned']:,}"
            " dollars.</p><table><thead><tr><th>Discount</th><th>$ from 1,000"
            f" visitors</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [(f"{depth}% off", max(0, view["by_depth"][depth // 2])) for depth in depths],
                "$",
                f"Groups of {self.size}",
            )
        )
