"""Event acquisition: what the lesson's notebook works with."""

from course.lessons.event_acquisition.bank import EVIDENCE
from course.lessons.event_acquisition.practice_shop import event_users, offers, referrals
from course.lessons.event_acquisition.response import predict_offers
from course.lessons.event_acquisition.waves import RewardWaves

__all__ = ["EVIDENCE", "RewardWaves", "event_users", "offers", "predict_offers", "referrals"]
