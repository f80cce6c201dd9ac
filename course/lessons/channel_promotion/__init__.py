"""Channel promotion: what the lesson's notebook works with."""

from course import charts
from course.lessons.channel_promotion.balance import FourChannels
from course.lessons.channel_promotion.curves import brings, fit_curves, next_dollar
from course.lessons.channel_promotion.journeys import GOLDEN_PATHS, chain
from course.lessons.channel_promotion.practice_shop import channel_month, earns, geo_test, weeks
from course.lessons.channel_promotion.ranges import other_weeks

__all__ = [
    "GOLDEN_PATHS",
    "FourChannels",
    "brings",
    "chain",
    "channel_month",
    "charts",
    "earns",
    "fit_curves",
    "geo_test",
    "next_dollar",
    "other_weeks",
    "weeks",
]
