"""Business operation: what the lesson's notebook works with."""

from course import charts
from course.data import milk_weeks
from course.lessons.business_operation.practice_shop import (
    commercial_year,
    earns,
    history,
    monthly,
    quarter,
)
from course.lessons.business_operation.ranges import (
    earned_range,
    elasticity_range,
    error_range,
    held_back,
    trial_elasticities,
)
from course.lessons.business_operation.rate_board import RateBoard

__all__ = [
    "RateBoard",
    "charts",
    "commercial_year",
    "earned_range",
    "earns",
    "elasticity_range",
    "error_range",
    "held_back",
    "history",
    "milk_weeks",
    "monthly",
    "quarter",
    "trial_elasticities",
]
