"""Title optimization: what the lesson's notebook works with."""

import pandas as pd

from course import charts
from course.lessons.title_optimization.scenario import Scenario
from course.lessons.title_optimization.widget import TitleEditor
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.search import SearchPage, attention, word_searches
from course.market.shop import categories
from course.market.titles import next_week

__all__ = [
    "SearchPage",
    "TitleEditor",
    "attention",
    "charts",
    "draw",
    "earns",
    "sentence",
    "stuffed_title",
    "weeks",
]

WEEKS = 20


def draw(number):
    """One practice product as (product, query_log, rivals); `number` is 0 to 19."""
    return tuple(Scenario().observe(number).values())


def earns(number, title):
    """Orders of next week that `title`, a list of words, brings practice product `number`."""
    return Scenario().value(number, title)


def sentence(title, product):
    """A list of words as the title that a buyer reads."""
    return categories()[product["noun"]].sentence(title, product["brand"])


def stuffed_title(query_log, words=9):
    """The most searched words, whether they are true of the product or not."""
    volume = word_searches(query_log)
    return sorted(volume, key=lambda word: -volume[word])[:words]


def weeks(titles, product, query_log, rivals):
    """Orders of several titles in twenty weeks that may come, a DataFrame: a row a week, a column a
    title of `titles` ({name: list of words}). Searches of a query move by about 15%.
    """
    rows = []
    for week in range(WEEKS):
        searches = next_week(tideway(), stream(week, "title", "possible week"), query_log)
        page = SearchPage(product, searches, rivals)
        rows.append({name: page.orders(words) for name, words in titles.items()})
    return pd.DataFrame(rows)
