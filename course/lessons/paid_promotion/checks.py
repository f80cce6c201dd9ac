"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.paid_promotion.auction import outcome
from course.lessons.paid_promotion.auction import practice as practice_word
from course.lessons.paid_promotion.bank import (
    GIVEN,
    PRACTICE,
    PRIOR_CLICKS,
    PRIOR_ORDERS,
    SENTENCES,
    TERMS,
)
from course.lessons.paid_promotion.scenario import Scenario

SLUG = "paid_promotion"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

MEAN_OF_DAYS = (
    "It looks as if each day's ratio was averaged. A day with two clicks then counts like one with"
    " two hundred: sums first, then divide."
)
ACOS_TURNED = "ACOS is spend ÷ revenue; the other way round it is ROAS."
OF_IMPRESSIONS = (
    "It looks as if orders were divided by impressions. CVR asks how many of the clicks ordered."
)
CPC_TURNED = "CPC is spend ÷ clicks, dollars a click; the other way round it is clicks a dollar."
NO_QUALITY = (
    "It looks as if the price was not divided by your own quality: whoever is more relevant pays"
    " less for the same place."
)
FIRST_PRICE = (
    "That is what was bid. In this auction you pay what is needed to keep the place, not what you"
    " bid."
)
BY_BID = "It looks as if the ranking went by the bid alone. It goes by bid × quality."
UNPLACED_FORGOTTEN = (
    "It looks as if the last one placed pays the reserve, although another score follows. Whoever"
    " gets no place still sets the price of the one before."
)
NEXT_BID = (
    "It looks as if the next bid was taken for the price. What counts is the next *score*, divided"
    " by the own quality."
)
BELOW_SETS_PRICE = (
    "It looks as if someone below the reserve sets a price. Whoever is not shown is not there: the"
    " reserve counts."
)
RAW_RATE = (
    "It looks as if orders ÷ clicks was taken as it is: three clicks without an order would condemn"
    " a term, and two lucky ones save it."
)
NO_BASKET = (
    "It looks as if the cost of an order was compared with the target. ACOS compares it with the"
    " basket: divide."
)
MEAN_BASKET = (
    "It looks as if one mean basket stands for all terms. Each term has its own: somebody who looks"
    " for a strap spends less."
)
NEVER_SOLD = "It looks as if every term without an order goes. Some of them have hardly been tried."

RAW_BIDS = (
    "It looks as if orders ÷ clicks was taken as it is. The words with fewest clicks then have the"
    " highest rates and the lowest, and the money goes where luck was: what would you believe of"
    " each word?"
)
NO_BUDGET = (
    "It looks as if each word got its best bid, as if there were no budget. Then all ads are shown"
    " less, the good ones too: ask more of each dollar until the bids fit."
)
FULL_VALUE = (
    "It looks as if each click's full value was bid. The last clicks then cost what they bring:"
    " look for the bid that leaves most."
)
FIRST_PLACE = (
    "It looks as if the first place was bought everywhere. How much does a click in it cost, and"
    " what is it worth?"
)


def term():
    return [mapping("term", dict.fromkeys(SENTENCES), set(TERMS), given=GIVEN, practice=PRACTICE)]


def _rows(*rows):
    return pd.DataFrame(
        rows, columns=["word", "day", "impressions", "clicks", "spend", "orders", "revenue"]
    )


def tiny_week():
    """Two words, two days each; one word sold nothing."""
    return _rows(
        ("backpack", 1, 1000, 10, 8.0, 1, 40.0),
        ("backpack", 2, 3000, 90, 72.0, 9, 360.0),
        ("strap", 1, 500, 0, 0.0, 0, 0.0),
        ("strap", 2, 300, 6, 5.4, 0, 0.0),
    )


def bag_week():
    """Two words that do not stand in alphabetical order."""
    return _rows(
        ("tote", 1, 400, 20, 10.0, 2, 90.0),
        ("belt bag", 1, 200, 4, 2.4, 1, 24.0),
        ("tote", 2, 1600, 30, 30.0, 1, 35.0),
        ("belt bag", 2, 300, 1, 0.6, 0, 0.0),
    )


def quiet_week(clicks):
    """A word that nobody clicked, and one that was never shown; `clicks` on a third."""
    return _rows(
        ("backpack", 1, 1000, clicks, 8.0, 1, 40.0),
        ("strap", 1, 800, 0, 0.0, 0, 0.0),
        ("tote", 1, 0, 0, 0.0, 0, 0.0),
    )


def report(words, ctr, cpc, cvr, acos):
    """The table that is asked for."""
    return pd.DataFrame({"word": words, "ctr": ctr, "cpc": cpc, "cvr": cvr, "acos": acos})


def ad_report():
    return [
        gives(
            "ad_report",
            (tiny_week(),),
            report(["backpack", "strap"], [0.025, 0.0075], [0.8, 0.9], [0.1, 0.0], [0.2, math.inf]),
            shown="ad_report(tiny_week)",
            why=(
                "backpack: 100 clicks of 4,000, 80 dollars, 10 orders, 400 dollars; the strap sold"
                " nothing for its 5.40 dollars"
            ),
            slips=report_slips(),
        ),
        gives(
            "ad_report",
            (bag_week(),),
            report(["belt bag", "tote"], [0.01, 0.025], [0.6, 0.8], [0.2, 0.06], [0.125, 0.32]),
            shown="ad_report(bag_week)",
            why=(
                "belt bag: 5 clicks of 500, 3 dollars, one order of 24; tote: 50 of 2,000, 40"
                " dollars, 3 orders, 125 dollars"
            ),
            slips=report_slips(),
        ),
        report_edge(10, edge=True),
    ]


def report_edge(clicks, **how):
    """What the text says of words without clicks, with so many `clicks` on another word."""
    return gives(
        "ad_report",
        (quiet_week(clicks),),
        report(
            ["backpack", "strap", "tote"],
            [clicks / 1000, 0.0, 0.0],
            [8.0 / clicks, 0.0, 0.0],
            [1.0 / clicks, 0.0, 0.0],
            [0.2, 0.0, 0.0],
        ),
        shown="ad_report(quiet_week)",
        why=(
            "without a click CPC and CVR are 0, without an impression CTR; nothing was spent for"
            " nothing: ACOS 0"
        ),
        **how,
    )


def report_slips():
    """The known mistakes with a report, as functions of the rows."""

    def table(rows, **changed):
        sums = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
        right = {
            "ctr": sums["clicks"] / sums["impressions"],
            "cpc": sums["spend"] / sums["clicks"],
            "cvr": sums["orders"] / sums["clicks"],
            "acos": sums["spend"] / sums["revenue"],
        }
        columns = right | {name: formula(sums) for name, formula in changed.items()}
        return report(
            sums.index.tolist(), *(columns[name].tolist() for name in ("ctr", "cpc", "cvr", "acos"))
        )

    def of_days(rows):
        days = rows.assign(
            ctr=rows["clicks"] / rows["impressions"],
            cpc=(rows["spend"] / rows["clicks"]).fillna(0.0),
            cvr=(rows["orders"] / rows["clicks"]).fillna(0.0),
        )
        means = days.groupby("word")[["ctr", "cpc", "cvr"]].mean()
        return table(rows, **{name: lambda _, name=name: means[name] for name in means})

    return (
        Slip(partial(table, acos=lambda sums: sums["revenue"] / sums["spend"]), ACOS_TURNED),
        Slip(partial(table, cvr=lambda sums: sums["orders"] / sums["impressions"]), OF_IMPRESSIONS),
        Slip(partial(table, cpc=lambda sums: sums["clicks"] / sums["spend"]), CPC_TURNED),
        Slip(of_days, MEAN_OF_DAYS),
    )


GOLDEN = ([10.0, 4.0, 2.0, 5.0], [1.0, 2.0, 3.0, 1.0], 3, 0.5)
MIXED = ([0.8, 2.0, 0.1, 1.1], [1.5, 0.5, 1.0, 2.0], 4, 0.2)


def prices(bidders, places, paid):
    """The table that is asked for."""
    return pd.DataFrame({"bidder": bidders, "place": places, "price": paid})


def gsp():
    tried = partial(gives, "gsp", about=("price",), slips=gsp_slips())
    return [
        tried(
            GOLDEN,
            prices([0, 1, 2], [1, 2, 3], [8.0, 3.0, 5 / 3]),
            shown="gsp(bids 10, 4, 2, 5; qualities 1, 2, 3, 1; three places; reserve 0.5)",
            why=(
                "scores 10, 8, 6 and 5: the first pays 8 ÷ 1, the second 6 ÷ 2, the third 5 ÷ 3;"
                " the fourth gets no place and still sets a price"
            ),
        ),
        tried(
            MIXED,
            prices([3, 0, 1], [1, 2, 3], [0.6, 2 / 3, 0.4]),
            shown="gsp(bids 0.8, 2, 0.1, 1.1; qualities 1.5, 0.5, 1, 2; four places; reserve 0.2)",
            why=(
                "scores 1.2, 1, 0.1 and 2.2: the third is below the reserve and not shown; so"
                " nobody follows the second, who pays 0.2 ÷ 0.5"
            ),
        ),
        *gsp_edges(1.0, edge=True),
    ]


def gsp_edges(dollar, **how):
    """What the text says of ties, of the reserve and of single advertisers; all money times
    `dollar`, a power of two, so that equal scores stay equal.
    """

    def edge(bids, quality, reserve, want, **told):
        bidders, paid = want
        return gives(
            "gsp",
            ([bid * dollar for bid in bids], quality, 3, reserve * dollar),
            prices(bidders, list(range(1, len(bidders) + 1)), [price * dollar for price in paid]),
            about=("price",),
            **told,
            **how,
        )

    return [
        edge(
            [1.0, 0.5, 2.0, 4.0],
            [0.25, 2.0, 0.5, 0.125],
            0.125,
            ([1, 2, 3], [0.5, 1.0, 2.0]),
            shown="gsp(two equal scores)",
            why="of equal scores the one earlier in the list stands first",
        ),
        edge(
            [0.5, 2.0],
            [1.0, 0.5],
            0.5,
            ([1, 0], [1.0, 0.5]),
            shown="gsp(a score equal to the reserve)",
            why="a score equal to the reserve is shown",
        ),
        edge(
            [2.0],
            [0.8],
            0.4,
            ([0], [0.5]),
            shown="gsp(a single advertiser)",
            why="nobody follows: the reserve, divided by the own quality",
        ),
        edge(
            [0.1, 0.2],
            [1.0, 0.5],
            0.4,
            ([], []),
            shown="gsp(nobody reaches the reserve)",
            why="nobody is shown, the table has no rows",
        ),
    ]


def gsp_slips():
    """The known mistakes with the auction, as functions of (bids, quality, places, reserve)."""

    def run(
        bids,
        quality,
        places,
        reserve,
        *,
        score=lambda b, q: b * q,
        price=lambda following, bidder, bids, quality: following / quality[bidder],
        follows=lambda ranked, place, scores, places, reserve: (
            scores[ranked[place]] if place < len(ranked) else reserve
        ),
    ):
        scores = [score(b, q) for b, q in zip(bids, quality, strict=True)]
        ranked = sorted(
            (bidder for bidder in range(len(bids)) if scores[bidder] >= reserve),
            key=lambda bidder: -scores[bidder],
        )
        rows = [
            (
                bidder,
                place,
                float(
                    price(follows(ranked, place, scores, places, reserve), bidder, bids, quality)
                ),
            )
            for place, bidder in enumerate(ranked[:places], start=1)
        ]
        return prices(*map(list, zip(*rows, strict=True))) if rows else prices([], [], [])

    def below(ranked, place, scores, places, reserve):
        everybody = sorted(scores, reverse=True)
        return everybody[place] if place < len(everybody) else reserve

    def placed(ranked, place, scores, places, reserve):
        return scores[ranked[place]] if place < min(len(ranked), places) else reserve

    def next_bid(bids, quality, places, reserve):
        order = run(bids, quality, len(bids), reserve)["bidder"].tolist()
        paid = [*(bids[bidder] for bidder in order[1:]), reserve]
        return run(bids, quality, places, reserve).assign(price=paid[:places])

    return (
        Slip(partial(run, price=lambda following, *_: following), NO_QUALITY),
        Slip(partial(run, price=lambda following, bidder, bids, _: bids[bidder]), FIRST_PRICE),
        Slip(partial(run, score=lambda b, q: b), BY_BID),
        Slip(partial(run, follows=placed), UNPLACED_FORGOTTEN),
        Slip(partial(run, follows=below), BELOW_SETS_PRICE),
        Slip(next_bid, NEXT_BID),
    )


def _terms(*rows):
    return pd.DataFrame(rows, columns=["term", "clicks", "orders", "spend", "basket"])


def tiny_terms():
    return _terms(
        ("backpack", 180, 28, 180.0, 40.0),
        ("spare strap", 40, 0, 20.0, 20.0),
        ("free bag", 130, 1, 130.0, 40.0),
        ("new word", 2, 0, 2.0, 40.0),
    )


def odd_terms():
    """A lucky term, and one that had no chance yet."""
    return _terms(
        ("leather tote", 60, 10, 45.0, 24.0),
        ("bag repair", 10, 0, 6.0, 30.0),
        ("bag for a gift", 3, 2, 3.6, 20.0),
        ("sleeve 14", 5, 0, 2.0, 30.0),
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
                "at a believable rate backpack has an ACOS of 17%, the spare strap 75%, the free bag"
                " 125%, the new word 28%: two clicks condemn nobody"
            ),
        ),
        gives(
            "negatives",
            (odd_terms(), 0.25),
            {"bag repair", "bag for a gift"},
            shown="negatives(odd_terms, 0.25)",
            slips=negative_slips(),
            why=(
                "ACOS of 21%, 30%, 35% and 17%: two orders of three clicks are believed as little as"
                " none of five"
            ),
        ),
        *negatives_edges(1.0, edge=True),
    ]


def negatives_edges(dollar, **how):
    """What the text says of terms without clicks, of the target itself and of no terms; all money
    times `dollar`, a power of two, so that nothing is rounded.
    """

    def edge(terms, target, want, **told):
        terms = terms.assign(spend=terms["spend"] * dollar, basket=terms["basket"] * dollar)
        return gives("negatives", (terms, target), want, **told, **how)

    return [
        edge(
            _terms(("bag", 0, 0, 0.0, 30.0), ("strap", 1, 0, 9.0, 30.0)),
            0.3,
            {"strap"},
            shown="negatives(a term without a click, and one with a single expensive click)",
            why="without a click there is no price of a click: it stays",
        ),
        edge(
            _terms(("backpack", 12, 2, 3.0, 8.0)),
            0.25,
            set(),
            shown="negatives(a term exactly at the target, 0.25)",
            why="its expected ACOS is 25%, and only what is above the target goes",
        ),
        edge(
            tiny_terms().iloc[:0],
            0.3,
            set(),
            shown="negatives(no terms, 0.3)",
            why="nothing was typed, nothing is excluded",
        ),
    ]


def believable(table):
    """The rate of orders that is to be believed of each row with `orders` and `clicks`."""
    return (table["orders"] + PRIOR_ORDERS) / (table["clicks"] + PRIOR_CLICKS)


def negative_slips():
    """The known mistakes with negatives, as functions of (terms, target)."""

    def found(terms, target, rate=believable, basket=lambda t: t["basket"]):
        acos = terms["spend"] / terms["clicks"] / (rate(terms) * basket(terms))
        return set(terms.loc[acos > target, "term"])

    return (
        Slip(partial(found, rate=lambda t: t["orders"] / t["clicks"]), RAW_RATE),
        Slip(partial(found, basket=lambda t: 1.0), NO_BASKET),
        Slip(partial(found, basket=lambda t: t["basket"].mean()), MEAN_BASKET),
        Slip(lambda terms, target: set(terms.loc[terms["orders"] == 0, "term"]), NEVER_SOLD),
    )


def bids():
    return [practice("bids", Scenario(), practice_values(SLUG))]


def click_value():
    """The faded example: what a click is worth."""
    tried = partial(gives, "click_value")
    said = (
        "That is orders ÷ clicks as it is. Add the two orders and twenty clicks that an ordinary"
        " word has brought."
    )
    rate = "That is the rate; a click is worth rate × margin."
    return [
        tried(
            (2, 30, 12.0),
            12.0 * 4 / 50,
            shown="click_value(2 orders of 30 clicks, margin 12)",
            slips=(Slip(0.8, said), Slip(4 / 50, rate)),
            why="4 of 50 clicks order, each order leaves 12 dollars",
        ),
        tried(
            (0, 5, 10.0),
            10.0 * 2 / 25,
            shown="click_value(no order of 5 clicks, margin 10)",
            slips=(Slip(0.0, said), Slip(2 / 25, rate)),
            why="2 of 25: five clicks without an order prove little",
        ),
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


def _places(*rows):
    return [{"place": place, "clicks": clicks, "price": price} for place, clicks, price in rows]


def museum_top():
    tried = partial(gives, "best_place")
    return [
        tried(
            (_places((1, 100.0, 1.10), (3, 45.0, 0.40)), 1.20),
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
        ),
        tried(
            (_places((1, 100.0, 1.10), (2, 62.0, 0.90), (3, 45.0, 0.85)), 2.50),
            1,
            shown="best_place(three places, a click is worth 2.50)",
            why="100 × 1.40 against 62 × 1.60 and 45 × 1.65: the first place can be the best one",
        ),
        tried(
            (_places((1, 80.0, 1.50), (2, 50.0, 0.70), (4, 27.0, 0.60)), 1.60),
            2,
            shown="best_place(three other places, a click is worth 1.60)",
            why="50 × 0.90 against 80 × 0.10 and 27 × 1.00",
        ),
    ]


def _words(*rows):
    names = ("word", "spend", "with_ads", "without_ads")
    return [dict(zip(names, row, strict=True)) for row in rows]


def museum_roas():
    tried = partial(gives, "best_word")
    return [
        tried(
            (_words(("our brand", 100.0, 2000.0, 1950.0), ("backpack", 100.0, 400.0, 120.0)),),
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
        ),
        tried(
            (_words(("tote", 400.0, 1500.0, 900.0), ("belt bag", 100.0, 500.0, 200.0)),),
            "belt bag",
            shown="best_word(two words, one with more money)",
            why="300 dollars more for 100 against 600 for 400: a dollar brings 3 against 1.50",
        ),
        tried(
            (_words(("sleeve", 100.0, 90.0, 20.0), ("gym bag", 100.0, 900.0, 450.0)),),
            "gym bag",
            shown="best_word(two words, a small one and a large one)",
            why="450 dollars more for 100, against 70",
        ),
    ]


def _weeks(spend, orders, next_spend, next_orders):
    return {"spend": spend, "orders": orders, "next_spend": next_spend, "next_orders": next_orders}


def museum_average():
    tried = partial(gives, "cost_of_next_order")
    said = "{} is the mean of all orders. The last {} cost {} dollars together."
    return [
        tried(
            (_weeks(100.0, 20, 160.0, 22),),
            30.0,
            shown="cost_of_next_order(two weeks)",
            slips=(Slip(160.0 / 22, said.format("7.27", "two", 60)),),
            why="60 dollars more brought 2 orders more",
        ),
        tried(
            (_weeks(300.0, 40, 420.0, 46),),
            20.0,
            shown="cost_of_next_order(two other weeks)",
            slips=(Slip(420.0 / 46, said.format("9.13", "six", 120)),),
            why="120 dollars more brought 6 orders more",
        ),
    ]
