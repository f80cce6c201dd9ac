"""Category operation: what the lesson's notebook works with."""

from course.data import basket_counts
from course.lessons.category_operation.practice_shop import (
    baskets,
    candidates,
    category_year,
    launch,
)
from course.lessons.category_operation.shelf import ShelfPlan

__all__ = ["ShelfPlan", "basket_counts", "baskets", "candidates", "category_year", "launch"]
