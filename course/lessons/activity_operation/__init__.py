"""Activity operation: what the lesson's notebook works with."""

from course.data import milk_weeks
from course.lessons.activity_operation.bump import PromotionBump
from course.lessons.activity_operation.practice_shop import campaign_result, daily, merchants, venue

__all__ = ["PromotionBump", "campaign_result", "daily", "merchants", "milk_weeks", "venue"]
