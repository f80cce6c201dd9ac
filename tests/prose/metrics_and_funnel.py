"""What lesson 01 says of its data, built from these data."""

import numpy as np

from course.charts import share_range
from course.check.decision import practice_values
from course.lessons.metrics_and_funnel import checks
from course.lessons.metrics_and_funnel.scenario import Scenario

READ = ("wild-moral",)


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *carts(lesson),
        *money(lesson),
        *devices(lesson),
        *panels(lesson),
        *rules(),
        *answer(lesson),
        *berkeley(lesson),
    ]


def ticket(lesson):
    rates, mix, weeks = lesson.rates, lesson.shares, lesson.weeks.set_index("segment")
    before, after = rates.loc["total"]
    return [
        f"sessions up {lesson.total['sessions1'] / lesson.total['sessions0'] - 1:.0%}",
        (
            "Desktop rose, phone rose, tablet rose",
            (rates.drop("total")["this week"] > rates.drop("total")["last week"]).all(),
        ),
        f"the total fell from {before:.2%} to {after:.2%}.",
        f"phones went from {weeks.loc['phone', 'sessions0']:,} to"
        f" {weeks.loc['phone', 'sessions1']:,} sessions, from {mix.loc['phone', 'last week']:.0%} to"
        f" {mix.loc['phone', 'this week']:.0%} of all.",
        "(Simpson, 1951; Yule described it in 1903)",
    ]


def carts(lesson):
    counted = lesson.counted
    people, events = counted["people, in order"], counted["events"]
    return [
        f"counts {events['cart']:,} carts and {events['order']:,} orders, so"
        f" {1 - events['order'] / events['cart']:.1%} abandoned.",
        f"{people['cart']:,} people filled a cart after they had looked, and {people['order']:,} of"
        f" them ordered: {lesson.left:.1%} abandoned, and with other people of the same kind"
        f" {lesson.low:.1%} to {lesson.high:.1%}.",
    ]


def money(lesson):
    parts = lesson.parts
    return [
        f"{parts['sessions']:,.0f} dollars came by more sessions, {-parts['cvr']:,.0f} went by the"
        f" lower conversion, {-parts['aov']:,.0f} by smaller baskets:"
        f" {sum(parts.values()):,.0f} in all.",
        f"rose by {sum(parts.values()):,.0f} dollars",
    ]


def devices(lesson):
    before, after = (lesson.sure.loc[f"desktop, {week} week"] for week in ("last", "this"))
    both = (
        f"{each.iloc[0]:.1%} ({each['low']:.1%} to {each['high']:.1%})" for each in (before, after)
    )
    overlap = [
        lesson.sure.loc[f"{name}, this week", "low"] < lesson.sure.loc[f"{name}, last week", "high"]
        for name in ("desktop", "phone", "tablet")
    ]
    return [
        (
            "Your function says: a paradox, and it was the phones.",
            lesson.is_simpson(lesson.device_weeks()) == (True, "phone"),
        ),
        ("Desktop's went from {} to {}".format(*both)),
        ("each device's rise alone could be luck", all(overlap)),
    ]


def panels(lesson):
    stray = lesson.panels["peer_rate"] / lesson.panels["usual_rate"]
    size = lesson.panels["shops"]
    wildest = lesson.panels.loc[lesson.panels["id"] == "desktop/cart"].iloc[0]
    three, sixty = 3 / 13, 60 / 70
    return [
        (
            f"A panel of four says {wildest['peer_rate'] / wildest['usual_rate']:.1f} times the usual"
            " rate",
            wildest["shops"] == 4,
        ),
        ("another of a few shops less than half of it", stray[size <= 5].min() < 0.5),
        (
            "panels of forty and more mostly stay near the middle",
            stray[size >= 40].max() < stray[size <= 5].max()
            and np.log(stray[size >= 40]).std() < np.log(stray[size <= 5]).std() * 0.75,
        ),
        f"With a k of 10 a panel of three gets {three:.0%} of your trust and one of sixty"
        f" {sixty:.0%}.",
        f"usual 9%, a panel of four says 25%; with k = 10 you believe 9 + {4 / 14:.2f} × 16 ="
        f" {9 + 4 / 14 * 16:.1f}%.",
        f"with a k of 10, three shops get {three:.0%} of your trust",
    ]


def rules():
    """How far the simple rules of exercise 5 come on the practice shops."""
    scenario, known = Scenario(), practice_values(checks.SLUG)
    low, high = np.mean(known["baseline"]), np.mean(known["expert"])

    def g(score):
        earned = []
        for number in range(len(known["expert"])):
            seen = scenario.observe(number)
            table = seen["funnel"].merge(seen["peers"], on="id").merge(seen["cost"], on="id")
            rate = table["passed"] / table["users"]
            orders = table.groupby("segment")["passed"].transform("last")
            gap = (table["peer_rate"] - rate).clip(lower=0)
            worth = table.assign(score=score(table, rate, orders, gap)).nlargest(2, "score")
            earned.append(scenario.value(number, worth.loc[worth["score"] > 0, "id"].tolist()))
        return (np.mean(earned) - low) / (high - low)

    def dollars(table, rate, orders, gap):
        return 13 * 0.4 * gap / rate * orders * table["margin"]

    of = (
        g(lambda table, rate, orders, gap: gap),
        g(dollars),
        g(lambda *seen: dollars(*seen) - seen[0]["cost"]),
    )
    return ["are kinder: {:.2f}, {:.2f} and {:.2f} there".format(*of)]


def answer(lesson):
    earned, total = lesson.earned, lesson.total
    low, high = share_range(total["orders1"], total["sessions1"])[1:]
    before, mixed, after = lesson.rates_of.values()
    shop = lesson.shop_funnel(0)[2].set_index("id")["cost"]
    return [
        (
            f"With last week's rates and this week's mix conversion would be {mixed:.2%}. It is"
            f" {after:.2%}, since every device is a little better.",
            mixed < after,
        ),
        f"more than the whole fall from {before:.2%}.",
        f"By {total['sessions1']:,.0f} sessions anything from {low:.2%} to {high:.2%} fits this week",
        "In practice shop 0",
        (
            f"repairs one step, the phone's checkout, and earns {earned['your repairs']:,.0f}"
            " dollars in the quarter.",
            lesson.choices["your repairs"] == ["phone/checkout"],
        ),
        f"The two lowest rates lose {-earned['the two lowest rates']:,.0f}, the two largest gaps"
        f" {-earned['the two largest gaps']:,.0f}",
        f"its repair costs {shop['desktop/cart']:,.0f} dollars",
        f"({low:.2%} to {high:.2%} by 24,000 sessions)",
        f"that mix alone would have meant {mixed:.2%}",
    ]


def berkeley(lesson):
    table, sums = lesson.berkeley, lesson.sums
    easy = table.loc[["A", "B"], "women"].sum()
    _, low, high = share_range(17, 25)
    ahead = table["women_in"] / table["women"] > table["men_in"] / table["men"]
    return [
        f"{sums['men_in'] / sums['men']:.1%} against {sums['women_in'] / sums['women']:.1%} in all",
        ("women were admitted more often in four of six departments", ahead.sum() == 4),
        f"{easy} women to A and B, {table['women'].sum() - easy:,} to the other four.",
        (
            f"only 25 women applied: 17 of 25 fits anything from {low:.0%} to {high:.0%}",
            tuple(table.loc["B", ["women", "women_in"]]) == (25, 17),
        ),
    ]
