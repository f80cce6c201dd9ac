"""The functions of e-commerce operations, from one table: what the map, the start page and the
tests read.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

CHAINS = {
    "store": "Run a store",
    "acquire": "Acquire users",
    "platform": "Keep users: the platform",
    "users": "Keep users: people and communities",
    "supply": "The supply side",
    "you": "You",
}
# What comes before every chain: the lessons that everybody needs.
ORIENTATION = ("operations_map", "metrics_and_funnel")
# The parts of the course, in order: (key, title). After the first they are the chains.
PARTS = {"orientation": "Find your way", **CHAINS}
# The way of a person, step by step: (key, from, to).
STEPS = [
    ("reach", "stranger", "has heard of us"),
    ("visit", "has heard of us", "visitor"),
    ("cart", "visitor", "has a full cart"),
    ("pay", "has a full cart", "buyer"),
    ("return", "buyer", "regular"),
    ("recommend", "regular", "brings a friend"),
]


@dataclass(frozen=True)
class Function:
    """One operations function. `lesson` is a slug; `moves` the steps of a person's way that it
    works on.
    """

    lesson: str
    name: str
    chain: str
    question: str
    moves: tuple
    kpi: str

    @property
    def written(self):
        """Whether its lesson exists."""
        return files("course.lessons").joinpath(self.lesson, "lesson.toml").is_file()


def functions():
    """All functions in the order of the course."""
    table = tomllib.loads(files("course").joinpath("operations.toml").read_text(encoding="utf-8"))
    return [Function(**{**row, "moves": tuple(row["moves"])}) for row in table["function"]]


def part(slug):
    """The part of the course in which a lesson stands (a key of PARTS)."""
    if slug in ORIENTATION:
        return "orientation"
    return next((each.chain for each in functions() if each.lesson == slug), "you")
