"""The practice learners of the decision, and an hour of practice with one of them."""

import pandas as pd

from course.lessons.growth_plan.scenario import FORTNIGHTS, Scenario, seen
from course.practice.simulated import GAIN, READY


def learner(number):
    """The state of practice learner `number` (0 to 4) on the first day, as a policy gets it."""
    stage, skills, mind = Scenario().begin(number)
    return {"stage": stage, "fortnights_left": FORTNIGHTS, "skills": seen(skills, mind)}


def practise(skill, skills):
    """One hour on `skill`, a dictionary of the dictionary `skills` ({name: dictionary}): raises its
    mastery as the simulated learner's would rise.
    """
    base = skills.get(skill["builds_on"])
    ready = min(1.0, base["mastery"] / READY) if base else 1.0
    skill["mastery"] += GAIN * (1 - skill["mastery"]) * ready


def half_year_of(plan, number, stage=None):
    """What `plan(state)` brings practice learner `number`: DataFrame, a row a fortnight, a column for
    each part of the output, in points. Raises InvalidAction for a plan that is not allowed.
    """
    rows = Scenario().course(number, lambda seen_now: plan(**seen_now), stage)
    return pd.DataFrame(rows, index=range(1, FORTNIGHTS + 1)).rename_axis("fortnight")
