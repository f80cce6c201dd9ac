"""Tideway: one world from one seed.

Everything that its shops, shoppers and searches are made of.
"""

import copy

import numpy as np
from scipy.optimize import brentq

from course.market import catalogue, choice, people, season
from course.market.expectation import expected_week
from course.market.parameters import Parameters

SIZES = {"S": (2_000, 300, 5), "M": (20_000, 1_200, 15), "L": (200_000, 10_000, 40)}


class World:
    """A marketplace with users, products, merchants and queries.

    Parameters
    ----------
    seed : int or str. The same seed gives the same world on every platform.
    size : "S" (2,000 users, 300 products), "M" (20,000 and 1,200) or "L" (200,000 and 10,000).
    overrides : dict of parameter names to values, see `course.market.parameters`.

    Attributes (DataFrames with true columns beside observable ones; use `course.market.tables`
    for what an operator sees): `users`, `products`, `merchants`, `categories`, `queries`; `p`
    (Parameters, intercepts re-centred); `season` (52 weekly factors); `device` (0 desktop, 1 phone,
    by user); `taste` (price sensitivity by category and kind of user); `pages`.
    """

    def __init__(self, seed, size="M", overrides=None):
        if size not in SIZES:
            raise ValueError(f"size is {size!r}; it must be one of {', '.join(SIZES)}")
        users, products, queries = SIZES[size]
        self.seed, self.size = seed, size
        self.p = p = Parameters(overrides)
        self.categories = catalogue.make_categories(seed, p)
        self.merchants = catalogue.make_merchants(seed, p, max(products // 20, 8))
        self.products = catalogue.make_products(seed, p, products, len(self.merchants))
        self.queries = catalogue.make_queries(seed, p, queries)
        self.users = people.make_users(seed, p, users)
        self.device = self.users["device"].cat.codes.to_numpy().astype(np.int64)
        self.season = season.weekly_index(seed, p)
        self.taste = self.categories["price_taste"].to_numpy()[:, None] * people.user_tastes(p)
        level = np.log(self.products["list_price"]).groupby(self.products["category"])
        self.base_level = level.mean().to_numpy()
        self.pages = self._pages()
        self._recentre()

    def _pages(self):
        """What does not change with prices, for each category.

        Product ids, relevance and truth of its queries.
        """
        return catalogue.match_words(self.products, self.queries)

    def ranking(self, price=None):
        """The result page of every query: product ids, relevance and truth.

        All of shape (queries, listed).

        `price` (products,) in $; the default is the list price.
        """
        p, products = self.p, self.products
        position = self.price_position(price)
        score_of = choice.rank_score(
            p,
            0.0,
            products["reviews"].to_numpy(),
            products["rating"].to_numpy(),
            products["appeal"].to_numpy(),
            position,
        )
        listed = int(p.search.listed)
        shape = (len(self.queries), listed)
        page, relevance, truth = np.zeros(shape, dtype=np.int64), np.zeros(shape), np.zeros(shape)
        category = self.queries["category"].to_numpy()
        for place, (ids, rel, true) in enumerate(zip(*self.pages, strict=True)):
            rows = np.flatnonzero(category == place)
            score = p.search.relevance * rel + score_of[ids]
            top = np.argsort(-score, axis=1, kind="stable")[:, :listed]
            page[rows] = ids[top]
            relevance[rows] = np.take_along_axis(rel, top, 1)
            truth[rows] = np.take_along_axis(true, top, 1)
        return page, relevance, truth

    def price_position(self, price=None, depth=None):
        """ln price against the category's yardstick, shape (products,).

        What is known to be a promotion does not move the yardstick.
        """
        base = self.products["list_price"].to_numpy()
        price = base if price is None else price
        regular = price if depth is None else price / (1.0 - np.asarray(depth))
        return choice.price_position(
            self.p, price, regular, base, self.products["category"].to_numpy(), self.base_level
        )

    def _recentre(self):
        """Bring the expected session CVR and cart abandonment to what `order` says.

        Two intercepts are moved.

        Price sensitivity that differs between users and categories makes the
        means of exponentials drift; without this the CVR changes whenever the
        spread does.
        """
        self.p = copy.deepcopy(self.p)
        pages = self.ranking()
        for _ in range(2):
            for group, target, aim in (
                (self.p.order, "abandonment", self.p.order.abandonment),
                (self.p.cart, "cvr", self.p.order.session_cvr),
            ):

                def miss(intercept, group=group, target=target, aim=aim):
                    group.intercept = intercept
                    return getattr(expected_week(self, pages=pages), target) - aim

                group.intercept = brentq(miss, group.intercept - 3, group.intercept + 3, xtol=1e-3)
