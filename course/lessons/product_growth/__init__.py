"""Product growth: what the lesson's notebook works with."""

from course.lessons.product_growth.flow import OnboardingQueue
from course.lessons.product_growth.practice_shop import activity, flow, nudges, times

__all__ = ["OnboardingQueue", "activity", "flow", "nudges", "times"]
