"""Business operation: what the lesson's notebook works with."""

from course.data import milk_weeks
from course.lessons.business_operation.practice_shop import (
    commercial_year,
    history,
    monthly,
    quarter,
)
from course.lessons.business_operation.rate_board import RateBoard

__all__ = ["RateBoard", "commercial_year", "history", "milk_weeks", "monthly", "quarter"]
