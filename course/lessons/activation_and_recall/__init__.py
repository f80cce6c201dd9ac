"""Activation and recall: what the lesson's notebook works with."""

from course.data import mailing
from course.lessons.activation_and_recall.practice_shop import coupon_test, returns, scored
from course.lessons.activation_and_recall.quadrants import Quadrants

__all__ = ["Quadrants", "coupon_test", "mailing", "returns", "scored"]
