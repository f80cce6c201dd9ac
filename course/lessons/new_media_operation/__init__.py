"""New-media operation: what the lesson's notebook works with."""

from course import charts
from course.data import open_bandit
from course.lessons.new_media_operation.practice_shop import (
    last_month,
    live_sessions,
    responses,
    two_towns,
)
from course.lessons.new_media_operation.slot_grid import SlotGrid

__all__ = [
    "SlotGrid",
    "charts",
    "last_month",
    "live_sessions",
    "open_bandit",
    "responses",
    "two_towns",
]
