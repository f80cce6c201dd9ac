"""Content operation: what the lesson's notebook works with."""

from course import charts
from course.charts.spread import anew
from course.data import open_bandit, open_bandit_policy
from course.lessons.content_operation.bank import BERLIN
from course.lessons.content_operation.machines import HeadlineMachines
from course.lessons.content_operation.posterior import chance_of_best
from course.lessons.content_operation.practice_shop import (
    best_headlines,
    logged,
    post_days,
    run_week,
)
from course.lessons.content_operation.rivals import even_parts, one_even_round, watch

__all__ = [
    "BERLIN",
    "HeadlineMachines",
    "anew",
    "best_headlines",
    "chance_of_best",
    "charts",
    "even_parts",
    "logged",
    "one_even_round",
    "open_bandit",
    "open_bandit_policy",
    "post_days",
    "run_week",
    "watch",
]
