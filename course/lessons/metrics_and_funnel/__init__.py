"""Metrics and funnel: what the lesson's notebook works with."""

from course import charts
from course.lessons.metrics_and_funnel.mix import MixShift
from course.lessons.metrics_and_funnel.practice_shop import (
    device_weeks,
    earns,
    shop_events,
    shop_funnel,
    two_weeks,
)

__all__ = ["MixShift", "charts", "device_weeks", "earns", "shop_events", "shop_funnel", "two_weeks"]
