"""What a fortnight's work is worth, from what the simulated learner can do: a block of the growth
plan (lesson 25). Assumptions, said in the lesson; its widget and its decision use the same.
"""

import numpy as np

from course.practice.numbers import values

WORTH = values("worth")
LEVEL, FLOOR, OUTSIDE = WORTH.needed, WORTH.floor, WORTH.outside
STRENGTHS = WORTH.strengths
# Shares of the output: years 1 to 3 (barrel, outside), years 4 to 5 (strengths, floor, outside).
EARLY = WORTH.early_barrel, WORTH.early_outside
LATE = WORTH.late_strengths, WORTH.late_floor, WORTH.late_outside


def barrel(mastery, needed):
    """How full the barrel is, 0 to 1, from an array of mastery: a power mean of mastery ÷ needed,
    in which the lowest weigh most.
    """
    staves = np.clip(np.asarray(mastery) / needed, WORTH.least, 1.0)
    return float((staves**WORTH.lowest_rules).mean() ** (1 / WORTH.lowest_rules))


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
