"""What lesson 02 says of its data, built from these data."""

import numpy as np

from course.check.numbers import percent
from course.lessons.product_selection import checks
from course.lessons.product_selection.bubbles import chosen, shop

READ = ("answer", "wild-moral")
LISTS = 5  # practice draws
MEAN_OF_STUDY = 0.73
PROMISE = 0.8  # what the text tells to promise, share of the forecast
RETURNED, LIKE_LIST = 20, (30, 25)  # of 100 lunch boxes; their two prices, dollars
STONE = "pizza stone"


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *worked(lesson),
        *weights(),
        *lunch_box(lesson),
        *gift_set(lesson),
        *legs(lesson),
        *curse(lesson),
        *answer(lesson),
        *households(lesson),
    ]


def worked(lesson):
    orders = {"mug": (18_000, 44, 6.0), "boards": (3_000, 3, 8.0)}
    mug, boards = (
        13 * lesson.expected_orders(searches, offers, 0.03) * margin - 900
        for searches, offers, margin in orders.values()
    )
    october, december = lesson.series[-3], lesson.series[-1]
    return [
        f"from {october:,.0f} in October to {december:,.0f} in December",
        ("October to December is a rise of a third", abs(december / october - 4 / 3) < 0.01),
        ("looked for by six times as many people", orders["mug"][0] == 6 * orders["boards"][0]),
        f"leaves {mug:.0f} dollars; the boards leave {boards:,.0f}.",
        "3% is an assumption",
        ("exercise 5", round(boards / mug) == 40),  # "a fortieth of the money" in the chart's title
    ]


def weights():
    said_and_earned = []
    for draw in range(LISTS):
        candidates, payoffs = shop(draw)
        best = chosen(candidates, 1.0, 1.0)
        earned = sum(payoffs[each] for each in best["product"])
        said_and_earned.append(earned / best["forecast"].sum())
    less = [1 - each for each in said_and_earned if each < 1]
    return [
        "Now set both weights to 1.0",
        (
            f"In four of five draws the eight earn less than forecast, by {min(less):.0%} to"
            f" {max(less):.0%}.",
            len(less) == 4,
        ),
        "(Capen, Clapp and Campbell, 1971, on bids for oil fields)",
    ]


def lunch_box(lesson):
    box = checks.lunch_box()

    def left(price, returned):
        return lesson.unit_contribution(box | {"price": price, "return_rate": returned})

    each, other = (left(price, 0.0) / (left(price, 0.0) - left(price, 1.0)) for price in LIKE_LIST)
    _, low, high = lesson.charts.share_range(RETURNED, 100)
    return [
        f"At {LIKE_LIST[0]} dollars a box leaves {left(30, 0.0):.0f} dollars if none comes back"
        f" and {left(30, RETURNED / 100):.0f} if {RETURNED} of 100 do",
        f"each further one costs {100 * (left(30, 0.2) - left(30, 0.21)):.0f} cents a box sent.",
        f"Nothing is left from {100 * each:.0f} on; at a price of {LIKE_LIST[1]} dollars already"
        f" from {100 * other:.0f} on.",
        f"{RETURNED} of 100 boxes sent back fit a true rate from {low:.0%} to {high:.0%}",
        f"anything from {left(30, high):.2f} to {left(30, low):.2f} dollars.",
    ]


def gift_set(lesson):
    series, season = lesson.series, lesson.season
    slope = lesson.trend(series, season)
    low, high = lesson.trend_range(lesson.trend, series, season)
    return [
        f"The owner's three months rose by {series[-1] / series[-3] - 1:.0%}.",
        f"In a usual year they rise by {season[-1] / season[-3] - 1:.0%}.",
        f"Against the December before, searches are {1 - series[-1] / series[-13]:.0%} lower",
        (
            f"through all {len(series)} months falls by {-slope:.1%} a month, between"
            f" {-low:.1%} and {-high:.1%}.",
            high < 0,
        ),
        "(*bootstrap*; Efron, 1979)",
    ]


def legs(lesson):
    searches, yours, money = lesson.carried.values()
    return [
        f"Twelve of sixty hold {searches:.0%} of the searches, {yours:.0%} of those that would be"
        f" yours, and {money:.0%} of those times the margin."
    ]


def curse(lesson):
    mine, low, high = lesson.shares.loc["yours", ["earned", "low", "high"]]
    every = lesson.shares.loc["all sixty", "earned"]
    paid = [(lesson.every[number]["earned"] > 0).mean() for number in lesson.every]
    launched = [len(lesson.mine[number]) for number in lesson.mine]
    ends = (lesson.one["earned"] / lesson.one["forecast"]).quantile([0.025, 0.975])
    stone = lesson.compared(0, [STONE])["forecast"].iloc[0]
    promised = [round(stone * round(each, 1), -2) for each in ends]
    return [
        f"the expert earns {mine:.0%} ({low:.0%} to {high:.0%}) over a hundred lists.",
        (f"all sixty together earn only {every:.0%} of theirs", mine < every < 1),
        "the 900 dollars come off in full",
        ("Take a fifth off", abs(mine - PROMISE) < 0.02),
        f"{ends.iloc[0]:.1f} to {ends.iloc[1]:.1f} times its forecast.",
        ("about half of the sixty really earn their 900 dollars back", 0.4 < np.mean(paid) < 0.6),
        ("hardly ever has to stop one of your eight", np.mean(np.array(launched) == 8) > 0.95),
        f"The pizza stone is forecast at {stone:,.0f} dollars in 13 weeks; by the spread of a"
        f" hundred lists {promised[0]:,.0f} to {promised[1]:,.0f}.",
        ("here about a fifth less", abs(mine - PROMISE) < 0.02),
    ]


def answer(lesson):
    coming, december, lists = lesson.coming, lesson.series[-1], lesson.earned
    january, february, march = coming["value"]
    parts = coming["value"] / december
    searched, mine = lists["the eight most searched"], lists["your eight"]
    more = (mine > searched).sum()
    return [
        (
            f"December's {december:,.0f} searches are followed by about {january:,.0f} in January,"
            f" {february:,.0f} in February and {march:,.0f} in March: {percent(parts.min())} to"
            f" {percent(parts.max())} of December's.",
            parts.max() < 0.5,
        ),
        f"the highest ends at {coming['high'].max():,.0f}",
        f"They earn {searched.min():,.0f} to {searched.max():,.0f} dollars in the five lists; the"
        f" expert's eight earn {mine.min():,.0f} to {mine.max():,.0f}, more in {more} of {LISTS}.",
        f"About {PROMISE:.0%} of the forecast",
    ]


def households(lesson):
    share = lesson.pareto_share(lesson.x, 0.2)
    low, high = lesson.anew(lesson.pareto_share, lesson.x)
    return [
        (
            f"{share:.1%}, where Kim, Singh and Winer (2017) found {MEAN_OF_STUDY:.0%} on average.",
            high < MEAN_OF_STUDY,
        ),
        'Ask of every "20% bring 80%" who was counted.',
        f"The range, {low:.1%} to {high:.1%}, is from households drawn anew",
        f"a year of {len(lesson.x):,} households",
        ("how much do the best customers bring", share > 0.5),  # "more than half" in the chart
    ]
