"""The skills (knowledge components) of the course, and which exercise gives evidence of which.

`skills()` gives {key: Skill} in the order of skills.toml; `exercises()` gives {(lesson, exercise):
Work} from the lessons' own lesson.toml. Both are read once a process.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from course import operations
from course.check.exercise import points

# What a piece of evidence weighs, by the kind of work it comes from.
WEIGHTS = {
    "recall": 1.0,
    "compute": 1.5,
    "implement": 2.0,
    "diagnose": 2.5,
    "decide": 3.0,
    "written": 1.0,
}
# Functions that belong to no lesson: every chain uses their skills.
SHARED = {"data": "Data", "experiments": "Experiments", "communication": "Communication"}


@dataclass(frozen=True)
class Skill:
    """One knowledge component. `function` is a lesson's slug or a key of SHARED; `needs` holds the
    keys of the skills that it builds on.
    """

    key: str
    name: str
    function: str
    kind: str
    needs: tuple

    @property
    def chain(self):
        """A key of `operations.PARTS`, or "shared"."""
        return "shared" if self.function in SHARED else part(self.function)


@dataclass(frozen=True)
class Work:
    """One graded exercise and the skills that it carries, the main one first."""

    lesson: str
    exercise: str
    skills: tuple

    @property
    def kind(self):
        """The kind of work: that of its main skill."""
        return skills()[self.skills[0]].kind

    @property
    def weight(self):
        return WEIGHTS[self.kind]

    @property
    def points(self):
        return points(self.lesson, self.exercise)


@cache
def part(function):
    """The part of the course in which a lesson's function stands, a key of `operations.PARTS`."""
    return operations.part(function)


@cache
def skills():
    """{key: Skill}, in the order of the table."""
    table = tomllib.loads(
        files("course.practice").joinpath("skills.toml").read_text(encoding="utf-8")
    )
    return {key: Skill(key, **{**row, "needs": tuple(row["needs"])}) for key, row in table.items()}


@cache
def exercises():
    """{(lesson, exercise): Work} of every lesson that exists, in the order of the course."""
    return {
        (slug, name): Work(slug, name, tuple(keys))
        for slug in lessons()
        for name, keys in about(slug)["skills"].items()
    }


def carrying(key):
    """The exercises that carry a skill, those where it is the main one first."""
    found = [each for each in exercises().values() if key in each.skills]
    return sorted(found, key=lambda each: each.skills.index(key))


@cache
def lessons():
    """The slugs of the lessons that exist, in the order of the course."""
    order = [
        operations.ORIENTATION[0],
        *(each.lesson for each in operations.functions() if each.written),
    ]
    return tuple(order)


@cache
def about(slug):
    """A lesson's lesson.toml as a dict."""
    return tomllib.loads(
        files("course.lessons").joinpath(slug, "lesson.toml").read_text(encoding="utf-8")
    )


def function_name(function):
    """The name of a function as people read it."""
    return SHARED.get(function) or about(function)["title"]


def functions():
    """{function: [keys of its skills]}, in the order of the table."""
    found = {}
    for key, skill in skills().items():
        found.setdefault(skill.function, []).append(key)
    return found


@cache
def ladder():
    """{(lesson, exercise): {"says", "set", "values", "laws"}} of decisions with a harder market."""
    table = tomllib.loads(
        files("course.practice").joinpath("harder.toml").read_text(encoding="utf-8")
    )
    return {(lesson, name): row for lesson, rows in table.items() for name, row in rows.items()}
