"""Pricing: what the lesson's notebook works with."""

from course import charts
from course.charts.spread import anew
from course.data import yogurt
from course.lessons.pricing.curve import FEE, MARGIN, PARCEL, PriceCurve
from course.lessons.pricing.practice_shop import (
    backpack_weeks,
    baskets,
    earns,
    shop,
    threshold_profit,
)
from course.lessons.pricing.ranges import choice_errors

__all__ = [
    "FEE",
    "MARGIN",
    "PARCEL",
    "PriceCurve",
    "anew",
    "backpack_weeks",
    "baskets",
    "charts",
    "choice_errors",
    "earns",
    "shop",
    "threshold_profit",
    "yogurt",
]
