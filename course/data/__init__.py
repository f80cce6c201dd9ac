"""Real data that the licences allow to ship, each with its notice beside it."""

from importlib.resources import as_file, files

import pandas as pd

CAMPAIGNS = ("all", "men", "women")


def open_bandit(policy, campaign):
    """Clicks on recommended fashion items, a real randomised experiment (ZOZOTOWN, November 2019).

    `policy` is "random" or "bts" (Bernoulli Thompson sampling), `campaign`
    "all", "men" or "women". Returns 10,000 rows, one a shown item: timestamp,
    item_id, position (1 to 3), click (0 or 1), propensity_score (probability
    with which the policy showed it). Source: Saito et al. (2021), the small
    version; data/open_bandit/NOTICE.md.
    """
    if policy not in ("random", "bts") or campaign not in CAMPAIGNS:
        raise ValueError(f"no such sample: {policy!r}, {campaign!r}; policies are random and bts, campaigns {', '.join(CAMPAIGNS)}")
    with as_file(files(__name__).joinpath("open_bandit", f"{policy}_{campaign}.csv.gz")) as path:
        return pd.read_csv(path, parse_dates=["timestamp"])
