"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math
from functools import partial

import numpy as np

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.paid_promotion import checks
from course.lessons.paid_promotion.bank import (
    GIVEN,
    HINTS,
    PRIOR_CLICKS,
    PRIOR_ORDERS,
    TERMS,
    WORDS,
)
from course.lessons.paid_promotion.practice_shop import ad_week, search_terms
from course.lessons.paid_promotion.scenario import Scenario
from course.market.rng import stream

SENTENCES_KEY = {
    "A click of a dollar and one order of 40 dollars in ten clicks: 25%.": "ACOS",
    "Ads are 6% of everything that the shop sells.": "TACOS",
    "It changes when the supplier raises his price, without a single bid having changed.": "break-even ACOS",
    "Shown often and hardly pressed: the word does not fit the product.": "CTR",
    "The ads were paused in half of the regions, and sales fell there by 1%.": "incremental ROAS",
    "The agency reports a five, and does not say what would have been sold anyway.": "ROAS",
    "With a better quality score the same place costs less.": "CPC",
}
# Six of seven right earn all, five half.
TIERS = [(0.85, 1.0), (0.7, 0.5)]


def term(draws):
    reasons = {text: HINTS[name] for text, name in SENTENCES_KEY.items()}
    return [mapping("term", SENTENCES_KEY, set(TERMS), tiers=TIERS, reasons=reasons, given=GIVEN)]


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
    return [
        fresh(trials, "Five fresh weeks, added up row by row: all right."),
        checks.report_edge(25, hidden=True, core=False),
        relates(
            "ad_report",
            [(checks.tiny_week(),), (checks.tiny_week().iloc[::-1].reset_index(drop=True),)],
            lambda one, other: one.equals(other),
            "The order of the rows changes nothing; words stand in alphabetical order.",
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
        for places in (2, 3, 5):
            count = int(rng.integers(4, 9))
            case = (
                rng.uniform(0.1, 3, count).round(3).tolist(),
                rng.uniform(0.5, 1.8, count).round(3).tolist(),
                places,
                round(float(rng.uniform(0.2, 0.8)), 2),
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
    return [
        fresh(trials, "Fifteen fresh auctions: places and prices are right."),
        *checks.gsp_edges(4.0, hidden=True, core=False),
        relates(
            "gsp",
            [checks.GOLDEN, ([20.0, *checks.GOLDEN[0][1:]], *checks.GOLDEN[1:])],
            lambda one, other: one.equals(other),
            "Whoever is first and bids twice as much pays the same.",
        ),
    ]


def reference_gsp(bids, quality, places, reserve):
    """Place by place: the best score left takes it, and pays for the best score that is left then."""
    left = {
        bidder: bid * each
        for bidder, (bid, each) in enumerate(zip(bids, quality, strict=True))
        if bid * each >= reserve
    }
    rows = []
    for place in range(1, places + 1):
        if not left:
            break
        winner = max(left, key=left.get)
        left.pop(winner)
        rows.append((winner, place, max([reserve, *left.values()]) / quality[winner]))
    return checks.prices(*map(list, zip(*rows, strict=True))) if rows else checks.prices([], [], [])


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
    return [
        fresh(trials, "Five fresh lists of forty terms: all right."),
        *checks.negatives_edges(4.0, hidden=True, core=False),
        gives(
            "negatives",
            (checks.tiny_terms(), 9.0),
            set(),
            shown="negatives(tiny_terms, 9.0)",
            hidden=True,
            core=False,
            why="a target that everything meets",
        ),
    ]


def reference_negatives(terms, target):
    found = set()
    for row in terms.itertuples():
        if row.clicks == 0:
            continue
        orders_a_click = (PRIOR_ORDERS + row.orders) / (PRIOR_CLICKS + row.clicks)
        if (row.spend / row.clicks) > target * orders_a_click * row.basket:
            found.add(row.term)
    return found


def bids(draws):
    return [hidden_decision("bids", Scenario(), draws, baseline, expert)]


def flat(bid, keywords, landscape, budget):
    """The same bid for every word."""
    return dict.fromkeys(keywords["word"], bid)


baseline = partial(flat, 0.9)  # what the shop does today


EXTRAS = np.arange(0, 12, 0.05)  # what is asked of a dollar beyond the dollar


def best_bids(value, landscape, budget):
    """{word: bid}: for each word the bid that leaves most when a dollar of cost counts 1 + extra;
    `extra` is raised until the budget holds. `value` is {word: $ a click}.
    """
    worth = landscape["word"].map(value) * landscape["clicks"]
    for extra in EXTRAS:
        table = landscape.assign(left=worth - (1 + extra) * landscape["cost"])
        best = table.loc[table.groupby("word")["left"].idxmax()]
        best = best[best["left"] > 0]
        if best["cost"].sum() <= budget:
            break
    return dict.fromkeys(value, 0.0) | dict(zip(best["word"], best["bid"], strict=True))


def click_values(keywords):
    """{word: $ a click} at believable rates."""
    rate = (keywords["orders"] + PRIOR_ORDERS) / (keywords["clicks"] + PRIOR_CLICKS)
    return dict(zip(keywords["word"], rate * keywords["margin"], strict=True))


def expert(keywords, landscape, budget):
    """Believable values, and the same demand on every dollar of the budget."""
    return best_bids(click_values(keywords), landscape, budget)


def _raw(keywords, landscape, budget):
    value = keywords["orders"] / keywords["clicks"] * keywords["margin"]
    return best_bids(dict(zip(keywords["word"], value, strict=True)), landscape, budget)


POLICY_SLIPS = {
    checks.RAW_BIDS: _raw,
    checks.NO_BUDGET: lambda keywords, landscape, budget: best_bids(
        click_values(keywords), landscape, math.inf
    ),
    checks.FULL_VALUE: lambda keywords, landscape, budget: click_values(keywords),
    checks.FIRST_PLACE: partial(flat, 3.0),
}


def debrief():
    """What a learner may read after submission: the expert's bids of practice week 0, as
    Markdown.
    """
    seen = Scenario().observe(0)
    keywords, landscape, budget = seen.values()
    bought, value, table = expert(**seen), click_values(keywords), keywords.set_index("word")

    def cost(word):
        rows = landscape[(landscape["word"] == word) & (landscape["bid"] == bought[word])]
        return float(rows["cost"].sum())

    rows = "\n".join(
        f"| {word} | {table.loc[word, 'orders']} of {table.loc[word, 'clicks']} |"
        f" ${value[word]:.2f} |"
        f" {f'${bought[word]:.2f}' if bought[word] else 'none'} | ${cost(word):.0f} |"
        for word in WORDS
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert lets every dollar count more than a dollar, until the budget holds:\n\n```python\n"
        + EXPERT_CODE
        + f"```\n\nPractice week 0, budget ${budget:,.0f}:\n\n| Word | Orders of clicks | A click"
        " is worth | Bid | Cost a week |\n"
        + "| --- " * 5
        + "|\n"
        + rows
        + f"\n\nOver the {len(earned)} practice weeks it earns ${sum(earned) / len(earned):,.0f} a"
        f" week; ninety cents for every word earn ${sum(first) / len(first):,.0f}. No word is bid at"
        " its full value: the last clicks of every word cost more than they bring, and a small"
        " budget asks more of each of its dollars.\n\nA written answer that earned 2 of 2: "
        + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = "\n\n".join(
    [
        f"EXTRAS = np.arange(0, {EXTRAS[-1] + EXTRAS[1]:g}, {EXTRAS[1]:g})\n",
        inspect.getsource(best_bids),
        inspect.getsource(click_values)
        .replace("PRIOR_ORDERS", str(PRIOR_ORDERS))
        .replace("PRIOR_CLICKS", str(PRIOR_CLICKS)),
        inspect.getsource(expert).replace("def expert(", "def bids("),
    ]
)

MODEL_ANSWERS = {
    0.5: "Yes, we should bid on our brand, its ROAS is 20 and no other word has that.",
    1.5: (
        "No more money, and a pause. Brand ads report 20 dollars for a dollar, but whoever types our"
        " name finds us below the ad. The test says 2.2, from 0.5 to 3.9. Risk: a rival buys the"
        " word."
    ),
    2.0: (
        "No more money on our own name; in four weeks' time none. The report counts 20 dollars for a"
        " dollar, but whoever types our name looks for us and finds the free result one line below."
        " Tideway's test of all shops says 2.2 dollars for a dollar, 95% interval 0.5 to 3.9; with"
        " 30% margin break-even is 3.3. So a dollar brings about 67 cents, 15 cents to 1.18. I would"
        " stop in half of the regions, drawn at random, for four weeks. Risk: a rival buys our name;"
        " I watch the share of searches for it that end at a rival. If sales without ads fall by"
        " more than 3%, or a rival stands above us, we bid again."
    ),
}
