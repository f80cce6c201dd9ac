"""Event acquisition: what the lesson's notebook works with."""

from course import charts
from course.charts.spread import middle
from course.lessons.event_acquisition.bank import EVIDENCE
from course.lessons.event_acquisition.practice_shop import (
    event_users,
    leaves,
    looked_into,
    offers,
    referrals,
)
from course.lessons.event_acquisition.ranges import other_tests, other_users
from course.lessons.event_acquisition.response import predict_offers
from course.lessons.event_acquisition.waves import RewardWaves

__all__ = [
    "EVIDENCE",
    "RewardWaves",
    "charts",
    "event_users",
    "leaves",
    "looked_into",
    "middle",
    "offers",
    "other_tests",
    "other_users",
    "predict_offers",
    "referrals",
]
