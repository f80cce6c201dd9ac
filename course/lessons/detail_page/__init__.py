"""Detail page: what the lesson's notebook works with."""

from course import charts
from course.data import review_sentences, valence
from course.lessons.detail_page.bank import MODULES
from course.lessons.detail_page.builder import PageBuilder
from course.lessons.detail_page.practice_shop import (
    earns,
    every_page,
    page_tests,
    pages,
    sigmoid,
    ticket_page,
    ticket_test,
)
from course.lessons.detail_page.ranges import (
    correlation_range,
    dollar_ranges,
    effect_ranges,
    rate_ranges,
)

__all__ = [
    "MODULES",
    "PageBuilder",
    "charts",
    "correlation_range",
    "dollar_ranges",
    "earns",
    "effect_ranges",
    "every_page",
    "page_tests",
    "pages",
    "rate_ranges",
    "review_sentences",
    "sigmoid",
    "ticket_page",
    "ticket_test",
    "valence",
]
