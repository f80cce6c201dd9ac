"""Community operation: what the lesson's notebook works with."""

from course import charts
from course.data import household_sales
from course.lessons.community_operation.group_fill import GroupFill
from course.lessons.community_operation.practice_shop import chat, earns, offer, waitlist
from course.lessons.community_operation.ranges import effect_with_before

__all__ = [
    "GroupFill",
    "charts",
    "chat",
    "earns",
    "effect_with_before",
    "household_sales",
    "offer",
    "waitlist",
]
