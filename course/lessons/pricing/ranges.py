"""How sure a choice model's numbers are."""

import numpy as np
import pandas as pd


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
