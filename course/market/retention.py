"""How users stay and come back: repeat buying, coupons, messages and membership."""

import numpy as np
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
    """Chances to buy this week, (without, with) a coupon.

    For users with standardised `frequency`, `recency` and `price_taste`.
    """
    base = p.coupon.base + p.coupon.habit * frequency + p.coupon.recency * recency
    uplift = p.coupon.uplift + p.coupon.price_taste * price_taste + p.coupon.frequency * frequency
    return expit(base), expit(base + uplift)


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
