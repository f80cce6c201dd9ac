"""Activation and recall: what the lesson's notebook works with."""

from course import charts
from course.data import mailing
from course.lessons.activation_and_recall.practice_shop import (
    coupon_test,
    earns,
    month,
    returns,
    scored,
    used,
)
from course.lessons.activation_and_recall.quadrants import Quadrants
from course.lessons.activation_and_recall.ranges import drawn_anew, with_ranges

__all__ = [
    "Quadrants",
    "charts",
    "coupon_test",
    "drawn_anew",
    "earns",
    "mailing",
    "month",
    "returns",
    "scored",
    "used",
    "with_ranges",
]
