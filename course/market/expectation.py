"""The expected-value engine: a week in closed form, without drawing anything."""

from dataclasses import dataclass

import numpy as np

from course.market import choice
from course.market.people import TASTES
from course.market.search import attention


@dataclass(frozen=True)
class Week:
    """What a week is expected to bring.

    `sessions`: total; `cvr`: share of sessions with an order; `abandonment`: share of sessions
    with a cart and no order; `cvr_of`: the CVR by device, (desktop, phone); `clicked`, `carted`,
    `items` (order lines), `units`, `revenue` ($) and `returned` (order lines): by product, shape
    (products,).
    """

    sessions: float
    cvr: float
    abandonment: float
    cvr_of: tuple
    clicked: np.ndarray
    carted: np.ndarray
    items: np.ndarray
    units: np.ndarray
    revenue: np.ndarray
    returned: np.ndarray


@dataclass(frozen=True)
class Chances:
    """The probabilities of every result page.

    `page`: product ids, `comes_back`: chance that a paid one is returned, both (queries, listed);
    `click` (queries, listed, tastes), `cart` and `order` (queries, listed, devices, tastes).
    """

    page: np.ndarray
    comes_back: np.ndarray
    click: np.ndarray
    cart: np.ndarray
    order: np.ndarray


def chances(world, *, price=None, pages=None, depth=None, available=None, days=None):
    """The Chances of a week.

    All arguments are by product, shape (products,): `price` in $, `depth` of a
    promotion that is shown (share off; already in the price), `available`
    (bool), `days` of delivery. `pages` keeps a ranking fixed.
    """
    p, products = world.p, world.products
    price = products["list_price"].to_numpy() if price is None else np.asarray(price, dtype=float)
    page, relevance, truth = world.ranking(price) if pages is None else pages
    position = world.price_position(price, depth)[page][..., None]
    column = {
        name: products[name].to_numpy()[page][..., None]
        for name in ("reviews", "rating", "appeal", "quality")
    }
    asked = world.queries["category"].to_numpy()
    taste = world.taste[asked][:, None, :]
    shown = 0.0 if depth is None else np.asarray(depth, dtype=float)[page][..., None]
    utility = choice.click_utility(
        p,
        relevance[..., None],
        column["reviews"],
        column["rating"],
        column["appeal"],
        position,
        taste,
        shown,
    )
    stocked = np.ones_like(page, dtype=bool) if available is None else np.asarray(available)[page]
    looked_at = attention(np.arange(1, page.shape[1] + 1), p.search.bias)
    by_place = np.moveaxis(utility, 1, -1)
    click = choice.clicks(p, by_place, stocked[:, None, :], looked_at)
    click = np.moveaxis(click, -1, 1)
    phone = np.array([0.0, 1.0])[:, None]
    deep = (..., None, slice(None))
    # Free delivery goes by the regular price: a price test near the threshold does not buy it.
    below = products["list_price"].to_numpy() < p.shipping.threshold
    fee = np.where(below, p.shipping.fee, 0.0)[page][..., None, None]
    wait = p.shipping.days if days is None else np.asarray(days, dtype=float)[page][..., None, None]
    cart = choice.cart(
        p,
        phone,
        column["rating"][deep],
        column["quality"][deep],
        position[deep],
        taste[deep],
        truth[..., None, None],
    )
    order = choice.order(p, phone, position[deep], taste[deep], fee, wait)
    base = world.categories["return_base"].to_numpy()[asked][:, None]
    overpromise = products["overpromise"].to_numpy()[page]
    back = choice.comes_back(p, base, overpromise, column["quality"][..., 0], truth)
    return Chances(page, back, click, cart, order)


def session_rates(world, *, factor=1.0, alive=None, weight=1.0):
    """Expected sessions a week by device and taste, shape (2, tastes).

    `alive`: chance of each user to be one still; `weight` (users,) counts some more.
    """
    users = world.users
    rate = users["rate"].to_numpy() * (1.0 if alive is None else alive) * weight
    cell = world.device * TASTES + users["taste"].to_numpy()
    return factor * np.bincount(cell, rate, minlength=2 * TASTES).reshape(2, TASTES)


def query_shares(world, demand=None):
    """Share of lists that each query opens.

    `demand` multiplies a category's queries, shape (categories,).
    """
    volume = world.queries["weekly_volume"].to_numpy()
    share = volume / volume.sum()
    return (
        share
        if demand is None
        else share * np.asarray(demand)[world.queries["category"].to_numpy()]
    )


def expected_week(world, *, factor=1.0, alive=None, demand=None, pages=None, **changes):
    """The expected Week.

    `factor` multiplies sessions (season, media); `changes` are those of `chances`.
    """
    odds = chances(world, pages=pages, **changes)
    rates = session_rates(world, factor=factor, alive=alive)
    share = query_shares(world, demand)
    lists = rates * (1.0 + world.p.arrival.lists)
    many = (
        session_rates(
            world, factor=factor, alive=alive, weight=1.0 + world.users["extra"].to_numpy()
        )
        / rates
    )
    carted = odds.click[:, :, None, :] * odds.cart
    paid = carted * odds.order
    weight = share[:, None, None, None] * lists
    count = len(world.products)

    def by_product(values):
        return np.bincount(odds.page.ravel(), values.ravel(), minlength=count)

    units = by_product((paid * weight * many).sum(axis=(2, 3)))
    price = changes.get("price")
    price = (
        world.products["list_price"].to_numpy() if price is None else np.asarray(price, dtype=float)
    )
    bought = (paid * weight).sum(axis=(2, 3))
    with_order, with_cart = (
        1.0 - _none(world.p, np.einsum("q,qldk->dk", share, each)) for each in (paid, carted)
    )
    sessions = rates.sum()
    return Week(
        sessions=float(sessions),
        cvr=float((rates * with_order).sum() / sessions),
        abandonment=float(1.0 - (rates * with_order).sum() / (rates * with_cart).sum()),
        cvr_of=tuple((rates * with_order).sum(axis=1) / rates.sum(axis=1)),
        clicked=by_product(
            (odds.click * (share[:, None] * lists.sum(axis=0))[:, None, :]).sum(axis=2)
        ),
        carted=by_product((carted * weight).sum(axis=(2, 3))),
        items=by_product(bought),
        units=units,
        revenue=units * price,
        returned=by_product(bought * odds.comes_back),
    )


def _none(p, chance):
    """Chance that none of a session's 1 + Poisson(lists) lists ends so, each with `chance`."""
    return (1.0 - chance) * np.exp(-p.arrival.lists * chance)
