"""A shop's funnel by device, a panel of its peers, and money for two repairs.

Which steps are worth a repair? The gap to the peers is only a part of it: a
gap counts as much as the orders that pass it, and as the margin on them; it
must pay for the repair; and a panel of three shops says little.
"""

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from course.check import InvalidAction
from course.market.rng import stream
from course.once import once

WEEKS, REPAIRS = 13, 2
STEPS = ("cart", "checkout", "order")
# Sessions a week (median, SD of the log) and contribution margin ($ an order, before the repair) of
# each segment.
SEGMENTS = {
    "desktop": (9_000, 0.5, 16.0),
    "phone": (16_000, 0.5, 11.0),
    "tablet": (2_000, 0.6, 14.0),
    "app": (6_000, 0.6, 13.0),
}
MARGIN_SPREAD = 0.25
# Median rate of each step, and the SD of log-odds between shops and segments.
RATES, SPREAD = {"cart": 0.09, "checkout": 0.50, "order": 0.62}, 0.40
# Peers: log-odds around the shop's own level; a panel of n shops sees it with SD PANEL_NOISE /
# sqrt(n).
PANEL, PANEL_NOISE = (3, 60), 1.6
CLOSES = (0.2, 0.6)  # share of a true gap that a repair closes: 0.4 on average
COST, COST_SPREAD = {"cart": 3_500, "checkout": 2_500, "order": 2_500}, 0.8


class Scenario:
    """Choose up to two repairs; they earn the contribution of a quarter's further orders, less
    their cost.
    """

    UNIT = "dollars of contribution in a quarter"
    DRAWS = 60
    G_FULL = 0.9

    @staticmethod
    @once
    def _truth(seed):
        rng = stream(seed, "funnel", "shop")
        rows = []
        for segment, (size, spread, margin) in SEGMENTS.items():
            users = int(size * np.exp(spread * rng.standard_normal()))
            worth = round(float(margin * np.exp(MARGIN_SPREAD * rng.standard_normal())), 2)
            for step in STEPS:
                own, peer = logit(RATES[step]) + SPREAD * rng.standard_normal(2)
                shops = int(np.exp(rng.uniform(*np.log(PANEL))))
                told = expit(peer + PANEL_NOISE / np.sqrt(shops) * rng.standard_normal())
                passed = int(rng.binomial(users, expit(own)))
                rows.append(
                    {
                        "id": f"{segment}/{step}",
                        "segment": segment,
                        "step": step,
                        "users": users,
                        "passed": passed,
                        "margin": worth,
                        "cost": round(
                            float(COST[step] * np.exp(COST_SPREAD * rng.standard_normal())), -2
                        ),
                        "peer_rate": round(float(told), 4),
                        "shops": shops,
                        "usual_rate": RATES[step],
                        "own": expit(own),
                        "peer": expit(peer),
                        "closes": float(rng.uniform(*CLOSES)),
                    }
                )
                users = passed
        return pd.DataFrame(rows)

    def observe(self, seed):
        """What a policy receives, three DataFrames of 12 rows.

        `funnel`: id ("phone/checkout"), segment, step, users who reached the
        step before, passed (users who reached this one, a week), margin ($ an
        order). `peers`: id, peer_rate (share), shops (in the panel), usual_rate (median of all
        shops). `cost`: id, cost ($, once).
        """
        truth = self._truth(seed)
        return {
            "funnel": truth[["id", "segment", "step", "users", "passed", "margin"]],
            "peers": truth[["id", "peer_rate", "shops", "usual_rate"]],
            "cost": truth[["id", "cost"]],
        }

    def value(self, seed, chosen):
        """Dollars that the repairs in the list of ids `chosen` earn in a quarter. Raises
        InvalidAction.
        """
        truth = self._truth(seed)
        if type(chosen) is not list or not all(type(each) is str for each in chosen):
            raise InvalidAction(
                "the choice must be a list of ids, such as ['phone/checkout', 'app/cart']"
            )
        if unknown := [each for each in chosen if each not in set(truth["id"])]:
            raise InvalidAction(f"{unknown[0]!r} is no step of this funnel")
        if len(set(chosen)) < len(chosen):
            raise InvalidAction("a step stands in the list more than once")
        if len(chosen) > REPAIRS:
            raise InvalidAction(
                f"{len(chosen)} repairs were chosen, and there is money for {REPAIRS}"
            )
        repaired = truth["id"].isin(chosen)
        better = truth["own"] + repaired * truth["closes"] * (truth["peer"] - truth["own"]).clip(
            lower=0
        )
        earned = 0.0
        for _, part in truth.assign(better=better).groupby("segment"):
            sessions, worth = part["users"].iloc[0], part["margin"].iloc[0]
            earned += WEEKS * sessions * (part["better"].prod() - part["own"].prod()) * worth
        return float(earned - truth.loc[repaired, "cost"].sum())
