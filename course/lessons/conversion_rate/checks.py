"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from course import check
from course.check import Slip, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.conversion_rate.bank import GIVEN, PRACTICE, STATEMENTS, VERDICTS
from course.lessons.conversion_rate.scenario import Scenario

SLUG = "conversion_rate"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

PAGE_VIEWS = (
    "It looks as if events were counted, not sessions. The denominator is the number of different"
    " sessions."
)
BOTS_IN = "Bots are still in it. Leave out every session that any event marks as a bot."
STAFF_IN = "An order that staff placed to test the checkout is no order; the visit stays a visit."
DUPLICATES_IN = "An event that was delivered twice (the same event_id) counts once."
TWO_ORDERS = "A session with two orders counts once: the question is whether the visit converted."
WALD = (
    "The interval looks like rate ± z × sqrt(p (1 - p) / n). Near 0 and 1 that fails; Wilson's does"
    " not."
)
ONE_SIDED = "It looks one-sided: alpha is split between both sides, so use alpha / 2."
ABSOLUTE_LIFT = "It looks as if the lift was added, not multiplied: +10% of 3% is 3.3%."
BOTH_ARMS = "That is for both arms together; asked is the number per arm."
POWER_AS_BETA = "Was power used as beta? 80% power means the quantile at 0.80."
SHARES_NOT_COUNTS = (
    "The statistic needs counts: expected counts are the total times the expected shares."
)
HALF_P = (
    "That is half of it: a chi-square test looks at one tail of the chi-square, which is both"
    " directions already."
)
IS_Z = "That is the statistic, not the p-value."


def validity():
    return [
        mapping(
            "validity", dict.fromkeys(STATEMENTS), set(VERDICTS), given=GIVEN, practice=PRACTICE
        )
    ]


def tiny_events():
    """A few events that fit on a napkin: two segments, one of every trap."""
    rows = [
        (1, "a", "visit", "phone", "search", False, False),
        (2, "a", "order", "phone", "search", False, False),
        (2, "a", "order", "phone", "search", False, False),
        (3, "b", "visit", "phone", "search", False, False),
        (4, "c", "visit", "phone", "email", False, False),
        (5, "d", "visit", "phone", "email", False, False),
        (6, "e", "visit", "desktop", "search", False, False),
        (7, "e", "order", "desktop", "search", False, False),
        (8, "e", "order", "desktop", "search", False, False),
        (13, "e", "order", "desktop", "search", False, False),
        (9, "f", "visit", "desktop", "email", False, False),
        (10, "f", "order", "desktop", "email", False, True),
        (11, "g", "visit", "desktop", "search", True, False),
        (12, "g", "order", "desktop", "search", True, False),
    ]
    return pd.DataFrame(
        rows, columns=["event_id", "session", "kind", "device", "channel", "bot", "test"]
    )


COLUMNS = ["segment", "sessions", "orders", "cvr", "low", "high"]


def _table(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def cvr_table():
    want = _table(
        ("desktop", 2, 1, 0.5, 0.0945312057, 0.9054687943),
        ("phone", 4, 1, 0.25, 0.0455872608, 0.6993581574),
    )
    events = tiny_events()
    return [
        gives(
            "cvr_table",
            (events, "device"),
            want,
            shown="cvr_table(events, 'device')",
            rtol=1e-6,
            why="phone: sessions a, b, c, d, one of them bought; desktop: e and f, only e bought",
            slips=(
                ColumnSlip(("sessions", [6, 5]), PAGE_VIEWS),
                ColumnSlip(("sessions", [3, 4]), BOTS_IN),
                ColumnSlip(("orders", [2, 1]), STAFF_IN),
                ColumnSlip(("orders", [3, 1]), TWO_ORDERS),
                WaldSlip(None, WALD),
            ),
        ),
        gives(
            "cvr_table",
            (events.assign(bot=events["bot"] & (events["kind"] == "visit")), "device"),
            want,
            shown="cvr_table(events in which only the bot's visit is marked, 'device')",
            rtol=1e-6,
            why="session g is left out as a whole, its order too: one event gave the bot away",
            edge=True,
        ),
        relates(
            "cvr_table",
            [(events, "device", 0.8), (events, "device", 0.99)],
            lambda narrow, wide: bool(
                ((wide["low"] < narrow["low"]) & (wide["high"] > narrow["high"])).all()
            ),
            "An interval that should miss less often is wider.",
        ),
    ]


class ColumnSlip(Slip):
    """A table in which one column is a known wrong list, or a function of (events, by) that gives
    it; the rest follows.
    """

    def matches(self, value, args, rtol, atol):
        column, wrong = self.gives
        expected = (
            wrong(args[0], args[1]).reindex(value["segment"], fill_value=0)
            if callable(wrong)
            else wrong
        )
        return list(value[column]) == list(expected)


class WaldSlip(Slip):
    """A table whose interval is rate ± z standard errors."""

    def matches(self, value, args, rtol, atol):
        z = norm.ppf(1 - (1 - (args[2] if len(args) > 2 else 0.95)) / 2)
        rate = value["orders"] / value["sessions"]
        return bool(
            np.allclose(value["high"], rate + z * np.sqrt(rate * (1 - rate) / value["sessions"]))
        )


def n_per_arm():
    return [
        gives(
            "n_per_arm",
            (0.03, 0.10),
            53210.0,
            shown="n_per_arm(0.03, 0.10)",
            rtol=0.01,
            why="3% against 3.3%, 5% two-sided, 80% power",
            slips=_size_slips(0.03, 0.10),
        ),
        gives(
            "n_per_arm",
            (0.05, 0.20, 0.01, 0.90),
            15460.0,
            shown="n_per_arm(0.05, 0.20, alpha=0.01, power=0.90)",
            rtol=0.01,
            why="5% against 6%; z is 2.576 and 1.282",
        ),
        relates(
            "n_per_arm",
            [(0.03, 0.10), (0.03, 0.05)],
            lambda large, small: 3.8 * large < small < 4.1 * large,
            "Half the lift takes about four times the visitors ({0}, then {1}).",
        ),
    ]


def _size_slips(p, rel):
    def size(q, z_alpha, z_beta):
        mean = (p + q) / 2
        return (
            z_alpha * (2 * mean * (1 - mean)) ** 0.5 + z_beta * (p * (1 - p) + q * (1 - q)) ** 0.5
        ) ** 2 / (q - p) ** 2

    two, one, power, beta = norm.ppf(0.975), norm.ppf(0.95), norm.ppf(0.8), norm.ppf(0.2)
    right = size(p * (1 + rel), two, power)
    return (
        Slip(size(p * (1 + rel), one, power), ONE_SIDED),
        Slip(2 * right, BOTH_ARMS),
        Slip(size(p + rel, two, power), ABSOLUTE_LIFT),
        Slip(size(p * (1 + rel), two, beta), POWER_AS_BETA),
    )


def srm_p():
    return [
        gives(
            "srm_p",
            ([50200, 49800], [0.5, 0.5]),
            0.205903,
            shown="srm_p([50200, 49800], [0.5, 0.5])",
            rtol=1e-4,
            why="400 visitors apart among 100,000 happens by chance one time in five",
            slips=(Slip(0.1029516, HALF_P), Slip(1.6, IS_Z), Slip(1.0, SHARES_NOT_COUNTS)),
        ),
        gives(
            "srm_p",
            ([500, 500], [0.5, 0.5]),
            1.0,
            shown="srm_p([500, 500], [0.5, 0.5])",
            why="a perfect split could not be closer",
        ),
        gives(
            "srm_p",
            ([800, 110, 90], [0.8, 0.1, 0.1]),
            0.367879,
            shown="srm_p([800, 110, 90], [0.8, 0.1, 0.1])",
            rtol=1e-4,
            why="expected are 800, 100 and 100; χ² is 0 + 1 + 1, with two degrees of freedom",
        ),
    ]


def _exp(rows, planned):
    return {
        "daily": pd.DataFrame(rows, columns=["day", "arm", "sessions", "orders"]),
        "planned": planned,
    }


def steady(a_orders, b_orders, *, b_sessions=1000, planned=14000, days=14):
    """A test with the same numbers every day: 1,000 sessions on A."""
    return _exp(
        [
            (day, arm, seen, orders)
            for day in range(1, days + 1)
            for arm, seen, orders in (("A", 1000, a_orders), ("B", b_sessions, b_orders))
        ],
        planned,
    )


def verdict():
    fading = _exp(
        [
            (day, arm, 1000, orders)
            for day in range(1, 15)
            for arm, orders in (("A", 40), ("B", 64 if day <= 7 else 42))
        ],
        14000,
    )
    return [
        gives(
            "verdict",
            (steady(40, 50),),
            "ship",
            shown="verdict(a clean test, 4% against 5%)",
            why="z is 4.0 and nothing is wrong",
        ),
        gives(
            "verdict",
            (steady(40, 41),),
            "stop",
            shown="verdict(4.0% against 4.1%)",
            why="z is 0.4: nothing to see at the planned size",
        ),
        gives(
            "verdict",
            (steady(40, 50, b_sessions=900),),
            "invalid",
            shown="verdict(14,000 against 12,600 sessions)",
            why="a coin does not do that",
            slips=(
                Slip(
                    "ship",
                    "Look at the split first: 14,000 against 12,600 sessions is no 50:50. Whatever"
                    " lost them may explain the rest.",
                ),
                Slip(
                    "extend",
                    "The split is broken, so more of the same traffic will not mend it. Check the"
                    " split before the size.",
                ),
            ),
        ),
        gives(
            "verdict",
            (steady(40, 60, planned=30000),),
            "extend",
            shown="verdict(14,000 of 30,000 planned sessions)",
            why="significant, but read before the plan said so",
            slips=(
                Slip(
                    "ship",
                    "The plan said 30,000 sessions per arm and there are 14,000. Stopping at a good"
                    " moment is peeking.",
                ),
            ),
        ),
        gives(
            "verdict",
            (fading,),
            "extend",
            shown="verdict(+60% in week one, +5% in week two)",
            why="the win is fading: a novelty effect",
            slips=(
                Slip(
                    "ship",
                    "The first week's lift is +60%, the last week's +5%. What will you earn next"
                    " month?",
                ),
            ),
        ),
        gives(
            "verdict",
            (days_not_rows(),),
            "ship",
            shown="verdict(+60% on the first three days, +15% in week two)",
            why=(
                "seven days are fourteen rows: over its first seven days B is 26% better, over the last"
                " seven 15%, which is more than half"
            ),
            edge=True,
        ),
        gives(
            "verdict",
            (steady(40, 50, b_sessions=992, planned=13_900),),
            "extend",
            shown="verdict(14,000 and 13,888 of 13,900 planned sessions)",
            why="B has not reached the plan, whatever A has: the arm with fewer sessions decides",
            edge=True,
        ),
    ]


def days_not_rows():
    """A test in which the first seven rows show another lift than the first seven days."""
    orders = [64] * 3 + [40] * 4 + [46] * 7
    return _exp(
        [
            (day, arm, 1000, orders[day - 1] if arm == "B" else 40)
            for day in range(1, 15)
            for arm in ("A", "B")
        ],
        14000,
    )


def plan():
    return [practice("plan", Scenario(), practice_values(SLUG))]


def interval_by_hand():
    """The faded example: a rate and its standard error."""
    return [
        gives(
            "rate_and_error",
            (30, 1000),
            (0.03, 0.0053944),
            shown="rate_and_error(30, 1000)",
            rtol=1e-4,
            why="30 of 1,000 is 3%, give or take 0.54 points",
            slips=(
                Slip(
                    (0.03, 2.91e-05),
                    "Did the square root get lost? The standard error is sqrt(p (1 - p) / n).",
                ),
                Slip((3.0, 0.0053944), "The rate is a share: 0.03, not 3."),
            ),
        )
    ]


def best_size():
    """The question that only dragging answers, for practice idea 2."""
    from course.market.experiments import expected_gain

    idea = Scenario().observe(BEST_SIZE_IDEA)
    top = float(max(expected_gain(range(0, idea["visitors"] // 2, 20), **idea)))

    def run(learner):
        n = learner.value("best_size")
        if type(n) not in (int, float) or not 0 <= n <= idea["visitors"] / 2:
            return check.Finding(
                0.0,
                f"`best_size` is {n!r}; it should be a number of visitors between 0 and"
                f" {idea['visitors'] // 2:,}.",
            )
        gain = float(expected_gain(n, **idea))
        if gain >= 0.97 * top:
            return check.Finding(
                1.0,
                f"{n:,} per arm earns {gain:,.0f} extra orders, within 3% of the best. The textbook"
                " size would lose orders.",
            )
        return check.Finding(
            0.0, f"{n:,} per arm earns {gain:,.0f} extra orders; there is a better place. Drag on."
        )

    return [check.Check(run)]


BEST_SIZE_IDEA = 2


def museum_mean_of_rates():
    table = pd.DataFrame(
        {"segment": ["phone", "desktop"], "sessions": [9000, 1000], "orders": [90, 50]}
    )
    return [
        gives(
            "shop_cvr",
            (table,),
            0.014,
            shown="shop_cvr(table)",
            why="140 orders ÷ 10,000 sessions",
            slips=(
                Slip(
                    0.03,
                    "That is the mean of two rates. Phones bring nine times the sessions: add"
                    " first, divide last.",
                ),
            ),
        )
    ]


def museum_peeking():
    return [
        gives(
            "decide",
            ([0.2, 0.04, 0.3, 0.35], 4),
            "keep A",
            shown="decide([0.2, 0.04, 0.3, 0.35], planned_looks=4)",
            why="the planned look says 0.35",
            slips=(
                Slip("ship B", "Look 2 was 0.04 by chance; the plan was one decision at look 4."),
            ),
        ),
        gives(
            "decide",
            ([0.2, 0.3, 0.1, 0.01], 4),
            "ship B",
            shown="decide([0.2, 0.3, 0.1, 0.01], planned_looks=4)",
            why="the planned look says 0.01",
        ),
    ]


def museum_tiny_triumph():
    return [
        gives(
            "claim",
            (4, 20),
            "between 8% and 42%",
            shown="claim(4, 20)",
            why="Wilson's interval for 4 of 20",
            slips=(
                Slip(
                    "20%",
                    "Four of twenty is compatible with 8% and with 42%. A claim needs its"
                    " interval.",
                ),
            ),
        )
    ]
