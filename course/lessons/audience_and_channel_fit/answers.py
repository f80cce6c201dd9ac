"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import pandas as pd

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.audience_and_channel_fit import checks
from course.lessons.audience_and_channel_fit.bank import CHANNELS, GIVEN, HINTS, KINDS
from course.lessons.audience_and_channel_fit.practice_shop import customers
from course.lessons.audience_and_channel_fit.scenario import Scenario
from course.market.rng import stream

FACTS_KEY = {
    "A household of four": "who",
    "Came from a search for 'insulated bottle 1l'": "did",
    "Country of the shop that he browses": "where",
    "Ill, as her searches suggest": "off limits",
    "Lives where winter lasts five months": "where",
    "Looks for a present, and for certainty that it arrives on Friday": "wants",
    "Opens the newsletter on the phone, at night": "did",
    "Pregnant, as her purchases suggest": "off limits",
    "Three orders in the last ninety days": "did",
    "Uses an expensive phone, so he is shown higher prices": "off limits",
    "Wants to spend as little time as possible on choosing": "wants",
    "Works as a nurse, as she wrote in the form": "who",
}


def fact_kind(draws):
    reasons = {text: HINTS[kind] for text, kind in FACTS_KEY.items()}
    return [
        mapping(
            "fact_kind",
            FACTS_KEY,
            set(KINDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def affinity_index(draws):
    trials = []
    for seed in draws.seeds(5, "affinity_index"):
        rng = stream(seed, "segments")
        names = ["city", "suburb", "village", "abroad"][: int(rng.integers(3, 5))]
        people = {name: int(rng.integers(500, 9000)) for name in names}
        buyers = {
            name: int(rng.binomial(count, rng.uniform(0.01, 0.1))) for name, count in people.items()
        }
        trials.append(
            gives(
                "affinity_index",
                (buyers, people),
                reference_index(buyers, people),
                shown="affinity_index(fresh segments)",
                hidden=True,
                slips=checks.index_slips(),
            )
        )
    people = {"city": 4000, "village": 1000, "island": 0}
    return [
        fresh(trials, "Five fresh markets, counted person by person: all right."),
        gives(
            "affinity_index",
            ({"city": 50}, people),
            {"city": 125.0, "village": 0.0},
            shown="affinity_index(a segment without buyers, one without people)",
            hidden=True,
            core=False,
            why=(
                "nobody of the village bought: 0; where nobody lives there is no index, so the"
                " island is left out"
            ),
        ),
        relates(
            "affinity_index",
            [({"a": 3, "b": 7}, {"a": 50, "b": 50}), ({"a": 30, "b": 70}, {"a": 50, "b": 50})],
            lambda one, other: one == other,
            "Ten times the buyers in every segment change nothing.",
        ),
    ]


def reference_index(buyers, people):
    """Segment by segment: a crosswise product of counts."""
    bought, lived = sum(buyers.values()), sum(people.values())
    return {
        name: 100.0 * buyers.get(name, 0) * lived / (bought * count)
        for name, count in people.items()
        if count
    }


def channel_pnl(draws):
    trials = []
    for seed in draws.seeds(5, "channel_pnl"):
        rng, count = stream(seed, "pnl"), len(CHANNELS)
        limits = {
            "units": (50, 900),
            "price": (28, 60),
            "fee": (0.03, 0.2),
            "ads": (0.01, 0.2),
            "fulfilment": (3, 9),
            "return_rate": (0.02, 0.3),
            "fixed": (100, 4000),
        }
        numbers = {name: rng.uniform(*edge, count).round(3) for name, edge in limits.items()}
        df = pd.DataFrame({"channel": [str(name) for name in rng.permutation(CHANNELS)]} | numbers)
        trials.append(
            gives(
                "channel_pnl",
                (df,),
                reference_pnl(df),
                about=("unit",),
                shown="channel_pnl(five fresh channels)",
                hidden=True,
                slips=checks.pnl_slips(),
            )
        )
    two = checks.two_channels()
    poor = two.assign(price=[40.0, 20.0])
    return [
        fresh(trials, "Five fresh months, settled bill by bill: all right."),
        gives(
            "channel_pnl",
            (poor,),
            reference_pnl(poor),
            about=("unit",),
            shown="channel_pnl(a channel whose units lose money)",
            hidden=True,
            core=False,
            why="a unit that loses money never breaks even: infinity (np.inf)",
        ),
        gives(
            "channel_pnl",
            (two.iloc[::-1].reset_index(drop=True),),
            reference_pnl(two),
            about=("unit",),
            shown="channel_pnl(the worse channel first)",
            hidden=True,
            core=False,
            why="the best profit stands first, whatever the order before",
        ),
    ]


def reference_pnl(df):
    """A month's bills, one channel after the other."""
    rows = []
    for row in df.itertuples():
        till = row.units * row.price
        paid = (
            till * row.fee
            + till * row.ads
            + row.units * (row.fulfilment + 14)
            + row.units * row.return_rate * 10
        )
        unit = (till - paid) / row.units
        rows.append(
            (row.channel, unit, till - paid - row.fixed, row.fixed / unit if unit > 0 else math.inf)
        )
    rows.sort(key=lambda each: -each[2])
    return checks.pnl(*map(list, zip(*rows, strict=True)))


def best_k(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(6, "best_k")):
        want = 2 + number % 5
        x = _heaps(stream(seed, "heaps"), want)
        trials.append(gives("best_k", (x,), want, shown="best_k(fresh customers)", hidden=True))
    x = _heaps(stream(draws.seeds(1, "scale")[0], "heaps"), 4)
    shop = customers(draws.seeds(1, "shop")[0], count=90).to_numpy()
    still = np.column_stack([x, np.full(len(x), 7.0)])
    return [
        fresh(trials, "Six fresh shops whose groups are known: all found."),
        gives(
            "best_k",
            (x * np.array([1.0, 1000.0]),),
            4,
            shown="best_k(the same customers, in cents instead of dollars)",
            hidden=True,
            why="a unit of measurement is not a reason for other groups",
        ),
        gives(
            "best_k",
            (still,),
            4,
            shown="best_k(customers with a feature that is the same for all)",
            hidden=True,
            core=False,
            why="a feature without spread says nothing: it must not become NaN",
        ),
        relates(
            "best_k",
            [(shop,), (shop[::-1].copy(),)],
            lambda one, other: one == other,
            "The order of the customers changes nothing.",
        ),
    ]


def _heaps(rng, k):
    """Customers in k heaps that stand in a ring, far apart, the second feature in hundreds."""
    turn = (
        1 / 8 + 0.06 * rng.random() if k == 2 else rng.random()
    )  # two heaps differ in both features
    angle = 2 * np.pi * (np.arange(k) / k + turn)
    centres = np.column_stack([10 + 6 * np.cos(angle), 10 + 6 * np.sin(angle)])
    points = np.repeat(centres, 14, axis=0) + 0.45 * rng.standard_normal((14 * k, 2))
    return rng.permutation(points) * np.array([1.0, 100.0])


def place(draws):
    return [hidden_decision("place", Scenario(), draws, baseline, expert)]


def baseline(channels):
    """The biggest channel, at the price that it has always had."""
    biggest = channels.loc[channels["demand"].idxmax(), "channel"]
    return {name: 34.0 if name == biggest else None for name in channels["channel"]}


def expert(channels):
    """Lerner's price for each channel's own cost and elasticity, and only where it pays for the
    fixed cost.
    """
    c = channels.set_index("channel")
    keep = 1 - c["fee"] - c["ads"]
    unit_cost = 14 + c["fulfilment"] + 10 * c["return_rate"]
    price = unit_cost / keep * c["elasticity"] / (c["elasticity"] - 1)
    units = c["demand"] * (price / 34) ** -c["elasticity"]
    profit = units * (price * keep - unit_cost) - c["fixed"]
    return {name: float(price[name]) if profit[name] > 0 else None for name in c.index}


def debrief():
    """What a learner may read after submission: the expert's places of practice month 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)["channels"].set_index("channel")
    places = expert(seen.reset_index())
    rows = "\n".join(
        f"| {name} | {seen.loc[name, 'fee'] + seen.loc[name, 'ads']:.0%} |"
        f" {seen.loc[name, 'demand']:.0f} | {seen.loc[name, 'elasticity']:.1f} |"
        f" ${seen.loc[name, 'fixed']:,.0f} | {f'${price:.2f}' if price else 'stay away'} |"
        f" {f'${scenario.value(0, {name: price}):,.0f}' if price else ''} |"
        for name, price in places.items()
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert sets a price for each channel first, and asks then whether the channel"
        " pays:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice month 0:\n\n| Channel | Fee and ads | Demand at $34 | Elasticity | Fixed"
        " | Price | Earned |\n"
        + "| --- " * 7
        + "|\n"
        + rows
        + f"\n\nOver the {len(earned)} practice months it earns ${sum(earned) / len(earned):,.0f} a month; the biggest"
        f" channel alone earns ${sum(first) / len(first):,.0f}. The same product has different prices in"
        " different places, since costs and shoppers differ there; within one place everybody"
        " pays the same. Some marketplaces forbid a lower price elsewhere (price parity): read"
        " the contract before you do it.\n\nA written answer that earned 2 of 2: "
        + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def place(")

MODEL_ANSWERS = {
    0.5: "For everybody who likes good bottles, our bottle is the best quality at a fair price.",
    1.5: (
        "For people who hike on weekends our bottle is the one that stays shut in a full backpack."
        " They are 12% of visitors and 31% of buyers, an index of 258. They come back because spare"
        " lids are 3 dollars. Risk: the gym-goers, half of sales today, may not feel meant."
    ),
    2.0: (
        "For weekend hikers, who are 12% of our visitors and 31% of our buyers (index 258; 190 to"
        " 330 over the last four quarters), this is the bottle that stays shut in a full backpack,"
        " with lids that can be replaced for 3 dollars. They buy because a leak ruins a day out,"
        " which the cheaper bottle does not promise to prevent. Guardrail: sales to gym-goers, half"
        " of today's, must not fall by more than a tenth. If after eight weeks the index of hikers"
        " among new buyers is below 200, the message did not reach them or is not their reason."
    ),
}
