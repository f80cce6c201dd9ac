"""What stands on a category's page or shelf, what it earns, and the records that a category keeps."""

import numpy as np
import pandas as pd

from course.market import choice, town


def candidates(p, rng, category, count):
    """Products of the town that want a place on `category`'s page: `count` rows.

    product, price ($), appeal (exponential of the utility for who looks at it, see
    `choice.click_utility`), margin ($ a sale). Dearer products appeal less; the rest of an appeal
    and the suppliers' terms are this season's.
    """
    every = town.products(category)
    return _season(p, rng, every.iloc[rng.permutation(len(every))[:count]], every)


def shelf(p, rng, names):
    """The products `names` of one category in a season, in this order; columns as `candidates`."""
    every = town.products()
    own = every.set_index("product").loc[list(names)].reset_index()
    return _season(p, rng, own, every[every["category"] == own["category"].iloc[0]])


def _season(p, rng, products, category):
    position = np.log(products["price"]) - np.log(category["price"]).mean()
    utility = choice.click_utility(
        p,
        p.page.relevance,
        p.product.reviews,
        p.product.rating,
        rng.standard_normal(len(products)),
        position.to_numpy(),
        taste=1.0,
    )
    terms = p.draw(rng, "page.terms", len(products))
    return pd.DataFrame(
        {
            "product": products["product"].to_numpy(),
            "price": products["price"].to_numpy(),
            "appeal": np.exp(utility),
            "margin": (products["price"] - products["cost"]).to_numpy() * terms,
        }
    )


def page_margin(appeal, margin, outside):
    """Dollars that a visitor of the page leaves on average.

    `appeal` and `margin` ($ a sale) of what stands on it, shape (products,); `outside` is the
    appeal of buying nothing. Talluri and van Ryzin (2004).
    """
    return float((choice.taken(np.asarray(appeal, float), outside) * margin).sum())


def group_year(p, rng, groups):
    """A year by group of products: group, sales ($), cost (of the goods sold, $), stock_start and
    stock_end (at cost, $).
    """
    sales = p.draw(rng, "group.sales", len(groups))
    cost = sales * p.draw(rng, "product.cost_share", len(groups))
    start, end = (cost * p.draw(rng, "group.stock", len(groups)) for _ in range(2))
    return pd.DataFrame(
        {"group": groups, "sales": sales, "cost": cost, "stock_start": start, "stock_end": end}
    ).round(2)


def baskets(p, rng, things, count, first, second):
    """What `count` visitors bought together: a list of lists, each thing once in a basket.

    Some of those who take `first` add `second`; empty baskets are left out.
    """
    chances, found = p.draw(rng, "basket.holds", len(things)), []
    for _ in range(count):
        has = rng.random(len(things)) < chances
        if has[things.index(first)] and rng.random() < p.basket.together:
            has[things.index(second)] = True
        if has.any():
            found.append([thing for thing, taken in zip(things, has, strict=True) if taken])
    return found


def launch(p, rng, new, siblings, others, promoted):
    """Units before and after a launch: product, role ("new", "sibling", "other" or "promoted"),
    after, units.

    The season moves everything by about one factor; the newcomer takes a share of its units from
    its siblings, in proportion to their size; a price cut of its own moves what is promoted.
    """
    season, share, sold = (p.draw(rng, f"launch.{each}") for each in ("season", "taken", "units"))
    before = p.draw(rng, "launch.sibling", len(siblings)).astype(float)
    elsewhere = p.draw(rng, "launch.other", len(others)).astype(float)
    usual = p.draw(rng, "launch.other", len(promoted)).astype(float)
    rows = [(new, "new", True, sold)]
    for role, names, units, lost, factor in (
        ("sibling", siblings, before, share * sold * before / before.sum(), 1.0),
        ("other", others, elsewhere, np.zeros(len(others)), 1.0),
        ("promoted", promoted, usual, np.zeros(len(promoted)), p.draw(rng, "launch.cut")),
    ):
        moved = season * factor * p.draw(rng, "launch.moves", len(names))
        for name, sold_before, moves, gone in zip(names, units, moved, lost, strict=True):
            rows += [
                (name, role, False, sold_before),
                (name, role, True, float(round(sold_before * moves - gone))),
            ]
    return pd.DataFrame(rows, columns=["product", "role", "after", "units"])
