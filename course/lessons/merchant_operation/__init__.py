"""Merchant operation: what the lesson's notebook works with."""

from course.data import open_bandit
from course.lessons.merchant_operation.funnel_plot import FunnelPlot
from course.lessons.merchant_operation.practice_shop import applicants, orders, shops

__all__ = ["FunnelPlot", "applicants", "open_bandit", "orders", "shops"]
