"""Merchant operation: what the lesson's notebook works with."""

from course import charts
from course.data import open_bandit
from course.lessons.merchant_operation.funnel_plot import FunnelPlot
from course.lessons.merchant_operation.practice_shop import applicants, changes, orders, shops
from course.lessons.merchant_operation.ranges import believable_range, prior_curve, prior_range

__all__ = [
    "FunnelPlot",
    "applicants",
    "believable_range",
    "changes",
    "charts",
    "open_bandit",
    "orders",
    "prior_curve",
    "prior_range",
    "shops",
]
