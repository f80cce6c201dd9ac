"""New-media operation: what the lesson's notebook works with."""

from course.data import open_bandit
from course.lessons.new_media_operation.practice_shop import last_month, live_sessions, two_towns
from course.lessons.new_media_operation.slot_grid import SlotGrid

__all__ = ["SlotGrid", "last_month", "live_sessions", "open_bandit", "two_towns"]
