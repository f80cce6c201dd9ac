"""A customer's purchases on a timeline, and how likely it is, week by week, that there will ever be
another one.
"""

import numpy as np
import traitlets

from course.widgets import CourseWidget, bar_svg

RATE_SHAPE, RATE_WEEKS, LEAVE_A, LEAVE_B = (
    0.2426,
    4.4135,
    0.7929,
    2.4258,
)  # a shop for CDs, 1997 (Fader, Hardie and Lee, 2005)
FREQUENT, RARE = list(range(2, 21, 2)), [10, 20]
LONGEST = 60


def _still_here(weeks, today):
    """Chance that a customer who bought in these `weeks` (repeat purchases) is still one at week
    `today`. The lesson explains the formula.
    """
    seen = [week for week in weeks if week <= today]
    if not seen:
        return 1.0
    left = (
        LEAVE_A
        / (LEAVE_B + len(seen) - 1)
        * ((RATE_WEEKS + today) / (RATE_WEEKS + max(seen))) ** (RATE_SHAPE + len(seen))
    )
    return float(1 / (1 + left))


class Heartbeat(CourseWidget):
    """Click a week to add or remove a purchase, drag today; two curves, this customer's and one who
    buys seldom.

    Traits: `weeks` (of repeat purchases), `today` (1 to 60), `view` (dict,
    what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    weeks = traitlets.List(traitlets.Int(min=1, max=LONGEST), FREQUENT).tag(sync=True)
    today = traitlets.Int(20, min=1, max=LONGEST).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._answer(None)

    @traitlets.observe("weeks", "today")
    def _answer(self, _change):
        days = range(1, self.today + 1)
        self.view = {
            "mine": [round(_still_here(self.weeks, week), 4) for week in days],
            "rare": [round(_still_here(RARE, week), 4) for week in days],
            "rare_weeks": RARE,
            "count": len([week for week in self.weeks if week <= self.today]),
        }

    def card(self):
        shown = (20, 24, 28, 32, 40, 52)
        rows = "".join(
            f"<tr><td>{week}</td><td>{_still_here(self.weeks, week):.2f}</td>"
            f"<td>{_still_here(RARE, week):.2f}</td></tr>"
            for week in shown
        )
        return (
            f"<p><b>Two customers.</b> One bought in the weeks {', '.join(map(str, self.weeks))},"
            " the other in the weeks 10 and 20.</p><table><thead><tr><th>Week</th><th>First is"
            " still here</th><th>Second is still"
            f" here</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    (f"week {week}", float(np.round(_still_here(self.weeks, week), 3)))
                    for week in shown
                ],
                "",
                "Chance that the first is still a customer",
            )
        )
