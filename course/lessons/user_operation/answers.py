"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

from course.check import fresh, gives, likely, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.user_operation import checks
from course.lessons.user_operation.bank import GIVEN, HINTS, SEGMENTS
from course.lessons.user_operation.practice_shop import buyers, mail_curves, orders
from course.lessons.user_operation.scenario import PLACES, Scenario
from course.market.parameters import tideway

SEGMENT_KEY = {
    "A school: once a year in August, for about $4,000.": "big_ticket",
    "Each Monday for a year, until eleven weeks ago.": "at_risk",
    "Nappies every other week, $22, the last pack five days ago.": "loyal",
    "She came in spring of last year, bought socks for $8, and never again.": "lost",
    "The biggest account: 60 orders this year for $21,000, the newest today.": "champion",
    "The first basket came three days ago; the parcel is still on its way.": "new",
}


def segment(draws):
    reasons = {text: HINTS[name] for text, name in SEGMENT_KEY.items()}
    return [
        mapping(
            "segment",
            SEGMENT_KEY,
            set(SEGMENTS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def cohort_table(draws):
    trials = []
    for seed in draws.seeds(5, "orders"):
        table = orders(seed)
        trials.append(
            gives(
                "cohort_table",
                (table,),
                reference_cohorts(table),
                about=("retention",),
                shown="cohort_table(eight fresh months)",
                hidden=True,
                slips=checks.cohort_slips(),
            )
        )
    one = pd.DataFrame({"customer": [7, 8, 8], "month": [3, 3, 5]})
    return [
        fresh(trials, "Five fresh shops of eight months: all right."),
        gives(
            "cohort_table",
            (one,),
            reference_cohorts(one),
            about=("retention",),
            shown="cohort_table(a shop that opened in month 3)",
            hidden=True,
            core=False,
            why="months need not begin at 0, and a month without orders is a 0",
        ),
        relates(
            "cohort_table",
            [(checks.tiny_orders(),), (checks.tiny_orders().iloc[::-1].reset_index(drop=True),)],
            lambda one, other: np.allclose(one.to_numpy(dtype=float), other.to_numpy(dtype=float)),
            "The order of the rows changes nothing.",
        ),
    ]


def reference_cohorts(table):
    """Sets of customers, in plain Python."""
    months = {}
    for row in table.itertuples():
        months.setdefault(row.customer, set()).add(row.month)
    last, rows = int(table["month"].max()), []
    for cohort in sorted({min(each) for each in months.values()}):
        mine = [each for each in months.values() if min(each) == cohort]
        rows += [
            (cohort, month - cohort, sum(month in each for each in mine) / len(mine))
            for month in range(cohort, last + 1)
        ]
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])


def two_ways(parameters, x, tx, T):
    """(stayed, left): the two ways to such a record in BG/NBD, logarithms up to what both share; in
    beta functions rather than in A1 to A4.
    """
    r, alpha, a, b = parameters
    stayed = betaln(a, b + x) - (r + x) * np.log(alpha + T)
    return stayed, np.where(
        x > 0, betaln(a + 1, b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx), -np.inf
    )


def log_likelihood(parameters, x, tx, T):
    """Of BG/NBD (Fader, Hardie and Lee, 2005, equation 6)."""
    r, alpha, a, b = parameters
    stayed, left = two_ways(parameters, x, tx, T)
    return float(
        (
            gammaln(r + x)
            - gammaln(r)
            + r * np.log(alpha)
            - betaln(a, b)
            + np.logaddexp(stayed, left)
        ).sum()
    )


def best_fit(x, tx, T):
    """The parameters of greatest likelihood, by a quasi-Newton search in their logarithms."""
    found = minimize(
        lambda v: -log_likelihood(np.exp(v), x, tx, T) / len(x),
        np.array([-0.5, 2.0, 0.0, 1.0]),
        method="L-BFGS-B",
        bounds=[(-6, 6)] * 4,
    )
    return tuple(float(each) for each in np.exp(found.x))


SHOPS_LOOKED_AT, SAME_HEIGHT = 16, 0.1  # shops; log likelihood


def written_search(x, tx, T):
    """Where the search ends that is written in the notebook: from ones, without derivatives."""
    found = minimize(
        lambda v: -log_likelihood(np.exp(v), x, tx, T), np.zeros(4), method="Nelder-Mead"
    )
    return tuple(float(each) for each in np.exp(found.x))


def reachable(draws):
    """Three fresh shops of which the notebook's own search finds the top: in one of eight it ends
    on the way, and who filled in the formula right would lose all points.
    """
    found = []
    for seed in draws.seeds(SHOPS_LOOKED_AT, "buyers"):
        case = tuple(buyers(seed)[name].to_numpy(dtype=float) for name in ("x", "tx", "T"))
        best, written = best_fit(*case), written_search(*case)
        if abs(log_likelihood(best, *case) - log_likelihood(written, *case)) < SAME_HEIGHT:
            found.append((case, best))
        if len(found) == 3:
            break
    return found


def bgnbd_fit(draws):
    trials = []
    for case, best in reachable(draws):
        trials.append(
            likely("bgnbd_fit", case, best, log_likelihood, shown="bgnbd_fit(500 fresh customers)")
        )
    return [
        fresh(
            trials,
            "Three fresh shops of 500 customers: the likelihood is within 0.5 of the highest.",
        )
    ]


def p_alive(draws):
    trials = []
    for seed in draws.seeds(5, "alive"):
        table = buyers(seed, 200)
        case = (*(table[name].to_numpy(dtype=float) for name in ("x", "tx", "T")), checks.PUBLISHED)
        trials.append(
            gives(
                "p_alive",
                case,
                reference_alive(*case),
                shown="p_alive(200 fresh customers)",
                hidden=True,
                slips=checks.alive_slips(),
            )
        )
    return [
        fresh(
            trials, "Five fresh shops of 200 customers: all right, also those who never came back."
        )
    ]


def reference_alive(x, tx, T, parameters):
    """The two parts of the likelihood, as logarithms: stayed, or left after the last purchase."""
    stayed, left = two_ways(parameters, x, tx, T)
    return np.exp(stayed - np.logaddexp(stayed, left))


def best_frequency(draws):
    trials = []
    for seed, worth in zip(draws.seeds(6, "mail"), (0.5, 1.0, 2.0, 3.0, 5.0, 8.0), strict=True):
        case = (mail_curves(seed), worth, 26)
        trials.append(
            gives(
                "best_frequency",
                case,
                reference_frequency(*case),
                shown=f"best_frequency(fresh curves, worth {worth}, 26 weeks)",
                hidden=True,
                slips=checks.frequency_slips(),
            )
        )
    calm = checks.tiny_curves().assign(leaves=0.0)
    return [
        fresh(trials, "Six fresh lists of three segments: all right."),
        gives(
            "best_frequency",
            (calm, 6.0, 2),
            {"a": 2, "b": 2},
            shown="best_frequency(nobody leaves)",
            hidden=True,
            core=False,
            why="where nobody leaves only the week's profit counts",
        ),
    ]


def reference_frequency(curves, worth, weeks):
    """Week by week, one subscriber's share at a time."""
    best = {}
    for row in curves.itertuples():
        here, value = 1.0, 0.0
        for _ in range(weeks):
            value += here * row.profit
            here *= 1 - row.leaves
        value += here * worth
        if row.segment not in best or value > best[row.segment][0]:
            best[row.segment] = (value, int(row.sends))
    return {name: sends for name, (_, sends) in best.items()}


def vip(draws):
    return [hidden_decision("vip", Scenario(), draws, baseline, expert)]


def baseline(rfm):
    """Those who bought most often."""
    return rfm.nlargest(PLACES, "x")["customer"].tolist()


def expert(rfm):
    """Those with the most purchases ahead: expected rate times chance of being still a customer."""
    p = tideway()
    r, alpha, a, b = p.buyer.shape, p.buyer.scale, p.lifetime.drop_a, p.buyer.drop_b
    x, tx, T = (rfm[name].to_numpy(dtype=float) for name in ("x", "tx", "T"))
    odds_left = a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x)
    alive = np.where(x > 0, 1 / (1 + odds_left), 1.0)
    ahead = alive * (r + x) / (alpha + T)
    return rfm["customer"].iloc[np.argsort(-ahead, kind="stable")[:PLACES]].tolist()


def debrief():
    """What a learner may read after submission: whom the expert chooses in practice year 0, as
    Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    rfm, saved = scenario.observe(0)["rfm"], scenario.truth(0)
    chosen = set(expert(rfm))
    table = rfm.assign(
        saved=saved,
        chosen=rfm["customer"].isin(chosen),
        bought=pd.cut(rfm["x"], [-1, 0, 2, 5, 1000], labels=["0", "1-2", "3-5", "6 and more"]),
        silent=pd.cut(
            rfm["T"] - rfm["tx"], [-1, 8, 20, 52], labels=["up to 8 weeks", "9-20", "more"]
        ),
    )
    rows = "\n".join(
        f"| {bought} | {silent} | {len(part)} | {part['chosen'].mean():.0%} |"
        f" {part['saved'].mean():.2f} |"
        for (bought, silent), part in table.groupby(["bought", "silent"], observed=True)
    )
    return (
        "The expert ranks by purchases ahead:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice year 0, by repeat purchases and silence:\n\n"
        "| Bought | Silent | Customers | Chosen | Saved by the service, $ each |\n"
        + "| --- " * 5
        + "|\n"
        + rows
        + f"\n\nThe most frequent 1,200 save {values['baseline'][0]:,.0f} dollars, the expert's"
        f" {values['expert'][0]:,.0f}. Where P(alive) is lowest among buyers there is nobody left"
        " to serve.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = (
    inspect.getsource(expert)
    .replace("def expert(", "def vip(")
    .replace("    p = tideway()\n", "")
    .replace(
        "p.buyer.shape, p.buyer.scale, p.lifetime.drop_a, p.buyer.drop_b", "0.6, 6.0, 0.9, 2.6"
    )
    .replace("PLACES", "1200")
)

MODEL_ANSWERS = {
    0.5: "We should win back all lost customers with a large coupon, since they are worth a lot.",
    1.5: (
        "Of the 2,000 who have been silent for half a year about 8% are still customers; we let"
        " them go. The 400 who are late by their own interval get a letter. Risk: letters to people"
        " who asked for none."
    ),
    2.0: (
        "Let the 2,000 silent ones go: by their own rhythm 5 to 11% are still customers, and a"
        " letter costs $1 for about $0.40 of margin. Write to the 400 who are two to four intervals"
        " late: there the chance is still 40 to 60%, and silence, not price, is what has changed,"
        " so we ask why rather than give a coupon. Half of them, at random, get nothing. Guardrail:"
        " unsubscribed below 0.5% of letters. If the written-to order less than 3 points more often"
        " than the others in eight weeks, we stop that too."
    ),
}
