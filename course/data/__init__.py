"""Real data that the licences allow to ship, each with its notice beside it."""

from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

import pandas as pd

from course.once import once

CAMPAIGNS = ("all", "men", "women")


@once
def open_bandit(policy, campaign):
    """Clicks on recommended fashion items, a real randomised experiment (ZOZOTOWN, November 2019).

    `policy` is "random" or "bts" (Bernoulli Thompson sampling), `campaign`
    "all", "men" or "women". Returns 10,000 rows, one a shown item: timestamp,
    item_id, position (1 to 3), click (0 or 1), propensity_score (probability
    with which the policy showed it). Source: Saito et al. (2021), the small
    version; data/open_bandit/NOTICE.md.
    """
    if policy not in ("random", "bts") or campaign not in CAMPAIGNS:
        raise ValueError(
            f"no such sample: {policy!r}, {campaign!r}; policies are random and bts, campaigns"
            f" {', '.join(CAMPAIGNS)}"
        )
    with as_file(files(__name__).joinpath("open_bandit", f"{policy}_{campaign}.csv.gz")) as path:
        return pd.read_csv(path, parse_dates=["timestamp"])


@once
def open_bandit_policy():
    """How likely Thompson sampling shows each item on each position.

    item_id, position, probability; campaign "all". Source: as `open_bandit`.
    """
    with as_file(files(__name__).joinpath("open_bandit", "bts_policy_all.csv.gz")) as path:
        return pd.read_csv(path)


def household_sales():
    """What each of 2,469 households spent in a year at one grocer.

    household_id, sales ($), baskets.

    Source: Complete Journey, household data published by 84.51° for teaching;
    data/complete_journey/NOTICE.md says what is known of its origin.
    """
    return _complete_journey("households")


def household_demographics():
    """Who lives in 801 of those households: household_id, age, income, household_size.

    All but the first are classes, as texts.
    """
    return _complete_journey("demographics")


@once
def _complete_journey(name):
    with as_file(files(__name__).joinpath("complete_journey", f"{name}.csv.gz")) as path:
        return pd.read_csv(path)


def milk_weeks():
    """One milk at one grocer, 53 weeks: week, units, sales ($). Source: as `household_sales`."""
    return _complete_journey("milk")


def basket_counts():
    """Twelve product categories (0 or 1 each) and baskets.

    baskets is how many of 155,848 hold just this combination. Source: as `household_sales`.
    """
    return _complete_journey("baskets")


def mailing():
    """Who got a campaign: household_id, mailed, redeemed, before, during.

    mailed and redeemed are 0 or 1, before and during sales a week in $. Source: as
    `household_sales`.
    """
    return _complete_journey("mailing")


@once
def cdnow():
    """How 2,357 customers of a CD shop bought until mid-1998: x, tx, T.

    Every tenth of those new in early 1997.

    x: repeat purchases in 39 weeks; tx: week of the last one; T: weeks since
    the first purchase. Source: CDNOW, published by Fader and Hardie (2001);
    no licence is written, so the file is not copied here: it lies in the
    installed package `lifetimes`, none of whose code is run.
    """
    folder = Path(find_spec("lifetimes").submodule_search_locations[0], "datasets")
    table = pd.read_csv(folder / "cdnow_customers_summary.csv")
    return table.rename(columns={"frequency": "x", "recency": "tx"})[["x", "tx", "T"]]


@once
def yogurt():
    """2,412 purchases of yogurt by 100 households.

    id, feat.* (0 or 1) and price.* (cents an ounce) of four brands, choice.

    Source: Jain, Vilcassim and Chintagunta (1994); data/yogurt/NOTICE.md.
    """
    with as_file(files(__name__).joinpath("yogurt", "yogurt.csv.gz")) as path:
        return pd.read_csv(path)


@once
def review_sentences():
    """3,708 sentences of product reviews: text, rating (mean of 20 or more people, -4 to 4).
    Source: data/reviews/NOTICE.md.
    """
    with as_file(files(__name__).joinpath("reviews", "sentences.csv.gz")) as path:
        return pd.read_csv(path, keep_default_na=False)


@once
def valence():
    """{word: mean valence, -4 to 4} of VADER's lexicon (Hutto and Gilbert, 2014). Source:
    data/reviews/NOTICE.md.
    """
    with as_file(files(__name__).joinpath("reviews", "lexicon.csv.gz")) as path:
        table = pd.read_csv(path, keep_default_na=False)
    return dict(zip(table["word"], table["valence"], strict=True))


@once
def ecb_rates():
    """Euro reference rates of the European Central Bank, working days of 2019 to 2024.

    Returns date, USD, CNY, GBP, JPY (units for one euro). Source:
    data/ecb/NOTICE.md.
    """
    with as_file(files(__name__).joinpath("ecb", "rates.csv.gz")) as path:
        return pd.read_csv(path, parse_dates=["date"])
