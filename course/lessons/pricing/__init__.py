"""Pricing: what the lesson's notebook works with."""

from course.data import yogurt
from course.lessons.pricing.curve import PriceCurve
from course.lessons.pricing.practice_shop import backpack_weeks, baskets, shop, threshold_profit

__all__ = ["PriceCurve", "backpack_weeks", "baskets", "shop", "threshold_profit", "yogurt"]
