"""Plans tried on simulated learners: 26 weeks of ours against three others.

    python benchmarks/plans.py            # prints the table of docs/practice.md

Every learner lives the same weeks four times: with `planner.plan`, with the lessons in order,
with whatever the record shows as weakest, and with the weakest of what the job asks. All have the
same hours and see the record alone, never the true mastery. The model is that of `simulated`; an
exercise that carries several skills practises each of them for its part of the time.
"""

import datetime
import random

from course.practice import planner, skills
from course.practice.mastery import Evidence, mastery
from course.practice.simulated import HOURS_A_WEEK, WEEKS, Learner

START = datetime.date(2026, 1, 4)  # a Sunday
LEARNERS = 8
# Stage: demand, and from where to where true mastery lies in the own functions, in what these need,
# and elsewhere.
CASES = {
    "career_changer": ({"title_optimization": 2.0, "detail_page": 1.0}, (0.05, 0.35), (0.05, 0.35)),
    "years_1_to_3": ({"channel_promotion": 3.0, "content_operation": 1.0}, (0.3, 0.7), (0.1, 0.5)),
    "years_4_to_5": (
        {"pricing": 3.0, "activity_operation": 2.0, "category_operation": 1.0},
        (0.5, 0.85),
        (0.2, 0.6),
    ),
}
EXERCISES = [
    each
    for each in skills.exercises().values()
    if each.kind != "written" and skills.part(each.lesson) != "you"
]


def simulated_learner(stage, number):
    """(Learner, Aim) of learner `number` in a stage."""
    demand, own, others = CASES[stage]
    rng = random.Random(f"{stage}/{number}")
    start = {
        key: rng.uniform(*(own if skill.function in demand else others))
        for key, skill in skills.skills().items()
    }
    needs = {key: skill.needs for key, skill in skills.skills().items()}
    return Learner(start, needs), planner.Aim(stage, HOURS_A_WEEK, demand)


def ours(log, today, aim):
    """The plan of this course: [(day, hours, Work)] of the next two weeks. Work is None for hours
    that are no exercise.
    """
    return [(each.day, each.hours, each.work) for each in planner.plan(log, today, aim).sessions]


def in_order(log, today, aim):
    """The lessons in order, an hour an exercise, from the start again after the last."""
    done = len(log)
    return [
        (day, planner.SESSION_HOURS, EXERCISES[(done + place) % len(EXERCISES)])
        for place, day in enumerate(_days(today, aim))
    ]


def weakest(log, today, aim, among=None):
    """Whatever the record shows as weakest, an hour each, none twice in two weeks."""
    known = mastery(log, today)
    keys = [
        key
        for key, skill in skills.skills().items()
        if skill.kind != "written" and skill.chain != "you"
    ]
    ranked = sorted(among or keys, key=lambda key: known[key].m)
    days = _days(today, aim)
    chosen = [ranked[place % len(ranked)] for place in range(len(days))]
    return [
        (day, planner.SESSION_HOURS, _exercise(key, log))
        for day, key in zip(days, chosen, strict=True)
    ]


def weakest_of_the_job(log, today, aim):
    """The same, among the skills that the job asks for."""
    return weakest(log, today, aim, list(planner.demand(aim)))


def _exercise(key, log):
    able = [each for each in skills.carrying(key) if each.kind != "written"]
    mainly = [each for each in able if each.skills[0] == key] or able
    done = [(each.lesson, each.exercise) for each in log]
    return min(mainly, key=lambda each: done.count((each.lesson, each.exercise)))


def _days(today, aim):
    """The days of the sessions of two weeks: as many as there are hours, evenly over workdays."""
    count = round(aim.hours * planner.DAYS / planner.WEEK / planner.SESSION_HOURS)
    ahead = [today + datetime.timedelta(days=each) for each in range(1, planner.DAYS + 1)]
    work = [day for day in ahead if day.weekday() < planner.WORKDAYS]
    return [work[place * len(work) // count] for place in range(count)]


POLICIES = {
    "this plan": ours,
    "lessons in order": in_order,
    "whatever is weakest": weakest,
    "weakest of the job": weakest_of_the_job,
}


def lived(choose, stage, number, weeks=WEEKS):
    """(Learner, log, Aim) after `weeks` with a way to choose; luck is the same for all of them."""
    learner, aim = simulated_learner(stage, number)
    luck, log, today = random.Random(f"luck/{stage}/{number}"), [], START
    now = today
    for _ in range(weeks * planner.WEEK // planner.DAYS):
        for day, hours, work in choose(log, today, aim):
            if work is None:
                continue
            learner.wait((day - now).days)
            now = day
            right = luck.random() < learner.chance(work.skills)
            log.append(
                Evidence(
                    lesson=work.lesson,
                    exercise=work.exercise,
                    draw=str(len(log)),
                    skills=work.skills,
                    weight=work.weight,
                    share=float(right),
                    day=day,
                )
            )
            for key in work.skills:
                learner.practise(key, hours / len(work.skills))
        today += datetime.timedelta(days=planner.DAYS)
    learner.wait((today - now).days)
    return learner, log, aim


def shortest_stave(learner, aim):
    """The least true mastery ÷ level over the skills of the job: what years 0 to 3 are about."""
    level = planner.required(aim, planner.levels())
    return min(learner.mastery[key] / level[key] for key in planner.demand(aim))


def strength(learner, aim):
    """The greatest mean of demand × true mastery of two functions ÷ their demand: what years 4 to 5
    are about.
    """
    means = {
        name: sum(learner.mastery[key] for key in skills.functions()[name])
        / len(skills.functions()[name])
        for name in aim.own
    }
    top = sorted(means, key=lambda name: -means[name] * aim.demand[name])
    top = top[: planner.STRONG_FUNCTIONS]
    return sum(means[name] * aim.demand[name] for name in top) / sum(aim.demand[n] for n in top)


def goal(stage):
    """What a stage is judged by."""
    return strength if stage == planner.STRENGTHS_STAGE else shortest_stave


def results(stage, learners=LEARNERS, weeks=WEEKS):
    """{policy: [value of the stage's goal, one a learner]}; "at the start" is before any week."""
    found = {"at the start": [goal(stage)(*simulated_learner(stage, n)) for n in range(learners)]}
    for name, choose in POLICIES.items():
        found[name] = []
        for number in range(learners):
            learner, _, aim = lived(choose, stage, number, weeks)
            found[name].append(goal(stage)(learner, aim))
    return found


def table(found):
    """The rows of the docs page, from {stage: results}: a line a policy, a column a stage."""
    yield (
        f"| {WEEKS} weeks of {HOURS_A_WEEK:g} hours | "
        + " | ".join(planner.STAGES[each] for each in CASES)
        + " |"
    )
    yield "| --- |" + " ---: |" * len(CASES)
    for name in ["at the start", *POLICIES]:
        means = [sum(found[stage][name]) / len(found[stage][name]) for stage in CASES]
        yield f"| {name} | " + " | ".join(f"{each:.2f}" for each in means) + " |"
