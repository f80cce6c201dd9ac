"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np

from course import check
from course.check import Case, Slip, cases, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.activation_and_recall.bank import GIVEN, GROUPS, PEOPLE, PRACTICE
from course.lessons.activation_and_recall.practice_shop import returns
from course.lessons.activation_and_recall.quadrants import profits
from course.lessons.activation_and_recall.scenario import USERS, Scenario

SLUG = "activation_and_recall"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

FREE_COUPONS = "It looks as if coupons cost nothing. Everybody who buys with one brings c less."
EXTRA_ONLY = (
    "It looks as if only extra orders paid for the coupon. Sure things use theirs too: p1 × (m"
    " − c)."
)
ALL_PAID = "It looks as if each coupon sent was paid for. It costs when it is used: with p1."
SENT_NOT_USED = (
    "It looks as if an extra order bears every coupon that was sent. Only those that are used cost"
    " something: p1 × c."
)
PER_ORDER = "It looks as if the cost was divided by all orders. Divide by the extra ones, p1 − p0."
RELATIVE = "It looks as if the uplift was relative, p1 ÷ p0 − 1. Asked is the difference, p1 − p0."
NO_CONTROL = (
    "It looks as if buyers with a coupon were counted. Take off what as many people without one"
    " buy."
)
NOT_SCALED = (
    "It looks as if control buyers were taken off as they are. There are not as many without as"
    " with a coupon: times treated ÷ control, so far."
)
NO_LINE = (
    "It looks as if the area under the curve was taken. Take off the straight line: what a random"
    " order would bring."
)
UPSIDE_DOWN = "It looks as if the lowest score came first."
NOT_PER_HEAD = "It looks as if the area was not divided by the number of treated."
RUNNING_HEADS = (
    "It looks as if the area was divided by `treated.sum()`. `treated` counts them so far: all of"
    " them are `t.sum()`."
)
FINAL_RATIO = (
    "It looks as if treated ÷ others was taken once, for all. The others are scaled by those walked"
    " past so far."
)
SUM_NOT_MEAN = "It looks as if the distances were added up. Asked is their mean."
LINE_FROM_ZERO = (
    "It looks as if the line begins at 0 for the first customer. There k is 1, so that it is one"
    " n-th of its end."
)
PER_CUSTOMER = (
    "It looks as if the area was divided by all customers. Divide by the number of treated."
)
ALL_AT_RISK = (
    "It looks as if everybody was at risk in each week. Who has returned, or is not seen so long,"
    " is not: count days above the week's start."
)
NO_CENSOR = (
    "It looks as if those who have not returned were left out. They were at risk for as long as"
    " they were seen."
)
RETURNERS_BELOW = (
    "It looks as if only those who return were counted as at risk. The others are at risk too, for"
    " as long as they were seen."
)
EMPTY_WEEK = (
    "In a week with nobody at risk 0 ÷ 0 gives NaN, and `np.argmax` takes it for the peak. There the"
    " hazard is 0."
)
FIRST_LOW = (
    "It looks as if the first low week was taken, before the peak. At first hardly anybody returns;"
    " wait for the peak."
)
ALL_CAME = (
    "It looks as if everybody whose days end in a week counts as returned. Where `returned` is 0"
    " the days only end today."
)
DAY_BORDER = (
    "Does day 7 belong to week 0 for you, and day 14 to week 1? Week w has the days 7w + 1 to"
    " 7w + 7."
)
WEEK_BEGINS = "It looks as if whoever came back on day 7 is still waited for in week 1, which begins on day 8."
STILL_WAITED_FOR = (
    "It looks as if those whose waiting ends in a week were left out of it. They were waited for when"
    " the week began: they count."
)
COUPON_FREE = "With a coupon an order leaves m − c, and everybody who orders uses it."
COUPON_SENT = "A coupon that nobody uses costs nothing: c goes off where somebody orders, with p1."
REDEEMED_IS_WON = "So many used it. How many of as many people order without any coupon?"
ALL_ORDERS_WON = "Most of these come anyway: the equal group without a coupon says how many."
LIKELIEST = "That one buys most often anyway. Whom does the coupon move?"
LARGEST_UPLIFT = (
    "That one is moved most, and also uses the coupon most. Compare with × 8 and without × 12, the"
    " dollars."
)
SEASON_TAKEN = (
    "The month changed too: compare with those who were not written to in the same month."
)

NOBODY = "Nobody gets a coupon, as in the baseline. Some of the thousand are worth one."
ONE_MODEL = (
    "It looks as if one model was fitted for both groups. It lets a coupon move everybody alike: fit"
    " one model to the treated and one to the others."
)
FOR_ALL = "Everybody gets a coupon. Most who use one would have come anyway, at the full price."
LIKELY_BUYERS = (
    "It looks as if those who probably buy get a coupon. They buy: choose by the difference that it"
    " makes."
)
THE_TICKETS_WAY = (
    "It looks as if the 30% likeliest buyers were chosen, as in the ticket. They buy anyway: choose"
    " by the difference that a coupon makes."
)
A_FIXED_SHARE = (
    "It looks as if the 30% who are moved most get one. Being moved most is not yet worth a coupon,"
    " and how many it pays for differs from month to month: ask of each what it leaves."
)
FETCHED_TOO = (
    "It looks as if those who fetched their coupon were counted with the treated. They meant to"
    " order, so a coupon seems to move everybody: learn from those whom the computer assigned."
)
USUAL_TERMS = (
    "It looks as if an order always left 12 dollars and the coupon took 4. They differ from month to"
    " month: `margin` and `coupon`."
)
PAID_WHEN_SENT = (
    "It looks as if each coupon that is sent was paid for. It costs where somebody orders with it:"
    " with × (margin − coupon) against without × margin."
)
LABELS = (
    "It looks as if the models were asked for a yes or no (`predict`). What moves are chances:"
    " `predict_proba(...)[:, 1]`."
)
WHOEVER_MOVES = (
    "It looks as if everybody who is moved gets one. It pays only where with × (margin − coupon) is"
    " above without × margin."
)


def group():
    return [mapping("group", dict.fromkeys(PEOPLE), set(GROUPS), given=GIVEN, practice=PRACTICE)]


def _coupon(uplift, cost, net):
    return {"uplift": uplift, "cost_per_extra_order": cost, "net": net}


def net_gain():
    inf = np.inf
    tried = [
        Case(
            (0.4, 0.3, 12.0, 4.0),
            _coupon(0.1, 16.0, -0.4),
            "net_gain(p1 0.4, p0 0.3, m 12, c 4)",
            (
                "10 of a hundred are moved; 40 use a coupon of $4, so an extra order costs $16; 0.4"
                " × 8 − 0.3 × 12 = −0.40"
            ),
        ),
        Case(
            (0.25, 0.1, 20.0, 5.0),
            _coupon(0.15, 25 / 3, 1.75),
            "net_gain(p1 0.25, p0 0.1, m 20, c 5)",
            "15 of a hundred are moved; 25 use a coupon of $5; 0.25 × 15 − 0.1 × 20 = 1.75",
        ),
        Case(
            (0.3, 0.3, 15.0, 6.0),
            _coupon(0.0, inf, -1.8),
            "net_gain(p1 0.3, p0 0.3, m 15, c 6)",
            "nobody is moved, so no money buys an extra order: the cost is infinite",
        ),
        Case(
            (0.12, 0.18, 12.0, 4.0),
            _coupon(-0.06, inf, -1.2),
            "net_gain(p1 0.12, p0 0.18, m 12, c 4)",
            "a sleeping dog: the uplift is negative, and so is the net gain",
        ),
    ]
    slips = [
        (
            FREE_COUPONS,
            (
                _coupon(0.1, 16.0, 1.2),
                _coupon(0.15, 25 / 3, 3.0),
                _coupon(0.0, inf, 0.0),
                _coupon(-0.06, inf, -0.72),
            ),
        ),
        (
            EXTRA_ONLY,
            (
                _coupon(0.1, 16.0, 0.8),
                _coupon(0.15, 25 / 3, 2.25),
                _coupon(0.0, inf, 0.0),
                _coupon(-0.06, inf, -0.48),
            ),
        ),
        (
            ALL_PAID,
            (
                _coupon(0.1, 16.0, -2.8),
                _coupon(0.15, 25 / 3, -2.0),
                _coupon(0.0, inf, -6.0),
                _coupon(-0.06, inf, -4.72),
            ),
        ),
        (SENT_NOT_USED, (_coupon(0.1, 40.0, -0.4), _coupon(0.15, 100 / 3, 1.75), ..., ...)),
        (PER_ORDER, (_coupon(0.1, 4.0, -0.4), _coupon(0.15, 5.0, 1.75), ..., ...)),
        (
            RELATIVE,
            (
                _coupon(1 / 3, 16.0, -0.4),
                _coupon(1.5, 25 / 3, 1.75),
                ...,
                _coupon(-1 / 3, inf, -1.2),
            ),
        ),
    ]
    return cases("net_gain", tried, slips, about=("net",))


def gain_slips():
    """The known mistakes with a coupon, as functions of (p1, p0, m, c)."""

    def found(p1, p0, m, c, cost=None, net=None):
        return _coupon(
            p1 - p0,
            p1 * c / (p1 - p0) if cost is None else cost(p1, p0, m, c),
            p1 * (m - c) - p0 * m if net is None else net(p1, p0, m, c),
        )

    return (
        Slip(partial(found, net=lambda p1, p0, m, c: (p1 - p0) * m), FREE_COUPONS),
        Slip(partial(found, net=lambda p1, p0, m, c: (p1 - p0) * (m - c)), EXTRA_ONLY),
        Slip(partial(found, net=lambda p1, p0, m, c: (p1 - p0) * m - c), ALL_PAID),
        Slip(partial(found, cost=lambda p1, p0, m, c: c / (p1 - p0)), SENT_NOT_USED),
        Slip(partial(found, cost=lambda p1, p0, m, c: c), PER_ORDER),
    )


def tiny_test():
    """(bought, treated, score) of six customers: a good score."""
    return (
        np.array([1, 0, 1, 1, 0, 1]),
        np.array([1, 0, 1, 0, 1, 0]),
        np.array([0.9, 0.8, 0.7, 0.4, 0.2, 0.1]),
    )


def uneven_test():
    """(bought, treated, score) of eight customers in any order, five of them treated."""
    return (
        np.array([0, 1, 0, 1, 0, 1, 1, 0]),
        np.array([1, 0, 0, 1, 1, 1, 1, 0]),
        np.array([0.5, 0.4, 0.6, 0.3, 0.2, 0.8, 0.7, 0.1]),
    )


def late_test():
    """(bought, treated, score) of five customers: the two highest scores are not treated."""
    return (
        np.array([1, 0, 1, 1, 0]),
        np.array([1, 0, 0, 1, 1]),
        np.array([0.3, 0.8, 0.9, 0.1, 0.2]),
    )


def qini():
    tried = [
        Case(
            tiny_test(),
            5.5 / 6 / 3,
            "qini(six customers)",
            (
                "extra orders after 1 to 6 customers: 1, 1, 2, 1, 0.5, 0; the straight line ends at"
                " 0 too; the mean, 5.5 ÷ 6, by 3 treated is 0.306"
            ),
        ),
        Case(
            uneven_test(),
            13 / 120,
            "qini(eight customers)",
            (
                "extra orders: 1, 2, 2, 2, 0.5, 1, 0.5, 1.33; the line ends at 1.33 as well; above"
                " it lie 4.33 in all, and 4.33 ÷ 8 ÷ 5 treated is 0.108"
            ),
        ),
        Case(
            late_test(),
            -0.5 / 15,
            "qini(five customers, a bad score)",
            (
                "extra orders: 0, 0, 0.5, 0, 0.5; the line: 0.1, 0.2, 0.3, 0.4, 0.5; the area of a"
                " bad score is negative"
            ),
        ),
    ]
    slips = [
        (NO_CONTROL, (3 / 18, 4.5 / 40, -2 / 15)),
        (NOT_SCALED, (6 / 18, 5 / 40, -4 / 15)),
        (NO_LINE, (..., 31 / 120, 1 / 15)),
        (UPSIDE_DOWN, (-10 / 54, -3.5 / 40, 5 / 15)),
        (NOT_PER_HEAD, (5.5 / 6, 13 / 24, -0.1)),
        (PER_CUSTOMER, (5.5 / 36, 13 / 192, -0.02)),
        (RUNNING_HEADS, (5.5 / 72, 13 / 600, -1 / 60)),
        (FINAL_RATIO, (1 / 3, 2 / 15, -1 / 3)),
        (SUM_NOT_MEAN, (5.5 / 3, 13 / 15, -1 / 6)),
        (LINE_FROM_ZERO, (..., 0.125, -1 / 60)),
    ]
    return cases("qini", tried, slips)


def qini_slips():
    """The known mistakes with a Qini area, as functions of (y, t, score)."""

    def found(
        y,
        t,
        score,
        control=lambda bought, n1, n0: bought * n1 / np.maximum(n0, 1),
        line=True,
        sign=-1,
        heads=lambda t: t.sum(),
    ):
        order = np.argsort(sign * np.asarray(score), kind="stable")
        y, t = np.asarray(y)[order], np.asarray(t)[order]
        n1, n0 = t.cumsum(), (1 - t).cumsum()
        curve = (y * t).cumsum() - control((y * (1 - t)).cumsum(), n1, n0)
        k = np.arange(1, len(y) + 1)
        area = (curve - (k / len(y) * curve[-1] if line else 0)).mean()
        return float(area / heads(t))

    return (
        Slip(partial(found, control=lambda bought, n1, n0: 0 * bought), NO_CONTROL),
        Slip(partial(found, control=lambda bought, n1, n0: bought), NOT_SCALED),
        Slip(partial(found, line=False), NO_LINE),
        Slip(partial(found, sign=1), UPSIDE_DOWN),
        Slip(partial(found, heads=lambda t: 1), NOT_PER_HEAD),
        Slip(partial(found, heads=len), PER_CUSTOMER),
    )


def tiny_returns():
    """(days, returned) of ten customers: returns in week 1 and 2, few later."""
    return np.array([8, 9, 10, 11, 13, 15, 16, 24, 40, 60]), np.array(
        [1, 1, 1, 0, 1, 1, 1, 1, 0, 0]
    )


def best_gap():
    tried = [
        Case(
            tiny_returns(),
            28,
            "best_gap(ten customers)",
            (
                "of those at risk return: week 0 none of 10, week 1 four of 10, week 2 two of 5,"
                " week 3 one of 3, week 4 none of 2; the peak is 0.4, and week 4, from day 28, is"
                " the first after it below half of that"
            ),
        ),
        Case(
            (np.array([10, 14, 14, 21, 25, 36, 40, 40, 90]), np.array([1, 1, 1, 1, 0, 1, 0, 0, 0])),
            21,
            "best_gap(nine customers)",
            (
                "week 1 has the days 8 to 14: three of 9; week 2 ends with day 21: one of 6, just"
                " half of the peak; week 3 none of 5"
            ),
        ),
        Case(
            (np.array([8, 15, 21, 21, 21, 22, 35, 50, 60]), np.array([0, 1, 1, 1, 1, 1, 1, 1, 0])),
            35,
            "best_gap(nine others)",
            (
                "week 1 none of 9, week 2 with day 21 four of 8, week 3 one of 4, week 4 with day"
                " 35 one of 3, week 5 none of 2"
            ),
        ),
        Case(
            (np.array([80, 81, 82, 83, 84, 84, 90, 90]), np.array([1, 1, 1, 1, 1, 1, 0, 0])),
            84,
            "best_gap(eight who return late)",
            "the peak is week 11, the last one; no week after it is low",
        ),
        Case(
            (
                np.array([14, 14, 14, 14, 18, 21, 42, 44, 46, 57]),
                np.array([1, 1, 0, 0, 0, 1, 1, 0, 0, 0]),
            ),
            42,
            "best_gap(ten whose waiting ends in between)",
            (
                "week 1 two of 10, of whom two are seen until its last day; week 2 one of 6; week 5"
                " one of 4, the peak; week 6 none of 3"
            ),
        ),
    ]
    slips = [
        (ALL_AT_RISK, (21, 14, 21, ..., 21)),
        (NO_CENSOR, (..., 42, 56, ..., ...)),
        (FIRST_LOW, (0, 0, 0, 0, 0)),
        (ALL_CAME, (63, 42, 63, ..., 63)),
        (RETURNERS_BELOW, (63, 84, 63, ..., ...)),
        (EMPTY_WEEK, (84, ..., 84, ..., ...)),
        (DAY_BORDER, (..., 28, 28, ..., 49)),
        (WEEK_BEGINS, (..., ..., 42, ..., 28)),
        (STILL_WAITED_FOR, (..., 42, ..., ..., 21)),
    ]
    return cases("best_gap", tried, slips)


def gap_of_practice():
    """The 500 customers of the practice shop."""
    table = returns()
    return [
        gives(
            "best_gap",
            (table["days"].to_numpy(), table["returned"].to_numpy()),
            63,
            shown="best_gap(500 customers)",
            why=(
                "the hazard has its peak in the days 36 to 42, and the first week below half of it"
                " begins after day 63"
            ),
        )
    ]


def gap_slips():
    """The known mistakes with the day of a message, as functions of (days, returned)."""

    def found(
        days,
        returned,
        at_risk=lambda d, r, low: (d > low).sum(),
        after_peak=True,
        keep=lambda r: np.ones(len(r), dtype=bool),
        came=lambda r: r == 1,
        shift=0,
    ):
        days, returned = np.asarray(days)[keep(returned)], np.asarray(returned)[keep(returned)]
        hazard = []
        for low in range(-shift, 84 - shift, 7):
            n = at_risk(days, returned, low)
            hazard.append(
                ((days > low) & (days <= low + 7) & came(returned)).sum() / n if n else 0.0
            )
        peak = int(np.argmax(hazard))
        return next(
            (
                7 * week
                for week in range(peak if after_peak else 0, 12)
                if hazard[week] < hazard[peak] / 2
            ),
            84,
        )

    return (
        Slip(partial(found, at_risk=lambda d, r, low: len(d)), ALL_AT_RISK),
        Slip(partial(found, keep=lambda r: np.asarray(r) == 1), NO_CENSOR),
        Slip(partial(found, after_peak=False), FIRST_LOW),
        Slip(partial(found, came=lambda r: r >= 0), ALL_CAME),
        Slip(partial(found, shift=1), DAY_BORDER),
    )


def target():
    return [practice("target", Scenario(), practice_values(SLUG))]


def coupon_pays():
    """The faded example: does a coupon pay for itself?"""
    tried = [
        Case(
            (0.30, 0.18, 12.0, 4.0),
            True,
            "coupon_pays(p1 0.30, p0 0.18, m 12, c 4)",
            "0.30 × 8 is 2.40, and 0.18 × 12 is 2.16",
        ),
        Case(
            (0.36, 0.30, 12.0, 4.0),
            False,
            "coupon_pays(p1 0.36, p0 0.30, m 12, c 4)",
            "0.36 × 8 is 2.88, and 0.30 × 12 is 3.60",
        ),
        Case(
            (0.30, 0.10, 20.0, 5.0),
            True,
            "coupon_pays(p1 0.30, p0 0.10, m 20, c 5)",
            "0.30 × 15 is 4.50, and 0.10 × 20 is 2.00",
        ),
        Case(
            (0.50, 0.40, 20.0, 5.0),
            False,
            "coupon_pays(p1 0.50, p0 0.40, m 20, c 5)",
            "0.50 × 15 is 7.50, and 0.40 × 20 is 8.00",
        ),
    ]
    slips = [(COUPON_FREE, (..., True, ..., True)), (COUPON_SENT, (False, ..., False, ...))]
    return cases("coupon_pays", tried, slips)


WIDGET_DRAW = 0


def best_share():
    """The question that only dragging answers: how many get a coupon, the most moved first?"""
    curve = profits(WIDGET_DRAW)[0]["uplift"]
    most = float(curve.max())

    def run(learner):
        share = learner.value("best_share")
        if type(share) not in (int, float) or not 0 <= share <= 100:
            return check.Finding(0.0, f"`best_share` is {share!r}; it should be percent, 0 to 100.")
        if 0 < share < 1:
            return check.Finding(
                0.0, f"`best_share` is {share!r}, less than one percent. Is {100 * share:g} meant?"
            )
        won = float(curve[round(USERS * share / 100)])
        if won < 0.98 * most:
            return check.Finding(
                0.0,
                f"With {share:g}% the month {'wins' if won >= 0 else 'loses'} ${abs(won):,.0f}."
                " There is a share with more.",
            )
        return check.Finding(
            1.0, f"{share:g}% win ${won:,.0f}. All of them would cost ${-float(curve[-1]):,.0f}."
        )

    return [check.Check(run)]


def _mailed(sent, redeemed, orders_with, orders_without_equal_group):
    return {
        "sent": sent,
        "redeemed": redeemed,
        "orders_with": orders_with,
        "orders_without_equal_group": orders_without_equal_group,
    }


def museum_redeemed():
    tried = [
        Case(
            (_mailed(10_000, 1_200, 1_500, 1_350),),
            150,
            "orders_won(10,000 sent, 1,200 redeemed; 1,500 orders, 1,350 in an equal group)",
            "1,500 ordered with it, and in an equal group 1,350 without",
        ),
        Case(
            (_mailed(4_000, 520, 700, 610),),
            90,
            "orders_won(4,000 sent, 520 redeemed; 700 orders, 610 in an equal group)",
            "700 ordered with it, and in an equal group 610 without",
        ),
        Case(
            (_mailed(3_000, 240, 260, 280),),
            -20,
            "orders_won(3,000 sent, 240 redeemed; 260 orders, 280 in an equal group)",
            "260 ordered with it, 280 without: this coupon kept some away",
        ),
    ]
    return cases(
        "orders_won",
        tried,
        [(REDEEMED_IS_WON, (1_200, 520, 240)), (ALL_ORDERS_WON, (1_500, 700, 260))],
    )


def _people(**chances):
    return {name: {"without": low, "with": high} for name, (low, high) in chances.items()}


def museum_likely():
    tried = [
        Case(
            (_people(Ann=(0.8, 0.82), Ben=(0.1, 0.3), Cem=(0.02, 0.02)),),
            "Ben",
            "gets_the_coupon(Ann 0.80 → 0.82, Ben 0.10 → 0.30, Cem 0.02 → 0.02)",
            "Ben leaves 0.30 × 8 instead of 0.10 × 12, 1.20 more; Ann 3.04 less",
        ),
        Case(
            (_people(Dia=(0.6, 0.58), Eli=(0.05, 0.25), Fay=(0.3, 0.55)),),
            "Eli",
            "gets_the_coupon(Dia 0.60 → 0.58, Eli 0.05 → 0.25, Fay 0.30 → 0.55)",
            "Eli leaves 1.40 more, Fay 0.80 more, and Dia buys less",
        ),
        Case(
            (_people(Gil=(0.1, 0.4), Hua=(0.45, 0.8), Ivo=(0.65, 0.9)),),
            "Gil",
            "gets_the_coupon(Gil 0.10 → 0.40, Hua 0.45 → 0.80, Ivo 0.65 → 0.90)",
            "Gil leaves 2.00 more, Hua 1.00 more, Ivo 0.60 less",
        ),
    ]
    slips = [(LIKELIEST, ("Ann", "Dia", "Ivo")), (LARGEST_UPLIFT, (..., "Fay", "Hua"))]
    return cases("gets_the_coupon", tried, slips)


def _letter(october_written_to, november_written_to, november_not_written_to):
    return {
        "october_written_to": october_written_to,
        "november_written_to": november_written_to,
        "november_not_written_to": november_not_written_to,
    }


def museum_season():
    tried = [
        Case(
            (_letter(0.08, 0.12, 0.11),),
            0.01,
            "recall_brought(8% in October, 12% in November; not written to: 11% in November)",
            "12% against 11%",
        ),
        Case(
            (_letter(0.2, 0.15, 0.13),),
            0.02,
            "recall_brought(20% in October, 15% in November; not written to: 13% in November)",
            "15% against 13%: without the letter November would have been worse",
        ),
        Case(
            (_letter(0.06, 0.07, 0.09),),
            -0.02,
            "recall_brought(6% in October, 7% in November; not written to: 9% in November)",
            "7% against 9%: the letter kept some away",
        ),
    ]
    return cases("recall_brought", tried, [(SEASON_TAKEN, (0.04, -0.05, 0.01))])
