"""Pricing: what the lesson's notebook works with."""

from course.data import yogurt
from course.lessons.pricing.curve import PriceCurve
from course.lessons.pricing.practice_shop import baskets, lamp_weeks, shop, threshold_profit

__all__ = ["PriceCurve", "baskets", "lamp_weeks", "shop", "threshold_profit", "yogurt"]
