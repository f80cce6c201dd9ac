"""Product selection: what the lesson's notebook works with."""

from course import charts
from course.charts.spread import anew
from course.data import household_sales
from course.lessons.product_selection.bubbles import BubbleMap
from course.lessons.product_selection.practice_shop import (
    SEASON,
    candidates,
    compared,
    last_months,
    monthly_searches,
)
from course.lessons.product_selection.ranges import ahead, kept, trend_range

__all__ = [
    "SEASON",
    "BubbleMap",
    "ahead",
    "anew",
    "candidates",
    "charts",
    "compared",
    "household_sales",
    "kept",
    "last_months",
    "monthly_searches",
    "trend_range",
]
