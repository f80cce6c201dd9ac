"""Audience and channel fit: what the lesson's notebook works with."""

from course.data import household_demographics, household_sales
from course.lessons.audience_and_channel_fit.groups import CustomerGroups
from course.lessons.audience_and_channel_fit.practice_shop import channels, customers

__all__ = ["CustomerGroups", "channels", "customers", "household_demographics", "household_sales"]
