"""How sure a division of the budget is: weeks drawn anew (bootstrap; Efron, 1979)."""

import numpy as np

TIMES = 20


def other_weeks(history):
    """Twenty histories as long as `history`, whole weeks of it drawn anew with repetition: what
    might have been seen instead.
    """
    rng, rows = np.random.default_rng(0), history.reset_index(drop=True)
    rows_of = list(rows.groupby("week").indices.values())
    picks = rng.integers(len(rows_of), size=(TIMES, len(rows_of)))
    return [rows.iloc[np.concatenate([rows_of[week] for week in pick])] for pick in picks]
