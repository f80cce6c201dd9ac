"""Product growth: what the lesson's notebook works with."""

from course import charts
from course.lessons.product_growth.flow import OnboardingQueue
from course.lessons.product_growth.practice_shop import activity, flow, nudges, orders_of, times
from course.lessons.product_growth.ranges import effect_ranges, step_worth, survival_band

__all__ = [
    "OnboardingQueue",
    "activity",
    "charts",
    "effect_ranges",
    "flow",
    "nudges",
    "orders_of",
    "step_worth",
    "survival_band",
    "times",
]
