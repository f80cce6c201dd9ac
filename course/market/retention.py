"""How users stay and come back: repeat buying, coupons, messages and membership."""

import numpy as np
import pandas as pd
from scipy.special import expit


def repeat_chance(rate, drop, weeks):
    """Chance that someone who just bought buys again within `weeks`.

    (1 - drop)(1 - exp(-rate x weeks)); `rate`: orders a week.

    The first repeat of the BG/NBD model (Fader, Hardie and Lee, 2005).
    """
    return (1.0 - drop) * -np.expm1(-rate * weeks)


def shifted_drop(p, drop, defects=0.0, service=0.0):
    """The chance of dropping out after defects or with good service: both move its logit."""
    logit = np.log(drop) - np.log1p(-drop)
    return expit(logit + p.lifetime.defect_logit * defects + p.lifetime.service_logit * service)


def coupon_chances(p, frequency, recency, price_taste):
    """Chances to buy in the month of a coupon, (without, with) one.

    For users with standardised `frequency`, `recency` and `price_taste`.
    """
    base = p.coupon.base + p.coupon.habit * frequency + p.coupon.recency * recency
    uplift = p.coupon.uplift + p.coupon.price_taste * price_taste + p.coupon.frequency * frequency
    return expit(base), expit(base + uplift)


def coupon_margin(p, given, without, with_it):
    """Expected $ of margin of each customer who is `given` a coupon or not (true or false).

    `without` and `with_it` are chances as `coupon_chances` has them; shapes alike.
    """
    return np.where(given, with_it * (p.coupon.margin - p.coupon.face), without * p.coupon.margin)


def traits(rng, count):
    """Customers as `coupon_chances` wants them: frequency, recency and price_sensitivity, each
    standardised, a DataFrame of `count` rows.
    """
    names = ["frequency", "recency", "price_sensitivity"]
    return pd.DataFrame(rng.standard_normal((count, len(names))).round(3), columns=names)


def coupon_test(p, rng, frequency, recency, price_taste):
    """A coupon for every other customer, by lot: (treated, bought), 0 or 1 each, two arrays."""
    without, with_it = coupon_chances(p, frequency, recency, price_taste)
    treated = rng.permutation(np.arange(len(without)) % 2)
    bought = rng.random(len(without)) < np.where(treated == 1, with_it, without)
    return treated, bought.astype(int)


def scored_test(p, rng, count):
    """A randomised test that somebody has scored: bought, treated (0 or 1), score (higher: more
    moved, they say), a DataFrame.
    """
    moved = p.draw(rng, "scored.moved", count)
    treated = (rng.random(count) < p.draw(rng, "scored.treated")).astype(int)
    bought = rng.random(count) < np.clip(p.scored.base + moved * treated, 0, 1)
    score = (moved + p.draw(rng, "error.score", count)).round(4)
    return pd.DataFrame({"bought": bought.astype(int), "treated": treated, "score": score})


def absences(p, rng, count):
    """How long customers took to order again: days (until the next order, or until today),
    returned (1 if there was one), a DataFrame.

    Some keep to the shop's rhythm, the others stay away for a memoryless time.
    """
    rhythm, spread = p.draw(rng, "away.rhythm"), p.draw(rng, "away.spread")
    days = np.where(
        rng.random(count) < p.draw(rng, "away.rhythmic"),
        rhythm * np.exp(spread * rng.standard_normal(count)),
        rng.exponential(p.away.long, count),
    )
    day, seen = days.astype(int) + 1, p.draw(rng, "away.seen", count)
    return pd.DataFrame({"days": np.minimum(day, seen), "returned": (day <= seen).astype(int)})


def redemption_hazard(p, days_left, daily=0.02):
    """Chance to redeem an open coupon on a day; higher on the last two days."""
    return daily * np.where(np.asarray(days_left) <= 2, p.coupon.expiry, 1.0)


def message_response(p, frequency):
    """(orders, unsubscribes) a user and week at `frequency` messages a week.

    They are a f^b and u f^c, with b < 1 < c.
    """
    f = np.asarray(frequency, dtype=float)
    return (
        p.messaging.response * f**p.messaging.response_power,
        p.messaging.unsubscribe * f**p.messaging.unsubscribe_power,
    )


def membership_join(p, orders_a_year, benefit, fee):
    """Chance to join: what a member saves a year against the fee.

    `benefit` is $ an order, on more orders. Iyengar, Park and Yu (2022).
    """
    surplus = orders_a_year * (1.0 + p.membership.lift / 2.0) * benefit - fee
    return expit(surplus / p.membership.scale + p.membership.join)


def membership_orders(p, orders_a_year, committed=True, benefit=True):
    """Orders a year of a member.

    One part of the lift comes from the benefit, the rest from commitment.
    """
    share = p.membership.price_share * benefit + (1.0 - p.membership.price_share) * committed
    return orders_a_year * (1.0 + p.membership.lift * share)
