"""What a fortnight's work is worth, from what the simulated learner can do. Assumptions, said in the
lesson; the lesson's widget and its decision use the same.
"""

import numpy as np

LEVEL, FLOOR, OUTSIDE = 0.8, 0.6, 0.5  # mastery: what the job needs, what must hold, a first look
STRENGTHS = 2
# Shares of the output: years 1 to 3 (barrel, outside), years 4 to 5 (strengths, floor, outside).
EARLY, LATE = (0.8, 0.2), (0.6, 0.2, 0.2)
LOWEST_RULES = -4.0  # exponent of the power mean: near the lowest stave, yet all of them count
LEAST = 0.02  # a stave is never shorter, so that its power is finite


def barrel(mastery, needed):
    """How full the barrel is, 0 to 1, from an array of mastery: a power mean of mastery ÷ needed,
    in which the lowest weigh most.
    """
    staves = np.clip(np.asarray(mastery) / needed, LEAST, 1.0)
    return float((staves**LOWEST_RULES).mean() ** (1 / LOWEST_RULES))


def outlook(mastery):
    """How far one sees beyond one's own job, 0 to 1, from an array of mastery."""
    return float(np.minimum(1.0, np.asarray(mastery) / OUTSIDE).mean())


def strengths(mastery, demand):
    """What the two skills with the greatest mastery × demand are worth, 1 where the two that the
    job asks most are mastered fully.
    """
    worth = np.sort(np.asarray(mastery) * np.asarray(demand))[-STRENGTHS:]
    return float(worth.sum() / np.sort(demand)[-STRENGTHS:].sum())


def parts(early, job, demand, outside):
    """The output's parts, {name: points}: `job` and `outside` are arrays of mastery, `demand` one of
    shares; `early` is years 1 to 3.
    """
    if early:
        found = {"the barrel": barrel(job, LEVEL), "outside": outlook(outside)}
    else:
        found = {
            "two strengths": strengths(job, demand),
            "the floor": barrel(job, FLOOR),
            "outside": outlook(outside),
        }
    shares = EARLY if early else LATE
    return {
        name: 100.0 * share * each
        for (name, each), share in zip(found.items(), shares, strict=True)
    }


def output(*arguments):
    """The sum of `parts`: 0 to 100 points."""
    return sum(parts(*arguments).values())
