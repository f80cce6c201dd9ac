"""Detail page: what the lesson's notebook works with."""

from course.data import review_sentences, valence
from course.lessons.detail_page.bank import MODULES
from course.lessons.detail_page.builder import PageBuilder
from course.lessons.detail_page.practice_shop import every_page, page_tests, pages, sigmoid

__all__ = [
    "MODULES",
    "PageBuilder",
    "every_page",
    "page_tests",
    "pages",
    "review_sentences",
    "sigmoid",
    "valence",
]
