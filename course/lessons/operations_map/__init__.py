"""The operations map: what the lesson's notebook works with."""

from course import charts
from course.charts import share_range
from course.lessons.operations_map.practice_shop import saves, shop_week, tickets, two_weeks
from course.lessons.operations_map.ranges import left_range
from course.lessons.operations_map.way import OperationsMap

__all__ = [
    "OperationsMap",
    "charts",
    "left_range",
    "saves",
    "share_range",
    "shop_week",
    "tickets",
    "two_weeks",
]
