"""The levers of Tideway's own shop of bags: title, page, prices, delivery, stock."""

import numpy as np
import pandas as pd

from course.market import pages, prices, promotion, supply, titles, town
from course.market.quarter.levers import Lever
from course.market.search import SearchPage

SHOP, CATEGORY = "Fennmoor Bags", "Bags"
PRODUCTS = town.products(shop=SHOP)[:20]
NAMES = PRODUCTS["product"].tolist()
MAX_WORDS, QUERIES, RIVALS, FACTS = 9, 60, 80, 4
MODULES, PLACES, PAIRS, PAGES, TEST_VIEWS = town.names("modules"), 5, 4, 24, 3000
WEEKS, BASKETS = 26, 300
MOST_UNITS = 5_000  # of a product and week


class Title(Lever):
    """Effect: what the title adds to the shop's demand, a share of it."""

    name, function = "title", "category"
    about = f"a list of one to {MAX_WORDS} different words of the product's vocabulary"

    def __init__(self, p, rng):
        kind, weights = titles.draw_category(p, rng("title", "category"), CATEGORY)
        self._product = product = titles.draw_product(p, rng("title", "product"), kind)
        queries = titles.draw_queries(p, rng("title", "queries"), kind, weights, QUERIES)
        rivals = titles.draw_rivals(p, rng("title", "rivals"), kind, weights, RIVALS)
        self.records = {"product": product, "query_log": queries, "rivals": rivals}
        ahead = titles.next_week(p, rng("title", "next week"), queries)
        self._page, self._p = SearchPage(product, ahead, rivals), p
        facts = [word for word in product["true"] if word != product["noun"]]
        self.start = [product["brand"].lower(), product["noun"], *facts[:FACTS]]
        self._usual = self._page.orders(self.start)

    def check(self, action, now):
        words = self.subset(action, self._product["vocabulary"], MAX_WORDS)
        return words or self.refuse("it is empty")

    def effect(self, action):
        usual = max(self._usual, self._p.run.listing)
        more = (self._page.orders(action) - self._usual) / usual
        return self._p.run.search_share * more

    def untrue(self, action):
        """Words of the title that are not true of the product: a guardrail."""
        return self._page.untrue(action)


class Page(Lever):
    """Effect: (CVR relative to the usual page, share of orders returned)."""

    name, function = "modules", "category"
    about = f"a list of at most {PLACES} different modules of a detail page"

    def __init__(self, p, rng):
        self._p = p
        self._modules = pages.draw_modules(p, rng("page", "modules"), len(MODULES), PAIRS)
        tested = pages.draw_tests(p, rng("page", "tests"), self._modules, PAGES, TEST_VIEWS)
        rows, orders, returns = tested
        tests = pd.DataFrame(rows, columns=list(MODULES))
        self.records = {"tests": tests.assign(views=TEST_VIEWS, orders=orders, returns=returns)}
        self.start = list(MODULES[:PLACES])
        self._usual = self._rates(self.start)[0]

    def _rates(self, modules):
        row = np.array([[int(name in modules) for name in MODULES]])
        cvr, returned = pages.rates(self._p, row, self._modules)
        return float(cvr[0]), float(returned[0])

    def check(self, action, now):
        return self.subset(action, MODULES, PLACES)

    def effect(self, action):
        cvr, returned = self._rates(action)
        return cvr / self._usual, returned

    def promises_most(self):
        """The modules after which most comes back."""
        return [MODULES[place] for place in np.argsort(-self._modules.back)[:PLACES]]


class Prices(Lever):
    """Effect: units relative to those at the usual price, an array (products,)."""

    name, function = "prices", "pricing"

    def __init__(self, p, rng):
        self._p, self._rng = p, rng
        self.price, self.cost, self.units, self._elasticity = prices.draw_shop(
            p, rng("prices", "products"), PRODUCTS
        )
        history = prices.draw_history(
            p, rng("prices", "history"), NAMES, self.price, self.units, self._elasticity, WEEKS
        )
        # What a unit costs that is kept: of those sent, some come back and cost their handling.
        back = p.modules.returned
        cost = (self.cost + p.modules.return_cost * back / (1 - back)).round(2)
        products = pd.DataFrame({"product": NAMES, "price": self.price, "cost": cost})
        self.records = {"history": history, "products": products}
        self.start = dict(zip(NAMES, self.price.tolist(), strict=True))
        self.about = (
            f"a dictionary {{product: $}}, each within {p.run.price_step:.0%} of last week's and"
            f" between {p.run.price_least:g} and {p.run.price_most:g} times the first price"
        )

    def check(self, action, now):
        q, new = self._p.run, dict(now)
        for product, price in self.keys(action, NAMES).items():
            first, last = self.start[product], now[product]
            low = max(q.price_least * first, (1 - q.price_step) * last)
            high = min(q.price_most * first, (1 + q.price_step) * last)
            new[product] = self.number(price, low, high, f"the price of the {product}")
        return new

    def effect(self, action):
        now = np.array([action[name] for name in NAMES])
        return (now / self.price) ** -self._elasticity


class Delivery(Lever):
    """Effect: $ that an order leaves beyond what it leaves at the usual threshold."""

    name, function = "threshold", "pricing"

    def __init__(self, p, rng):
        self._p = p
        median, taste = p.membership.basket, rng("delivery", "baskets")
        self._baskets = (median * p.draw(taste, "membership.taste", BASKETS)).round(2)
        cost = round(p.draw(rng("delivery", "cost"), "membership.shipping"), 2)
        self._fee, self._cost, self._margin = p.shipping.fee, cost, p.run.margin
        self.records = {
            "baskets": self._baskets,
            "fee": self._fee,
            "cost": cost,
            "margin": self._margin,
        }
        self.start = p.shipping.threshold
        self._most = p.run.threshold_most
        self._usual = self._profit(self.start)
        self.about = f"a basket in $ from which delivery is free, 0 to {self._most:g}"

    def _profit(self, threshold):
        """$ an order."""
        terms = self._fee, self._cost, self._margin
        return promotion.threshold_profit(self._p, threshold, self._baskets, *terms) / BASKETS

    def check(self, action, now):
        return self.number(action, 0, self._most)

    def effect(self, action):
        return self._profit(action) - self._usual


class Stock(Lever):
    """Effect: units ordered, an array (products,), or None: what was asked for last week."""

    name, function = "reorder", "category"
    about = (
        f"a dictionary {{product: units}}, 0 to {MOST_UNITS:,} of each, the others as last time, or"
        " None: what was asked for last week is ordered again; it comes weeks later"
    )

    def __init__(self, p, rng, units):
        self.units, self.variation = (
            units,
            p.draw(rng("stock", "variation"), "stock.variation", len(NAMES)),
        )
        sigma = np.sqrt(np.log1p(self.variation**2))
        mu = np.log(units) - sigma**2 / 2
        history = supply.draw_demand(rng("stock", "history"), mu, sigma, WEEKS)
        self.records = {"history": pd.DataFrame(history, columns=NAMES)}

    def check(self, action, now):
        if action is None:
            return None
        new = dict.fromkeys(NAMES, 0.0) if now is None else dict(now)
        for product, units in self.keys(action, NAMES).items():
            new[product] = round(self.number(units, 0, MOST_UNITS, f"the order of {product}"), 2)
        return new

    def effect(self, action):
        return None if action is None else np.array([action[name] for name in NAMES])
