"""How users stay and come back: repeat buying, coupons, messages and membership."""

import numpy as np
import pandas as pd
from scipy.special import expit, logit


def repeat_chance(rate, drop, weeks):
    """Chance that someone who just bought buys again within `weeks`.

    (1 - drop)(1 - exp(-rate x weeks)); `rate`: orders a week.

    The first repeat of the BG/NBD model (Fader, Hardie and Lee, 2005).
    """
    return (1.0 - drop) * -np.expm1(-rate * weeks)


def purchases(rng, rate, leave, weeks):
    """(x, tx, alive) after so many weeks: repeat purchases, week of the last (0 if none), whether
    still a customer; arrays, one entry a customer.

    Purchases come at each customer's own `rate` (a week) until, after some purchase, the customer
    leaves for good, with chance `leave`. Fader, Hardie and Lee (2005), BG/NBD.
    """
    clock, x, last = np.zeros(len(rate)), np.zeros(len(rate), dtype=int), np.zeros(len(rate))
    buying = np.ones(len(rate), dtype=bool)
    alive = buying.copy()
    while buying.any():
        clock += rng.exponential(1 / rate)
        bought = buying & (clock < weeks)
        x += bought
        last[bought] = clock[bought]
        left = bought & (rng.random(len(rate)) < leave)
        alive &= ~left
        buying = bought & ~left
    return x, last, alive


def still_customer(fit, x, last, weeks):
    """Chance that who bought `x` >= 1 times again, in week `last` for the last time, has not left
    after `weeks`.

    `fit` has shape, scale, drop_a and drop_b, such as `p.cdnow`. Fader, Hardie and Lee (2005).
    """
    silence = ((fit.scale + weeks) / (fit.scale + last)) ** (fit.shape + x)
    return 1 / (1 + fit.drop_a / (fit.drop_b + x - 1) * silence)


def purchases_ahead(rate, leave, weeks):
    """Expected purchases in the next `weeks` of somebody who has not left.

    (1 - exp(-rate x leave x weeks)) / leave; the expectation of `purchases`.
    """
    return -np.expm1(-rate * leave * weeks) / leave


def saved(rate, leave, service, weeks):
    """Purchases that a service saves in the next `weeks` with somebody who has not left.

    It multiplies the chance of leaving after a purchase by `service`.
    """
    return purchases_ahead(rate, service * leave, weeks) - purchases_ahead(rate, leave, weeks)


def customers(p, rng, count):
    """(rate a week, chance of leaving after a purchase) of one shop's customers: two arrays."""
    rate = rng.gamma(p.buyer.shape, 1 / p.buyer.scale, count)
    return rate, rng.beta(p.lifetime.drop_a, p.buyer.drop_b, count)


def clientele(p, rng, count):
    """(rate, chance of leaving, weeks since the first purchase) of customers of a shop whose
    clientele is drawn too: three arrays.
    """
    weeks = p.draw(rng, "clientele.seen", count)
    shape, scale = p.draw(rng, "clientele.shape"), p.draw(rng, "clientele.scale")
    rate = rng.gamma(shape, 1 / scale, count)
    a, b = p.draw(rng, "clientele.drop_a"), p.draw(rng, "clientele.drop_b")
    return rate, rng.beta(a, b, count), weeks


def monthly_orders(p, rng, months, newcomers):
    """Orders of a young shop's first `months`: DataFrame customer (1 ...), month (0 ...).

    In the first month about `newcomers` come, later more. Somebody may order twice in a month.
    """
    rows, number, stay = [], 0, p.draw(rng, "cohort.stay")
    for first in range(months):
        for _ in range(int(rng.poisson(newcomers * (1 + p.cohort.growth * first)))):
            number += 1
            active, month = rng.beta(p.cohort.active_a, p.cohort.active_b), first
            while month < months:
                if month == first or rng.random() < active:
                    rows += [(number, month)] * int(1 + rng.poisson(p.cohort.again))
                month += 1
                if rng.random() > stay:
                    break
    return pd.DataFrame(rows, columns=["customer", "month"])


def mail_test(p, rng, segments, most):
    """What tests of mail showed: DataFrame segment, sends (0 to `most` a week), profit ($ a
    subscriber and week), leaves (share unsubscribing in a week).

    Each further message earns less than the one before, and unsubscribing grows as in
    `message_response`.
    """
    sends, parts = np.arange(most + 1), []
    for segment in segments:
        first, fade, tired = (
            p.draw(rng, each) for each in ("mail.first", "mail.fade", "messaging.unsubscribe")
        )
        profit = first * (1 - fade**sends) / (1 - fade)
        leaves = tired * sends**p.messaging.unsubscribe_power
        rows = {"sends": sends, "profit": profit.round(4), "leaves": leaves.round(5)}
        parts.append(pd.DataFrame({"segment": segment} | rows))
    return pd.concat(parts, ignore_index=True)


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


def coupon_record(p, rng, assigned, fetched):
    """Last month's coupons: DataFrame frequency, recency, price_sensitivity, how, treated, bought.

    `assigned` customers are a randomised test (`coupon_test`). `fetched` ones opened the shop's
    coupon page and took one: all of them are treated, and mean to order.
    """
    tested = traits(rng, assigned)
    treated, bought = coupon_test(p, rng, *(tested[name].to_numpy() for name in tested))
    own = traits(rng, fetched)
    _, with_it = coupon_chances(p, *(own[name].to_numpy() for name in own))
    meant = rng.random(fetched) < expit(logit(with_it) + p.coupon.intent)
    table = pd.concat(
        [
            tested.assign(how="assigned", treated=treated, bought=bought),
            own.assign(how="fetched", treated=1, bought=meant.astype(int)),
        ]
    )
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


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


def membership_join(p, orders_a_year, benefit, fee, lift=None):
    """Chance to join: what a member saves a year against the fee.

    `benefit` is $ an order, on more orders: half of the `lift` (usually the town's) is foreseen.
    Iyengar, Park and Yu (2022).
    """
    lift = p.membership.lift if lift is None else lift
    surplus = orders_a_year * (1.0 + lift / 2.0) * benefit - fee
    return expit(surplus / p.membership.scale + p.membership.join)


def membership_orders(p, orders_a_year, committed=True, benefit=True):
    """Orders a year of a member.

    One part of the lift comes from the benefit, the rest from commitment.
    """
    share = p.membership.price_share * benefit + (1.0 - p.membership.price_share) * committed
    return orders_a_year * (1.0 + p.membership.lift * share)


def programme(p, users, costs, terms, lift):
    """(chance that each user joins, $ a year by which their joining changes the shop's profit).

    `users` has orders (a year) and basket ($), `costs` margin (share of the basket) and shipping
    ($ an order). `terms`: (fee $ a year, cash back as a share of the basket). `lift`: share of
    orders that a member makes more.
    """
    (fee, back), orders, basket = terms, users["orders"], users["basket"]
    joins = membership_join(p, orders, costs["shipping"] + back * basket, fee, lift)
    before = basket * costs["margin"]
    order = before - costs["shipping"] - back * basket
    return joins, fee + orders * (1 + lift) * order - orders * before


def regulars(p, rng, count):
    """A shop's regular customers: a DataFrame orders (a year, without membership), basket ($).

    Order rates are very unequal: gamma, with a mean of the shop's own.
    """
    mean, shape = p.draw(rng, "membership.orders"), p.membership.shape
    orders = rng.gamma(shape, mean / shape, count).round(2)
    usual = p.draw(rng, "membership.basket")
    basket = (usual * p.draw(rng, "membership.taste", count)).round(2)
    return pd.DataFrame({"orders": orders, "basket": basket})


def programme_test(p, rng, mean_orders, lift, further):
    """What tests of a membership showed: group, users, orders (in a year), a DataFrame of three.

    `lift` is what free shipping adds to `mean_orders` (a user and year), `further` what the cash
    back of the third group adds to that.
    """
    base = p.membership.tested * mean_orders
    shipped = lift * p.draw(rng, "error.lift")
    back = shipped + further * p.draw(rng, "error.lift")
    orders = [round(base), round(base * (1 + shipped)), round(base * (1 + back))]
    groups = ["nothing", "free shipping", "free shipping and 4% back"]
    return pd.DataFrame({"group": groups, "users": p.membership.tested, "orders": orders})


def members(p, rng, count):
    """Members of one year: DataFrame member, orders, orders_without (what the likes of them order
    without it), basket ($ an order).
    """
    without = rng.gamma(p.member.shape, p.member.scale, count).round(1)
    table = {
        "member": np.arange(1, count + 1),
        "orders": (without * p.draw(rng, "member.orders", count)).round(1),
        "orders_without": without,
        "basket": p.draw(rng, "member.basket", count).round(2),
    }
    return pd.DataFrame(table)


BANDS = {"0-50": 50, "50-100": 100, "100-200": 200, "200-300": 300, "over 300": np.inf}  # $ up to


def joiners(p, rng, count):
    """Customers, half a year before and after a programme began: DataFrame member (bool), band (of
    spending before), before, after ($).

    Those who spend much join, and would have fallen back anyway.
    """
    before = rng.gamma(p.joiner.shape, p.joiner.scale, count)
    luck, limit = rng.random(count), p.draw(rng, "joiner.limit")
    member = luck < expit((before - limit) / p.joiner.width)
    trend = p.joiner.rest - p.draw(rng, "joiner.fall") * before
    effect = p.draw(rng, "joiner.effect") * member
    after = before + trend + effect + p.draw(rng, "joiner.noise", count)
    band = pd.cut(before, [-1, *BANDS.values()], labels=list(BANDS)).astype(str)
    table = {"member": member, "band": band, "before": before, "after": np.maximum(0.0, after)}
    return pd.DataFrame(table).round(2)


def points(p, rng, count):
    """Points on 31 December: DataFrame user, last_year and this_year (points given in those years),
    used (since the start of last year).
    """
    last, this = (rng.poisson(p.draw(rng, "points.given", count)) for _ in range(2))
    idle = rng.random(count) < p.points.idle
    share = np.where(idle, p.points.idle_used, p.draw(rng, "points.used", count))
    used = rng.binomial(last + this, share)
    users = np.arange(1, count + 1)
    return pd.DataFrame({"user": users, "last_year": last, "this_year": this, "used": used})
