"""The levers that bring people: paid channels, search ads, referral, posts and headlines."""

import numpy as np
import pandas as pd

from course.market import ads, media, posting, social, town
from course.market.quarter.levers import Lever

CHANNELS, PAST = town.names("channels"), 52
WORDS, AUCTIONS = town.names("search_words"), 120
GRID = tuple(round(0.1 * step, 1) for step in range(1, 31))  # bids in $ that a landscape shows
SLOTS = town.names("slots")
TEST_REWARDS, TEST_SHARES, TEST_USERS = (5, 12, 25, 50), (0.2, 0.5, 0.8), 2_000
# What differs from one referral offer to the next, in the order in which it is drawn.
REFERRAL = ("invite", "invite_gain", "invite_half", "convert", "convert_gain", "convert_half")
HEADLINES, BATCH, ROUNDS_A_SET = 8, 250, 6


class Channels(Lever):
    """Effect: $ of new buyers' sales in a week."""

    name, function = "spend", "channel"

    def __init__(self, p, rng):
        self._curves = media.draw_channels(p, rng("channels", "curves"), len(CHANNELS))
        spend, sales = media.draw_history(p, rng("channels", "weeks"), self._curves, PAST)
        history = {
            "week": np.repeat(np.arange(1, PAST + 1), len(CHANNELS)),
            "channel": list(CHANNELS) * PAST,
            "spend": spend.ravel().round(2),
            "sales": sales.ravel().round(2),
        }
        self.budget = p.channel.budget
        self.records = {"history": pd.DataFrame(history), "budget": self.budget}
        self.start = dict.fromkeys(CHANNELS, self.budget / len(CHANNELS))
        self.about = (
            f"a dictionary {{channel: $ a week}}, together 0 to {self.budget:,.0f}, of"
            f" {', '.join(CHANNELS)}"
        )

    def check(self, action, now):
        new = dict(now)
        for channel, spend in self.keys(action, CHANNELS).items():
            new[channel] = self.number(spend, 0, self.budget, f"the spend on {channel}")
        self.number(sum(new.values()), 0, self.budget, "the sum")
        return new

    def effect(self, action):
        spends = np.array([action[channel] for channel in CHANNELS])
        return float(media.channel_sales(spends, self._curves).sum())

    def weakest(self):
        """The channel that brings least for the whole budget."""
        return CHANNELS[int(np.argmin(media.channel_sales(self.budget, self._curves)))]


class Ads(Lever):
    """Effect: ($ of margin of the orders, $ that the clicks cost) of a week, for one shop."""

    name, function = "bids", "channel"

    def __init__(self, p, rng):
        self._p, draw = p, rng("ads", "words")
        self._words = ads.draw_keywords(p, draw, len(WORDS))
        self._rivals = ads.draw_scores(p, draw, self._words["rivals"], AUCTIONS)
        clicks = p.draw(draw, "keyword.clicks_on_record", len(WORDS)).astype(int)
        orders = draw.binomial(clicks, self._words["cvr"])
        worth = self._words["cvr"] * self._words["margin"]
        cost = ads.expected_clicks(p, worth, self._words, self._rivals)[1]
        self.budget = round(float(p.ads.budget * cost.sum()), 2)
        bids = np.repeat(np.array(GRID)[:, None], len(WORDS), axis=1)
        seen, paid = ads.expected_clicks(p, bids, self._words, self._rivals)
        landscape = {
            "word": WORDS * len(GRID),
            "bid": bids.ravel(),
            "clicks": seen.ravel().round(2),
            "cost": paid.ravel().round(3),
        }
        keywords = {
            "word": WORDS,
            "clicks": clicks,
            "orders": orders,
            "margin": self._words["margin"].round(2),
        }
        self.records = {
            "keywords": pd.DataFrame(keywords),
            "landscape": pd.DataFrame(landscape),
            "budget": self.budget,
        }
        self.most = p.run.bid_most
        self.start = dict.fromkeys(WORDS, p.run.bid_start)
        self.about = f"a dictionary {{word: $ a click}}, each 0 to {self.most:g}"

    def check(self, action, now):
        bids = self.keys(action, WORDS)
        return dict(now) | {
            word: self.number(bid, 0, self.most, f"the bid for {word!r}")
            for word, bid in bids.items()
        }

    def effect(self, action):
        bids = [action[word] for word in WORDS]
        clicks, cost = ads.expected_clicks(self._p, bids, self._words, self._rivals)
        share = float(ads.pace(self.budget, cost.sum(), 1.0))
        margin = (clicks * self._words["cvr"] * self._words["margin"]).sum()
        return share * float(margin), share * float(cost.sum())


class Referral(Lever):
    """Effect: (friends who sign up, honest ones among them) for each customer who is asked."""

    name, function = "referral", "event"

    def __init__(self, p, rng, worth):
        """`worth`: $ that a newcomer really leaves; the record is off by the error of a margin."""
        draw = rng("referral", "offer")
        self._event = p.slice(draw, *(f"referral.{each}" for each in (*REFERRAL, "fraud")))
        tests, rows = rng("referral", "tests"), []
        for reward in TEST_REWARDS:
            for share in TEST_SHARES:
                response = social.offer_response(self._event, reward, share)
                found = social.try_offer(self._event, tests, response, TEST_USERS)
                rows.append((float(reward), share, TEST_USERS, *found))
        columns = ["reward", "share", "users", "invites", "joined", "fakes"]
        ltv = round(worth * p.draw(tests, "error.margin"), 2)
        self.records = {"offer_tests": pd.DataFrame(rows, columns=columns), "ltv": ltv}
        self.most = p.run.reward_most
        self.start = (p.run.reward_start, 1.0)
        self.about = (
            f"two numbers, (reward in $, 0 to {self.most:g}; share of it to who invites, 0 to 1)"
        )

    def check(self, action, now):
        if not isinstance(action, (tuple, list)) or len(action) != 2:
            self.refuse(f"{action!r:.60} is no pair")
        return (
            self.number(action[0], 0, self.most, "the reward"),
            self.number(action[1], 0, 1, "the share"),
        )

    def effect(self, action):
        invites, joins, fake = social.offer_response(self._event, *action)
        return float(invites * joins), float(invites * joins * (1 - fake))


class Posts(Lever):
    """Effect: people who respond in a week, at an ordinary headline."""

    name, function = "posts", "new media"

    def __init__(self, p, rng):
        self._true = posting.draw_slots(p, rng("posts", "slots"), len(SLOTS))
        first, fade = posting.slot_record(p, rng("posts", "history"), *self._true)
        seen = {"slot": SLOTS, "first": first.round(1), "fade": fade.round(3)}
        self.records, self._posts = {"history": pd.DataFrame(seen)}, int(p.slot.posts)
        each, over = divmod(self._posts, len(SLOTS))
        self.start = [each + (place < over) for place in range(len(SLOTS))]
        self.about = f"a list of {len(SLOTS)} whole numbers of posts that add up to {self._posts}"

    def check(self, action, now):
        return self.counts(action, len(SLOTS), self._posts)

    def effect(self, action):
        return float(posting.responses(*self._true, action).sum())


def even_parts():
    """A week's impressions, the same for every headline, as far as they can be divided."""
    each, over = divmod(BATCH, HEADLINES)
    return [each + (place < over) for place in range(HEADLINES)]


class Headlines(Lever):
    """Effect: click rate relative to an ordinary set of headlines; depends on the week."""

    name, function = "headlines", "content"
    about = f"a list of {HEADLINES} whole numbers of impressions that add up to {BATCH}"

    def __init__(self, p, rng):
        sets = -(-int(p.run.weeks) // ROUNDS_A_SET)
        self._rates = social.headline_ctr(p, rng("headlines", "rates"), (sets, HEADLINES))
        self._usual = p.content.ctr_a / (p.content.ctr_a + p.content.ctr_b)
        self._shown, self._clicks = np.zeros((2, sets, HEADLINES), int)
        self._rng = rng
        self.start = even_parts()

    def check(self, action, now):
        return self.counts(action, HEADLINES, BATCH)

    def played(self, action, week):
        """Show a week's headlines; returns the effect, and keeps what was clicked."""
        now = (week - 1) // ROUNDS_A_SET
        # Common random numbers: the nth showing of a headline in a week is clicked or not.
        luck = self._rng("headlines", "clicks", week).random((HEADLINES, BATCH))
        self._clicks[now] += [
            int((luck[place, :part] < self._rates[now, place]).sum())
            for place, part in enumerate(action)
        ]
        self._shown[now] += action
        return float(np.array(action) @ self._rates[now]) / BATCH / self._usual

    def records_of(self, week):
        """The arguments of lesson 12's function before `week`."""
        now, turn = divmod(week - 1, ROUNDS_A_SET)
        known = now + 1
        table = {
            "set": np.repeat(np.arange(known), HEADLINES),
            "headline": list(range(HEADLINES)) * known,
            "shown": self._shown[:known].ravel(),
            "clicks": self._clicks[:known].ravel(),
        }
        return {"history": pd.DataFrame(table), "now": now, "turn": turn, "seed": week}


class Ordinary:
    """Headlines of weeks that nobody looks at: an ordinary set."""

    @staticmethod
    def played(action, week):
        """The effect, that of Headlines."""
        return 1.0
