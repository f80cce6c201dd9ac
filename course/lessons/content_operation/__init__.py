"""Content operation: what the lesson's notebook works with."""

from course.data import open_bandit, open_bandit_policy
from course.lessons.content_operation.machines import HeadlineMachines
from course.lessons.content_operation.posterior import chance_of_best
from course.lessons.content_operation.practice_shop import logged, post_days, run_week

__all__ = [
    "HeadlineMachines",
    "chance_of_best",
    "logged",
    "open_bandit",
    "open_bandit_policy",
    "post_days",
    "run_week",
]
