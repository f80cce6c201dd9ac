"""Two weeks of practice, from what the record shows and what the job asks.

    aim = Aim("years_1_to_3", hours=5.0, demand={"pricing": 3.0, "detail_page": 1.0})
    plan(log, today, aim)                 # log: [mastery.Evidence]; gives a Plan

Years 0 to 3: the barrel leaks at its shortest stave, so the next hour goes to the skill of the job
that is furthest below its required level. Years 4 to 5: three fifths of the hours go to the one or
two functions with the greatest mastery × demand, a fifth holds what the job needs at 0.60. In both
a fifth of the hours lies outside one's own chain. What has been practised comes back after 1, 7, 21
and 60 days; a week brings at most two new functions.

Skills are compared by the lower end of their interval, so that what is hardly known is looked at
before what is known to be middling. The plan takes for granted that each session reaches its
number; the next one is made from the record, which knows better. The same record, day and aim give
the same plan.
"""

import datetime
import math
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from course import operations
from course.check import record
from course.practice import skills
from course.practice.mastery import UNKNOWN, WORKING_LEVEL, Evidence, functions, mastery

# {stage: how people say it}; the last one speeds up its strengths, the others close gaps.
STAGES = {
    "career_changer": "career changer",
    "graduate": "graduate",
    "years_1_to_3": "years 1 to 3",
    "years_4_to_5": "years 4 to 5",
}
STRENGTHS_STAGE = "years_4_to_5"
DAYS, WEEK = 14, 7
WORKDAYS = 5  # a week: Monday to Friday
SESSION_HOURS = 1.0  # with the reading; a drill in what is only to be known or computed takes half
SHORT_HOURS = 0.5
SHORT_KINDS = ("recall", "compute")
# A review is a drill: a policy takes longer than a formula.
REVIEW_HOURS = {"recall": 0.25, "compute": 0.25, "implement": 0.5, "diagnose": 0.5, "decide": 0.5}
REVIEWS_AFTER = (1, 7, 21, 60)  # days since the last success, by the number of successes
REVIEW_SHARE = 1 / 3  # of the hours, at most
OUTSIDE_SHARE = 0.2
STRENGTH_SHARE, HOLD_SHARE = 0.6, 0.2
STRONG_FUNCTIONS = 2
NEW_FUNCTIONS_A_WEEK = 2
SUCCESS = 0.6  # of the points: from here on a try counts as one that came out right
LEAST_HOURS, MOST_HOURS = 1.0, 40.0
MOST_RATING = 10.0
LEVELS_FILE = "levels.toml"
# Chains of the map; a plan goes outside among them.
CHAINS = tuple(key for key in operations.CHAINS if key != "you")
GROWTH = "growth_plan"
LOOP = (
    "Predict what will come out, and write the number down.",
    "Do it, and press the check once when you are ready: the first try counts.",
    "Compare with the expert's way.",
    "Write one line: what I had wrong, what I do next time.",
    "Try it again on new numbers within 48 hours.",
)


class AimError(ValueError):
    """What was said of stage, hours or job cannot be planned with; the message says why."""


@dataclass(frozen=True)
class Aim:
    """What to plan for: a key of STAGES, hours a week, and {function: demand}, demand being the
    share of your hours times how critical it is (1 to 3). `rating` is what you say of yourself,
    {function: 0 to 10}: a guess, used where nothing is measured. Raises AimError.
    """

    stage: str
    hours: float
    demand: dict
    rating: dict = field(default_factory=dict)

    def __post_init__(self):
        if self.stage not in STAGES:
            raise AimError(f"the stage is '{self.stage}'; choose one of {', '.join(STAGES)}")
        if not (_number(self.hours) and LEAST_HOURS <= self.hours <= MOST_HOURS):
            raise AimError(
                f"{self.hours} hours a week cannot be planned: say a number from"
                f" {LEAST_HOURS:g} to {MOST_HOURS:g}"
            )
        known = [name for name in skills.lessons() if skills.part(name) in CHAINS]
        wrong = [name for name in (*self.demand, *self.rating) if name not in known]
        if wrong:
            raise AimError(f"there is no function '{wrong[0]}'; functions are: {', '.join(known)}")
        if not all(_number(each) and each >= 0 for each in self.demand.values()):
            raise AimError("what the job asks of a function must be a number, 0 or more")
        if not all(_number(each) and 0 <= each <= MOST_RATING for each in self.rating.values()):
            raise AimError(f"a self-rating is a number from 0 to {MOST_RATING:g}")
        if not any(self.demand.values()):
            raise AimError(
                "name at least one function that you work in, or would like to work in, such as"
                " --job pricing=1; who changes careers names what a try-out of lesson 25 was about,"
                " such as --job title_optimization=1"
            )

    @property
    def own(self):
        """The functions of the job."""
        return [name for name, each in self.demand.items() if each > 0]

    @property
    def chains(self):
        return {skills.part(name) for name in self.own}


def jobs(said):
    """{function: demand} from texts such as "pricing=3"; without a number, 1. Raises AimError."""
    found = {}
    for each in said:
        name, _, amount = each.partition("=")
        try:
            found[name.strip()] = float(amount or 1.0)
        except ValueError:
            raise AimError(f"'{each}' is not a function and a number, such as pricing=3") from None
    return found


def from_tryouts(lines):
    """{function: 1.0} of the job that was liked most of the five try-outs of the growth plan, by the
    mean of its tries; {} where none was handed in. What the tries earned is left out: the jobs' scales
    differ.
    """
    liked = {}
    for line in lines:
        name = line.get("function")
        if line.get("kind") == "tryout" and name in skills.lessons() and _number(line.get("liked")):
            liked.setdefault(name, []).append(line["liked"])
    best = max(liked, key=lambda name: sum(liked[name]) / len(liked[name]), default=None)
    return {best: 1.0} if best else {}


def _number(value):
    return type(value) in (int, float) and math.isfinite(value)


def keep(work, aim):
    """Note an Aim in the record of the folder `work`."""
    record.note(work, "aim", stage=aim.stage, hours=aim.hours, demand=aim.demand, rating=aim.rating)


def kept(lines):
    """The last Aim in a record's `lines`, or None."""
    for line in reversed(lines):
        if line.get("kind") == "aim":
            try:
                return Aim(
                    line["stage"],
                    line["hours"],
                    dict(line["demand"]),
                    dict(line.get("rating") or {}),
                )
            except (AimError, KeyError, TypeError, ValueError):
                continue
    return None


def levels(work=None):
    """{stage: {"own", "needed", "chain", "others": level}}: those of the folder `work` where it has
    a levels.toml, else the course's. Raises AimError where they cannot be read.
    """
    own = Path(work) / LEVELS_FILE if work else None
    source = own if own and own.is_file() else files("course.practice").joinpath(LEVELS_FILE)
    try:
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        found = {
            stage: {
                name: float(table[stage][name]) for name in ("own", "needed", "chain", "others")
            }
            for stage in STAGES
        }
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise AimError(
            f"{source} cannot be read ({problem}). Delete it to get the course's own back"
        ) from None
    if not all(0 < level <= 1 for table in found.values() for level in table.values()):
        raise AimError(f"a level in {source} is not above 0 and at most 1")
    return found


def demand(aim):
    """{skill: demand} of what the job asks: the skills of its functions, and what these need at
    once, with the demand of the function that needs it most. Skills of writing are left out: only a
    person can say how they stand.
    """
    asked = {}
    for function in aim.own:
        for key in skills.functions()[function]:
            for each in (key, *skills.skills()[key].needs):
                asked[each] = max(asked.get(each, 0.0), aim.demand[function])
    return {key: each for key, each in asked.items() if skills.skills()[key].kind != "written"}


def required(aim, table):
    """{skill: level} that the stage and the job require; `table` is that of `levels`."""
    asked, level = demand(aim), table[aim.stage]
    found = {}
    for key, skill in skills.skills().items():
        if skill.kind == "written":
            continue
        if skill.function in aim.own:
            found[key] = level["own"]
        elif key in asked:
            found[key] = level["needed"]
        else:
            found[key] = level["chain"] if skill.chain in aim.chains else level["others"]
    return found


@dataclass(frozen=True)
class Gap:
    """A skill below its level: `short` is demand × what is missing; `because` the evidence."""

    skill: str
    m: float
    level: float
    short: float
    because: tuple


def gaps(log, today, aim, table=None):
    """[Gap] of the job's skills, the largest first. What is unknown is no gap: try it first."""
    known, level = mastery(log, today), required(aim, table or levels())
    found = [
        Gap(
            key,
            known[key].m,
            level[key],
            asked * (level[key] - known[key].m),
            tuple(each for each in log if key in each.skills),
        )
        for key, asked in demand(aim).items()
        if known[key].m < level[key] and known[key].state != UNKNOWN
    ]
    return sorted(found, key=lambda gap: -gap.short)


@dataclass(frozen=True)
class Session:
    """One sitting: its `day`, hours, what it is for (a key of PURPOSES), the skill, the exercise,
    whether on fresh numbers (`drill`) and harder ranges (`hard`), and the points that count as
    success. `skill` and `work` are None where the session is no exercise.
    """

    day: datetime.date
    hours: float
    purpose: str
    goal: str
    skill: str | None = None
    work: skills.Work | None = None
    drill: bool = False
    hard: bool = False
    success: float = 0.0
    called: str = ""  # what it is for, where the words of its purpose would say too much

    @property
    def label(self):
        """What it is for, in words."""
        return self.called or PURPOSES[self.purpose]

    @property
    def number(self):
        """The success number in words."""
        if self.work is None:
            return "one line written down"
        return f"{self.success:g} of {self.work.points:g} points at the first try"


PURPOSES = {
    "gap": "close a gap",
    "strength": "speed up a strength",
    "hold": "hold what the job needs",
    "review": "come back to it",
    "outside": "look outside your chain",
}


# Too little is known of a skill to call it a gap or a strength; a strength that is below WORKING_LEVEL.
TRY_FIRST = "find out where you stand"
SO_FAR = "speed up your strongest so far"


@dataclass(frozen=True)
class Plan:
    """Two weeks from the day after `today`; `sessions` in order of their days."""

    today: datetime.date
    aim: Aim
    sessions: tuple
    strong: tuple = ()  # the functions to speed up, in years 4 to 5
    measured: dict = field(default_factory=dict)  # {function: Mastery} of those that are measured

    def hours(self, *purposes):
        return sum(each.hours for each in self.sessions if each.purpose in purposes)


def plan(log, today, aim, table=None):
    """The Plan for the two weeks after `today` (a date), from `log`, a list of Evidence."""
    return _Planner(list(log), today, aim, table or levels()).made()


@dataclass
class _Planner:
    log: list
    today: datetime.date
    aim: Aim
    table: dict
    sessions: list = field(default_factory=list)
    new: dict = field(default_factory=dict)  # week: lessons that are new in it
    audits: int = 0

    def made(self):
        self.asked = demand(self.aim)
        self.level = required(self.aim, self.table)
        self.begun = {each.lesson for each in self.log}
        self.seen = mastery(self.log, self.today)
        self.level_of = functions(self.seen)
        self.strong = self._strong() if self.aim.stage == STRENGTHS_STAGE else ()
        measured = {name: self.level_of[name] for name in self.strong if self._is_measured(name)}
        shares = (
            {"strength": STRENGTH_SHARE, "hold": HOLD_SHARE}
            if self.strong
            else {"gap": 1 - OUTSIDE_SHARE}
        )
        owed, given, outside, reviewed = 0.0, 0.0, 0.0, 0.0
        spent = dict.fromkeys(shares, 0.0)
        for ahead in range(1, DAYS + 1):
            self.day = self.today + datetime.timedelta(days=ahead)
            if self.day.weekday() >= WORKDAYS:
                continue
            owed += self.aim.hours / WORKDAYS
            given += self.aim.hours / WORKDAYS
            for key in self._due():
                work = self._tried_least(key)
                hours = REVIEW_HOURS[work.kind]
                if owed < hours or reviewed + hours > REVIEW_SHARE * given:
                    break
                part = self._part(key)
                if part == "hold" and spent[part] + hours > HOLD_SHARE * given + SESSION_HOURS / 2:
                    continue
                self._add("review", hours, key, work, self._review_goal(key))
                owed, reviewed = owed - hours, reviewed + hours
                spent[part] += hours
            while owed >= SESSION_HOURS - 1e-9:
                hours = 0.0
                if outside + SESSION_HOURS / 2 <= OUTSIDE_SHARE * given:
                    hours = self._outside()
                    outside += hours
                for part in sorted(shares, key=lambda each: spent[each] / shares[each]):
                    if not hours:
                        hours = self._session(part)
                        spent[part] += hours
                if not hours:
                    break
                owed -= hours
        return Plan(self.today, self.aim, tuple(self.sessions), self.strong, measured)

    def _strong(self):
        """The functions of the job with the greatest mastery × demand. What is not measured counts as
        the learner rates it, without a rating as one half.
        """

        def worth(name):
            said = self.aim.rating.get(name)
            rated = said is not None and not self._is_measured(name)
            return -self.aim.demand[name] * (said / MOST_RATING if rated else self.level_of[name].m)

        return tuple(sorted(self.aim.own, key=worth)[:STRONG_FUNCTIONS])

    def _is_measured(self, name):
        """Whether anything is known of a function: of one of its skills, that is."""
        return any(self.seen[key].state != UNKNOWN for key in skills.functions()[name])

    def _is_weak(self, key):
        """Whether a skill's function is below the level that holds."""
        return self.level_of[skills.skills()[key].function].m < WORKING_LEVEL

    def _part(self, key):
        """The part of the hours that a review of a skill belongs to."""
        if not self.strong:
            return "gap"
        return "strength" if skills.skills()[key].function in self.strong else "hold"

    def _due(self):
        """Skills of the job whose review is due on this day, the shortest stave first. What was tried
        today is not asked again today.
        """
        known = mastery(self.log, self.day)
        found = []
        for key in self.asked:
            log = self._mainly(key)
            when = review_day(log)
            if when and when <= self.day and log[-1].day < self.day:
                found.append((known[key].low / self.level[key], key))
        return [key for _, key in sorted(found)]

    def _mainly(self, key):
        """The evidence of exercises that are mainly about a skill, oldest first."""
        return sorted((each for each in self.log if each.skills[0] == key), key=lambda e: e.day)

    def _review_goal(self, key):
        last = self._mainly(key)[-1]
        days = (self.day - last.day).days
        ago = f"{days} day{'' if days == 1 else 's'}"
        if last.share < SUCCESS:
            return f"{_name(key)} did not come out {ago} ago: once more, on new numbers."
        return f"{_name(key)}, {ago} later: is it still there?"

    def _tried_least(self, key):
        """Of the exercises that are mainly about a skill, the one tried least: reviews start no new
        lesson.
        """
        tries = [(each.lesson, each.exercise) for each in self._mainly(key)]
        return min(
            (skills.exercises()[each] for each in tries),
            key=lambda each: tries.count((each.lesson, each.exercise)),
        )

    def _session(self, purpose):
        """Add one session for `purpose`, and give its hours; 0 where there is nothing to do for it."""
        key = {"gap": self._shortest, "strength": self._next_strength, "hold": self._shakiest}[
            purpose
        ]()
        if key is None:
            return 0.0
        work = self._exercise(key)
        harder = (work.lesson, work.exercise) in skills.ladder()
        hard = purpose == "strength" and harder and self._tried(work)
        now = mastery(self.log, self.day)[key]
        # by the record alone: what the plan takes for granted is no knowledge yet
        unknown, enough = self.seen[key].state == UNKNOWN, now.m >= self.level[key]
        goal = {
            "gap": f"at {now.m:.2f}, and {self.level[key]:.2f} is asked: make sure of it."
            if enough
            else f"from {now.m:.2f} towards {self.level[key]:.2f}.",
            "strength": "on harder ground than before." if hard else f"from {now.m:.2f} up.",
            "hold": f"your job needs it at {WORKING_LEVEL:.2f} or more.",
        }[purpose]
        goal = "too little is known; try it first." if unknown else goal
        said = f"{_name(key)}: {goal}"
        called = (
            TRY_FIRST if unknown else SO_FAR if purpose == "strength" and self._is_weak(key) else ""
        )
        return self._add(purpose, self._hours(work), key, work, said, hard=hard, called=called)

    def _hours(self, work):
        short = self._tried(work) and work.kind in SHORT_KINDS
        return SHORT_HOURS if short else SESSION_HOURS

    def _shortest(self):
        """The shortest stave: the lowest mastery ÷ level of the job, by the lower end of the
        interval; ties by demand.
        """
        known = mastery(self.log, self.day)
        ranked = sorted(
            self.asked, key=lambda key: (known[key].low / self.level[key], -self.asked[key])
        )
        return self._first(ranked)

    def _next_strength(self):
        """The skill of a strong function with most to gain; decisions where all are alike. What is
        only to be known comes back in reviews.
        """
        known = mastery(self.log, self.day)
        keys = [
            key
            for name in self.strong
            for key in skills.functions()[name]
            if skills.skills()[key].kind != "recall" or not known[key].n_eff
        ]
        ranked = sorted(
            keys, key=lambda key: (known[key].low, -skills.WEIGHTS[skills.skills()[key].kind])
        )
        return self._first(ranked)

    def _shakiest(self):
        """What the job needs and is lowest, while it is below the level that holds."""
        known = mastery(self.log, self.day)
        ranked = sorted(
            (key for key in self.asked if known[key].m < WORKING_LEVEL),
            key=lambda key: (known[key].low, -self.asked[key]),
        )
        return self._first(ranked) or self._shortest()

    def _first(self, ranked):
        """The first of `ranked` that can have a session today, or None."""
        return next((key for key in ranked if self._open(key)), None)

    def _open(self, key):
        """Whether a skill can have a session today: not if it had one in the last seven days, a
        review today, or if it would be a third new function.
        """
        for each in self.sessions:
            days = (self.day - each.day).days
            if each.skill == key and (days == 0 or (each.purpose != "review" and days < WEEK)):
                return False
        lesson = self._exercise(key).lesson
        return lesson in self.begun or self._week_has_room(lesson)

    def _week_has_room(self, lesson):
        week = (self.day - self.today).days // WEEK
        new = self.new.setdefault(week, set())
        return lesson in new or len(new) < NEW_FUNCTIONS_A_WEEK

    def _exercise(self, key):
        """The exercise for a skill: one where it is the main thing, in the own function, in a lesson
        that is begun, and the one tried least.
        """
        able = [each for each in skills.carrying(key) if each.kind != "written"]

        def order(work):
            tries = sum(
                (each.lesson, each.exercise) == (work.lesson, work.exercise) for each in self.log
            )
            return (
                work.skills[0] != key,
                tries > 0 and len(able) > 1 and tries,
                work.lesson not in self.aim.own,
                work.lesson not in self.begun,
            )

        return min(able, key=order)

    def _tried(self, work):
        return any(
            (each.lesson, each.exercise) == (work.lesson, work.exercise) for each in self.log
        )

    def _outside(self):
        """Add a session on a skill of the chain that is known least, or on one of the two ways to
        doubt a rule, once each; gives its hours.
        """
        done = sum(each.purpose == "outside" for each in self.sessions)
        if done in (1, 2) and GROWTH in skills.lessons():
            goal = (
                "Take one rule that you work by and test it in the myth lab: is it true, false, or"
                " not decided?",
                "Take one source that you trust through the source grader: who says so, how do they"
                " know, what do they earn by it, how old is it?",
            )[done - 1]
            self.sessions.append(Session(self.day, SHORT_HOURS, "outside", goal))
            return SHORT_HOURS
        known = mastery(self.log, self.day)
        keys = [
            key
            for function in _functions_of(self._least_known_chain(known))
            for key in skills.functions()[function]
        ]
        ranked = sorted(keys, key=lambda key: known[key].n_eff > 0)  # in order, the new ones first
        key = self._first(ranked)
        if key is None:
            return 0.0
        work = self._exercise(key)
        return self._add(
            "outside",
            self._hours(work),
            key,
            work,
            f"{skills.function_name(work.lesson)}, outside your chain: {_name(key)}. What do they"
            " measure there that you do not?",
        )

    def _least_known_chain(self, known):
        others = [chain for chain in CHAINS if chain not in self.aim.chains] or list(CHAINS)

        def seen(chain):
            keys = [key for name in _functions_of(chain) for key in skills.functions()[name]]
            return sum(known[key].n_eff for key in keys) / len(keys)

        if not hasattr(self, "_chain"):  # one neighbour for the two weeks
            self._chain = min(others, key=seen)
        return self._chain

    def _add(self, purpose, hours, key, work, goal, hard=False, called=""):
        """Add a session, and the evidence that it will give if it reaches its number; its hours."""
        tried = self._tried(work)
        session = Session(
            day=self.day,
            hours=hours,
            purpose=purpose,
            goal=goal,
            skill=key,
            work=work,
            drill=tried,
            hard=hard,
            called=called,
            success=_success(work, max(SUCCESS, self.level[key])),
        )
        self.sessions.append(session)
        if work.lesson not in self.begun:
            self.new.setdefault((self.day - self.today).days // WEEK, set()).add(work.lesson)
            self.begun = self.begun | {work.lesson}
        draw = f"planned {len(self.sessions)}" if tried else ""
        self.log.append(
            Evidence(
                lesson=work.lesson,
                exercise=work.exercise,
                draw=draw,
                skills=work.skills,
                weight=work.weight,
                share=session.success / work.points,
                day=self.day,
            )
        )
        return hours


def _functions_of(chain):
    return [
        name
        for name in skills.lessons()
        if skills.part(name) == chain and name in skills.functions()
    ]


def _name(key):
    return skills.skills()[key].name


def _success(work, level):
    """The points that count as success: the level's share of them, in halves, rounded up."""
    return min(work.points, math.ceil(2 * level * work.points) / 2)


def review_day(log):
    """The day on which a skill is due again, from its evidence, oldest first; None without any.

    That is 1, 7, 21 and 60 days after a success, the first in a row, the second, the third, and
    all later ones; and the day after a try that failed.
    """
    successes, last = 0, None
    for each in log:
        if each.share < SUCCESS:
            successes = 0
        elif each.day != last or not successes:
            successes += 1
        last = each.day
    if last is None:
        return None
    step = REVIEWS_AFTER[min(max(successes, 1), len(REVIEWS_AFTER)) - 1]
    return last + datetime.timedelta(days=step)
