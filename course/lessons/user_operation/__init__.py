"""User operation: what the lesson's notebook works with."""

from course import charts
from course.data import cdnow
from course.lessons.user_operation.heartbeat import Heartbeat
from course.lessons.user_operation.practice_shop import (
    buyers,
    last_year,
    mail_curves,
    orders,
    saves,
)

__all__ = ["Heartbeat", "buyers", "cdnow", "charts", "last_year", "mail_curves", "orders", "saves"]
