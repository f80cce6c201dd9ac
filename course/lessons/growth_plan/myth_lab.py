"""Ten folk rules of operations, each as two policies that can be tried in the lesson that it is about:
one follows the rule, the other does the plain thing instead.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t

from course.check import same
from course.lessons.activation_and_recall.scenario import Scenario as Coupons
from course.lessons.activity_operation.scenario import Scenario as Campaign
from course.lessons.channel_promotion.scenario import Scenario as Channels
from course.lessons.conversion_rate.scenario import Scenario as Tests
from course.lessons.event_acquisition.scenario import Scenario as Event
from course.lessons.membership_operation.scenario import Scenario as Membership
from course.lessons.merchant_operation.scenario import Scenario as Merchants
from course.lessons.new_media_operation.scenario import Scenario as Posts
from course.lessons.title_optimization.scenario import Scenario as Titles
from course.market.search import word_searches

SURE = 0.95  # share of such intervals that hold the true difference
# What two policies earn on three draws, with differences 1, 3 and 5.
TRIED_A, TRIED_B = {0: 5.0, 1: 7.0, 2: 9.0}, {0: 4.0, 1: 4.0, 2: 4.0}
NOT_RIGHT = (
    "`myth_test` is not right yet, so no rule is tested with it. See what the check above says."
)
PLACES, POSTS = 15, 28  # of a campaign, of a week


@dataclass(frozen=True)
class Myth:
    """A rule as people say it, the lesson in whose scenario it is tried, and two policies: each a
    function of a draw (a number) that gives what it earns there, in `unit`.
    """

    rule: str
    lesson: str
    unit: str
    follow: object
    instead: object
    against: str


def interval(differences):
    """(mean, (low, high)): Student's 95% interval of the mean of paired differences."""
    differences = np.asarray(differences, dtype=float)
    mean, count = float(differences.mean()), len(differences)
    half = t.ppf((1 + SURE) / 2, count - 1) * differences.std(ddof=1) / np.sqrt(count)
    return mean, (mean - float(half), mean + float(half))


def verdict(between):
    """ "true", "false" or "not decided by so few draws", from the interval (low, high)."""
    low, high = between
    if low > 0:
        return "true"
    return "false" if high < 0 else "not decided by so few draws"


def _asked(scenario, policy):
    """A function of a draw that gives what `policy(**observation)` earns in `scenario`."""
    return lambda draw: scenario.value(draw, policy(**scenario.observe(draw)))


def _deepest(depth):
    def enrol(items):
        top = items.assign(sales=items["base"] * items["price"]).nlargest(PLACES, "sales")
        return dict.fromkeys(top["product"], depth)

    return enrol


def _likely(users, **_):
    score = users["frequency"] - users["recency"]
    return (score >= score.quantile(0.7)).to_numpy()


def _nobody(users, **_):
    return np.zeros(len(users), dtype=bool)


def _best_roas(history, budget):
    sums = history.groupby("channel")[["sales", "spend"]].sum()
    best = (sums["sales"] / sums["spend"]).idxmax()
    return {name: budget if name == best else 0.0 for name in sums.index}


def _equal(history, budget):
    names = history["channel"].unique()
    return dict.fromkeys(names, budget / len(names))


def _true_words(count):
    def title(product, query_log, rivals):
        searched = word_searches(query_log)
        words = sorted(searched, key=lambda word: -searched[word])
        return [word for word in words if word in product["true"]][:count]

    return title


def _best_slot(history):
    best = int(history["first"].to_numpy().argmax())
    return [POSTS if place == best else 0 for place in range(len(history))]


def _even(history):
    each, more = divmod(POSTS, len(history))
    return [each + (place < more) for place in range(len(history))]


SHORT, USUAL_EFFECT = 0.05, 0.05


def _significance(visitors, cvr, idea_mean, idea_sd):
    """The textbook's size for a 5% lift, 95% and 80%, as far as there are visitors."""
    asked = 16 * cvr * (1 - cvr) / (USUAL_EFFECT * cvr) ** 2
    return float(min(asked, visitors // 2))


def _short_test(visitors, cvr, idea_mean, idea_sd):
    return float(SHORT * visitors)


def _over_one_percent(merchants):
    rate = merchants["defects"] / merchants["orders"]
    return {
        shop: "suspend" if bad else "keep"
        for shop, bad in zip(merchants["shop"].tolist(), rate > 0.01, strict=True)
    }


def _keep(merchants):
    return dict.fromkeys(merchants["shop"].tolist(), "keep")


def myths():
    """The ten rules, a list of Myth."""
    coupons, campaign, channels, event = Coupons(), Campaign(), Channels(), Event()
    membership, merchants, posts, titles = Membership(), Merchants(), Posts(), Titles()

    def rule(text, lesson, scenario, follow, instead, against):
        return Myth(
            text,
            lesson,
            scenario.UNIT,
            _asked(scenario, follow),
            _asked(scenario, instead),
            against,
        )

    return [
        rule(
            "The deepest discount wins",
            "activity_operation",
            campaign,
            _deepest(0.5),
            _deepest(0.2),
            "the fifteen largest sellers at 50% off, against 20% off",
        ),
        rule(
            "Coupons belong to the likeliest buyers",
            "activation_and_recall",
            coupons,
            _likely,
            _nobody,
            "a coupon for the likeliest 30%, against none",
        ),
        rule(
            "The whole budget to the channel with the best ROAS",
            "channel_promotion",
            channels,
            _best_roas,
            _equal,
            "all in one channel, against equal parts",
        ),
        rule(
            "A longer title ranks better and sells more",
            "title_optimization",
            titles,
            _true_words(9),
            _true_words(5),
            "the nine most searched true words, against five",
        ),
        rule(
            "Post at the best hour only",
            "new_media_operation",
            posts,
            _best_slot,
            _even,
            "28 posts in the best slot, against evenly spread",
        ),
        rule(
            "95% significance or nothing",
            "conversion_rate",
            Tests(),
            _significance,
            _short_test,
            "a test of textbook size, against 5% of the visitors a page",
        ),
        rule(
            "Free shipping always pays",
            "membership_operation",
            membership,
            lambda users, tests, costs: (0.0, 0.0),
            lambda users, tests, costs: None,
            "free shipping for all, against none",
        ),
        rule(
            "Suspend every shop above 1% defects",
            "merchant_operation",
            merchants,
            _over_one_percent,
            _keep,
            "suspend above 1%, against keeping all",
        ),
        rule(
            "Members buy more, so make joining cheap",
            "membership_operation",
            membership,
            lambda users, tests, costs: (60.0, 0.0),
            lambda users, tests, costs: (220.0, 0.0),
            "a fee of 60 dollars, against 220",
        ),
        rule(
            "A reward for inviting beats none",
            "event_acquisition",
            event,
            lambda offer_tests, ltv: (10.0, 0.5),
            lambda offer_tests, ltv: (0.0, 0.5),
            "10 dollars, half for each side, against no reward",
        ),
    ]


def lab(myth_test, draws):
    """A table of all ten rules: rule, difference (of the policy that follows it), low, high, unit,
    verdict. `myth_test(policy_a, policy_b, draws)` gives (difference, (low, high)); raises ValueError
    where it is wrong on a case that can be worked out by hand.
    """
    if not same(myth_test(TRIED_A.get, TRIED_B.get, list(TRIED_A)), interval([1.0, 3.0, 5.0])):
        raise ValueError(NOT_RIGHT)
    rows = []
    for each in myths():
        difference, between = myth_test(each.follow, each.instead, draws)
        rows.append((each.rule, difference, *between, each.unit, verdict(between)))
    columns = ["rule", "difference", "low", "high", "unit", "verdict"]
    return pd.DataFrame(rows, columns=columns)
