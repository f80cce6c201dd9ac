"""A detail page made of modules: what sells, and what comes back."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.special import expit


@dataclass(frozen=True)
class Modules:
    """What the modules of one product's page do.

    `effects` (modules,) and `together` (pairs,) in logits of an order, `pairs` the places of the
    two modules of each pair, `back` (modules,) what they add to the share of orders returned,
    `returned` that share without any (0: nothing ever comes back).
    """

    effects: np.ndarray
    pairs: list
    together: np.ndarray
    back: np.ndarray
    returned: float


def draw_modules(p, rng, count, pairs, returns=True):
    """Modules of a page, with `pairs` pairs that help or hinder each other."""
    effects = p.draw(rng, "modules.effect", count)
    every = list(combinations(range(count), 2))
    chosen = [every[place] for place in rng.choice(len(every), pairs, replace=False)]
    together = p.draw(rng, "modules.pair", pairs)
    back = p.draw(rng, "modules.back", count) * returns
    return Modules(effects, chosen, together, back, p.modules.returned * returns)


def rates(p, rows, modules):
    """(CVR, share returned) of pages, arrays; `rows` (pages, modules) of 0 and 1."""
    odds = p.modules.order + rows @ modules.effects
    odds = odds + sum(
        rows[:, a] * rows[:, b] * effect
        for (a, b), effect in zip(modules.pairs, modules.together, strict=True)
    )
    returned = np.zeros(len(rows))
    if modules.returned:
        limits = p.modules.back_least, p.modules.back_most
        returned = np.clip(modules.returned + rows @ modules.back, *limits)
    return expit(odds), returned


def earns(p, cvr, returned, views):
    """$ of contribution from `views`: margin of orders kept less the cost of those returned."""
    kept = p.modules.margin * (1 - returned) - p.modules.return_cost * returned
    return views * cvr * kept


def draw_tests(p, rng, modules, pages, views):
    """Tested pages with each module on half of them: (rows, orders, returns), arrays."""
    rows = rng.integers(0, 2, (pages, len(modules.effects)))
    cvr, returned = rates(p, rows, modules)
    orders = rng.binomial(views, cvr)
    return rows, orders, rng.binomial(orders, returned)


def draw_page(p, rng, facts, claims):
    """A page as an auditor gets it, a dict: `facts` stated, `claims` with their evidence or None,
    the stock and what is said of it, a countdown or None, how reviews were come by.
    """
    stated = {name: "stated" for name in facts if rng.random() < p.audit.stated}
    made = [
        {
            "text": str(text),
            "evidence": "laboratory report" if rng.random() < p.audit.evidence else None,
        }
        for text in rng.choice(claims, int(p.draw(rng, "audit.claims")), replace=False)
    ]
    stock, said = int(p.draw(rng, "audit.stock")), None
    if rng.random() >= p.audit.silent:
        few = int(p.draw(rng, "audit.few"))
        said = int(rng.choice([stock, stock, few, stock + p.audit.more]))  # true, too low, too high
    countdown = None
    if rng.random() >= p.audit.timeless:
        countdown = {"restarts": bool(rng.random() < p.audit.restarts)}
    return {
        "facts": stated,
        "claims": made,
        "stock": stock,
        "says_left": said,
        "countdown": countdown,
        "reviews": {
            "paid": bool(rng.random() < p.audit.paid),
            "disclosed": bool(rng.random() < p.audit.disclosed),
            "hidden_below": int(p.draw(rng, "audit.hidden")),
        },
    }
