"""Audience and channel fit: what the lesson's notebook works with."""

from course import charts
from course.data import household_demographics, household_sales
from course.lessons.audience_and_channel_fit.groups import CustomerGroups, cluster
from course.lessons.audience_and_channel_fit.practice_shop import channels, customers, earns

__all__ = [
    "CustomerGroups",
    "channels",
    "charts",
    "cluster",
    "customers",
    "earns",
    "household_demographics",
    "household_sales",
]
