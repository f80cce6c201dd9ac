"""Product operation: what the lesson's notebook works with."""

from course.data import open_bandit
from course.lessons.product_operation.council import LaunchCouncil
from course.lessons.product_operation.practice_shop import experiment, feature_use, holdout, year

__all__ = ["LaunchCouncil", "experiment", "feature_use", "holdout", "open_bandit", "year"]
