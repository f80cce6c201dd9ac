"""What lesson 10 says of its data, built from these data."""

import math

import numpy as np

from course.check.numbers import percent
from course.lessons.channel_promotion.answers import EXPERT_CODE, MODEL_ANSWERS
from course.lessons.channel_promotion.balance import best_spends
from course.lessons.channel_promotion.scenario import CHANNELS, WEEKS

READ = ("ticket", "wild-moral", "guess")
COMPANY = 2  # of the ticket
MARGIN = 0.5  # goods cost half of what they sell for


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *worked(lesson),
        *costs(lesson),
        *credit(lesson),
        *regions(lesson),
        *division(lesson),
        *ticket(lesson),
        *brands(lesson),
    ]


def worked(lesson):
    first, every, last = lesson.dollars.values()
    return [
        ("a dollar must bring at least two", lesson.must[0] == 1 / MARGIN),
        f"The first ten thousand brought {first:.2f} each.",
        f"The mean of all says {every:.2f}",
        f"the last five thousand brought {last:.2f} each",
        (
            "The last third of the budget was burnt.",
            first > 2 > last and math.isclose(5 / 15, 1 / 3),
        ),
        (
            "In some, one channel gets nearly nothing",
            any(min(best_spends(company)) == 0 for company in range(5)),
        ),
    ]


def costs(lesson):
    found = lesson.cac_ltv_payback(lesson.channel_month()).set_index("channel")
    month = lesson.channel_month().set_index("channel")
    never = found.index[found["payback"] > month["months"]]
    creators, social = "creators", "social ads"
    return [
        f"why we pay {found.loc[creators, 'cac']:.0f} dollars for a buyer of the creators', who"
        f" leaves {month.loc[creators, 'monthly']:.2f} a month",
        f"a buyer cost {found.loc[creators, 'cac']:.2f} dollars and leaves"
        f" {month.loc[creators, 'monthly']:.2f} a month",
        (
            f"back after {found.loc[creators, 'payback']:.1f} months, and buyers stay"
            f" {month.loc[creators, 'months']:.1f}.",
            set(never) == {creators, social},
        ),
        f"{found.loc[social, 'payback']:.1f} months, and they stay"
        f" {month.loc[social, 'months']:.1f}.",
        (
            f"The email looks splendid, {found.loc['email', 'payback']:.1f} months",
            found["payback"].idxmin() == "email",
        ),
        ('`line=(1, "earns its cost")`', (found["ltv_cac"] < 1).sum() == len(never)),
    ]


def credit(lesson):
    removal, last = lesson.markov_credit(lesson.GOLDEN_PATHS), lesson.ways["last click"]
    order = ("search", "social", "email")
    bought = int(lesson.GOLDEN_PATHS["conversions"].sum())
    return [
        f"search gets {last['search']} of {bought} orders, email {last['email']} and social"
        f" {last['social']}",
        f"Last click says {', '.join(str(last[each]) for each in order)} (search, social, email);"
        f" removal says {', '.join(f'{removal[each]:.1f}' for each in order)}; Shapley says"
        f" {', '.join(f'{lesson.shares[each]:.0f}' for each in order)}.",
        f"the same {bought} orders",
        ("And social shows ten orders by last click", last["social"] == 10),
    ]


def regions(lesson):
    table = lesson.geo_test()
    found, low, high = lesson.lift_geo(table)
    _, worst, best = lesson.lift_geo(table.assign(before=0.0))
    logs = {name: np.log(table[name]) for name in ("before", "during")}
    share = np.expm1(lesson.lift_geo(table.assign(**logs)))
    return [
        f"Social ads added {found:.0f} dollars a week and region; anything from {low:.0f} to"
        f" {high:.0f} fits.",
        ("six times as wide", round((best - worst) / (high - low)) == 6),
        f"{share[0]:+.1%}, from {share[1]:+.1%} to {share[2]:+.1%}.",
        f"it added between {low:.0f} and {high:.0f} dollars a week in each region",
        f"{found * MARGIN:.0f} dollars a week and region on the estimate, and only"
        f" {low * MARGIN:.0f} at the low end",
    ]


def means(lesson):
    sums = lesson.weeks(COMPANY)[0].groupby("channel")[["spend", "sales"]].sum()
    return sums["sales"] / sums["spend"]


def division(lesson):
    history, budget = lesson.weeks(COMPANY)
    mean, spends = means(lesson), lesson.allocate(history, budget)
    after = lesson.next_dollar(lesson.fit_curves(history), spends)
    drawn = [lesson.allocate(other, budget)["search ads"] for other in lesson.other_weeks(history)]
    best = best_spends(1)
    by_steps = lesson.earns(1, lesson.allocate(*lesson.weeks(1)))
    by_table = lesson.earns(
        1, {name: 1000.0 * spend for name, spend in zip(CHANNELS, best, strict=True)}
    )
    return [
        (
            f"Search has the best mean of company {COMPANY}, {mean['search ads']:.2f}, and creators"
            f" the worst, {mean['creators']:.2f}.",
            mean.idxmax() == "search ads" and mean.idxmin() == "creators",
        ),
        ("every next dollar brings about 1.40", after.between(1.35, 1.45).all()),
        (
            f"`other_weeks` draws the {WEEKS} weeks anew, twenty times",
            len(drawn) == 20 and len(lesson.other_weeks(history)[0]) == len(history),
        ),
        f"Search gets {spends['search ads']:,.0f} dollars; with other weeks it would be"
        f" {min(drawn):,.0f} to {max(drawn):,.0f}.",
        (
            "500 dollars gain nothing and 15,000 might",
            "step = fit_curves(history), 500" in EXPERT_CODE,
        ),
        (
            "In practice company 1 they leave"
            f" {lesson.allocate(*lesson.weeks(1))['creators']:,.0f} on creators, and the best"
            " division gives them nothing.",
            best[CHANNELS.index("creators")] == 0,
        ),
        f"Here that costs {percent(1 - by_steps / by_table, 1)} of the sales",
    ]


def ticket(lesson):
    mean, brought = means(lesson), lesson.brought
    into, equal, mine = brought.values()
    best = max(lesson.left, key=lesson.left.get)
    fell = np.diff(list(lesson.left.values())) < 0
    dent = [here for here, down in zip(list(lesson.left)[1:], fell, strict=True) if down]
    dent = [here for here in dent if here < best]
    model = MODEL_ANSWERS[2.0]
    return [
        f"Search returns {mean['search ads']:.2f} dollars for each dollar, creators"
        f" {mean['creators']:.2f}.",
        ("Next quarter's 40,000 a week", lesson.budget == 40_000),
        f"Her weeks are those of practice company {COMPANY}.",
        f"All into search would bring {into:,.0f} dollars a week, equal parts {equal:,.0f}, the"
        f" expert's division {mine:,.0f}.",
        f"the fine division adds {mine / equal - 1:.0%} to equal parts",
        f"{best:,} dollars a week leave most; the last {lesson.budget - best:,.0f} bring less than"
        " they cost.",
        (f"The dent at {dent[0]:,}", len(dent) == 1),
        (
            model,
            f"{into:,.0f} dollars a week, my division {mine:,.0f}" in model
            and f"{best:,} a week leave most" in model,
        ),
    ]


def brands(lesson):
    table = lesson.table
    return [
        ("Far more than 0.12, with a range that is far from it too", table["low"].min() > 2 * 0.12),
        (
            "If search ads bring a fifth of all sales and have an elasticity of 0.6, the shop's"
            " sales rise by 0.12%.",
            math.isclose(0.6 / 5, 0.12),
        ),
    ]
