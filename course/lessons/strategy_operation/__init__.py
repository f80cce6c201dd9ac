"""Strategy operation: what the lesson's notebook works with."""

from course import charts
from course.data import open_bandit
from course.lessons.strategy_operation.attention import AttentionCurve
from course.lessons.strategy_operation.practice_shop import (
    earns,
    newcomer,
    night,
    result_list,
    search_page,
    swaps,
    switchbacks,
)
from course.lessons.strategy_operation.ranges import clicks_anew

__all__ = [
    "AttentionCurve",
    "charts",
    "clicks_anew",
    "earns",
    "newcomer",
    "night",
    "open_bandit",
    "result_list",
    "search_page",
    "swaps",
    "switchbacks",
]
