"""The levers of the marketplace itself: ranking, shelf, campaign, merchants, commissions."""

import numpy as np
import pandas as pd

from course.market import assortment, promotion, ranking, supply, town
from course.market.quarter.levers import Lever

CATEGORIES = town.categories()
SHELF = "Drinkware"  # the category whose page and ranking are ours
RANKED, BATCHES, VIEWS, SWAPS = 30, 10, 1000, 12
COUNT, PLACES = 40, 12
APPLICANTS, VENUE_PLACES, DEPTHS = 60, 15, (0.10, 0.50)
SHOPS, ACTIONS_A_WEEK = 400, 20
MONTHS = 12 / 52  # of a week


class Ranking(Lever):
    """Effect: clicks relative to the old order's."""

    name, function = "order", "strategy"
    about = f"a list of all {RANKED} products of the ranked page, each once, first place first"

    def __init__(self, p, rng):
        every = town.products(SHELF)["product"].to_numpy()
        names = every[rng("ranking", "names").permutation(len(every))[:RANKED]]
        self._relevance, old = ranking.draw_page(p, rng("ranking", "relevance"), RANKED)
        log = ranking.swapped_log(
            p,
            rng("ranking", "log"),
            self._relevance,
            old,
            batches=BATCHES,
            views=VIEWS,
            swaps=SWAPS,
        )
        log.insert(1, "product", names[log.pop("item")])
        self.records = {"log": log.assign(attention=log["attention"].round(4))}
        self._p, self._place = p, {name: place for place, name in enumerate(names.tolist())}
        self.start = names[old].tolist()
        self._usual = self._clicks(self.start)

    def _clicks(self, order):
        return ranking.clicks(self._p, self._relevance[[self._place[each] for each in order]], 1)

    def check(self, action, now):
        order = self.subset(
            list(action) if isinstance(action, set) else action, self._place, RANKED
        )
        return order if len(order) == RANKED else self.refuse(f"{len(order)} are given")

    def effect(self, action):
        return self._clicks(action) / self._usual


class Shelf(Lever):
    """Effect: margin of the category's page relative to the usual page's."""

    name, function = "shelf", "category"
    about = f"a list of at most {PLACES} different products of the category's page"

    def __init__(self, p, rng):
        self._true = assortment.candidates(p, rng("shelf", "products"), SHELF, COUNT)
        seen, draw = self._true.copy(), rng("shelf", "estimates")
        seen["appeal"] = (seen["appeal"] * p.draw(draw, "error.appeal", COUNT)).round(3)
        seen["margin"] = (seen["margin"] * p.draw(draw, "error.margin", COUNT)).round(2)
        self._outside = p.choice.outside
        self.records = {"products": seen, "nothing": self._outside, "places": PLACES}
        worth = seen["appeal"] * seen["margin"]
        self.start = seen.loc[worth.nlargest(PLACES).index, "product"].tolist()
        self.slow = seen.loc[worth.nsmallest(PLACES).index, "product"].tolist()
        self._known, self._usual = set(seen["product"]), 1.0
        self._usual = self.effect(self.start)

    def check(self, action, now):
        return self.subset(action, self._known, PLACES)

    def effect(self, action):
        page = self._true[self._true["product"].isin(action)]
        return assortment.page_margin(page["appeal"], page["margin"], self._outside) / self._usual


class Campaign(Lever):
    """Effect: $ that the campaign of the event week adds."""

    name, function = "enrol", "activity"
    about = (
        f"a dictionary {{product: depth}} of at most {VENUE_PLACES} products, each depth {DEPTHS[0]:g} to"
        f" {DEPTHS[1]:g}"
    )

    def __init__(self, p, rng):
        draw = rng("campaign", "items")
        names, self._true = promotion.draw_applicants(p, draw, town.products(), APPLICANTS)
        draw, self._names = rng("campaign", "estimates"), names

        def near(name, error):
            return (self._true[name] + p.draw(draw, f"error.{error}", APPLICANTS)).round(2)

        items = pd.DataFrame(
            {"product": names}
            | {name: self._true[name] for name in ("base", "price", "margin")}
            | {
                "elasticity": near("elasticity", "cut"),
                "pulled": near("pulled", "share").clip(0),
                "stolen": near("stolen", "share").clip(0),
            }
        )
        self.records = {"items": items}
        top = (items["base"] * items["price"]).nlargest(VENUE_PLACES).index
        self.start = dict.fromkeys(items.loc[top, "product"], DEPTHS[0])

    def check(self, action, now):
        chosen = self.keys(action, self._names)
        if len(chosen) > VENUE_PLACES:
            self.refuse(f"{len(chosen)} products are enrolled")
        return {
            name: self.number(depth, *DEPTHS, f"the depth of the {name}")
            for name, depth in chosen.items()
        }

    def effect(self, action):
        places = [self._names.index(name) for name in action]
        true = {name: values[places] for name, values in self._true.items()}
        return float(promotion.campaign_profit(np.array(list(action.values())), **true).sum())


class Merchants(Lever):
    """Effect: what is done with shops; `week` says what they bring then. A week's action."""

    name, function, lasts = "merchants", "merchant", False
    about = (
        f"a dictionary {{shop: 'keep', 'coach' or 'suspend'}} of at most {ACTIONS_A_WEEK} shops, 0 to"
        f" {SHOPS - 1}"
    )

    def __init__(self, p, rng):
        self._p, self._rng, self.start = p, rng, {}
        self.rate, past, defects, self.ahead, self._young = supply.draw_shops(
            p, rng("merchants", "shops"), SHOPS
        )
        self._orders, self._known = past.copy(), defects.copy()
        self.coached, self.suspended = np.zeros((2, SHOPS), bool)
        self._reports = []  # (orders, defects) of weeks whose defects are not known yet

    def make_bad(self, shops):
        """A weakness: the `shops` with most orders ahead break much more than others."""
        worst = np.argsort(-self.ahead)[:shops]
        self.rate[worst] = self._p.run.bad_merchant
        self._known[worst] = np.round(self._orders[worst] * self._p.run.bad_merchant)
        self._young[worst] = False

    def check(self, action, now):
        chosen = self.keys(action, range(SHOPS))
        if len(chosen) > ACTIONS_A_WEEK:
            self.refuse(f"{len(chosen)} shops are given")
        if odd := [each for each in chosen.values() if each not in supply.ACTIONS]:
            self.refuse(f"{odd[0]!r:.60} cannot be done with a shop")
        return {int(shop): str(each) for shop, each in chosen.items()}

    def act(self, action):
        """Do what is asked; returns $ that coaching costs. Keeping lets a shop sell again."""
        newly = [s for s, each in action.items() if each == "coach" and not self.coached[s]]
        self.coached[newly] = True
        for shop, each in action.items():
            self.suspended[shop] = each == "suspend"
        return len(newly) * self._p.merchant.coaching_cost

    def _now(self):
        """(orders a quarter, defect rate) of each shop as things stand."""
        rate = np.where(self.coached, supply.coached(self._p, self.rate), self.rate)
        return np.where(self.suspended, 0.0, self.ahead), rate

    def adds(self):
        """$ a quarter against keeping every shop, as things stand."""
        worth = supply.action_worth(self._p, self.rate, self.ahead)
        coach = worth[1] + self._p.merchant.coaching_cost  # paid when it was done
        return float(np.where(self.suspended, worth[2], np.where(self.coached, coach, 0.0)).sum())

    def defect_rate(self):
        """Defects in orders of the shops that sell."""
        orders, rate = self._now()
        return float((orders * rate).sum() / max(orders.sum(), 1.0))

    def gone(self):
        """Share of usual orders that is suspended."""
        return float(self.ahead[self.suspended].sum() / self.ahead.sum())

    def forget(self):
        """Drop reports that are not known yet."""
        self._reports = []

    def played(self, week, weeks, lag):
        """Draw a week's orders and defects; defects are known `lag` weeks later."""
        draw, (orders, rate) = self._rng("merchants", "week", week), self._now()
        sold = draw.poisson(orders / weeks)
        self._reports.append((sold, draw.binomial(sold, rate)))
        if len(self._reports) > lag:
            sold, bad = self._reports.pop(0)
            self._orders, self._known = self._orders + sold, self._known + bad

    @property
    def records(self):
        """The shops as known: orders and defects of weeks that are old enough."""
        shops = {
            "shop": range(SHOPS),
            "orders": self._orders,
            "defects": self._known,
            "young": self._young,
            "coached": self.coached,
            "suspended": self.suspended,
        }
        return {"merchants": pd.DataFrame(shops)}


class Commission(Lever):
    """Effect: sellers that stay in the long run, relative to today, an array (categories,)."""

    name, function, changes = "commission", "business", 2

    def __init__(self, p, rng):
        self._p = p
        self.sales, self.elasticity = supply.draw_categories(
            p, rng("commission", "categories"), len(CATEGORIES)
        )
        draw = rng("commission", "trials")
        trials = supply.commission_trials(p, draw, CATEGORIES, self.sales, self.elasticity)
        categories = pd.DataFrame({"category": CATEGORIES, "sales": self.sales})
        self.records = {"categories": categories, "experiments": trials}
        self.start = [p.platform.take] * len(CATEGORIES)
        self._limits = p.run.commission_least, p.run.commission_most
        self.too_high = p.run.commission_wrong
        self.about = (
            f"a list of {len(CATEGORIES)} rates, {self._limits[0]:g} to {self._limits[1]:g}, changed"
            f" twice a quarter, in force {int(p.run.notice)} weeks later"
        )

    def check(self, action, now):
        if isinstance(action, np.ndarray):
            action = action.tolist()
        if not isinstance(action, (list, tuple)) or len(action) != len(CATEGORIES):
            self.refuse(f"{action!r:.60} is no list of {len(CATEGORIES)}")
        return [self.number(rate, *self._limits, "a rate") for rate in action]

    def effect(self, action):
        return supply.supply_left(self._p, np.array(action), self.elasticity)

    def brings(self, rates):
        """$ a week of each category at `rates`, if all sellers were there."""
        return (np.array(rates) - self._p.platform.serving) * self.sales * MONTHS
