"""What lesson 15 says of its data, built from these data."""

import numpy as np

from course.charts import share_range
from course.lessons.strategy_operation.answers import baseline
from course.lessons.strategy_operation.attention import BURIED

READ = ("wild-moral",)
PAGES = range(10)


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *lamps(),
        *graded(lesson),
        *attention(lesson),
        *couriers(lesson),
        *page(lesson),
        *nights(lesson),
        *place(lesson),
        *shop(lesson),
    ]


def lamps():
    looks = 1000 / 6
    return [
        "a sixth of the people look at place 6",
        f"the kettle had {looks:.0f} looks and 90 clicks: {90 / looks:.0%} of those who saw it",
        "(Richardson and others, 2007; Joachims and others, 2017)",
        ("buried at place 7", BURIED == 7),
    ]


def graded(lesson):
    scores = lesson.scores
    return [
        f"The list as shown has {scores['as shown']:.2f} of what its best order would have.",
        (
            "Each swap puts a result of grade 2 below one of grade 0",
            lesson.shown[:2] == [2, 0] and lesson.shown[6:8] == [2, 0],
        ),
        f"at places 1 and 2 the list falls to {scores['places 1 and 2 swapped']:.2f}, at places 7"
        f" and 8 only to {scores['places 7 and 8 swapped']:.2f}.",
    ]


def attention(lesson):
    seen, low, high = lesson.theta, lesson.low, lesson.high
    line = 1 / np.arange(1, 9)
    return [
        f"{seen[1]:.0%}".rstrip("%") + " of a hundred look at place 2 and"
        f" {100 * seen[7]:.0f} at place 8.",
        f"95 times in 100 if the views were drawn again: {100 * low[7]:.0f} to"
        f" {100 * high[7]:.0f} at place 8.",
        ("It is wider further down", (np.diff((high - low) / seen)[1:] > 0).all()),
        ("1 ÷ place lies inside the band everywhere", ((low <= line) & (line <= high)).all()),
        ("it is not the search page of lesson 05", True),
        ("on the search page it is 22 of a hundred", round(100 * 10**-0.65) == 22),
        f"about {round(2000 * np.mean(np.arange(4, 9) ** -0.65), -1):.0f} looks. 64",
        "fit anything from {:.0%} to {:.0%} wanted".format(*share_range(64, 640)[1:]),
        "160 clicks from {:.0%} to {:.0%}".format(*share_range(160, 640)[1:]),
        ("about eleven hundred looks", 1050 < 10_000 * 30**-0.65 < 1150),
    ]


def couriers(lesson):
    estimate, low, high = lesson.effects.loc["washout 2"]
    off = lesson.periods.loc[~lesson.periods["on"], "mean"].mean()
    return [
        f"the rule brings {estimate:.0f} dollars a slot, and the range of two errors to each side"
        f" goes from {low:.0f} to {high:.0f}.",
        f"Without the washout it is {lesson.effects.loc['washout 0', 'estimate']:.0f}",
        (
            "Leaving out a third slot changes little",
            abs(lesson.effects.loc["washout 3", "estimate"] - estimate) < 5,
        ),
        ("twenty hours", (lesson.periods["on"].value_counts() == 20).all()),
        "in about 5 of 100 tests",
        f"Yes: {estimate:.0f} dollars for each ten minutes, {low:.0f} to {high:.0f}, about"
        f" {estimate / off:.0%} more than without it.",
        "The 8% of the first test said nothing",
    ]


def page(lesson):
    table, found = lesson.table, lesson.table.loc["pour-over set"]
    low = table[table["old place"] > 15]
    _, least, most = share_range(found["clicks"], found["looks"])
    order = lesson.rank(lesson.search_page(0))
    by_rate = lesson.by_click_rate(lesson.search_page(0))
    return [
        "should page 0 stand?",
        (
            "Of views almost nothing is clicked below place 15",
            (low["clicks"] / low["views"]).max() < 0.05,
        ),
        (
            "Of looks some of these products do as well as those at the top",
            (low["clicks"] / low["looks"]).max() > 0.3,
        ),
        f"The pour-over set stood at place {found['old place']:.0f}, was clicked in"
        f" {found['clicks'] / found['views']:.0%} of views and in"
        f" {found['clicks'] / found['looks']:.0%} of looks",
        ("is third in the new order", found["new place"] == 3),
        f"Of its {found['looks']:,.0f} looks {found['clicks']:.0f} were clicks: {least:.0%} to"
        f" {most:.0%} fits that",
        (
            "the kids' bottle first, the tea timer second, and the pour-over set third",
            order[:3] == ["tritan kids bottle", "tea timer", "pour-over set"],
        ),
        f"It brings {lesson.earns(0, order):,.0f} clicks of a thousand views; the old order brings"
        f" {lesson.earns(0, baseline(lesson.search_page(0))):,.0f}, the order by click rate"
        f" {lesson.earns(0, by_rate):,.0f}.",
    ]


def nights(lesson):
    by_rate = lesson.by_rate["place"]
    ends = [lesson.three_weeks(number, lesson.by_click_rate)["place"].iloc[-1] for number in PAGES]
    ours = [lesson.three_weeks(number, lesson.rank)["place"].iloc[-1] for number in PAGES]
    return [
        "that page 0's shoppers want most",
        (
            f"climbs to place {by_rate.iloc[-1]} in the first week and stays there",
            (by_rate.iloc[7:] == by_rate.iloc[-1]).all(),
        ),
        f"In ten pages such a newcomer ends at place {min(ends)} to {max(ends)} and never gets"
        " first",
        ("by your `rank` it is first on all ten", set(ours) == {1}),
        f"leaves clicks on the table, {lesson.gain.min():.0f} to {lesson.gain.max():.0f} of a"
        " thousand views",
        ("nothing moves among the first ten", still(lesson)),
    ]


def still(lesson):
    """Whether page 0's first ten stand still after three weeks of the ticket's rule."""
    logs, order = [], baseline(lesson.search_page(0))
    for count in range(21):
        logs.append(lesson.night(0, order, count))
        before, order = order, lesson.by_click_rate(lesson.pd.concat(logs))
    return set(before[:10]) == set(order[:10])


def place(lesson):
    costs = list(lesson.costs.values())
    low, high = min(costs), max(costs)
    return [
        f"One newcomer at place 6 costs {low:.1%} to {high:.1%} of a page's clicks.",
        f"about 1% of the page's clicks, {100 * low:.1f} to {100 * high:.1f} over ten pages",
    ]


def shop(lesson):
    rates = lesson.places["click rate"]
    robot, random = lesson.shares["robot"], lesson.shares["random"]
    gini = {name: (2 * each.sum() - 1) / 80 - 1 for name, each in lesson.shares.items()}
    return [
        ", ".join(f"{each:.2%}" for each in rates) + ", each of about ten thousand views",
        (
            "the ranges overlap, and no fall from place 1 to 3 can be seen",
            lesson.places["low"].max() < lesson.places["high"].min(),
        ),
        f"eight items of eighty get {robot[7]:.0%} of all views; on the random pages the eight"
        f" most shown get {random[7]:.0%}.",
        f"({gini['robot']:.2f} against {gini['random']:.2f})",
        "whoever had divided by 1, 2, 3",
    ]
