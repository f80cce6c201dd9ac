"""Five quarters that are over: their weekly tables, and what may have struck them."""

from functools import cache
from pathlib import Path

import pandas as pd

QUARTERS = ("quarter A", "quarter B", "quarter C", "quarter D", "quarter E")
SHOCKS = {
    "supplier delay": "the supplier of the bags is two weeks late",
    "competitor": "another marketplace takes a part of the demand",
    "tracking outage": "nothing is counted",
}
# Judged at once: {quarter: (shock, first week, why)}.
PRACTICE = {
    "quarter A": (
        "supplier delay",
        7,
        "Units for each order fall from week 9 or 10 on, two weeks after the late orders began, and commissions do not.",
    ),
    "quarter B": (
        "competitor",
        8,
        "Units and commissions for each order fall together in weeks 8 to 10, and come back.",
    ),
}


@cache
def _tables():
    return pd.read_csv(Path(__file__).with_name("past_quarters.csv"))


def past_quarter(name):
    """The weekly table of one of QUARTERS: a row a week, money in dollars."""
    table = _tables()
    found = table[table["quarter"] == name].drop(columns="quarter").reset_index(drop=True)
    if found.empty:
        raise LookupError(f"there is no {name!r}; there are {', '.join(QUARTERS)}")
    return found
