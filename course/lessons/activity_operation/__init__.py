"""Activity operation: what the lesson's notebook works with."""

from course import charts
from course.charts.spread import middle
from course.data import milk_weeks
from course.lessons.activity_operation.bump import PromotionBump
from course.lessons.activity_operation.practice_shop import (
    adds,
    campaign_result,
    daily,
    merchants,
    venue,
)
from course.lessons.activity_operation.ranges import elasticity_range, mean_range

__all__ = [
    "PromotionBump",
    "adds",
    "campaign_result",
    "charts",
    "daily",
    "elasticity_range",
    "mean_range",
    "merchants",
    "middle",
    "milk_weeks",
    "venue",
]
