"""Paid promotion: what the lesson's notebook works with."""

from course.lessons.paid_promotion.auction import LiveAuction
from course.lessons.paid_promotion.likely import likely_profit
from course.lessons.paid_promotion.practice_shop import ad_week, brand_test, search_terms, week

__all__ = ["LiveAuction", "ad_week", "brand_test", "likely_profit", "search_terms", "week"]
