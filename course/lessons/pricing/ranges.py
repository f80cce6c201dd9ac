"""How sure an elasticity, a threshold or a choice model's number is."""

import numpy as np
import pandas as pd

from course.charts.spread import drawn_again, middle

TRIES = 1000


def anew(function, rows, *others, tries=TRIES):
    """(low, high) that hold `function(rows, *others)`, a number, 95 times in 100 where the rows are
    drawn anew (bootstrap; Efron, 1979).

    `rows`: a DataFrame or an array, of n rows; each of the `tries` draws n of them, some twice, some
    never.
    """
    found = [function(drawn, *others) for drawn in drawn_again(rows, tries)]
    return tuple(float(each) for each in middle(found))


def choice_errors(features, chances, taken, group):
    """Standard errors of a choice model's k numbers, where the choices of one group hang together
    (the sandwich of Liang and Zeger, 1986): an array (k,).

    `features`: (n, m, k), k features of m things in each of n choices; `chances`: (n, m), of the
    fitted model; `taken`: (n,), the place of the thing that was chosen; `group`: (n,), who chose.
    """
    away = features - (chances[..., None] * features).sum(axis=1, keepdims=True)
    curve = np.linalg.inv(np.einsum("nm,nmj,nmk->jk", chances, away, away))
    pulls = pd.DataFrame(away[np.arange(len(taken)), taken]).groupby(np.asarray(group)).sum()
    return np.sqrt(np.diag(curve @ (pulls.T @ pulls).to_numpy() @ curve))
