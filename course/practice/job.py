"""The job of a simulated learner: which functions it asks for, and what it can do on the first day.

A block of the growth plan (lesson 25); its numbers stand in learner.toml.
"""

from course import operations
from course.practice.numbers import values

JOB = values("job")


def draw_functions(rng):
    """(functions of the job, functions outside of it), lists: most of the job from one chain, the
    rest from anywhere, since titles differ by company.
    """
    known = [each for each in operations.functions() if each.chain != "you"]
    known = [each for each in known if each.lesson not in operations.ORIENTATION]
    chains = sorted({each.chain for each in known})
    big = [name for name in chains if sum(e.chain == name for e in known) >= JOB.of_one_chain]
    chain = big[int(rng.integers(len(big)))]
    mixed = [known[place] for place in rng.permutation(len(known))]
    own = [each for each in mixed if each.chain == chain][: JOB.of_one_chain]
    others = [each for each in mixed if each.chain != chain]
    spare = JOB.functions - JOB.of_one_chain
    order = [each.lesson for each in known]

    def in_order(group):
        return sorted(group, key=lambda each: order.index(each.lesson))

    beyond = others[spare : spare + JOB.beyond]
    return in_order([*own, *others[:spare]]), in_order(beyond)


def draw_demand(rng):
    """Shares of the job's hours, an array (functions,), rounded to whole percent."""
    return rng.dirichlet([JOB.even] * JOB.functions).round(2)
