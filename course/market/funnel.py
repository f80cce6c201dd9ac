"""A shop's funnel by device beside a panel of its peers, what repairs earn, and a mix of devices."""

import numpy as np
import pandas as pd
from scipy.special import expit, logit

SEGMENTS = ("desktop", "phone", "tablet", "app")
STEPS = ("cart", "checkout", "order")


def draw_shop(p, rng):
    """One row a segment and step: what is seen of it, and what is not, a DataFrame.

    Seen: id ("phone/checkout"), segment, step, users (who reached the step before, a week), passed,
    margin ($ an order), cost ($ of a repair), peer_rate (of a panel of `shops`), usual_rate.
    Never shown: own and peer (true rates), closes (share of the gap that a repair closes).
    """
    rows = []
    for segment in SEGMENTS:
        users = int(p.draw(rng, f"funnel.{segment}_users"))
        margin = round(p.draw(rng, f"funnel.{segment}_margin"), 2)
        for step in STEPS:
            usual = getattr(p.funnel, step)
            own, peer = logit(usual) + p.draw(rng, "funnel.shop", 2)
            shops = int(p.draw(rng, "funnel.panel"))
            told = expit(peer + p.funnel.panel_noise / np.sqrt(shops) * rng.standard_normal())
            passed = int(rng.binomial(users, expit(own)))
            row = {"id": f"{segment}/{step}", "segment": segment, "step": step, "users": users}
            row |= {"passed": passed, "margin": margin}
            row |= {"cost": round(p.draw(rng, f"repair.{step}"), -2)}
            row |= {"peer_rate": round(float(told), 4), "shops": shops, "usual_rate": usual}
            row |= {"own": expit(own), "peer": expit(peer), "closes": p.draw(rng, "repair.closes")}
            rows.append(row)
            users = passed
    return pd.DataFrame(rows)


def repaired(shop, chosen, weeks):
    """Dollars that repairs of the steps `chosen` (a boolean column) earn in so many weeks.

    Further orders times margin, less the repairs; `shop` as `draw_shop` gives it. A repair closes a
    part of the gap to the peers where there is one.
    """
    gap = (shop["peer"] - shop["own"]).clip(lower=0)
    better = shop["own"] + chosen * shop["closes"] * gap
    earned = 0.0
    for _, part in shop.assign(better=better).groupby("segment"):
        sessions, margin = part["users"].iloc[0], part["margin"].iloc[0]
        earned += weeks * sessions * (part["better"].prod() - part["own"].prod()) * margin
    return float(earned - shop.loc[chosen, "cost"].sum())


def draw_mix(p, rng):
    """Step rates of two devices (lists of three) and phones' `share` of sessions, percent; a dict."""
    devices = {
        device: [round(p.draw(rng, f"mix.{device}_{step}"), 3) for step in STEPS]
        for device in ("desktop", "phone")
    }
    return devices | {"share": int(p.draw(rng, "mix.phones"))}


def mixed(shop, sessions, share, lift=0.0):
    """People at each stage, in all and by device, with phones' `share` in percent and every rate of
    the last step lifted by a share; `shop` as `draw_mix` gives it. A dict.
    """
    counts = {}
    for device, part in (("desktop", 1 - share / 100), ("phone", share / 100)):
        *early, last = shop[device]
        people = [sessions * part]
        for rate in (*early, last * (1 + lift)):
            people.append(people[-1] * rate)
        counts[device] = people
    return counts | {"total": [sum(both) for both in zip(*counts.values(), strict=True)]}
