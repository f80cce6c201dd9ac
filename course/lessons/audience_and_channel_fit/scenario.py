"""Five places to sell one product: where, and at what price?

Each channel takes a share of the price, some of it as a fee and some as ads;
parcels, returns and a fixed amount a month come on top; and the shoppers of one
channel are more sensitive to the price than those of another.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.audience_and_channel_fit.bank import CHANNELS
from course.market.rng import stream

UNIT_COST, REFERENCE, RETURN_COST = (
    14.0,
    34.0,
    10.0,
)  # $ a unit; demand is stated at the reference price
DEMAND = (493, 0.5)  # units a month at the reference price: lognormal (median, SD of the log)
FEE, ADS, FULFILMENT, RETURNS, ELASTICITY = (
    (0.05, 0.20),
    (0.02, 0.15),
    (3, 8),
    (0.03, 0.25),
    (1.8, 3.5),
)
FIXED = (0, 6000)  # $ a month
ERROR = 0.15  # demand and elasticity are known within this share
PRICES = (1.0, 500.0)


class Scenario:
    """Give each channel a price, or stay away from it; it earns the month's contribution.

    profit = units × (price × (1 − fee − ads) − 14 − fulfilment − 10 × return rate) − fixed, with
    units = demand × (price ÷ 34)^(−elasticity). The curriculum's version has fixed costs up to
    1,800; there one price everywhere earns nine tenths of what can be earned (a test shows it).
    """

    UNIT = "dollars of contribution in a month"
    DRAWS = 20
    G_FULL = 0.8

    def __init__(self, fixed=FIXED):
        self._fixed = fixed

    def _truth(self, seed):
        rng, count = stream(seed, "channels", "month"), len(CHANNELS)
        demand = DEMAND[0] * np.exp(DEMAND[1] * rng.standard_normal(count))
        true = pd.DataFrame(
            {"channel": CHANNELS}
            | {
                name: rng.uniform(*limits, count)
                for name, limits in {
                    "fee": FEE,
                    "ads": ADS,
                    "fulfilment": FULFILMENT,
                    "return_rate": RETURNS,
                    "fixed": self._fixed,
                    "elasticity": ELASTICITY,
                }.items()
            }
        )
        true = true.round(
            {"fee": 3, "ads": 3, "fulfilment": 2, "return_rate": 3, "fixed": 0}
        ).assign(demand=demand)
        seen = true.assign(
            demand=(demand * rng.uniform(1 - ERROR, 1 + ERROR, count)).round(),
            elasticity=(true["elasticity"] * rng.uniform(1 - ERROR, 1 + ERROR, count)).round(2),
        )
        return true, seen

    def observe(self, seed):
        """What a policy receives: `channels` (DataFrame of 5: channel, fee, ads, fulfilment,
        return_rate, fixed, elasticity, demand).
        """
        return {"channels": self._truth(seed)[1]}

    def value(self, seed, places):
        """Dollars a month of the prices `places`, {channel: price or None}. Raises
        InvalidAction.
        """
        true, _ = self._truth(seed)
        if type(places) is not dict:
            raise InvalidAction(
                "the places must be a dictionary, such as {'own web shop': 39.0, 'live-stream"
                " shop': None}"
            )
        if unknown := [each for each in places if each not in CHANNELS]:
            raise InvalidAction(f"{unknown[0]!r} is no channel")
        total = 0.0
        for row in true.itertuples():
            price = places.get(row.channel)
            if price is None:
                continue
            if type(price) not in (int, float) or not PRICES[0] <= price <= PRICES[1]:
                raise InvalidAction(
                    f"the price for {row.channel!r} must be None or a number from {PRICES[0]:g} to"
                    f" {PRICES[1]:g}"
                )
            units = row.demand * (price / REFERENCE) ** -row.elasticity
            total += (
                units
                * (
                    price * (1 - row.fee - row.ads)
                    - UNIT_COST
                    - row.fulfilment
                    - RETURN_COST * row.return_rate
                )
                - row.fixed
            )
        return float(total)
