"""The test-size decision: an idea, so many visitors, and how many of them to spend on a test.

The symmetric Test & Roll decision (both pages equally promising) cannot be
failed: showing 5% of the visitors each page earns over 90% of the best gain
for nearly every draw, so reading the observation does not pay. Here the idea's
expected effect is negative, as most ideas' is; then a hopeless idea should not
be tested at all and the size of the others depends on what is observed.
"""

import numpy as np

from course.check import InvalidAction
from course.market.experiments import expected_gain
from course.market.parameters import tideway
from course.market.rng import stream

ARMS = 2


class Scenario:
    """Choose n visitors per arm, 0 to N/2; it earns the season's expected extra orders.

    `seed` is an int (practice) or a str (hidden). N is log-uniform, the CVR
    uniform, the spread of ideas log-uniform relative to the CVR, the expected
    effect uniform between -1.8 and -0.2 spreads (between 4% and 42% of ideas help).
    """

    UNIT = "percent more orders"
    DRAWS = 60
    G_FULL = 0.9

    def observe(self, seed):
        """What a policy receives: visitors (int), cvr, idea_mean and idea_sd (orders per
        visitor).
        """
        p, rng = tideway(), stream(seed, "cvr", "idea")
        visitors = int(round(p.draw(rng, "ideas.visitors"), -2))
        cvr = round(p.draw(rng, "ideas.cvr"), 4)
        sd = cvr * p.draw(rng, "ideas.spread")
        mean = sd * p.draw(rng, "ideas.expected")
        return {
            "visitors": visitors,
            "cvr": cvr,
            "idea_mean": round(mean, 6),
            "idea_sd": round(sd, 6),
        }

    def value(self, seed, n):
        """Expected extra orders of the season, in percent of what the page brings now. Raises
        InvalidAction.
        """
        idea = self.observe(seed)
        if type(n) not in (int, float) or not np.isfinite(n):
            raise InvalidAction("n must be a number of visitors, such as 2500")
        if not 0 <= n <= idea["visitors"] / ARMS:
            raise InvalidAction(
                f"n per arm is {n:,.0f}; it must lie between 0 and half of the {idea['visitors']:,}"
                " visitors"
            )
        gain = float(expected_gain(n, **idea))
        return 100.0 * gain / (idea["visitors"] * idea["cvr"])
