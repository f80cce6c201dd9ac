"""Channel promotion: what the lesson's notebook works with."""

from course.lessons.channel_promotion.balance import FourChannels
from course.lessons.channel_promotion.curves import fit_curves
from course.lessons.channel_promotion.journeys import GOLDEN_PATHS, chain
from course.lessons.channel_promotion.practice_shop import channel_month, geo_test, weeks

__all__ = [
    "GOLDEN_PATHS",
    "FourChannels",
    "chain",
    "channel_month",
    "fit_curves",
    "geo_test",
    "weeks",
]
