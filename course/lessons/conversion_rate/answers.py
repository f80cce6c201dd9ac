"""Answers of the conversion lesson: hidden checks, baseline, expert and keys. Never shipped to
learners.
"""

import numpy as np
import pandas as pd
from scipy.stats import chisquare
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_confint, proportion_effectsize

from course.check import Slip, accuracy, fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.lessons.conversion_rate import checks
from course.lessons.conversion_rate.bank import STATEMENTS, VERDICTS
from course.lessons.conversion_rate.scenario import Scenario
from course.market import experiments
from course.market.parameters import Parameters, tideway
from course.market.rng import stream

KEY = {
    "50,900 visitors saw A and 49,100 saw B in a 50:50 test; with this many that is a rounding matter.": "unsound",
    "The interval for the lift runs from -1% to +9%: B may be better or slightly worse; we cannot tell yet.": "sound",
    "The lift was +30% in the first week and 0% in the third; the average of +12% is what we will earn.": "unsound",
    "20 visitors, 4 orders on B against 2 on A: B doubles our conversion.": "unsound",
    "Every visitor gets page A or B by a coin flip and keeps it on each return.": "sound",
    "We compare revenue per visitor, because B sells more often but cheaper things.": "sound",
}


def validity(_draws):
    return [
        mapping("validity", KEY, set(VERDICTS), tiers=[(1.0, 1.0), (0.8, 0.5)], reasons=STATEMENTS)
    ]


def cvr_table(draws):
    trials = []
    for seed in draws.seeds(5, "cvr_table"):
        rng = stream(seed, "events")
        rates = {
            (device, channel): float(rng.uniform(0.02, 0.2))
            for device in ("desktop", "phone", "tablet")
            for channel in ("search", "email", "social")
        }
        p = Parameters({"trap.duplicates": 0.02, "visit.bots": 0.05, "visit.staff": 0.03})
        events = experiments.visit_events(p, rng, 700, rates)
        by = str(rng.choice(["device", "channel"]))
        trials.append(
            gives(
                "cvr_table",
                (events, by, 0.9),
                reference_table(events, by, 0.9),
                shown=f"cvr_table(events, {by!r}, 0.9)",
                rtol=1e-6,
                hidden=True,
                slips=_table_slips(),
            )
        )
    edge = checks.tiny_events()
    none, every = edge[edge["kind"] != "order"], edge[edge["session"].isin(["a", "e"])]
    bots = edge.assign(bot=edge["bot"] | (edge["device"] == "phone"))
    noticed = edge.assign(
        bot=edge["bot"] & (edge["kind"] == "visit")
    )  # as servers do it: the first event gave the bot away, the next ones are not marked
    return [
        fresh(
            trials,
            "Five fresh event logs of 700 sessions, intervals compared with statsmodels: all"
            " right.",
        ),
        gives(
            "cvr_table",
            (none, "device"),
            reference_table(none, "device"),
            shown="cvr_table(events without orders, 'device')",
            why="no orders: the rate is 0 and the interval starts at 0",
            hidden=True,
            core=False,
        ),
        gives(
            "cvr_table",
            (every, "device"),
            reference_table(every, "device"),
            shown="cvr_table(events in which every session bought, 'device')",
            why="all sessions bought: the rate is 1 and the interval ends at 1",
            hidden=True,
            core=False,
        ),
        gives(
            "cvr_table",
            (bots, "device"),
            reference_table(bots, "device"),
            shown="cvr_table(events whose phones are all bots, 'device')",
            why="a segment without a real session is left out",
            hidden=True,
            core=False,
        ),
        gives(
            "cvr_table",
            (noticed, "device"),
            reference_table(noticed, "device"),
            shown="cvr_table(a bot of which only the visit is marked, 'device')",
            why="a session with any event marked as a bot's is left out as a whole",
            hidden=True,
            core=False,
        ),
        relates(
            "cvr_table",
            [(edge, "channel"), (edge.sample(frac=1.0, random_state=7), "channel")],
            lambda one, other: one.round(9).equals(other.round(9)),
            "The order in which events arrive changes nothing.",
        ),
    ]


def reference_table(events, by, conf=0.95):
    """The rates from raw events, Wilson's interval from statsmodels."""
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    bought = clean[(clean["kind"] == "order") & ~clean["test"]]
    sessions = clean.groupby(by)["session"].nunique()
    orders = bought.groupby(by)["session"].nunique().reindex(sessions.index, fill_value=0)
    low, high = proportion_confint(
        orders.to_numpy(), sessions.to_numpy(), alpha=1 - conf, method="wilson"
    )
    return pd.DataFrame(
        {
            "segment": sessions.index.tolist(),
            "sessions": sessions.tolist(),
            "orders": orders.tolist(),
            "cvr": (orders / sessions).tolist(),
            "low": np.asarray(low).tolist(),
            "high": np.asarray(high).tolist(),
        }
    )


def _table_slips():
    def no_bots(events):
        return events[~events["session"].isin(events.loc[events["bot"], "session"])]

    def any_order(events):
        return events[events["kind"] == "order"]

    def real(events):
        return events[(events["kind"] == "order") & ~events["test"]]

    return (
        checks.ColumnSlip(
            (
                "sessions",
                lambda e, by: no_bots(e.drop_duplicates("event_id")).groupby(by)["session"].count(),
            ),
            checks.PAGE_VIEWS,
        ),
        checks.ColumnSlip(
            ("sessions", lambda e, by: e.groupby(by)["session"].nunique()), checks.BOTS_IN
        ),
        checks.ColumnSlip(
            (
                "orders",
                lambda e, by: (
                    any_order(no_bots(e.drop_duplicates("event_id")))
                    .groupby(by)["session"]
                    .nunique()
                ),
            ),
            checks.STAFF_IN,
        ),
        checks.ColumnSlip(
            ("orders", lambda e, by: real(no_bots(e)).groupby(by)["session"].count()),
            checks.DUPLICATES_IN,
        ),
        checks.ColumnSlip(
            (
                "orders",
                lambda e, by: (
                    real(no_bots(e.drop_duplicates("event_id"))).groupby(by)["session"].count()
                ),
            ),
            checks.TWO_ORDERS,
        ),
        checks.WaldSlip(None, checks.WALD),
    )


def n_per_arm(draws):
    trials = []
    for seed in draws.seeds(5, "n_per_arm"):
        rng = stream(seed, "size")
        p, rel = round(float(rng.uniform(0.01, 0.1)), 3), round(float(rng.uniform(0.04, 0.3)), 2)
        alpha, power = float(rng.choice([0.01, 0.05, 0.1])), float(rng.choice([0.8, 0.9, 0.95]))
        trials.append(
            gives(
                "n_per_arm",
                (p, rel, alpha, power),
                _size(p, rel, alpha, power),
                rtol=0.01,
                hidden=True,
                slips=(
                    Slip(lambda p, rel, a, b: _size(p, rel, 2 * a, b), checks.ONE_SIDED),
                    Slip(lambda p, rel, a, b: 2 * _size(p, rel, a, b), checks.BOTH_ARMS),
                    Slip(
                        lambda p, rel, a, b: _size(p, rel, 0.05, 0.8),
                        "alpha and power are arguments: use them, not 0.05 and 0.80.",
                    ),
                ),
            )
        )
    return [
        fresh(trials, "Five fresh plans, compared with statsmodels: all within 1%."),
        relates(
            "n_per_arm",
            [(0.03, 0.1, 0.05, 0.8), (0.03, 0.1, 0.05, 0.9)],
            lambda less, more: more > less,
            "More power takes more visitors ({0}, then {1}).",
        ),
        gives(
            "n_per_arm",
            (0.03, -0.1),
            _size(0.03, -0.1, 0.05, 0.8),
            rtol=0.01,
            hidden=True,
            core=False,
            shown="n_per_arm(0.03, -0.10)",
            why="a loss of 10% is as worth seeing as a win",
        ),
    ]


def _size(p, rel, alpha, power):
    """Visitors per arm by statsmodels (arcsine effect size, Cohen 1988)."""
    effect = abs(proportion_effectsize(p * (1 + rel), p))
    return float(NormalIndPower().solve_power(effect, alpha=alpha, power=power))


def srm_p(draws):
    trials = []
    for seed in draws.seeds(5, "srm_p"):
        rng = stream(seed, "split")
        shares = [0.5, 0.5] if rng.random() < 0.5 else [0.8, 0.1, 0.1]
        counts = rng.multinomial(int(rng.integers(2000, 50000)), shares).tolist()
        trials.append(
            gives(
                "srm_p",
                (counts, shares),
                _chi2(counts, shares),
                rtol=1e-5,
                hidden=True,
                slips=(
                    Slip(lambda c, s: _chi2(c, s) / 2, checks.HALF_P),
                    Slip(
                        lambda c, s: float(chisquare(c, np.array(s) * sum(c)).statistic),
                        checks.IS_Z,
                    ),
                    Slip(
                        lambda c, s: _chi2(c, [1 / len(c)] * len(c)),
                        "`expected` is an argument: not every test is split evenly.",
                    ),
                ),
            )
        )
    return [
        fresh(trials, "Five fresh splits of two and three arms, compared with scipy: all right."),
        gives(
            "srm_p",
            ([50900, 49100], [0.5, 0.5]),
            1.2548647e-08,
            rtol=1e-4,
            atol=0.0,
            hidden=True,
            core=False,
            shown="srm_p([50900, 49100], [0.5, 0.5])",
            why="1,800 apart among 100,000 is no accident",
        ),
        relates(
            "srm_p",
            [([510, 490], [0.5, 0.5]), ([490, 510], [0.5, 0.5])],
            lambda a, b: abs(a - b) < 1e-9,
            "Swapping the arms changes nothing ({0}, then {1}).",
        ),
    ]


def _chi2(counts, shares):
    return float(chisquare(counts, np.array(shares) * sum(counts)).pvalue)


VERDICT_TIERS = [(0.95, 1.0), (0.85, 0.75), (0.7, 0.5)]


def verdict(draws):
    seeds = draws.seeds(4, "verdict")
    experiments_ = [
        _experiment(stream(seed, "log"), kind)
        for seed in seeds
        for kind in ("srm", "peek", "novelty", "win")
    ]
    experiments_ += [close_call(kind, size) for size in _sizes(seeds[0]) for kind in CLOSE_CALLS]
    cases = [((exp,), reference_verdict(exp)) for exp in experiments_]
    return [
        accuracy(
            "verdict",
            cases,
            ("ship", "stop", "extend", "invalid"),
            VERDICT_TIERS,
            slips={
                (
                    "invalid",
                    "ship",
                ): "A broken split comes before everything: test it first, with p below 0.001.",
                (
                    "invalid",
                    "stop",
                ): "A broken split comes before everything: test it first, with p below 0.001.",
                (
                    "invalid",
                    "extend",
                ): "More traffic does not mend a broken split: test the split first.",
                ("extend", "ship"): (
                    "It was read too early, or its win is fading: compare the smaller arm with the"
                    " plan, and the last seven days with the first."
                ),
                (
                    "extend",
                    "stop",
                ): "Before the planned size nothing is decided, neither for nor against.",
                ("stop", "ship"): "The lift is positive but not beyond z = 1.96.",
                (
                    "ship",
                    "stop",
                ): "z is above 1.96 there: check its formula, and over which days it is taken.",
                ("ship", "extend"): (
                    "The plan was met exactly, or at least half of the first week's lift is left:"
                    " neither is a reason to extend."
                ),
                (
                    "ship",
                    "invalid",
                ): "Chance may split like that: only a p below 0.001 is a broken split.",
                (
                    "stop",
                    "invalid",
                ): "Chance may split like that: only a p below 0.001 is a broken split.",
            },
        )
    ]


def _sizes(seed):
    """Three different scales for the close calls."""
    return [int(size) for size in stream(seed, "sizes").choice(np.arange(3, 10), 3, replace=False)]


def _experiment(rng, kind):
    """A clear test of a given kind, with its plan: {"daily": DataFrame, "planned": sessions per
    arm}.
    """
    days, a_day = int(rng.integers(14, 29)), int(rng.integers(2500, 6000))
    cvr = float(rng.uniform(0.03, 0.08))
    lift = {"srm": 0.05, "peek": 0.12, "novelty": 0.12, "win": 0.15}[kind]
    log = experiments.experiment_log(
        tideway(),
        rng,
        days=days,
        sessions_a_day=a_day,
        cvr=cvr,
        lift=lift,
        fading=kind == "novelty",
        split=float(rng.choice([0.46, 0.54])) if kind == "srm" else 0.5,
    )
    fewest = int(log.groupby("arm")["sessions"].sum().min())
    return {"daily": log, "planned": int(fewest * (1.6 if kind == "peek" else 0.95))}


CLOSE_CALLS = (
    "just a win",
    "just no win",
    "just a split",
    "just no split",
    "just enough",
    "one short",
    "just fading",
    "just lasting",
)


def close_call(kind, size):
    """A log that lies just on one side of a rule, where every slip shows; `size` scales it."""
    days, a, b = 21, 1000 * size, 1000 * size
    orders_a, orders_b = [50 * size] * days, [60 * size] * days
    spare, planned = 0, int(0.9 * a * days)
    if kind in ("just a win", "just no win"):
        orders_b = _spread(
            _orders_for(1.985 if kind == "just a win" else 1.94, a * days, sum(orders_a)), days
        )
    elif kind in ("just a split", "just no split"):
        # chi2 = spare^2 / (2 a days + spare); 10.828 belongs to p = 0.001 and 10.653 to 0.0011.
        chi2 = 11.1 if kind == "just a split" else 10.74
        spare = round((chi2 + np.sqrt(chi2**2 + 8 * chi2 * a * days)) / 2)
        orders_b = [70 * size] * days
    elif kind == "just enough":
        planned, spare = a * days, 5
    elif kind == "one short":
        planned, spare = a * days + 1, 5
    elif kind == "just fading":
        # Day 7 and the eighth day from the end are strong, day 8 is weak: a window that is one day
        # off sees another ratio.
        b += 10 * size
        orders_b = (
            [60 * size] * 6
            + [90 * size, 30 * size]
            + [60 * size] * 5
            + [90 * size]
            + [57 * size] * 7
        )
    elif kind == "just lasting":
        # A lift of 20% first and of 10.5% to 11% last: a little more than half is left.
        orders_b = [60 * size] * 14 + [int(np.ceil(55.25 * size))] * 7
    rows = [
        (day + 1, arm, seen + (spare if arm == "B" and day == 10 else 0), int(orders[day]))
        for day in range(days)
        for arm, seen, orders in (("A", a, orders_a), ("B", b, orders_b))
    ]
    return {
        "daily": pd.DataFrame(rows, columns=["day", "arm", "sessions", "orders"]),
        "planned": planned,
    }


def _orders_for(z, seen, orders_a):
    """B's orders that bring the two-proportion z to `z`, both arms having `seen` sessions."""
    total = np.arange(orders_a, 2 * orders_a)
    pooled = (orders_a + total) / (2 * seen)
    reached = (total - orders_a) / seen / np.sqrt(pooled * (1 - pooled) * 2 / seen)
    return int(total[np.argmin(np.abs(reached - z))])


def _spread(total, days):
    """`total` orders over the days, as evenly as whole numbers allow."""
    return np.diff(np.floor(np.linspace(0, total, days + 1))).astype(int).tolist()


def reference_verdict(exp):
    """The rules of the question in their order."""
    daily = exp["daily"]
    total = daily.groupby("arm")[["sessions", "orders"]].sum()
    seen, bought = total["sessions"], total["orders"]
    if chisquare(seen.to_numpy()).pvalue < 0.001:
        return "invalid"
    if seen.min() < exp["planned"]:
        return "extend"
    pooled = bought.sum() / seen.sum()
    error = np.sqrt(pooled * (1 - pooled) * (1 / seen["A"] + 1 / seen["B"]))
    z = (bought["B"] / seen["B"] - bought["A"] / seen["A"]) / error
    if z < 1.96:
        return "stop"
    last = daily["day"].max()
    return (
        "extend"
        if _lift(daily[daily["day"] > last - 7]) < 0.5 * _lift(daily[daily["day"] <= 7])
        else "ship"
    )


def _lift(rows):
    total = rows.groupby("arm")[["sessions", "orders"]].sum()
    rate = total["orders"] / total["sessions"]
    return rate["B"] / rate["A"] - 1


def plan(draws):
    return [hidden_decision("plan", Scenario(), draws, baseline, expert)]


def baseline(visitors, cvr, idea_mean, idea_sd):
    """Leave the page as it is: no test, no change."""
    return 0


def expert(visitors, cvr, idea_mean, idea_sd):
    """Try every size on a fine grid in the closed form, 'no test' among them."""
    sizes = np.unique(np.append(0, np.geomspace(1, visitors / 2, 3000).astype(int)))
    return int(
        sizes[np.argmax(experiments.expected_gain(sizes, visitors, cvr, idea_mean, idea_sd))]
    )


def debrief():
    """What a learner may read after submission: the expert's sizes on the practice ideas, as
    Markdown.
    """
    scenario = Scenario()
    rows = []
    for number in range(5):
        idea = scenario.observe(number)
        n = expert(**idea)
        size = f"{n:,} ({n / idea['visitors']:.1%})" if n else "no test"
        rows.append(
            f"| {number} | {idea['visitors']:,} | {idea['cvr']:.1%} |"
            f" {idea['idea_mean'] / idea['idea_sd']:.2f} | {size} |"
            f" {scenario.value(number, n):+.2f}% |"
        )
    return (
        "The expert tries every size in the closed form, *no test* among them, and takes the"
        " best:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\n| Idea | Visitors | CVR | Mean in spreads | Visitors per arm | Expected extra"
        " orders |\n| --- | --- | --- | --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n\nThree patterns are worth keeping. A hopeless idea is not tested. The more visitors,"
        " the smaller the *share* that is tested. And the textbook size, made for proving a 5%"
        " lift, is far too large for deciding about one season.\n\nA written answer that earned 2"
        " of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = """\
def plan(visitors, cvr, idea_mean, idea_sd):
    sizes = np.unique(np.append(0, np.geomspace(1, visitors / 2, 3000).astype(int)))
    gains = expected_gain(sizes, visitors, cvr, idea_mean, idea_sd)
    return int(sizes[np.argmax(gains)])
"""

MODEL_ANSWERS = {
    0.5: (
        "We test the shorter checkout with 10,000 visitors per arm and ship it if it is"
        " significant."
    ),
    1.5: (
        "Shorter checkout, 11,000 visitors per arm (80% power for +15% at a CVR of 4%). Fewer"
        " fields mean fewer people give up. Guardrail: refund rate must not rise by more than half"
        " a point. We read it once, on day 14."
    ),
    2.0: (
        "Idea 1, a shorter checkout: 2,689 visitors per arm, 6.6% of the season's 81,600 are in the test. At this size the expected gain is highest: 41 extra orders, in 95 of 100 seasons between 188 fewer and 882 more. Each field is a reason to leave, so fewer fields keep more carts. We read it once, when both arms have their visitors. Guardrails: refunds (at most half a point more) and the split (p above 0.001, or the test is void). If what we then believe, the result weighed against the record of such ideas, is not above 0, the old page stays."
    ),
}
