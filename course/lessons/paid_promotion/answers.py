"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import pandas as pd

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.paid_promotion import checks
from course.lessons.paid_promotion.bank import GIVEN, HINTS, TERMS, WORDS
from course.lessons.paid_promotion.practice_shop import ad_week, search_terms
from course.lessons.paid_promotion.scenario import Scenario
from course.market.rng import stream

SENTENCES_KEY = {
    "A click of a dollar and one order of 40 dollars in ten clicks: 25%.": "ACOS",
    "A press cost 92 cents last week.": "CPC",
    "Ads are 6% of everything that the shop sells.": "TACOS",
    "It changes when the supplier raises his price, without a single bid having changed.": "break-even ACOS",
    "Many press and few order: look at the page.": "CVR",
    "One press in ten ends in an order.": "CVR",
    "Only a test with a control tells it.": "incremental ROAS",
    "The agency reports a five, and does not say what would have been sold anyway.": "ROAS",
    "The free orders stand below the line too.": "TACOS",
    "The new picture is pressed twice as often as the old one.": "CTR",
    "Who types our name would have come anyway.": "incremental ROAS",
    "With a better quality score the same place costs less.": "CPC",
}


def term(draws):
    reasons = {text: HINTS[name] for text, name in SENTENCES_KEY.items()}
    return [
        mapping(
            "term",
            SENTENCES_KEY,
            set(TERMS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def ad_report(draws):
    trials = []
    for seed in draws.seeds(5, "ad_report"):
        rows = ad_week(seed)
        trials.append(
            gives(
                "ad_report",
                (rows,),
                reference_report(rows),
                shown="ad_report(a fresh week)",
                hidden=True,
                slips=checks.report_slips(),
            )
        )
    quiet = checks.tiny_week().assign(clicks=[10, 90, 0, 0], spend=[8.0, 72.0, 0.0, 0.0])
    return [
        fresh(trials, "Five fresh weeks, added up row by row: all right."),
        gives(
            "ad_report",
            (quiet,),
            reference_report(quiet),
            shown="ad_report(a week in which a word got no click)",
            hidden=True,
            core=False,
            why="without a click CPC and CVR are 0, and nothing was spent for nothing: ACOS 0",
        ),
        relates(
            "ad_report",
            [(checks.tiny_week(),), (checks.tiny_week().iloc[::-1].reset_index(drop=True),)],
            lambda one, other: one.equals(other),
            "The order of the rows changes nothing; words stand in the order of the alphabet.",
        ),
    ]


def reference_report(rows):
    """Word by word, added up in plain Python."""
    table = []
    for word in sorted(set(rows["word"])):
        shown, clicks, spend, orders, revenue = (
            float(sum(rows.loc[rows["word"] == word, name]))
            for name in ("impressions", "clicks", "spend", "orders", "revenue")
        )
        acos = spend / revenue if revenue else math.inf if spend else 0.0
        table.append(
            (
                word,
                clicks / shown if shown else 0.0,
                spend / clicks if clicks else 0.0,
                orders / clicks if clicks else 0.0,
                acos,
            )
        )
    return checks.report(*map(list, zip(*table, strict=True)))


def gsp(draws):
    trials = []
    for seed in draws.seeds(5, "gsp"):
        rng = stream(seed, "auction")
        for _ in range(3):
            count = int(rng.integers(4, 9))
            case = (
                rng.uniform(0.1, 3, count).round(3).tolist(),
                rng.uniform(0.5, 1.8, count).round(3).tolist(),
                [1.0, 0.62, 0.45, 0.34],
                0.3,
            )
            trials.append(
                gives(
                    "gsp",
                    case,
                    reference_gsp(*case),
                    about=("price",),
                    shown="gsp(a fresh auction)",
                    hidden=True,
                    slips=checks.gsp_slips(),
                )
            )
    lone = ([2.0], [1.0], [1.0, 0.5], 0.4)
    return [
        fresh(trials, "Fifteen fresh auctions: places and prices are right."),
        gives(
            "gsp",
            lone,
            checks.prices([0], [1], [0.4]),
            about=("price",),
            shown="gsp(a single bidder)",
            hidden=True,
            core=False,
            why="nobody follows: the reserve, by quality",
        ),
        gives(
            "gsp",
            ([3.0, 2.0, 1.0], [1.0, 1.0, 1.0], [1.0], 0.1),
            checks.prices([0], [1], [2.0]),
            about=("price",),
            shown="gsp(three bidders, one slot)",
            hidden=True,
            core=False,
            why="who gets no slot still sets the price of the one before",
        ),
        relates(
            "gsp",
            [checks.GOLDEN, ([20.0, 4.0, 2.0, 5.0], *checks.GOLDEN[1:])],
            lambda one, other: one.equals(other),
            "Who is first and bids twice as much pays the same.",
        ),
    ]


def reference_gsp(bids, quality, alphas, reserve):
    """Slot by slot: the best score left takes it, and pays for the best score that is left then."""
    left = {
        place: bid * each
        for place, (bid, each) in enumerate(zip(bids, quality, strict=True))
        if bid * each >= reserve
    }
    rows = []
    for slot in range(1, len(alphas) + 1):
        if not left:
            break
        winner = max(left, key=left.get)
        left.pop(winner)
        rows.append((winner, slot, max([reserve, *left.values()]) / quality[winner]))
    return checks.prices(*map(list, zip(*rows, strict=True)))


def negatives(draws):
    trials = []
    for seed in draws.seeds(5, "negatives"):
        terms = search_terms(seed, count=40).assign(
            term=lambda t: [f"{name} {number}" for number, name in enumerate(t["term"])]
        )
        target = round(float(stream(seed, "target").uniform(0.2, 0.5)), 2)
        trials.append(
            gives(
                "negatives",
                (terms, target),
                reference_negatives(terms, target),
                shown="negatives(fresh terms)",
                hidden=True,
                slips=checks.negative_slips(),
            )
        )
    tiny = checks.tiny_terms()
    exact = pd.DataFrame(
        {"term": ["backpack"], "clicks": [12], "orders": [2], "spend": [3.0], "basket": [8.0]}
    )  # powers of two: no rounding
    return [
        fresh(trials, "Five fresh lists of forty terms: all right."),
        gives(
            "negatives",
            (tiny.iloc[:0], 0.3),
            set(),
            shown="negatives(no terms)",
            hidden=True,
            core=False,
            why="nothing was typed, nothing is excluded",
        ),
        gives(
            "negatives",
            (tiny.assign(clicks=[0, 0, 0, 0], orders=0, spend=0.0), 0.3),
            set(),
            shown="negatives(terms without a click)",
            hidden=True,
            core=False,
            why="without a click there is no price of a click: leave them",
        ),
        gives(
            "negatives",
            (tiny, 9.0),
            set(),
            shown="negatives(tiny_terms, 9.0)",
            hidden=True,
            core=False,
            why="a target that everything meets",
        ),
        gives(
            "negatives",
            (exact, 0.25),
            set(),
            shown="negatives(a term exactly at the target, 0.25)",
            hidden=True,
            core=False,
            why=(
                "4 ÷ 32 is 12.5%, 25 cents a click and 8 a basket: an ACOS of 25%, and only what is"
                " above the target goes"
            ),
        ),
    ]


def reference_negatives(terms, target):
    found = set()
    for row in terms.itertuples():
        if row.clicks == 0:
            continue
        orders_a_click = (2 + row.orders) / (2 + 18 + row.clicks)
        if (row.spend / row.clicks) > target * orders_a_click * row.basket:
            found.add(row.term)
    return found


def bids(draws):
    return [hidden_decision("bids", Scenario(), draws, baseline, expert)]


def baseline(keywords, landscape, budget):
    """Ninety cents for every word."""
    return dict.fromkeys(keywords["word"], 0.9)


def expert(keywords, landscape, budget):
    """For each word the bid that leaves most when every dollar counts 1 + L; L is raised until the
    budget holds.
    """
    rate = (keywords["orders"] + 2) / (keywords["clicks"] + 20)
    value = dict(zip(keywords["word"], rate * keywords["margin"], strict=True))
    table = landscape.assign(worth=landscape["word"].map(value) * landscape["clicks"])
    for extra in np.arange(0, 8, 0.05):
        table["left"] = table["worth"] - (1 + extra) * table["cost"]
        best = table.loc[table.groupby("word")["left"].idxmax()]
        best = best[best["left"] > 0]
        if best["cost"].sum() <= budget:
            break
    return {word: 0.0 for word in keywords["word"]} | dict(
        zip(best["word"], best["bid"], strict=True)
    )


def debrief():
    """What a learner may read after submission: the expert's bids of practice week 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)
    keywords, landscape, budget = seen.values()
    bought, table = expert(**seen), keywords.set_index("word")
    rate = (table["orders"] + 2) / (table["clicks"] + 20)

    def cost(word):
        rows = landscape[(landscape["word"] == word) & (landscape["bid"] == bought[word])]
        return float(rows["cost"].sum())

    rows = "\n".join(
        f"| {word} | {table.loc[word, 'orders']} of {table.loc[word, 'clicks']} |"
        f" ${rate[word] * table.loc[word, 'margin']:.2f} |"
        f" {f'${bought[word]:.2f}' if bought[word] else 'none'} | ${cost(word):.0f} |"
        for word in WORDS
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert lets every dollar count a little more than a dollar, until the budget"
        " holds:\n\n```python\n"
        + EXPERT_CODE
        + f"```\n\nPractice week 0, budget ${budget:,.0f}:\n\n| Word | Orders of clicks | A click"
        " is worth | Bid | Cost a week |\n"
        + "| --- " * 5
        + "|\n"
        + rows
        + f"\n\nOver the five practice weeks it earns ${sum(earned) / 5:,.0f} a week; ninety cents"
        f" for every word earn ${sum(first) / 5:,.0f}. No word is bid at its full value: the last"
        " clicks of every word cost more than they bring, and a budget makes each of its dollars"
        " dearer.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def bids(")

MODEL_ANSWERS = {
    0.5: "Yes, we should bid on our brand, its ROAS is 20 and no other word has that.",
    1.5: (
        "I would pause it. Brand ads report 20 dollars for a dollar, but who types our name finds"
        " us below the ad. In a test of two weeks in half of the regions I expect to lose 0 to 3%"
        " of brand sales. Risk: a rival buys the word."
    ),
    2.0: (
        "I would stop bidding on our brand in half of the regions, drawn by lot, for four weeks."
        " Ads report 20 dollars of sales for a dollar, but who types our name looks for us and"
        " finds the free result one line below; eBay's test found next to nothing lost (Blake and"
        " others, 2015). I expect to lose 1% of brand sales, 0 to 3%, and to save 400 dollars a"
        " week. Guardrail: the share of brand searches that end at a rival. If sales in the regions"
        " without ads fall by more than 3% against the others, or a rival appears above us, we bid"
        " again."
    ),
}
