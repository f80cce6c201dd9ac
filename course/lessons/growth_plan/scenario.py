"""Half a year of practice for a simulated learner: thirteen fortnights, twenty sessions each.

The learner is that of `course.practice.simulated`; the job asks six functions of them, four more lie
outside of it. What a fortnight is worth depends on the stage (`course/practice/worth.py`).
"""

import numpy as np

from course import operations
from course.check import InvalidAction
from course.market.rng import stream
from course.practice import worth
from course.practice.job import draw_demand, draw_functions
from course.practice.numbers import limits, values
from course.practice.simulated import Learner

HALF_YEAR = values("half_year")
FORTNIGHTS, SESSIONS, DAYS = HALF_YEAR.fortnights, HALF_YEAR.sessions, HALF_YEAR.days
STAGES = ("years 1-3", "years 4-5")
BASES = ("Data: read the numbers", "Experiments: read a test")
# Between which mastery a learner begins.
BASE_LEVEL, METHOD_LEVEL = limits("start", "base"), limits("start", "method")
DECISION_LEVEL = {
    stage: limits("start", f"{when}_decision")
    for stage, when in zip(STAGES, ("early", "late"), strict=True)
}
BEYOND_METHOD = limits("start", "beyond_method")
BEYOND_DECISION = limits("start", "beyond_decision")


class Scenario:
    """Plan a simulated learner's sessions; it earns the mean output of thirteen fortnights."""

    UNIT = "points of output a fortnight"
    DRAWS = 60
    G_FULL = 0.85

    def begin(self, seed, stage=None):
        """The learner of a draw: (stage, skills, Learner). `skills` is a list of dictionaries as a
        policy gets them; `stage` overrules that of the draw.
        """
        rng = stream(seed, "growth", "learner")
        drawn = STAGES[int(rng.integers(len(STAGES)))]
        stage = stage or drawn
        job, beyond = draw_functions(rng)
        demand = draw_demand(rng)
        levels = rng.random(len(BASES) + len((*job, *job, *beyond, *beyond)))
        ranges = [BASE_LEVEL] * len(BASES)
        skills = [_skill(name, "shared", "", 0.0, 0.0) for name in BASES]
        for place, function in enumerate([*job, *beyond]):
            ours = place < len(job)
            asked = float(demand[place]) if ours else 0.0
            method = f"{function.name}: method"
            chain = operations.CHAINS[function.chain]
            needed = 0.0 if ours else worth.OUTSIDE
            base = BASES[place % len(BASES)]
            skills.append(_skill(method, chain, base, needed, 0.0))
            needed = worth.LEVEL if ours else 0.0
            skills.append(_skill(f"{function.name}: decisions", chain, method, needed, asked))
            ranges += (
                [METHOD_LEVEL, DECISION_LEVEL[stage]] if ours else [BEYOND_METHOD, BEYOND_DECISION]
            )
        start = {
            each["skill"]: low + share * (high - low)
            for each, share, (low, high) in zip(skills, levels, ranges, strict=True)
        }
        needs = {each["skill"]: (each["builds_on"],) for each in skills if each["builds_on"]}
        return stage, skills, Learner(start, needs)

    def play(self, seed, act, stage=None):
        """Mean output of thirteen fortnights when `act(observation)` plans each. Raises
        InvalidAction.

        An observation is {"state": {"stage", "fortnights_left", "skills"}}: a list of dictionaries
        with skill, chain, builds_on (a skill or ""), needed (mastery that the stage asks for, or
        0), demand (share of the job's hours, or 0) and mastery (0 to 1). A plan is a list of at
        most twenty names of skills, an hour of practice each, in their order.
        """
        return float(np.mean([sum(each.values()) for each in self.course(seed, act, stage)]))

    def course(self, seed, act, stage=None):
        """The parts of the output (see `worth.parts`) after each fortnight: a list."""
        stage, skills, learner = self.begin(seed, stage)
        found = []
        for fortnight in range(FORTNIGHTS):
            state = {
                "stage": stage,
                "fortnights_left": FORTNIGHTS - fortnight,
                "skills": seen(skills, learner),
            }
            sessions = act({"state": state})
            check_sessions(sessions, learner)
            for skill in sessions:
                learner.wait(DAYS / SESSIONS)
                learner.practise(skill)
            learner.wait(DAYS * (1 - len(sessions) / SESSIONS))
            found.append(worth.parts(*of_stage(stage, skills, learner.mastery)))
        return found


def seen(skills, learner):
    """The skills as a policy sees them now: fresh dictionaries."""
    return [{**each, "mastery": round(learner.mastery[each["skill"]], 4)} for each in skills]


def of_stage(stage, skills, mastery):
    """The arguments of `worth.parts`."""
    job = [each for each in skills if each["demand"] > 0]
    beyond = [each for each in skills if each["needed"] > 0 and each["demand"] == 0]
    return (
        stage == STAGES[0],
        np.array([mastery[each["skill"]] for each in job]),
        np.array([each["demand"] for each in job]),
        np.array([mastery[each["skill"]] for each in beyond]),
    )


def check_sessions(sessions, learner):
    """Raise InvalidAction with the reason where `sessions` is no plan for a fortnight."""
    if type(sessions) is not list or not all(type(each) is str for each in sessions):
        raise InvalidAction(
            "a plan is a list of names of skills, one a session, such as ['Pricing: method']"
        )
    if len(sessions) > SESSIONS:
        raise InvalidAction(f"the plan has {len(sessions)} sessions; a fortnight has {SESSIONS}")
    strange = [each for each in sessions if each not in learner.mastery]
    if strange:
        raise InvalidAction(f"there is no skill {strange[0]!r} in this learner's list")


def _skill(name, chain, builds_on, needed, demand):
    return {
        "skill": name,
        "chain": chain,
        "builds_on": builds_on,
        "needed": needed,
        "demand": demand,
    }
