"""A referral event of six waves: a reward for who invites, a reward for the friend, and fakes that
come for the money.

More reward for the inviter brings more invitations, and more fakes; more for the friend brings
more acceptance.
"""

import pandas as pd

from course.check import InvalidAction
from course.market import social
from course.market.parameters import tideway
from course.market.rng import stream

WAVES, MOST, TEST_USERS = 6, 60, 2_000
TEST_REWARDS, TEST_SHARES = (5, 12, 25, 50), (0.2, 0.5, 0.8)
# What differs from event to event, in the order in which it is drawn.
DIFFERS = (
    "referral.invite",
    "referral.invite_gain",
    "referral.invite_half",
    "referral.convert",
    "referral.convert_gain",
    "referral.convert_half",
    "referral.fraud",
    "referral.worth",
)


def waves(*response):
    """(sign-ups, honest newcomers) of each of the six waves."""
    return social.event_waves(tideway(), response, WAVES)


class Scenario:
    """Set the reward and the inviter's share of it; it earns the newcomers' margin less all
    rewards, also those of fakes.
    """

    UNIT = "dollars of profit in an event"
    DRAWS = 20
    G_FULL = 0.9

    def truth(self, seed):
        """The event's own numbers (Parameters), and the $ that a newcomer leaves."""
        event = tideway().slice(stream(seed, "event", "response"), *DIFFERS)
        return event, round(event.referral.worth, 2)

    def response(self, seed, reward, share):
        """(invitations a user, share that joins, share of fakes) at a reward ($) of which the
        inviter gets `share`.
        """
        return social.offer_response(self.truth(seed)[0], reward, share)

    def observe(self, seed):
        """What a policy receives.

        `offer_tests`: twelve offers, each tried on 2,000 users: reward ($ a
        friend), share (of it, to the inviter), users, invites, joined, fakes
        (of the joined, found by hand). `ltv`: $ of margin a newcomer leaves.
        """
        rng, (event, ltv), rows = stream(seed, "event", "tests"), self.truth(seed), []
        for reward in TEST_REWARDS:
            for share in TEST_SHARES:
                response = social.offer_response(event, reward, share)
                found = social.try_offer(event, rng, response, TEST_USERS)
                rows.append((float(reward), share, TEST_USERS, *found))
        columns = ["reward", "share", "users", "invites", "joined", "fakes"]
        return {"offer_tests": pd.DataFrame(rows, columns=columns), "ltv": ltv}

    def value(self, seed, offer):
        """Dollars of `offer`, (reward, share to the inviter). Raises InvalidAction."""
        if (
            type(offer) is not tuple
            or len(offer) != 2
            or not all(type(each) in (int, float) for each in offer)
        ):
            raise InvalidAction("the offer must be two numbers, (reward, share to the inviter)")
        reward, share = offer
        if not 0 <= reward <= MOST or not 0 <= share <= 1:
            raise InvalidAction(
                f"the reward must be 0 to {MOST} dollars and the share 0 to 1; yours are {reward:g}"
                f" and {share:g}"
            )
        return self.profit(self.response(seed, reward, share), reward, self.truth(seed)[-1])

    @staticmethod
    def profit(response, reward, ltv):
        """Dollars of an event with this (invites, joins, fake)."""
        return social.event_profit(tideway(), response, reward, ltv, WAVES)
