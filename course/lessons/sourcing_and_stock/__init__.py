"""Sourcing and stock: what the lesson's notebook works with."""

from course.data import ecb_rates
from course.lessons.sourcing_and_stock.balance import OrderBalance
from course.lessons.sourcing_and_stock.practice_shop import quotes, sales_with_gaps, season

__all__ = ["OrderBalance", "ecb_rates", "quotes", "sales_with_gaps", "season"]
