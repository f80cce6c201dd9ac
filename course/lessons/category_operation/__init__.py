"""Category operation: what the lesson's notebook works with."""

from course import charts
from course.data import basket_counts
from course.lessons.category_operation.bank import SALES
from course.lessons.category_operation.practice_shop import (
    baskets,
    candidates,
    category_year,
    earns,
    kettle_margins,
    launch,
)
from course.lessons.category_operation.ranges import lift_range, with_ranges
from course.lessons.category_operation.shelf import ShelfPlan

__all__ = [
    "SALES",
    "ShelfPlan",
    "basket_counts",
    "baskets",
    "candidates",
    "category_year",
    "charts",
    "earns",
    "kettle_margins",
    "launch",
    "lift_range",
    "with_ranges",
]
