"""Community operation: what the lesson's notebook works with."""

from course.data import household_sales
from course.lessons.community_operation.group_fill import GroupFill
from course.lessons.community_operation.practice_shop import chat, offer, waitlist

__all__ = ["GroupFill", "chat", "household_sales", "offer", "waitlist"]
