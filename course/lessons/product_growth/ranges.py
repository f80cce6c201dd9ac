"""How sure the lesson's numbers are: ranges that hold the truth 95 times in 100."""

import numpy as np
import pandas as pd

from course.lessons.product_growth.scenario import USERS
from course.market import onboarding
from course.market.parameters import tideway

NORMAL = 1.96  # errors to each side
EDGES = ["low", "high"]


def survival_band(curve, unit="days since the sign-up"):
    """The table of `km` day by day, day 0 with everybody: survival, low, high, a DataFrame over
    `unit`. Errors: Greenwood (1926); where the last ones at risk order there is none.
    """
    curve = curve.set_index("time")
    left = curve["at_risk"] - curve["events"]
    error = curve["survival"] * np.sqrt((curve["events"] / (curve["at_risk"] * left)).cumsum())
    band = pd.DataFrame({"survival": curve["survival"]})
    band["low"], band["high"] = (
        (curve["survival"] + way * NORMAL * error.fillna(0.0)).clip(0.0, 1.0) for way in (-1, 1)
    )
    days = pd.RangeIndex(int(curve.index.max()) + 1, name=unit)
    return band.reindex(days).ffill().fillna(1.0)


def effect_ranges(df):
    """What each nudge did to the share that orders, against those left alone: DataFrame effect,
    low, high, a row a nudge.
    """
    groups = df.groupby("nudge")["ordered"]
    share, variance = groups.mean(), groups.var(ddof=0) / groups.count()
    effect = (share - share["none"]).drop("none")
    half = NORMAL * np.sqrt(variance.drop("none") + variance["none"])
    found = pd.DataFrame({"effect": effect, "low": effect - half, "high": effect + half})
    return found.loc[[name for name in df.columns if name in found.index]]


def step_worth(step_tests, chosen):
    """Orders of 10,000 users with each step less those without it, the other `chosen` steps being
    there: DataFrame worth, low, high, a row a step. The range is that of the step's own gain.
    """
    error = NORMAL * tideway().law("error.gain")["spread"]
    rows = {}
    for place, step in enumerate(step_tests["step"]):
        others = step_tests[step_tests["step"].isin(chosen) & (step_tests["step"] != step)]
        drop, gain = step_tests.loc[step_tests.index[place], ["drop_off", "gain"]]
        without = _orders(others["drop_off"], others["gain"])
        rows[step] = [
            _orders([*others["drop_off"], drop], [*others["gain"], each]) - without
            for each in (gain, gain - error, gain + error)
        ]
    return pd.DataFrame(rows, index=["worth", *EDGES]).T


def _orders(drops, gains):
    return onboarding.activated(tideway(), drops, gains, USERS)
