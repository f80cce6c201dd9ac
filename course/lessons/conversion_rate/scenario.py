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
from course.market.rng import stream

VISITORS = (2e3, 1e6)
CVR = (0.01, 0.10)
RELATIVE_SPREAD = (0.05, 0.30)
MEAN_IN_SPREADS = (-1.8, -0.2)


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
        rng = stream(seed, "cvr", "idea")
        visitors = int(round(_log_uniform(rng, *VISITORS), -2))
        cvr = round(float(rng.uniform(*CVR)), 4)
        sd = cvr * _log_uniform(rng, *RELATIVE_SPREAD)
        mean = sd * rng.uniform(*MEAN_IN_SPREADS)
        return {
            "visitors": visitors,
            "cvr": cvr,
            "idea_mean": round(float(mean), 6),
            "idea_sd": round(float(sd), 6),
        }

    def value(self, seed, n):
        """Expected extra orders of the season, in percent of what the page brings now. Raises
        InvalidAction.
        """
        idea = self.observe(seed)
        if type(n) not in (int, float) or not np.isfinite(n):
            raise InvalidAction("n must be a number of visitors, such as 2500")
        if not 0 <= n <= idea["visitors"] / 2:
            raise InvalidAction(
                f"n per arm is {n:,.0f}; it must lie between 0 and half of the {idea['visitors']:,}"
                " visitors"
            )
        gain = float(expected_gain(n, **idea))
        return 100.0 * gain / (idea["visitors"] * idea["cvr"])


def _log_uniform(rng, low, high):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))
