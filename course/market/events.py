"""The event engine: sessions, result pages, carts, orders, returns and reviews drawn one by one.

It draws from the very probabilities that the expected-value engine adds up.
Every kind of chance has a stream of its own for every week, so that a change
of prices never changes who comes, and a change of bids changes nothing but ads.
"""

from dataclasses import dataclass

import numpy as np

from course.market.expectation import chances, query_shares
from course.market.rng import stream


@dataclass(frozen=True)
class WeekLog:
    """What happened in one week, as arrays.

    `list_*` have one entry a result page, `item_*` one a paid item.

    `session_user` (sessions,); `list_session`, `list_query`, `list_place` (clicked place from 0,
    -1: none), `list_carted` and `list_paid` (bool); `page` (queries, listed): product ids as they
    were ranked; `item_list`, `item_product`, `item_units`, `item_returned` (bool), `item_stars` (0:
    no review).
    """

    week: int
    session_user: np.ndarray
    list_session: np.ndarray
    list_query: np.ndarray
    list_place: np.ndarray
    list_carted: np.ndarray
    list_paid: np.ndarray
    page: np.ndarray
    item_list: np.ndarray
    item_product: np.ndarray
    item_units: np.ndarray
    item_returned: np.ndarray
    item_stars: np.ndarray


def poisson_counts(uniform, mean):
    """Poisson counts from uniform numbers, never falling as `mean` rises.

    Both of shape (n,), means below about 50.

    Walks up the distribution for all at once: scipy's poisson.ppf gives the same
    counts and took two thirds of the engine's time.
    """
    counts = np.zeros(len(mean), dtype=np.int64)
    open_ = np.arange(len(mean))
    chance = np.exp(-mean)
    reached = chance.copy()
    step = 0
    while True:
        going = uniform[open_] > reached
        open_ = open_[going]
        if not len(open_):
            return counts
        step += 1
        counts[open_] = step
        chance = chance[going] * mean[open_] / step
        # Where rounding keeps the sum below the uniform number, the tail is nothing: stop there.
        reached = np.where(chance > 1e-18, reached[going] + chance, 1.0)


def draw_week(world, week, *, alive=None, factor=1.0, demand=None, odds=None, **changes):
    """One week of Tideway as a WeekLog.

    The arguments are those of `expected_week`; `alive` (users,) is bool.

    `odds`, the Chances that `changes` lead to, may be given where they are known already.
    """
    p, users = world.p, world.users
    rng = {
        name: stream(world.seed, "events", name, week)
        for name in ("arrive", "lists", "query", "click", "cart", "order", "units", "after")
    }
    rate = users["rate"].to_numpy() * factor * (1.0 if alive is None else alive)
    # One uniform number a user, turned into a count: more traffic adds sessions and takes none
    # away.
    visits = poisson_counts(rng["arrive"].random(len(users)), rate)
    session_user = np.repeat(np.arange(len(users)), visits)
    lists = 1 + rng["lists"].poisson(p.arrival.lists, len(session_user))
    list_session = np.repeat(np.arange(len(session_user)), lists)
    share = query_shares(world, demand)
    size = len(list_session)
    # With `demand` above or below 1 the shares no longer add up to 1: the rest are lists of
    # nothing.
    edge = np.cumsum(share) / max(share.sum(), 1.0)
    query = np.searchsorted(edge, rng["query"].random(size), side="right")
    real = query < len(share)
    query = np.where(real, query, 0)

    odds = chances(world, **changes) if odds is None else odds
    user = session_user[list_session]
    device, taste = world.device[user], users["taste"].to_numpy()[user]
    ladder = np.cumsum(np.moveaxis(odds.click, 1, 2), axis=2)  # (queries, tastes, listed)
    draw = rng["click"].random(size)
    place = np.empty(size, dtype=np.int64)
    for start in range(0, size, 50_000):  # blocks that stay in the cache
        part = slice(start, start + 50_000)
        place[part] = (ladder[query[part], taste[part]] < draw[part, None]).sum(axis=1)
    clicked = real & (place < odds.page.shape[1])
    place = np.where(clicked, place, 0)
    carted = clicked & (rng["cart"].random(size) < odds.cart[query, place, device, taste])
    paid = carted & (rng["order"].random(size) < odds.order[query, place, device, taste])

    item_list = np.flatnonzero(paid)
    product, comes_back = (
        each[query[item_list], place[item_list]] for each in (odds.page, odds.comes_back)
    )
    after = rng["after"].random((3, len(item_list)))
    quality = world.products["quality"].to_numpy()[product]
    stars = np.clip(
        np.round(4.3 + 0.25 * quality + p.review.noise * (after[2] - 0.5) * np.sqrt(12)), 1, 5
    ).astype(np.int8)
    return WeekLog(
        week=week,
        session_user=session_user,
        list_session=list_session,
        list_query=query.astype(np.int32),
        list_place=np.where(clicked, place, -1).astype(np.int8),
        list_carted=carted,
        list_paid=paid,
        page=odds.page,
        item_list=item_list,
        item_product=product,
        item_units=1 + rng["units"].poisson(users["extra"].to_numpy()[user[item_list]]),
        item_returned=after[0] < comes_back,
        item_stars=np.where(after[1] < p.review.rate, stars, 0).astype(np.int8),
    )


def drop_out(world, log, alive, week):
    """Who is left after a week: everyone who bought drops out with a chance of their own.

    BG/NBD (Fader, Hardie and Lee, 2005).
    """
    buyers = (
        np.bincount(log.session_user[log.list_session[log.item_list]], minlength=len(alive)) > 0
    )
    gone = (
        stream(world.seed, "events", "drop", week).random(len(alive))
        < world.users["drop"].to_numpy()
    )
    return alive & ~(buyers & gone)


def draw_weeks(world, weeks=13, **arguments):
    """`weeks` weeks in a row as a list of WeekLog, with people joining and dropping out.
    `arguments` are those of `chances`.
    """
    odds = chances(world, **arguments)
    signup = world.users["signup"].to_numpy()
    gone = np.zeros(len(signup), dtype=bool)
    logs = []
    for week in range(1, weeks + 1):
        alive = (signup <= week) & ~gone
        logs.append(
            draw_week(world, week, alive=alive, factor=world.season[(week - 1) % 52], odds=odds)
        )
        gone |= alive & ~drop_out(world, logs[-1], alive, week)
    return logs
