"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
from sklearn.linear_model import LogisticRegression

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.activation_and_recall import checks
from course.lessons.activation_and_recall.bank import GIVEN, GROUPS
from course.lessons.activation_and_recall.practice_shop import returns, scored
from course.lessons.activation_and_recall.scenario import TRAITS, Scenario
from course.market.parameters import tideway

# {graded customer: (group, why)}
GROUP_KEY = {
    "Buys the same shampoo every six weeks, code or no code.": (
        "sure_thing",
        "The rhythm is six weeks with a code and without; the code is a gift.",
    ),
    "Compares prices; orders here only when the coupon puts us below the other shop.": (
        "persuadable",
        "Without the coupon the order goes to the other shop; with it, to us.",
    ),
    "Has her subscription paid a year ahead; the coupon makes her ask for a refund and cancel.": (
        "sleeping_dog",
        "The year was paid; it is the coupon that ends it.",
    ),
    "In the test, none of 2,000 such customers ordered, with a coupon or without.": (
        "lost_cause",
        "No order in either half of the test: there is nothing to win.",
    ),
    "In the test, women over 60 ordered 9% with the message, 2% without.": (
        "persuadable",
        "The message adds seven orders of a hundred to two.",
    ),
    "Those whose parcel was late: an offer reminds them of it, and they order less than those left alone.": (
        "sleeping_dog",
        "Compared with those left alone, the offer lowers orders.",
    ),
}


def group(draws):
    return [
        mapping(
            "group",
            {text: label for text, (label, _) in GROUP_KEY.items()},
            set(GROUPS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons={text: reason for text, (_, reason) in GROUP_KEY.items()},
            given=GIVEN,
        )
    ]


def net_gain(draws):
    trials = []
    for seed in draws.seeds(6, "coupon"):
        rng = np.random.default_rng(int(seed[:8], 16))
        p0 = round(float(rng.uniform(0.05, 0.6)), 3)
        case = (
            round(p0 + float(rng.uniform(0.02, 0.2)), 3),
            p0,
            round(float(rng.uniform(8, 30)), 2),
            round(float(rng.uniform(1, 6)), 2),
        )
        trials.append(
            gives(
                "net_gain",
                case,
                reference_gain(*case),
                about=("net",),
                shown=f"net_gain{case}",
                hidden=True,
                slips=checks.gain_slips(),
            )
        )
    return [
        fresh(trials, "Six fresh coupons: all right."),
        gives(
            "net_gain",
            (0.21, 0.27, 10.0, 3.0),
            reference_gain(0.21, 0.27, 10.0, 3.0),
            about=("net",),
            shown="net_gain(another sleeping dog)",
            hidden=True,
            core=False,
            why="the uplift is negative, and no money buys an extra order",
        ),
    ]


def reference_gain(p1, p0, m, c):
    """A thousand customers each way, in orders and dollars."""
    with_it, without = 1000 * p1, 1000 * p0
    spent = with_it * c
    return {
        "uplift": (with_it - without) / 1000,
        "cost_per_extra_order": spent / (with_it - without) if with_it > without else np.inf,
        "net": (with_it * m - spent - without * m) / 1000,
    }


def qini(draws):
    trials = []
    for seed in draws.seeds(5, "qini"):
        table = scored(seed)
        case = tuple(table[name].to_numpy() for name in ("bought", "treated", "score"))
        trials.append(
            gives(
                "qini",
                case,
                reference_qini(*case),
                shown="qini(400 fresh customers)",
                hidden=True,
                slips=checks.qini_slips(),
            )
        )
    y, t, score = checks.tiny_test()
    late = (y, t, np.array([0.2, 0.8, 0.1, 0.9, 0.3, 0.7]))
    return [
        fresh(trials, "Five fresh tests of 400 customers: all right."),
        gives(
            "qini",
            late,
            reference_qini(*late),
            shown="qini(a score that has it wrong)",
            hidden=True,
            core=False,
            why=(
                "the area of a bad score is negative; and while nobody was treated, or nobody not,"
                " nothing is taken off"
            ),
        ),
        relates(
            "qini",
            [(y, t, score), (y, t, 10 * score + 3)],
            lambda one, other: np.isclose(one, other),
            "Only the order of the scores counts.",
        ),
    ]


def reference_qini(y, t, score):
    """Customer by customer, highest score first (Radcliffe, 2007)."""
    order = sorted(range(len(y)), key=lambda place: -score[place])
    curve, n1, n0, y1, y0 = [], 0, 0, 0, 0
    for place in order:
        n1, n0 = n1 + int(t[place]), n0 + 1 - int(t[place])
        y1, y0 = y1 + int(y[place] * t[place]), y0 + int(y[place] * (1 - t[place]))
        curve.append(y1 - (y0 * n1 / n0 if n0 else 0.0))
    above = [height - (place + 1) / len(y) * curve[-1] for place, height in enumerate(curve)]
    return sum(above) / len(above) / n1


def best_gap(draws):
    trials = []
    for seed in draws.seeds(6, "returns"):
        table = returns(seed)
        case = (table["days"].to_numpy(), table["returned"].to_numpy())
        trials.append(
            gives(
                "best_gap",
                case,
                reference_gap(*case),
                shown="best_gap(500 fresh customers)",
                hidden=True,
                slips=checks.gap_slips(),
            )
        )
    cases = [
        (
            [5, 6, 6, 7, 7, 7, 8, 20, 30, 90],
            [1, 1, 1, 1, 1, 0, 1, 0, 0, 0],
            "a shop to which people return within a week",
            "the peak may be the first week; day 8 is in the second",
        ),
        (
            [8, 8, 8, 8, 15, 15, 40, 50],
            [1, 1, 1, 1, 1, 1, 0, 0],
            "returns on day 8 and 15",
            "day 8 is the first of a week, day 14 its last",
        ),
        (
            [80, 81, 82, 83, 84, 84, 90, 90],
            [1, 1, 1, 1, 1, 1, 0, 0],
            "returns in the last week only",
            "no week after the peak is low: 84",
        ),
        (
            [10, 11, 12, 30, 40, 86, 87, 88],
            [1, 1, 1, 0, 0, 1, 1, 1],
            "some return after day 84",
            "weeks 0 to 11 count, later ones do not",
        ),
        (
            [1, 2, 3, 4, 5, 6, 9, 30, 30, 30],
            [1, 1, 1, 1, 1, 0, 1, 0, 0, 0],
            "a week of exactly half of the peak",
            "half of the peak is not below it",
        ),
        (
            [8, 9, 10, *[16] * 2, *[21] * 15],
            [1, 1, 1, 1, 1, *[0] * 15],
            "nobody is seen after day 21",
            "a week with nobody at risk counts as 0",
        ),
    ]
    edges = [
        gives(
            "best_gap",
            (np.array(days), np.array(returned)),
            reference_gap(days, returned),
            shown=f"best_gap({name})",
            hidden=True,
            core=False,
            why=why,
        )
        for days, returned, name, why in cases
    ]
    return [fresh(trials, "Six fresh shops of 500 customers: all right."), *edges]


def reference_gap(days, returned):
    """Week by week, person by person."""
    rates = []
    for week in range(12):
        at_risk = [(day, back) for day, back in zip(days, returned, strict=True) if day > 7 * week]
        came = sum(1 for day, back in at_risk if back and day <= 7 * week + 7)
        rates.append(came / len(at_risk) if at_risk else 0.0)
    peak = rates.index(max(rates))
    for week in range(peak, 12):
        if rates[week] < max(rates) / 2:
            return 7 * week
    return 84


def target(draws):
    return [hidden_decision("target", Scenario(), draws, baseline, expert)]


def baseline(train, users, margin, coupon):
    """Nobody gets a coupon."""
    return np.zeros(len(users), dtype=bool)


def expert(train, users, margin, coupon):
    """Two models of those who were assigned at random, one with a coupon and one without
    (T-learner: Künzel and others, 2019); a coupon where it pays.
    """
    chance = []
    for treated in (1, 0):
        part = train[(train["how"] == "assigned") & (train["treated"] == treated)]
        model = LogisticRegression(C=1000.0).fit(part[list(TRAITS)], part["bought"])
        chance.append(model.predict_proba(users[list(TRAITS)])[:, 1])
    return chance[0] * (margin - coupon) > chance[1] * margin


def _chance(train, users):
    """Chances of an order by one model of `train`."""
    model = LogisticRegression().fit(train[list(TRAITS)], train["bought"])
    return model.predict_proba(users[list(TRAITS)])[:, 1]


def _by_group(train, users):
    """(with, without): chances by one model of each group."""
    return [_chance(train[train["treated"] == treated], users) for treated in (1, 0)]


def _assigned(policy):
    """`policy` on those rows alone that were assigned at random."""
    return lambda train, **rest: policy(train=train[train["how"] == "assigned"], **rest)


def _two_models(train, users, margin, coupon):
    with_it, without = _by_group(train, users)
    return with_it * (margin - coupon) > without * margin


def _likeliest(train, users, margin, coupon):
    chance = _chance(train, users)
    return chance >= np.sort(chance)[-(len(users) * 3 // 10)]


def _most_moved(train, users, margin, coupon):
    moved = np.subtract(*_by_group(train, users))
    return moved >= np.sort(moved)[-(len(users) * 3 // 10)]


def _by_labels(train, users, margin, coupon):
    with_it, without = (chance > 0.5 for chance in _by_group(train, users))
    return with_it * (margin - coupon) > without * margin


def _paid_when_sent(train, users, margin, coupon):
    with_it, without = _by_group(train, users)
    return with_it * margin - coupon > without * margin


def _usual_terms(train, users, margin, coupon):
    return _two_models(train, users, *USUAL)


def _one_model(train, users, margin, coupon):
    traits = [*TRAITS, "treated"]
    model = LogisticRegression().fit(train[traits], train["bought"])
    with_it, without = (
        model.predict_proba(users.assign(treated=treated)[traits])[:, 1] for treated in (1, 0)
    )
    return with_it * (margin - coupon) > without * margin


USUAL = (tideway().coupon.margin, tideway().coupon.face)

# What an action that is wrong in a known way earns: {sentence: policy}.
POLICY_SLIPS = {
    checks.NOBODY: baseline,
    checks.FOR_ALL: lambda train, users, margin, coupon: np.ones(len(users), dtype=bool),
    checks.LIKELY_BUYERS: lambda train, users, margin, coupon: _chance(train, users) > 0.5,
    checks.THE_TICKETS_WAY: _likeliest,
    checks.FETCHED_TOO: _two_models,
    checks.WHOEVER_MOVES: _assigned(
        lambda train, users, margin, coupon: np.greater(*_by_group(train, users))
    ),
    checks.A_FIXED_SHARE: _assigned(_most_moved),
    checks.USUAL_TERMS: _assigned(_usual_terms),
    checks.ONE_MODEL: _assigned(_one_model),
    checks.PAID_WHEN_SENT: _assigned(_paid_when_sent),
    checks.LABELS: _assigned(_by_labels),
}


def debrief():
    """What a learner may read after submission: whom the expert's coupons go to in the practice
    months, as Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    rows = []
    shown = 5
    for seed, low, high in zip(
        range(shown), values["baseline"][:shown], values["expert"][:shown], strict=True
    ):
        seen = scenario.observe(seed)
        chosen, users = expert(**seen), seen["users"]
        with_it, without = scenario.chances(seed)
        rows.append(
            f"| {seed} | {seen['margin']:.0f}, {seen['coupon']:.0f} | {chosen.mean():.0%} | {users.loc[chosen, 'frequency'].mean():+.1f} |"
            f" {users.loc[chosen, 'price_sensitivity'].mean():+.1f} | {without[chosen].mean():.0%}"
            f" → {with_it[chosen].mean():.0%} | {without[~chosen].mean():.0%} →"
            f" {with_it[~chosen].mean():.0%} | {low:,.0f} | {high:,.0f} |"
        )
    return (
        "The expert asks two models, of those alone who were assigned at random, and gives a coupon where it pays:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe first five practice months; frequency and sensitivity to price are those of the"
        " chosen, in standard deviations:\n\n| Month | Margin, coupon, $ | Chosen | Frequency | Price | The chosen,"
        " without → with | The others | No coupon, $ | Expert, $ |\n"
        + "| --- " * 9
        + "|\n"
        + "\n".join(rows)
        + "\n\nNot the best customers get the coupon but those who order seldom and watch prices."
        " To all others it would be a gift, or a reason to stay away.\n\nA written answer that"
        " earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = (
    inspect.getsource(expert)
    .replace("def expert(", "def target(")
    .replace("list(TRAITS)", '["frequency", "recency", "price_sensitivity"]')
)

MODEL_ANSWERS = {
    0.5: "It is fair because everybody could have got a coupon.",
    1.5: (
        "Coupons go to those whom they move: 406 of a thousand customers, worth 365 dollars a month."
        " Loyal customers pay 4 dollars more for the same order, because they buy anyway. Risk:"
        " they find out."
    ),
    2.0: (
        "We give coupons to 406 of a thousand customers this month, because it moves them; the loyal,"
        " who order anyway, pay the full price. That wins 365 dollars, in ten practice months 175 to"
        " 1,891. The mechanism is just what they would resent: who is faithful pays more. So we say"
        " it: everybody can ask for the code on the coupon page, we use no data on age, health or"
        " address, and the list price is the same for all. Guardrails: complaints that name the"
        " coupon stay below 1 in 1,000 orders, and the repeat rate of the loyal does not fall by a"
        " point. If either is crossed in two months, the coupon goes to all or to none."
    ),
}
