"""The growth plan: what the lesson's notebook works with."""

from course.lessons.growth_plan import charts
from course.lessons.growth_plan.barrel import Barrel
from course.lessons.growth_plan.evidence import (
    calibration,
    cards,
    colleague_log,
    colleague_rating,
    gaps,
    my_guesses,
    my_log,
)
from course.lessons.growth_plan.hours import by_function, colleague_hours, tasks, where_am_i
from course.lessons.growth_plan.learning import channels, help_for, missing, reading
from course.lessons.growth_plan.myth_lab import interval, lab, myths
from course.lessons.growth_plan.practice_learner import half_year_of, learner, practise
from course.lessons.growth_plan.tryouts import TryOuts

__all__ = [
    "Barrel",
    "TryOuts",
    "by_function",
    "calibration",
    "cards",
    "channels",
    "charts",
    "colleague_hours",
    "colleague_log",
    "colleague_rating",
    "gaps",
    "half_year_of",
    "help_for",
    "interval",
    "lab",
    "learner",
    "missing",
    "my_guesses",
    "my_log",
    "myths",
    "practise",
    "reading",
    "tasks",
    "where_am_i",
]
