"""Product operation: what the lesson's notebook works with."""

from course import charts
from course.data import open_bandit
from course.lessons.product_operation.council import LaunchCouncil
from course.lessons.product_operation.practice_shop import (
    brought,
    experiment,
    feature_use,
    holdout,
    year,
)

__all__ = [
    "LaunchCouncil",
    "brought",
    "charts",
    "experiment",
    "feature_use",
    "holdout",
    "open_bandit",
    "year",
]
