"""The quarter as a Gymnasium environment: a few of its levers as one box of numbers.

    pip install gymnasium
    env = QuarterEnv(); obs, info = env.reset(seed=3)

Needs the package gymnasium, which learners do not get. Action: LEVERS numbers from 0 to 1, see
`actions`. Observation: the last row of the weekly table, $ in thousands, see COLUMNS. Reward: $ in
thousands; what the quarter leaves behind and what broken guardrails cost comes with the last week.
"""

import gymnasium
import numpy as np

from course.market.quarter import Quarter
from course.market.quarter.own import NAMES
from course.market.quarter.people import SEGMENTS
from course.market.quarter.reach import CHANNELS

THOUSAND, LARGEST = 1000.0, 1e6
COLUMNS = ("orders", "newcomers", "customers", "subscribers", "units", "contribution", "cash")
LEVERS = (*CHANNELS, "prices", "reorder", "threshold", "reward", "share", "messages")


class QuarterEnv(gymnasium.Env):
    """Thirteen steps of a week; the same `reset(seed=n)` plays the same quarter, without a seed the
    next one is drawn.
    """

    metadata = {"render_modes": []}

    def __init__(self):
        self.action_space = gymnasium.spaces.Box(0.0, 1.0, (len(LEVERS),), np.float32)
        size = 2 + len(COLUMNS)
        self.observation_space = gymnasium.spaces.Box(-LARGEST, LARGEST, (size,), np.float32)
        self._quarter = None

    def reset(self, *, seed=None, options=None):
        """Begin a quarter; returns (observation, {})."""
        super().reset(seed=seed)
        self._seed = int(self.np_random.integers(2**31))
        self._quarter, self._paid = Quarter(self._seed), 0.0
        return self._seen(), {}

    def _seen(self):
        obs = self._quarter.observe()
        row = obs["table"].iloc[-1] if len(obs["table"]) else dict.fromkeys(COLUMNS, 0.0)
        last = [float(np.nan_to_num(row[name])) / THOUSAND for name in COLUMNS]
        seen = [obs["week"] / obs["weeks"], obs["cash"] / THOUSAND, *last]
        return np.clip(np.array(seen, np.float32), -LARGEST, LARGEST)

    def actions(self, action):
        """The quarter's actions for numbers from 0 to 1.

        Channels: share of the budget, together at most all of it. Prices: all from 20% down to 20%
        up. Reorder: 0 to twice the first order. Threshold and reward: of their ranges; share: to
        who invites. Messages: 0 to 7, the same to all.
        """
        share = dict(zip(LEVERS, (float(each) for each in action), strict=True))
        p, now = self._quarter._p.run, self._quarter.observe()["settings"]
        levers = self._quarter._levers
        spends = np.array([share[channel] for channel in CHANNELS])
        spends = levers["spend"].budget * spends / max(1.0, spends.sum())
        factor = 1 + p.price_step * (2 * share["prices"] - 1)
        first = levers["prices"].start
        limits = p.price_least, p.price_most
        prices = {
            name: float(np.clip(price * factor, limits[0] * first[name], limits[1] * first[name]))
            for name, price in now["prices"].items()
        }
        return {
            "spend": dict(zip(CHANNELS, spends.tolist(), strict=True)),
            "prices": prices,
            "reorder": {
                name: 2 * share["reorder"] * float(units)
                for name, units in zip(NAMES, levers["reorder"].units, strict=True)
            },
            "threshold": share["threshold"] * p.threshold_most,
            "referral": (share["reward"] * p.reward_most, share["share"]),
            "messages": dict.fromkeys(SEGMENTS, round(share["messages"] * p.messages_most)),
        }

    def step(self, action):
        """Play a week; (observation, reward, whether it was the last, False, {})."""
        quarter = self._quarter
        quarter.step(self.actions(action))
        parts = quarter.worth()
        value = parts["contribution"] + parts["overdraft"]
        if quarter.over:
            value = sum(parts.values()) + quarter.penalty()
        reward, self._paid = (value - self._paid) / THOUSAND, value
        return self._seen(), float(reward), quarter.over, False, {}
