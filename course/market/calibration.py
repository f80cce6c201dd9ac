"""Is Tideway like a real marketplace?

Every stylised fact: how it is measured, its band, and where the band comes from.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.stats import norm

from course.market import ads, media, retention
from course.market.events import draw_weeks
from course.market.expectation import chances, expected_week

SEEDS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Fact:
    """A stylised fact: `low` to `high` is where it must lie; `source` with year, or "folklore".

    `lessons` are the slugs of those whose decision, widget or data rest on it.
    """

    name: str
    low: float
    high: float
    source: str
    lessons: tuple


FACTS = {
    "session_cvr": Fact(
        "Session CVR",
        0.020,
        0.035,
        "common range, folklore",
        ("operations_map", "metrics_and_funnel", "conversion_rate"),
    ),
    "desktop_cvr": Fact(
        "Desktop CVR",
        0.035,
        0.048,
        "industry reports, 4.14 to 4.44%",
        ("metrics_and_funnel", "conversion_rate"),
    ),
    "phone_cvr": Fact(
        "Phone CVR",
        0.014,
        0.024,
        "industry reports, 1.55 to 1.79%",
        ("metrics_and_funnel", "conversion_rate"),
    ),
    "phone_to_desktop": Fact(
        "Phone CVR / desktop CVR", 0.35, 0.60, "industry reports, 0.40", ("metrics_and_funnel",)
    ),
    "abandonment": Fact(
        "Cart abandonment",
        0.66,
        0.74,
        "Baymard, mean of 50 studies, 70.2%",
        ("operations_map", "metrics_and_funnel"),
    ),
    "rank_1_to_10": Fact(
        "CTR of rank 1 / rank 10",
        8.0,
        14.0,
        "SISTRIX (2020): more than 10",
        ("title_optimization", "strategy_operation"),
    ),
    "own_elasticity": Fact(
        "Own-price elasticity, mean",
        -3.0,
        -2.2,
        "Bijmolt, Van Heerde and Pieters (2005): -2.62",
        ("audience_and_channel_fit", "pricing"),
    ),
    "own_elasticity_sd": Fact(
        "Own-price elasticity, SD between products",
        0.7,
        1.5,
        "Bijmolt, Van Heerde and Pieters (2005)",
        ("audience_and_channel_fit", "pricing"),
    ),
    "category_elasticity": Fact(
        "Category price elasticity",
        -1.8,
        -0.8,
        "smaller than a brand's, folklore",
        ("pricing", "business_operation"),
    ),
    "top_products": Fact(
        "Revenue share of the top 20% of selling products",
        0.70,
        0.88,
        "80/20 rule, folklore",
        ("product_selection", "category_operation"),
    ),
    "top_customers": Fact(
        "Revenue share of the top 20% of customers",
        0.55,
        0.75,
        "60 to 73% in panel studies",
        ("membership_operation", "user_operation"),
    ),
    "repeat_13": Fact(
        "Buy again within 13 weeks",
        0.12,
        0.28,
        "CDNOW (Fader, Hardie and Lee, 2005): 40% at 39 weeks",
        ("operations_map", "user_operation"),
    ),
    "repeat_52": Fact(
        "Buy again within 52 weeks",
        0.30,
        0.50,
        "CDNOW (Fader, Hardie and Lee, 2005): 40% at 39 weeks",
        ("user_operation", "membership_operation"),
    ),
    "ad_short": Fact(
        "Advertising elasticity, short term",
        0.05,
        0.20,
        "Sethuraman, Tellis and Briesch (2011): 0.12",
        ("channel_promotion",),
    ),
    "ad_long": Fact(
        "Advertising elasticity, long term",
        0.15,
        0.35,
        "Sethuraman, Tellis and Briesch (2011): 0.24",
        ("channel_promotion",),
    ),
    "promotion_elasticity": Fact(
        "Promotion elasticity",
        -4.5,
        -3.0,
        "-3.63 in a meta-analysis, seen second hand",
        ("activity_operation",),
    ),
    "switching": Fact(
        "Share of a promotion's extra units taken from other products",
        0.25,
        0.45,
        "Van Heerde, Gupta and Wittink (2003): one third",
        ("activity_operation", "category_operation"),
    ),
    "review_volume": Fact(
        "Elasticity of sales to the number of reviews",
        0.15,
        0.35,
        "You, Vadakkepatt and Joshi (2015): 0.236",
        ("product_selection",),
    ),
    "review_valence": Fact(
        "Elasticity of sales to the mean rating",
        0.25,
        0.60,
        "You, Vadakkepatt and Joshi (2015): 0.417",
        ("product_selection", "merchant_operation"),
    ),
    "returns": Fact(
        "Returned items",
        0.14,
        0.22,
        "NRF (2024): 16.9% of sales",
        ("product_selection", "detail_page", "new_media_operation"),
    ),
    "brand_ads": Fact(
        "Extra orders / orders claimed by ads on the own brand's name",
        0.0,
        0.15,
        "Blake, Nosko and Tadelis (2015): about 0",
        ("paid_promotion", "channel_promotion"),
    ),
    "delivery_day": Fact(
        "More sales for a day's faster delivery",
        0.01,
        0.02,
        "Fisher, Gallino and Xu (2019): 1.5%",
        ("audience_and_channel_fit", "membership_operation"),
    ),
    "ideas_fail": Fact(
        "Ideas that do not move the metric",
        0.65,
        0.90,
        "Kohavi, from reports of his talks: 66 to 92%",
        ("conversion_rate", "product_operation"),
    ),
}


class Audit:
    """Measures every fact of a world; `measured()` gives them all."""

    def __init__(self, world, weeks=13, products=80):
        self.world, self.weeks = world, weeks
        self._pages = world.ranking()
        self._price = world.products["list_price"].to_numpy()
        usual = expected_week(world, pages=self._pages)
        self._usual = usual.units
        # Elasticities are measured on products that sell; the tail's are the same and noisier.
        selling = np.flatnonzero(usual.units > np.quantile(usual.units, 0.6))
        self._sample = selling[np.linspace(0, len(selling) - 1, products).astype(int)]

    def measured(self):
        """{key of FACTS: value}."""
        return {name: float(getattr(self, name)()) for name in FACTS}

    @cached_property
    def _logs(self):
        return draw_weeks(self.world, self.weeks)

    def _session_share(self, device=None):
        device_of = self.world.users["device"].to_numpy()
        buying = all_sessions = 0
        for log in self._logs:
            bought = np.zeros(len(log.session_user), dtype=bool)
            bought[log.list_session[log.item_list]] = True
            if device is not None:
                bought = bought[device_of[log.session_user] == device]
            buying += bought.sum()
            all_sessions += len(bought)
        return buying / all_sessions

    def session_cvr(self):
        return self._session_share()

    def desktop_cvr(self):
        return self._session_share("desktop")

    def phone_cvr(self):
        return self._session_share("phone")

    def phone_to_desktop(self):
        return self.phone_cvr() / self.desktop_cvr()

    def abandonment(self):
        with_cart = sum(len(np.unique(log.list_session[log.list_carted])) for log in self._logs)
        with_order = sum(len(np.unique(log.list_session[log.list_paid])) for log in self._logs)
        return 1 - with_order / with_cart

    def rank_1_to_10(self):
        """A plain mean over queries: one popular query must not decide."""
        ctr = chances(self.world, pages=self._pages).click.mean(axis=(0, 2))
        return ctr[0] / ctr[9]

    def _response(self, change):
        """ln change of each sampled product's units when only it is changed by `change(j)`."""
        found = []
        for j in self._sample:
            units = expected_week(self.world, pages=self._pages, **change(j)).units
            found.append(np.log(units[j] / self._usual[j]))
        return np.array(found)

    @cached_property
    def _own(self):
        def dearer(j):
            price = self._price.copy()
            price[j] *= 1.01
            return {"price": price}

        return self._response(dearer) / np.log(1.01)

    def own_elasticity(self):
        """At a fixed ranking."""
        return self._own.mean()

    def own_elasticity_sd(self):
        return self._own.std(ddof=1)

    def category_elasticity(self):
        found = []
        for category in self.world.categories["category"]:
            mine = (self.world.products["category"] == category).to_numpy()
            price = np.where(mine, 1.01 * self._price, self._price)
            units = expected_week(self.world, pages=self._pages, price=price).units
            change = np.log(units[mine].sum() / self._usual[mine].sum())
            found.append(change / np.log(1.01))
        return np.mean(found)

    def top_products(self):
        units = np.zeros(len(self._price))
        for log in self._logs:
            units += np.bincount(log.item_product, log.item_units, minlength=len(units))
        return _top_share(units * self._price)

    def top_customers(self):
        spent = np.zeros(len(self.world.users))
        for log in draw_weeks(self.world, 52):
            user = log.session_user[log.list_session[log.item_list]]
            np.add.at(spent, user, self._price[log.item_product] * log.item_units)
        return _top_share(spent)

    def _repeat(self, weeks):
        """The share of first-time buyers that buys again.

        Weighted by how likely each user is to be one.
        """
        users = self.world.users
        week = expected_week(self.world, pages=self._pages)
        cvr = np.array(week.cvr_of)[self.world.device]
        rate = users["rate"].to_numpy() * cvr
        return np.average(
            retention.repeat_chance(rate, users["drop"].to_numpy(), weeks), weights=rate
        )

    def repeat_13(self):
        return self._repeat(13)

    def repeat_52(self):
        return self._repeat(52)

    def _media(self, spend):
        return np.log(media.session_factor(self.world.p, spend)[-1])

    def ad_short(self):
        usual = np.full(40, self.world.p.media.spend)
        more = usual.copy()
        more[-1] *= 1.01
        return (self._media(more) - self._media(usual)) / np.log(1.01)

    def ad_long(self):
        usual = np.full(40, self.world.p.media.spend)
        return (self._media(1.01 * usual) - self._media(usual)) / np.log(1.01)

    @cached_property
    def _promotions(self):
        """20% off, shown as a promotion: what it does for a product and to the others.

        A row a product: own ln ratio, and the share of the extra units that others lose.
        """
        found = []
        for j in self._sample:
            price, depth = self._price.copy(), np.zeros(len(self._price))
            price[j], depth[j] = 0.8 * price[j], 0.2
            units = expected_week(self.world, pages=self._pages, price=price, depth=depth).units
            extra = units[j] - self._usual[j]
            lost = self._usual.sum() - self._usual[j] - (units.sum() - units[j])
            found.append((np.log(units[j] / self._usual[j]), lost / extra))
        return np.array(found)

    def promotion_elasticity(self):
        return self._promotions[:, 0].mean() / np.log(0.8)

    def switching(self):
        return self._promotions[:, 1].mean()

    def _listing(self, column, factor):
        """Elasticity of sales to a column of the product table.

        Pages are ranked again: a search engine reads reviews too.
        """
        kept = self.world.products[column]
        found = []
        try:
            for j in self._sample:
                self.world.products[column] = kept.where(kept.index != j, kept * factor)
                units = expected_week(self.world).units
                found.append(np.log(units[j] / self._usual[j]) / np.log(factor))
        finally:
            self.world.products[column] = kept
        return np.mean(found)

    def review_volume(self):
        return self._listing("reviews", 1.25)

    def review_valence(self):
        return self._listing("rating", 1.1)

    def returns(self):
        return np.mean(np.concatenate([log.item_returned for log in self._logs]))

    def brand_ads(self):
        claimed = 1000.0
        return ads.extra_orders(self.world.p, claimed, brand=True) / claimed

    def delivery_day(self):
        days = np.full(len(self._price), self.world.p.shipping.days)
        slow, fast = (
            expected_week(self.world, pages=self._pages, days=each).units.sum()
            for each in (days, days - 1)
        )
        return fast / slow - 1

    def ideas_fail(self):
        return norm.cdf(0, self.world.p.ideas.mean, self.world.p.ideas.sd)


def _top_share(values, top=0.2):
    values = np.sort(values[values > 0])[::-1]
    return values[: max(1, int(top * len(values)))].sum() / values.sum()


def table(worlds):
    """One row a fact: fact, low, high, source, lessons (their slugs), a column a world, `inside`.

    A world's column is named by its seed; `inside` says whether all lie in the band.
    """
    columns = {str(world.seed): Audit(world).measured() for world in worlds}
    rows = []
    for key, fact in FACTS.items():
        values = {seed: found[key] for seed, found in columns.items()}
        rows.append(
            {
                "fact": fact.name,
                "low": fact.low,
                "high": fact.high,
                **values,
                "inside": all(fact.low <= value <= fact.high for value in values.values()),
                "source": fact.source,
                "lessons": fact.lessons,
            }
        )
    return pd.DataFrame(rows)
