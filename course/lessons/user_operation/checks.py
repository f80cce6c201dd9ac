"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.data import cdnow
from course.lessons.user_operation.bank import CUSTOMERS, GIVEN, PRACTICE, SEGMENTS
from course.lessons.user_operation.heartbeat import FREQUENT, LONGEST, RARE, still_here
from course.lessons.user_operation.scenario import Scenario

SLUG = "user_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

ORDERS_COUNTED = (
    "It looks as if orders were counted. Retention counts customers: who orders twice in a month is"
    " one."
)
SURVIVORS = (
    "It looks as if each month was divided by the month before. That is the retention of survivors;"
    " divide by the whole cohort."
)
ALL_CUSTOMERS = (
    "It looks as if all customers stand below the line. A cohort is compared with itself: divide by"
    " its own size."
)
UNTIL_LAST = (
    "It looks as if whoever comes back later was counted as active in between. Counted are those"
    " who ordered in that very month."
)
PUBLISHED = (
    0.2426,
    4.4135,
    0.7929,
    2.4258,
)  # Fader, Hardie and Lee (2005), the 1/10 sample of CDNOW


def segment():
    return [
        mapping("segment", dict.fromkeys(CUSTOMERS), set(SEGMENTS), given=GIVEN, practice=PRACTICE)
    ]


def tiny_orders():
    """Six customers in three months; nobody of the second cohort came back."""
    return pd.DataFrame(
        {"customer": [1, 1, 2, 3, 4, 1, 2, 3, 5, 5, 6], "month": [0, 0, 0, 0, 0, 1, 2, 2, 1, 1, 2]}
    )


def cohort_table():
    want = pd.DataFrame(
        {
            "cohort": [0, 0, 0, 1, 1, 2],
            "age": [0, 1, 2, 0, 1, 0],
            "retention": [1.0, 0.25, 0.5, 1.0, 0.0, 1.0],
        }
    )
    return [
        gives(
            "cohort_table",
            (tiny_orders(),),
            want,
            about=("retention",),
            shown="cohort_table(tiny_orders)",
            slips=cohort_slips(),
            why=(
                "four customers came in month 0; one of them ordered in month 1, two in month 2;"
                " the one of month 1 did not come back: 0, not missing"
            ),
        )
    ]


def cohort_slips():
    """The known mistakes with a cohort table, as functions of the orders."""

    def found(orders, count=lambda part: part["customer"].nunique(), share=None):
        table = orders.assign(cohort=orders.groupby("customer")["month"].transform("min"))
        rows = []
        for cohort, part in table.groupby("cohort"):
            size = part["customer"].nunique()
            active = [
                count(part[part["month"] == month])
                for month in range(cohort, orders["month"].max() + 1)
            ]
            rows += [
                (cohort, age, float(value / size if share is None else share(active, age, orders)))
                for age, value in enumerate(active)
            ]
        return pd.DataFrame(rows, columns=["cohort", "age", "retention"])

    def until_last(orders):
        spans = orders.groupby("customer")["month"].agg(["min", "max"])
        months = [
            (customer, month)
            for customer, (low, high) in spans.iterrows()
            for month in range(low, high + 1)
        ]
        return found(pd.DataFrame(months, columns=["customer", "month"]))

    return (
        Slip(partial(found, count=len), ORDERS_COUNTED),
        Slip(
            partial(
                found,
                share=lambda active, age, orders: (
                    active[age] / active[age - 1] if age and active[age - 1] else float(age == 0)
                ),
            ),
            SURVIVORS,
        ),
        Slip(
            partial(
                found, share=lambda active, age, orders: active[age] / orders["customer"].nunique()
            ),
            ALL_CUSTOMERS,
        ),
        Slip(until_last, UNTIL_LAST),
    )


def bgnbd_fit():
    """Visible: the published parameters of the CD shop, within two percent."""
    table = cdnow()
    case = tuple(table[name].to_numpy(dtype=float) for name in ("x", "tx", "T"))
    return [
        gives(
            "bgnbd_fit",
            case,
            PUBLISHED,
            shown="bgnbd_fit(2,357 customers of a CD shop)",
            rtol=0.02,
            slips=(
                Slip(
                    tuple(float(np.log(each)) for each in PUBLISHED),
                    "Those are the logarithms of the parameters. Return np.exp of them.",
                ),
                Slip(
                    (PUBLISHED[0], 1 / PUBLISHED[1], *PUBLISHED[2:]),
                    "It looks as if alpha was turned round: it is in weeks, not a rate.",
                ),
            ),
            why="Fader, Hardie and Lee (2005) print r = .243, alpha = 4.414, a = .793, b = 2.426",
        )
    ]


def p_alive():
    case = (
        np.array([0.0, 2.0, 10.0]),
        np.array([0.0, 10.0, 10.0]),
        np.array([40.0, 15.0, 30.0]),
        (1.0, 5.0, 1.0, 2.0),
    )
    want = np.array([1.0, 1 / (1 + (20 / 15) ** 3 / 3), 1 / (1 + (35 / 15) ** 11 / 11)])
    return [
        gives(
            "p_alive",
            case,
            want,
            shown="p_alive(x [0, 2, 10], tx [0, 10, 10], T [40, 15, 30], r 1, alpha 5, a 1, b 2)",
            slips=alive_slips(),
            why=(
                "nobody leaves before the first repeat purchase: 1; two purchases and five silent"
                " weeks: 1 ÷ (1 + ⅓ × (20 ÷ 15)³) = 0.56; ten purchases and twenty silent weeks:"
                " 0.001"
            ),
        )
    ]


def alive_slips():
    """The known mistakes with P(alive), as functions of (x, tx, T, parameters)."""

    def found(
        x,
        tx,
        T,
        parameters,
        power=lambda r, x: r + x,
        over=lambda b, x: b + np.maximum(x, 1) - 1,
        never=True,
    ):
        r, alpha, a, b = parameters
        value = 1 / (1 + a / over(b, x) * ((alpha + T) / (alpha + tx)) ** power(r, x))
        return np.where(x > 0, value, 1.0) if never else value

    return (
        Slip(
            partial(found, never=False),
            "Somebody without a repeat purchase cannot have left yet, in this model: 1.",
        ),
        Slip(partial(found, power=lambda r, x: x), "The power is r + x."),
        Slip(partial(found, over=lambda b, x: b + x), "Below a stands b + x − 1."),
        Slip(
            lambda x, tx, T, p: 1 - found(x, tx, T, p),
            "That is the chance that the customer has left.",
        ),
    )


def tiny_curves():
    """Two segments, 0 to 2 mails a week; the second segment leaves quickly."""
    return pd.DataFrame(
        {
            "segment": ["a", "a", "a", "b", "b", "b"],
            "sends": [0, 1, 2, 0, 1, 2],
            "profit": [0.0, 1.0, 1.5, 0.0, 1.0, 1.5],
            "leaves": [0.0, 0.0, 0.1, 0.0, 0.2, 0.5],
        }
    )


def one_week_curves():
    """One segment, with or without a mail."""
    return pd.DataFrame({"segment": "c", "sends": [0, 1], "profit": [0.0, 0.9], "leaves": [0, 0.2]})


def best_frequency():
    return [
        gives(
            "best_frequency",
            (tiny_curves(), 6.0, 2),
            {"a": 1, "b": 0},
            shown="best_frequency(tiny_curves, worth 6, weeks 2)",
            slips=frequency_slips(),
            why=(
                "a: one mail leaves 1 + 1 + 6 = 8, two leave 1.5 + 0.9 × 1.5 + 0.81 × 6 = 7.71; b:"
                " none leaves 6, one 1 + 0.8 + 0.64 × 6 = 5.64"
            ),
        ),
        gives(
            "best_frequency",
            (one_week_curves(), 4.0, 1),
            {"c": 1},
            shown="best_frequency(one_week_curves, worth 4, weeks 1)",
            slips=frequency_slips(),
            why="one week: no mail leaves 4, one 0.9 + 0.8 × 4 = 4.1",
        ),
    ]


def frequency_slips():
    """The known mistakes with how often to write, as functions of (curves, worth, weeks)."""

    def found(curves, worth, weeks, value):
        return {
            name: int(
                part["sends"].iloc[
                    int(
                        np.argmax(
                            [
                                value(row.profit, row.leaves, worth, weeks)
                                for row in part.itertuples()
                            ]
                        )
                    )
                ]
            )
            for name, part in curves.groupby("segment", sort=False)
        }

    def whole(profit, leaves, worth, weeks):
        return sum((1 - leaves) ** t * profit for t in range(weeks)) + (1 - leaves) ** weeks * worth

    def uniform(curves, worth, weeks):
        total = (
            curves.assign(
                value=[whole(row.profit, row.leaves, worth, weeks) for row in curves.itertuples()]
            )
            .groupby("sends")["value"]
            .sum()
        )
        return dict.fromkeys(curves["segment"].unique(), int(total.idxmax()))

    return (
        Slip(
            partial(found, value=lambda profit, leaves, worth, weeks: profit),
            "That is best for this week. Who unsubscribes gets nothing next week.",
        ),
        Slip(
            partial(
                found, value=lambda profit, leaves, worth, weeks: whole(profit, leaves, 0.0, weeks)
            ),
            "It looks as if the list was worth nothing in the end. Add `worth` for each subscriber"
            " who is still there.",
        ),
        Slip(
            partial(
                found,
                value=lambda profit, leaves, worth, weeks: (
                    weeks * profit + (1 - leaves) ** weeks * worth
                ),
            ),
            "It looks as if all stayed until the end. In week t there are (1 − leaves)^t left.",
        ),
        Slip(uniform, "It looks as if one number was chosen for all segments."),
    )


def vip():
    return [practice("vip", Scenario(), practice_values(SLUG))]


def lifetime_value():
    """The faded example: margin of the orders ahead, later years discounted."""
    return [
        gives(
            "lifetime_value",
            (12.0, [3.0, 2.0], 0.1),
            12 * 3 / 1.1 + 12 * 2 / 1.21,
            shown="lifetime_value(margin 12, orders [3, 2], rate 0.1)",
            slips=(
                Slip(60.0, "Nothing was discounted: a dollar of next year is worth 1 ÷ 1.1 today."),
                Slip(36 + 24 / 1.1, "The first year counts as year 1: its end is a year away."),
                Slip(5 / 1.1, "Orders, not dollars: times margin."),
            ),
            why="36 ÷ 1.1 + 24 ÷ 1.21 = 52.56",
        )
    ]


def week_of_doubt():
    """The question that only dragging answers: when is the frequent buyer more likely gone than
    not?
    """

    def run(learner):
        week = learner.value("week_of_doubt")
        if type(week) is not int or not 1 <= week <= LONGEST:
            return check.Finding(
                0.0,
                f"`week_of_doubt` is {week!r}; it should be a week, a whole number from 1 to"
                f" {LONGEST}.",
            )
        chances = [still_here(FREQUENT, week) for week in range(1, LONGEST + 1)]
        first = next(
            at for at, chance in enumerate(chances, start=1) if at >= max(FREQUENT) and chance < 0.5
        )
        if week != first:
            return check.Finding(
                0.0,
                f"In week {week} the chance is {chances[week - 1]:.0%}. Asked is the first week"
                " below 50%.",
            )
        rare = [still_here(RARE, week) for week in range(1, LONGEST + 1)]
        return check.Finding(
            1.0,
            f"Week {first}, {first - 20} silent weeks after ten purchases in twenty. The one who"
            f" buys every ten weeks is then at {rare[first - 1]:.0%}.",
        )

    return [check.Check(run)]


def museum_survivors():
    cohort = {"started": 1000, "active_month_5": 200, "active_month_6": 180}
    return [
        gives(
            "retention_month_6",
            (cohort,),
            0.18,
            shown="retention_month_6(1,000 started, 200 in month 5, 180 in month 6)",
            slips=(Slip(0.9, "90% of the survivors. Of the thousand who started, 18%."),),
            why="180 ÷ 1,000",
        )
    ]


def museum_average():
    people = {
        "cafe": {"usual_gap_days": 7, "silent_days": 30},
        "school": {"usual_gap_days": 365, "silent_days": 200},
    }
    return [
        gives(
            "who_is_late",
            (people, 60),
            ["cafe"],
            shown="who_is_late(café: usually 7 days, silent 30; school: usually 365, silent 200)",
            slips=(
                Slip(
                    ["school"],
                    "60 days is the average customer, and nobody is average. The school orders once"
                    " a year; the café is three weeks late.",
                ),
            ),
            why="the café is silent for four times its own interval",
        )
    ]


def museum_revenue():
    return [
        gives(
            "worth_a_year",
            ({"orders": 6, "aov": 50.0, "margin": 0.25, "cost_to_serve": 4.0},),
            51.0,
            shown="worth_a_year(6 orders of $50, margin 25%, $4 to serve each)",
            slips=(
                Slip(300.0, "That is revenue. Of $50 the shop keeps 12.50, less 4 to serve."),
                Slip(75.0, "Each order also costs $4 to serve."),
            ),
            why="6 × (12.50 − 4)",
        )
    ]
