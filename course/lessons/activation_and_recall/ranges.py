"""How sure a result is: ranges by drawing the customers anew (bootstrap; Efron, 1979)."""

import pandas as pd

from course.charts.spread import drawn_again, middle

TRIES = 200


def drawn_anew(found, table, tries=TRIES):
    """(low, high) that hold 95 of a hundred results of `found`, a function of the table, where as
    many customers are drawn from the table anew, `tries` times. Numbers, or arrays where `found`
    gives arrays.
    """
    return middle([found(each) for each in drawn_again(table, tries)])


def with_ranges(found, tables):
    """{name: table} with what `found` gives for each: DataFrame value, low, high, a row a name."""
    rows = {name: (found(table), *drawn_anew(found, table)) for name, table in tables.items()}
    return pd.DataFrame(rows, index=["value", "low", "high"]).T
