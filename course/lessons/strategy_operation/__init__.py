"""Strategy operation: what the lesson's notebook works with."""

from course.data import open_bandit
from course.lessons.strategy_operation.attention import AttentionCurve
from course.lessons.strategy_operation.practice_shop import (
    result_list,
    search_page,
    swaps,
    switchbacks,
)

__all__ = ["AttentionCurve", "open_bandit", "result_list", "search_page", "swaps", "switchbacks"]
