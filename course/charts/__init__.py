"""Charts of a lesson's tables, each made by one line of a notebook.

    charts.bars(found.set_index("group")["gmroi"], "What a dollar of stock earned", "dollars a year")

`bars`, `ranges`, `dots`, `lines` and `points` take a pandas table (or a dictionary), a title that
says what to see, and the unit. Matplotlib draws; what comes follows the page's colours, is said in
words to screen readers, and has its numbers in a table behind it.
"""

from course.charts.kinds import bars, dots, lines, points, ranges
from course.charts.picture import Chart, axes, mine, shown, styled
from course.charts.spread import share_range
from course.check.numbers import money, number, percent

__all__ = [
    "Chart",
    "axes",
    "bars",
    "dots",
    "lines",
    "mine",
    "money",
    "number",
    "percent",
    "points",
    "ranges",
    "share_range",
    "shown",
    "styled",
]
