"""Membership operation: what the lesson's notebook works with."""

from course import charts
from course.data import mailing
from course.lessons.membership_operation.practice_shop import (
    customers,
    earns,
    members,
    point_ledger,
    programme,
)
from course.lessons.membership_operation.threshold import FeeThreshold

__all__ = [
    "FeeThreshold",
    "charts",
    "customers",
    "earns",
    "mailing",
    "members",
    "point_ledger",
    "programme",
]
