"""The operations map: what the lesson's notebook works with."""

from course.lessons.operations_map.practice_shop import shop_week, tickets, two_weeks
from course.lessons.operations_map.way import OperationsMap

__all__ = ["OperationsMap", "shop_week", "tickets", "two_weeks"]
