"""What lesson 20 says of its data, built from these data."""

import numpy as np

from course.charts.spread import LEVEL
from course.check.numbers import number
from course.lessons.activation_and_recall import checks
from course.lessons.activation_and_recall.quadrants import profits
from course.lessons.activation_and_recall.ranges import TRIES
from course.lessons.activation_and_recall.scenario import USERS

READ = ("ticket",)


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return list(passages(lesson).values())


def passages(lesson):
    """{name: passage}, in the order of the notebook."""
    return (
        three(lesson)
        | widget(lesson)
        | fifths(lesson)
        | rankings(lesson)
        | silence(lesson)
        | months(lesson)
        | answers(lesson)
        | grocer(lesson)
    )


def three(lesson):
    ann, ben = lesson.three.loc["Ann"], lesson.three.loc["Ben"]
    return {
        "ann": f"{ann['with'] - ann['without']:.0f} more orders of a hundred, paid for with"
        f" {ann['with']:.0f} coupons.",
        "ben": f"Ben is *persuadable*: he orders {ben['without']:.0f} times of a hundred without a"
        f" coupon, and {ben['with']:.0f} times with one.",
        "three": ("$$\\text{here: with} > 1.5 \\times \\text{without}$$", 12 / (12 - 4) == 1.5),
    }


STEPS = 50  # of the widget's slider


def widget(lesson):
    curves, _ = profits(checks.WIDGET_DRAW)
    # The shares that its slider can show, so that the text says what the screen says.
    likely, uplift, gain = (
        curves[order][:: USERS // STEPS] for order in ("likely", "uplift", "gain")
    )
    low = int(likely.argmin())
    return {
        "likely": (
            f"By likelihood the month loses with any number of coupons: the first go to people who"
            f" buy anyway. At {low / STEPS:.0%} it has lost {-likely[low]:,.0f} dollars; the last"
            f" ones move some and win a part of it back, so that with a coupon for all it is"
            f" {-likely[-1]:,.0f}.",
            bool(likely[1:].max() < 0 and likely[-1] > likely[low]),
        ),
        "moved": f"By uplift there is a hill, {uplift.max():,.0f} dollars at"
        f" {int(uplift.argmax()) / STEPS:.0%}.",
        "gain": f"By net gain there is one that is {gain.max() / uplift.max() - 1:.0%} higher,"
        f" {gain.max():,.0f} dollars at {int(gain.argmax()) / STEPS:.0%}",
    }


def fifths(lesson):
    table = lesson.by_price
    least, fourth, last = table.iloc[:-2], table.iloc[-2], table.iloc[-1]
    return {
        "test": f"a randomised test of the practice shop on {len(lesson.test):,} customers",
        "range": f"A range holds what {100 * LEVEL:.0f} of a hundred such tests would say; here the"
        f" customers of the test were drawn anew, {TRIES} times.",
        "fifths": (
            f"The fifth that watches prices most brings {last['value']:.2f} dollars a customer,"
            f" anything from {number(last['low'], 2)} to {number(last['high'], 2)}",
            bool(last["low"] > 0),
        ),
        "other_fifths": (
            f"the three that watch them least lose with each coupon; of the fourth,"
            f" {number(fourth['value'], 2)} with a range from {number(fourth['low'], 2)} to"
            f" {number(fourth['high'], 2)}, this test cannot tell.",
            bool((least["high"] < 0).all() and fourth["low"] < 0 < fourth["high"]),
        ),
    }


def rankings(lesson):
    curve, low, high = lesson.curve, lesson.low, lesson.high
    quarter, end = len(curve) // 4, len(curve) - 1
    best, straight = int(curve.argmax()), np.arange(1, end + 2) / (end + 1) * curve[end]
    areas = lesson.areas
    model, price = areas.loc["likely to buy"], areas.loc["watches prices"]
    return {
        "scored": f"`scored()` is a test of {len(lesson.ranked)} customers that somebody has ranked.",
        "tests": f"The band holds what {100 * LEVEL:.0f} of a hundred such tests would show.",
        "practice": f"Now the model of the ticket, on the {len(lesson.test):,} of the practice shop's"
        " test.",
        "quarter": f"The first {quarter} of {len(curve)} customers bring"
        f" {curve[quarter - 1]:.1f} extra orders, of {curve[end]:.1f} in all; a random order would"
        f" bring {curve[end] / 4:.1f} with its first {quarter}.",
        "hill": f"After {best + 1} customers there are {curve[best]:.1f}",
        "band": f"At the end anything from {number(low[end], 1)} to {number(high[end], 1)} fits"
        f" these {len(curve)} customers",
        "guess": (
            "Even the line of a random order lies in the band nearly everywhere: a picture of"
            f" {len(curve)} customers is a guess.",
            bool(((low <= straight) & (straight <= high)).mean() > 0.8),
        ),
        "model": (
            f"The model is right in {lesson.hits:.0%} of the cases, and its Qini area is"
            f" {number(model['area'], 4)}, from {number(model['low'], 4)} to"
            f" {number(model['high'], 4)}",
            bool(model["low"] > 0 and model["high"] < price["low"]),
        ),
        "price": (
            f"a single column, how much somebody watches prices, has {number(price['area'], 4)},"
            f" from {number(price['low'], 4)} to {number(price['high'], 4)}",
            bool(price["low"] > 0),
        ),
    }


def silence(lesson):
    back = lesson.away.loc[lesson.away["returned"] == 1, "days"]
    low, high = lesson.day_range
    half = back.quantile([0.25, 0.75])
    return {
        "returns": f"`returns()` holds {len(lesson.away)} customers of the practice shop.",
        "usual": f"Half of those who came back did so from day {half.iloc[0]:.0f} to day"
        f" {half.iloc[1]:.0f}.",
        "day": f"The rule says day {lesson.day}; with customers drawn anew it says day {low:.0f} to"
        f" day {high:.0f}.",
        "agency": f"On day 14, the agency's day, {(back <= 14).mean():.0%} of those who came back"
        f" were back; on day {lesson.day} it is {(back <= lesson.day).mean():.0%}."
        " A letter on day 14 would pay for orders that"
        " come anyway.",
    }


def months(lesson):
    means = {}
    for number_ in range(20):
        train, users, _, _ = lesson.month(number_)
        nobody = np.zeros(len(users), bool)
        chosen = {
            "a coupon for all": ~nobody,
            "one for the 30% likeliest buyers": lesson.likeliest(train, users),
            "one for the 30% who watch prices most": users["price_sensitivity"].rank() > 700,
        }
        for name, each in chosen.items():
            won = lesson.earns(number_, each) - lesson.earns(number_, nobody)
            means.setdefault(name, []).append(won)
    drawn = lesson.drawn
    wins = drawn["yours"].sort_values()
    return {
        "rules": ", ".join(
            f"{name} {'wins' if np.mean(each) > 0 else 'loses'} {abs(np.mean(each)):,.0f}"
            for name, each in means.items()
        ),
        "months": f"The expert's coupons win in {int((wins > 0).sum())} of {len(drawn)} months,"
        f" {wins.iloc[0]:,.0f} to {wins.iloc[-1]:,.0f} dollars; the ticket's lose in"
        f" {int((drawn['the 30% likeliest'] < 0).sum())}.",
    }


def answers(lesson):
    ticket, yours = lesson.ticket, lesson.choices["yours"]
    used, won, cost = lesson.used(0, ticket), lesson.won, lesson.cost
    lost = won["the 30% likeliest, as in the ticket"]
    low, high = lesson.day_range
    return {
        "right": f"it is right {10 * lesson.hits:.0f} times of 10",
        "ticket": f"the \\${lesson.coupon:.0f} coupon goes to the 30% most likely buyers. First month:"
        f" {used:.0%} of them used it, best campaign ever.",
        "answer_uplift": (
            f"*The uplift.* No: {used:.0%} used the coupon, and the month left"
            f" {-lost:,.0f} dollars less than without any.",
            bool(lost < 0),
        ),
        "answer_who": f"*Who instead.* {yours.sum()} of the thousand, for {won['yours']:,.0f}"
        f" dollars more than without.",
        "answer_cost": (
            f"*What an extra order costs.* {cost['value']:.2f} dollars if everybody gets a coupon,"
            f" anything from {cost['low']:.2f} to {cost['high']:.2f}, and it leaves"
            f" {lesson.margin:.0f}.",
            bool(cost["low"] > lesson.margin),
        ),
        "answer_gap": (
            f"*Silence.* Two weeks mean nothing here; write from day {lesson.day}, with customers"
            f" drawn anew from day {low:.0f} to {high:.0f}.",
            bool(low > 14),
        ),
    }


def grocer(lesson):
    rises, reports = lesson.rises, lesson.reports
    first, second = reports.iloc[0], reports.iloc[1]
    mailed = lesson.df[lesson.df["mailed"] == 1]["rise"].mean()
    others = rises.loc["not mailed", "value"]
    used = rises.loc["mailed, used a coupon"]
    return {
        "mailing": f"{int(lesson.df['mailed'].sum()):,} households got coupons,"
        f" {int(lesson.df['redeemed'].sum())} used one.",
        "wild_rise": f"Those who redeemed spent {used['value']:.2f} dollars a week more than before"
        f" ({used['low']:.2f} to {used['high']:.2f} with households drawn anew).",
        "wild_mailed": f"Among all mailed households the rise is {mailed:.2f} dollars, among the"
        f" others {others:.2f}.",
        "wild_reports": (
            f"The two reports are {first['won']:,.0f} and {second['won']:,.0f} dollars a week, and"
            f" the second may be anything from {number(second['low'])} to"
            f" {number(second['high'])}: perhaps nothing at all.",
            bool(second["low"] < 0 < second["high"]),
        ),
    }
