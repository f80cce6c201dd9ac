"""Users who queue through eight steps: switch steps on and off, and see who is left and who
orders.
"""

from itertools import combinations

import numpy as np
import traitlets

from course.lessons.product_growth.bank import STEPS
from course.lessons.product_growth.scenario import Scenario, activation
from course.widgets import CourseWidget, bar_svg


def best_flow(draw):
    """(steps, users of 10,000 who order) of the best flow of practice flow `draw`, by trying all
    256.
    """
    drops, gains = Scenario().truth(draw)
    best = max(
        (
            subset
            for size in range(len(STEPS) + 1)
            for subset in combinations(range(len(STEPS)), size)
        ),
        key=lambda subset: activation(drops[list(subset)], gains[list(subset)]),
    )
    return [STEPS[place] for place in best], activation(drops[list(best)], gains[list(best)])


class OnboardingQueue(CourseWidget):
    """Bars of who is still there after each step, and the share of them that orders.

    Traits: `draw` (practice flow 0 to 4), `chosen` (eight True or False),
    `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    chosen = traitlets.List([True] * len(STEPS)).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "chosen")
    def _answer(self, _change):
        drops, gains = Scenario().truth(self.draw)
        on = np.array(self.chosen, bool)
        left = 1e4 * np.cumprod(np.where(on, 1 - drops, 1.0))
        through = float(left[-1])
        self.view = {
            "steps": list(STEPS),
            "left": [round(float(each)) for each in left],
            "through": round(through),
            "orders": round(activation(drops[on], gains[on])),
            "share": round(activation(drops[on], gains[on]) / through, 4),
            "all": round(activation(drops, gains)),
            "none": round(activation([], [])),
        }

    def card(self):
        rows = "".join(
            f"<tr><td>{step}</td><td>{'on' if on else 'off'}</td><td>{left:,}</td></tr>"
            for step, on, left in zip(STEPS, self.chosen, self.view["left"], strict=True)
        )
        return (
            f"<p><b>Practice flow {self.draw}</b>: of 10,000 users {self.view['through']:,} come"
            f" through and {self.view['orders']:,}"
            " order.</p><table><thead><tr><th>Step</th><th>On?</th><th>Still"
            f" there</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    ("no step", self.view["none"]),
                    ("all eight", self.view["all"]),
                    ("this flow", self.view["orders"]),
                ],
                "users",
                "Users of 10,000 who order",
            )
        )
