"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.paid_promotion.auction import outcome
from course.lessons.paid_promotion.auction import practice as practice_word
from course.lessons.paid_promotion.bank import GIVEN, PRACTICE, SENTENCES, TERMS
from course.lessons.paid_promotion.scenario import Scenario

SLUG = "paid_promotion"
exercise = partial(check.exercise, SLUG)
tryout = partial(check.tryout, SLUG)
predict = partial(check.predict, SLUG)
guess = partial(check.guess, SLUG)
hint = partial(check.hint, SLUG)
given = check.given

MEAN_OF_DAYS = (
    "It looks as if each day's ratio was averaged. A day with two clicks then counts like one with"
    " two hundred: sums first, then divide."
)
ACOS_TURNED = "ACOS is spend ÷ revenue; turned round it is ROAS."
NO_QUALITY = (
    "It looks as if the price was not divided by your own quality: who is more relevant pays less"
    " for the same place."
)
FIRST_PRICE = (
    "That is what you bid. In this auction you pay what is needed to keep the place, not what you"
    " bid."
)
BY_BID = "It looks as if the ranking went by the bid alone. It goes by bid × quality."
RAW_RATE = (
    "It looks as if orders ÷ clicks was taken as it is: three clicks without an order would condemn"
    " a word."
)
NO_BASKET = (
    "It looks as if the cost of an order was compared with the target. ACOS compares it with the"
    " basket: divide."
)


def term():
    return [mapping("term", dict.fromkeys(SENTENCES), set(TERMS), given=GIVEN, practice=PRACTICE)]


def tiny_week():
    """Two words, two days each."""
    return pd.DataFrame(
        {
            "word": ["backpack", "backpack", "strap", "strap"],
            "impressions": [1000, 3000, 500, 500],
            "clicks": [10, 90, 0, 5],
            "spend": [8.0, 72.0, 0.0, 4.0],
            "orders": [1, 9, 0, 0],
            "revenue": [40.0, 360.0, 0.0, 0.0],
        }
    )


def report(words, ctr, cpc, cvr, acos):
    """The table that is asked for."""
    return pd.DataFrame({"word": words, "ctr": ctr, "cpc": cpc, "cvr": cvr, "acos": acos})


def ad_report():
    return [
        gives(
            "ad_report",
            (tiny_week(),),
            report(["backpack", "strap"], [0.025, 0.005], [0.8, 0.8], [0.1, 0.0], [0.2, math.inf]),
            shown="ad_report(tiny_week)",
            why=(
                "backpack: 100 clicks of 4,000, 80 dollars, 10 orders, 400 dollars; the strap sold"
                " nothing for its 4 dollars"
            ),
            slips=report_slips(),
        )
    ]


def report_slips():
    """The known mistakes with a report, as functions of the rows."""

    def table(rows, acos=lambda sums: sums["spend"] / sums["revenue"]):
        sums = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
        return report(
            sums.index.tolist(),
            (sums["clicks"] / sums["impressions"]).tolist(),
            (sums["spend"] / sums["clicks"]).tolist(),
            (sums["orders"] / sums["clicks"]).tolist(),
            acos(sums).tolist(),
        )

    def of_days(rows):
        days = rows.assign(
            ctr=rows["clicks"] / rows["impressions"],
            cpc=(rows["spend"] / rows["clicks"]).fillna(0.0),
            cvr=(rows["orders"] / rows["clicks"]).fillna(0.0),
        )
        means, right = days.groupby("word")[["ctr", "cpc", "cvr"]].mean(), table(rows)
        return right.assign(ctr=means["ctr"].tolist())

    return (
        Slip(lambda rows: table(rows, lambda sums: sums["revenue"] / sums["spend"]), ACOS_TURNED),
        Slip(of_days, MEAN_OF_DAYS),
    )


GOLDEN = ([10.0, 4.0, 2.0, 5.0], [1.0, 2.0, 3.0, 1.0], [1.0, 0.62, 0.45, 0.34], 0.5)


def prices(bidders, slots, paid):
    """The table that is asked for."""
    return pd.DataFrame({"bidder": bidders, "slot": slots, "price": paid})


def gsp():
    return [
        gives(
            "gsp",
            GOLDEN,
            prices([0, 1, 2, 3], [1, 2, 3, 4], [8.0, 3.0, 5 / 3, 0.5]),
            slips=gsp_slips(),
            about=("price",),
            shown="gsp(bids 10, 4, 2, 5; qualities 1, 2, 3, 1; four slots; reserve 0.5)",
            why=(
                "scores 10, 8, 6 and 5: the first pays 8 ÷ 1, the second 6 ÷ 2, the third 5 ÷ 3,"
                " the last the reserve"
            ),
        ),
        gives(
            "gsp",
            ([3.0, 1.0, 0.1], [1.0, 1.0, 1.0], [1.0, 0.5], 0.2),
            prices([0, 1], [1, 2], [1.0, 0.2]),
            slips=gsp_slips(),
            about=("price",),
            shown="gsp(three bidders, two slots)",
            why="the third is below the reserve; the second has nobody behind it that counts",
        ),
    ]


def gsp_slips():
    """The known mistakes with the auction, as functions of (bids, quality, alphas, reserve)."""

    def run(
        bids,
        quality,
        alphas,
        reserve,
        *,
        score=lambda b, q: b * q,
        price=lambda following, b, q: following / q,
    ):
        ranked = sorted(
            (place for place in range(len(bids)) if score(bids[place], quality[place]) >= reserve),
            key=lambda place: -score(bids[place], quality[place]),
        )
        rows = []
        for slot, place in enumerate(ranked[: len(alphas)]):
            following = (
                score(bids[ranked[slot + 1]], quality[ranked[slot + 1]])
                if slot + 1 < len(ranked)
                else reserve
            )
            rows.append(
                (
                    place,
                    slot + 1,
                    float(price(max(following, reserve), bids[place], quality[place])),
                )
            )
        return prices(*map(list, zip(*rows, strict=True))) if rows else prices([], [], [])

    return (
        Slip(partial(run, price=lambda following, b, q: following), NO_QUALITY),
        Slip(partial(run, price=lambda following, b, q: b), FIRST_PRICE),
        Slip(partial(run, score=lambda b, q: b), BY_BID),
    )


def tiny_terms():
    return pd.DataFrame(
        {
            "term": ["backpack", "spare strap", "free bag", "new word"],
            "clicks": [180, 40, 130, 2],
            "orders": [28, 0, 1, 0],
            "spend": [180.0, 20.0, 130.0, 2.0],
            "basket": [40.0, 20.0, 40.0, 40.0],
        }
    )


def negatives():
    return [
        gives(
            "negatives",
            (tiny_terms(), 0.3),
            {"spare strap", "free bag"},
            shown="negatives(tiny_terms, 0.3)",
            slips=negative_slips(),
            why=(
                "backpack: 30 ÷ 200 is 15%, a dollar a click and 40 a basket, an ACOS of 17%; the strap"
                " 3.3% and 75%; free bag 2% and 125%; the new word 9% and 28%: two clicks"
                " condemn nobody"
            ),
        )
    ]


def negative_slips():
    """The known mistakes with negatives, as functions of (terms, target)."""

    def found(terms, target, rate, basket=True):
        cost = terms["spend"] / terms["clicks"] / rate(terms)
        return set(terms.loc[(cost / terms["basket"] if basket else cost) > target, "term"])

    return (
        Slip(lambda t, target: found(t, target, lambda t: t["orders"] / t["clicks"]), RAW_RATE),
        Slip(
            lambda t, target: found(
                t, target, lambda t: (t["orders"] + 2) / (t["clicks"] + 20), False
            ),
            NO_BASKET,
        ),
    )


def bids():
    return [practice("bids", Scenario(), practice_values(SLUG))]


def click_value():
    """The faded example: what a click is worth."""
    return [
        gives(
            "click_value",
            (2, 30, 12.0),
            12.0 * 4 / 50,
            shown="click_value(2 orders of 30 clicks, margin 12)",
            slips=(
                Slip(
                    0.8,
                    "2 ÷ 30 as it is. Add the two orders and twenty clicks that an ordinary word"
                    " has brought.",
                ),
                Slip(4 / 50, "That is the rate; a click is worth rate × margin."),
            ),
            why="4 of 50 clicks order, each order leaves 12 dollars",
        )
    ]


AUCTION_WORD, AUCTION_BID = 2, 1.00


def quality_for_first():
    """The question that only dragging answers: practice word 2, a bid of a dollar."""
    word = practice_word(AUCTION_WORD)

    def run(learner):
        quality = learner.value("quality_for_first")
        if type(quality) not in (int, float) or not 0.4 <= quality <= 2:
            return check.Finding(
                0.0, f"`quality_for_first` is {quality!r}; it should be a number from 0.40 to 2.00."
            )
        place, price, _, _ = outcome(word, AUCTION_BID, quality)
        if place != 1:
            return check.Finding(
                0.0,
                f"With {quality:.2f} you stand in place {place or 'none'}. Drag the quality further"
                " to the right.",
            )
        if outcome(word, AUCTION_BID, quality - 0.1)[0] == 1:
            return check.Finding(
                0.0, f"With {quality:.2f} you are first, but you were first before. Drag back."
            )
        return check.Finding(
            1.0,
            f"From {quality:.2f} on you are first with the same bid, at ${price:.2f} a click; at"
            f" 2.00 the same place costs ${outcome(word, AUCTION_BID, 2.0)[1]:.2f}.",
        )

    return [check.Check(run)]


def museum_top():
    slots = [
        {"place": 1, "clicks": 100.0, "price": 1.10},
        {"place": 3, "clicks": 45.0, "price": 0.40},
    ]
    return [
        gives(
            "best_place",
            (slots, 1.20),
            3,
            shown="best_place(two places, a click is worth 1.20)",
            slips=(
                Slip(
                    1,
                    "100 clicks that leave ten cents are 10 dollars; 45 that leave 80 cents"
                    " are 36.",
                ),
            ),
            why="45 × 0.80 against 100 × 0.10",
        )
    ]


def museum_roas():
    two = [
        {"word": "our brand", "spend": 100.0, "with_ads": 2000.0, "without_ads": 1950.0},
        {"word": "backpack", "spend": 100.0, "with_ads": 400.0, "without_ads": 120.0},
    ]
    return [
        gives(
            "best_word",
            (two,),
            "backpack",
            shown="best_word(two words)",
            slips=(
                Slip(
                    "our brand",
                    "Of the 2,000 dollars 1,950 would have come anyway. The ads brought 50 for"
                    " 100.",
                ),
            ),
            why="280 dollars more for 100, against 50",
        )
    ]


def museum_average():
    past = {"spend": 100.0, "orders": 20, "next_spend": 160.0, "next_orders": 22}
    return [
        gives(
            "cost_of_next_order",
            (past,),
            30.0,
            shown="cost_of_next_order(two weeks)",
            slips=(
                Slip(
                    160.0 / 22,
                    "7.27 is the mean of all orders. The last two cost 60 dollars together.",
                ),
            ),
            why="60 dollars more brought 2 orders more",
        )
    ]
