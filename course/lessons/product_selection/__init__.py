"""Product selection: what the lesson's notebook works with."""

from course.data import household_sales
from course.lessons.product_selection.bubbles import BubbleMap
from course.lessons.product_selection.practice_shop import (
    SEASON,
    candidates,
    last_months,
    monthly_searches,
)

__all__ = [
    "SEASON",
    "BubbleMap",
    "candidates",
    "household_sales",
    "last_months",
    "monthly_searches",
]
