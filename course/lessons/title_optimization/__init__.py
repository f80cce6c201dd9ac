"""Title optimization: what the lesson's notebook works with."""

from course.lessons.title_optimization.scenario import Scenario
from course.lessons.title_optimization.widget import TitleEditor
from course.market.search import SearchPage, attention, word_searches
from course.market.shop import categories

__all__ = ["SearchPage", "TitleEditor", "attention", "draw", "sentence", "stuffed_title"]


def draw(number):
    """One practice product as (product, query_log, rivals); `number` is 0 to 4."""
    return tuple(Scenario().observe(number).values())


def sentence(title, product):
    """A list of words as the title that a buyer reads."""
    return categories()[product["noun"]].sentence(title, product["brand"])


def stuffed_title(query_log, words=9):
    """The most searched words, whether they are true of the product or not."""
    volume = word_searches(query_log)
    return sorted(volume, key=lambda word: -volume[word])[:words]
