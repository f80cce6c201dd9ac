"""What lesson 23 says of its data, built from these data."""

import pandas as pd

from course.check.numbers import number

READ = ("ticket", "wild-moral")
LIMIT, OLD = 0.05, 30


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *worked(lesson),
        *records(lesson),
        *prior(lesson),
        *highest(lesson),
        *newcomers(lesson),
        *quarters(lesson),
        *answer(lesson),
        *clicks(lesson),
    ]


def ticket(lesson):
    table = lesson.shops(0)
    rate = table["defects"] / table["orders"]
    return [
        f"{(rate > 0.01).sum()} of our {len(table)} shops are affected",
        f"New shops are the worst: one has {rate[table['young']].max():.0%} defects!",
        r"\$20 a shop is money",
        "defect rate over 1% is suspended",
    ]


def worked(lesson):
    first, second = (lesson.two.loc[f"{name} shop, its record"] for name in ("first", "second"))
    new, old = (lesson.two.loc[f"{name} shop, believable"] for name in ("first", "second"))
    return [
        f"the first shop is worse: {first['rate']:.0%} against {second['rate']:.0%}. But after ten"
        f" orders anything from {first['low']:.0%} to {first['high']:.0%} fits that record."
        f" Believable is {new['rate']:.1%} against {old['rate']:.1%}",
        "Robbins, 1956",
        "1.40 ÷ 28 = 5%",
    ]


def records(lesson):
    ages, found = lesson.by_age, lesson.odr(lesson.orders(), 120)
    older = ages[ages.index > OLD]
    rate, low, high = lesson.charts.share_range(found["defects"], found["orders"])
    return [
        f"Of orders younger than ten days {ages.iloc[0]:.1%} have a known defect, of orders older"
        f" than {OLD} days {older.min():.1%} to {older.max():.1%}.",
        f"the window has {found['orders']} orders and {found['defects']} defects: {rate:.1%}, and"
        f" anything from {low:.1%} to {high:.1%} fits that record.",
    ]


def prior(lesson):
    a, b = lesson.a, lesson.b
    low, high = lesson.prior_range(lesson.x, lesson.n, a, b)
    return [
        f"The best pull is {a + b:.0f} orders, and {low:.0f} to {high:.0f} fit the"
        f" {len(lesson.x)} shops nearly as well. So the mean, {a / (a + b):.1%},"
    ]


def highest(lesson):
    worst = lesson.worst.iloc[:12]
    rate, low, high = lesson.believable_range(1, 3, lesson.a, lesson.b)
    return [
        (
            f"above the limit of {LIMIT:.0%}, from {worst['raw'].min():.0%} to"
            f" {worst['raw'].max():.0%}. But none of these shops has more than"
            f" {worst['orders'].max()} orders, and what may be believed of them is"
            f" {worst['believable'].min():.1%} to {worst['believable'].max():.1%}",
            len(lesson.worst) == 12 and (worst["raw"] > LIMIT).all(),
        ),
        f"the ticket's {1 / 3:.0%}, comes to {rate:.1%}, and anything from {low:.1%} to {high:.1%}"
        " fits.",
        f'the new shop with "{1 / 3:.0%}" had one defect of three orders: {rate:.1%} is believable,'
        f" and {low:.1%} to {high:.1%} fits.",
    ]


def newcomers(lesson):
    found, months = lesson.activation_bottleneck(lesson.newcomers, 180), lesson.months
    return [
        f"Of the new shops that have had their 30 days, {found['day30']:.0%} had an order",
        f"is *{found['step']}*: {found['rate']:.0%} of the listed shops",
        (
            f"The months differ from {months['day 30'].min():.0%} to {months['day 30'].max():.0%},"
            " but their ranges overlap",
            months["low"].max() < months["high"].min(),
        ),
    ]


def quarters(lesson):
    drawn = lesson.drawn
    rule, coach, mine = (drawn[name] for name in drawn)
    return [
        f"The ticket's rule loses money in {(rule < 0).sum()} of {len(drawn)} quarters,"
        f" {number(-rule.max())} to {number(-rule.min())} dollars; the expert's decisions gain"
        f" {number(mine.min())} to {number(mine.max())}, more than coaching everybody in each",
        ("in each of them", (mine > coach).all()),
        f"Over ten quarters the gain of such decisions was {number(mine.min())} to"
        f" {number(mine.max())}.",
    ]


def answer(lesson):
    earned, chosen = lesson.earned, pd.Series(lesson.act(lesson.shops(0))).value_counts()
    tiny = (lesson.hit["orders"] < 30).sum()
    return [
        f"everybody over 1% would lose {number(-earned['over 1% suspended'])} dollars in the"
        f" quarter: the {len(lesson.hit)} shops have {lesson.share:.0%} of all orders, and only"
        f" {tiny} of them are tiny, with less than 30.",
        f"Coaching everybody gains {number(earned['all coached'])}; your functions' own decisions"
        f" gain {number(earned['your decisions'])}, with {chosen['coach']} shops coached,"
        f" {chosen['keep']} kept and {chosen['suspend']} suspended.",
    ]


def clicks(lesson):
    rate, low, high = lesson.charts.share_range(lesson.clicks, lesson.times)
    shows = lesson.seen["size"].mean()
    return [
        f"{lesson.ten['record'].mean():.2%} was the record of the ten best;"
        f" {lesson.ten['believable'].mean():.2%} is what the pulled rates believe; {rate:.2%} came,"
        f" from {low:.2%} to {high:.2%} on {lesson.clicks} clicks.",
        (f"The records of {len(lesson.seen)} items over 125 shows", abs(shows - 125) < 1),
        ("more than two thousand shows", 2_000 < sum(lesson.prior) < 3_000),
    ]
