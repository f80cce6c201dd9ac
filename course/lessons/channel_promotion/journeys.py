"""Paths of channels that people took before they bought, or did not."""

from itertools import pairwise

import pandas as pd

GOLDEN_PATHS = pd.DataFrame(
    {
        "path": [
            "search",
            "social > search",
            "social",
            "email > search",
            "social > email",
            "email",
        ],
        "journeys": [1000, 500, 800, 200, 150, 300],
        "conversions": [40, 30, 10, 20, 6, 12],
    }
)


def chain(paths):
    """Chances of each next step: {(from, to): probability}, with "start", the channels, "buy" and
    "gone". `paths`: path, journeys, conversions.
    """
    moves = {}
    for path, journeys, bought in paths[["path", "journeys", "conversions"]].itertuples(
        index=False
    ):
        steps = ["start", *path.split(" > ")]
        for one, other in pairwise(steps):
            moves[one, other] = moves.get((one, other), 0) + journeys
        for end, count in (("buy", bought), ("gone", journeys - bought)):
            moves[steps[-1], end] = moves.get((steps[-1], end), 0) + count
    leaving = {}
    for (one, _), count in moves.items():
        leaving[one] = leaving.get(one, 0) + count
    return {(one, other): count / leaving[one] for (one, other), count in moves.items() if count}
