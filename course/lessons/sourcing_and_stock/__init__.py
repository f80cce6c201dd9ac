"""Sourcing and stock: what the lesson's notebook works with."""

from course import charts
from course.charts.spread import anew
from course.data import ecb_rates
from course.lessons.sourcing_and_stock.balance import OrderBalance
from course.lessons.sourcing_and_stock.practice_shop import earns, quotes, sales_with_gaps, season

__all__ = [
    "OrderBalance",
    "anew",
    "charts",
    "earns",
    "ecb_rates",
    "quotes",
    "sales_with_gaps",
    "season",
]
