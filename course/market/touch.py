"""How people came: a month of channels, the paths before a purchase, and tests in regions."""

import numpy as np
import pandas as pd


def channel_month(p, rng, names):
    """A month by channel: channel, spend ($), new_buyers, monthly ($ of contribution a buyer and
    month), months (that a buyer stays), a DataFrame.
    """
    count = len(names)
    buyers = p.draw(rng, "month.buyers", count)
    return pd.DataFrame(
        {
            "channel": names,
            "spend": (buyers * p.draw(rng, "month.cost", count)).round(2),
            "new_buyers": buyers,
            "monthly": p.draw(rng, "month.contribution", count).round(2),
            "months": p.draw(rng, "month.stays", count).round(1),
        }
    )


def journeys(p, rng, channels, paths):
    """Paths of one to three channels: path ("search > email"), journeys, conversions, a DataFrame.

    `paths` are drawn; of two of the same the later one stands.
    """
    rows = {}
    for _ in range(paths):
        steps = int(p.draw(rng, "journey.steps"))
        path = " > ".join(rng.choice(channels, steps, replace=False))
        count = int(p.draw(rng, "journey.count"))
        rows[path] = (path, count, int(rng.binomial(count, p.draw(rng, "journey.converts"))))
    return pd.DataFrame(rows.values(), columns=["path", "journeys", "conversions"])


def geo_test(p, rng, regions, lift=None):
    """A channel switched on in half of the regions: region, treated (bool), before, during (sales
    a week, $), a DataFrame.

    The season adds a share of a region's size, the channel `lift` $ (drawn where it is None).
    """
    size = p.draw(rng, "region.sales", regions)
    treated = rng.permutation(np.arange(regions) % 2 == 0)
    lift = p.draw(rng, "region.lift") if lift is None else lift
    season = size * p.draw(rng, "region.season")
    before = size + p.draw(rng, "region.luck", regions)
    during = size + season + treated * lift + p.draw(rng, "region.luck", regions)
    return pd.DataFrame(
        {
            "region": [f"region {number + 1}" for number in range(regions)],
            "treated": treated,
            "before": before.round(2),
            "during": during.round(2),
        }
    )
