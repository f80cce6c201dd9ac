"""What lesson 17 says of its data, built from these data."""

from statistics import NormalDist

import numpy as np
import pytest

from course.check.numbers import number, percent
from course.lessons.product_operation.scenario import IDEAS, Scenario

READ = ("ticket", "wild-moral", "answer")
TICKET = 3  # the practice year of the ticket
DARK, SAVE, COLOUR, CHAT = (
    "dark colours at night",
    "save for later",
    "filter by colour",
    "chat with the shop",
)
MEAN, SPREAD = 0.5, 1.5  # last year's ideas
MISS = 7  # points by which a promise may be off


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *asked(lesson),
        *one_filter(),
        *eight(lesson),
        *council(lesson),
        *shrunk(lesson),
        *users(lesson),
        *sharper(lesson),
        *held_out(lesson),
        *promises(lesson),
        *answered(lesson),
        *clicks(lesson),
    ]


def claimed_and_came(lesson):
    """Sums of the ticket's eight highest claims: what was claimed, what came."""
    loud = lesson.year(TICKET).nlargest(8, "lift")
    return loud["lift"].sum(), lesson.brought(TICKET, list(loud["idea"]))


def truly(idea):
    """What an idea of the ticket's year truly does, percent."""
    return Scenario().truth(TICKET)[IDEAS.index(idea)]


def asked(lesson):
    claimed, came = claimed_and_came(lesson)
    dark = lesson.tests.loc[DARK]
    _, before, _ = lesson.holdout_gap(*lesson.holdout())
    return [
        f"the eight best tests of a year promise {claimed:.0f}% more orders; what came was"
        f" {came:.0f}%.",
        f"{claimed:.0f}%!",
        f"plus {claimed:.0f}% orders.",
        f"900 people ask for {DARK}, and its test says +{dark.lift:.1f}%",
        f"orders are up by {came:.0f}% only, and what came of the {before:.0%} that last year's",
        f"practice year {TICKET}, `year({TICKET})`",
        f"why {came:.0f}% and not {claimed:.0f}%, what came of last year's {before:.0%}",
    ]


def one_filter():
    def keeps(error):
        return MEAN + SPREAD**2 / (SPREAD**2 + error**2) * (5 - MEAN)

    return [
        f"the test says 5, with an error of 2; experience says {MEAN}, give or take {SPREAD}.",
        (f"That is {keeps(2):.1f}%, less than half of the claim.", keeps(2) < 2.5),
        f"With an error of 1 the same claim would keep {keeps(1):.1f}, with an error of 6 only"
        f" {keeps(6):.1f}.",
    ]


def eight(lesson):
    tests, loud = lesson.tests, lesson.loud
    blunt = (loud["error"] > tests["error"].median()).sum()
    noise = 1.96 * loud["error"]
    dark = loud.loc[DARK]
    return [
        f"The eight claims sum up to {loud['lift'].sum():.1f}%",
        ("Six of the eight come from the blunter half of the tests", blunt == 6),
        ("for five of them the range holds zero", (loud["lift"] < noise).sum() == 5),
        f"{dark.lift:.1f}, from {number(dark.lift - noise[DARK], 1)} to"
        f" {dark.lift + noise[DARK]:.1f}.",
    ]


def council(lesson):
    seen = lesson.year(TICKET)
    by = {
        "claims": seen["lift"],
        "believable": MEAN + (seen["lift"] - MEAN) * SPREAD**2 / (SPREAD**2 + seen["error"] ** 2),
    }
    (claimed, came), (believed, brought) = (
        (
            score.nlargest(8).sum(),
            lesson.brought(TICKET, list(seen.loc[score.nlargest(8).index, "idea"])),
        )
        for score in by.values()
    )
    order = list(seen.nlargest(40, "lift")["idea"])
    tenth = seen.set_index("idea").loc["return with a code"]
    return [
        f"drawn towards last year's {MEAN} as in the worked example",
        f"With the eight highest claims {claimed:.1f}% was promised and {came:.1f}% came; with the"
        f" eight most believable ones {believed:.1f}% was promised and {brought:.1f}% came.",
        (
            f"the tenth idea, *return with a code*, brings {truly(tenth.name):.1f}, and its test"
            f" claimed {tenth.lift:.1f}.",
            order[9] == tenth.name,
        ),
    ]


def shrunk(lesson):
    loud, tests = lesson.loud, lesson.tests
    kept = lesson.shrink(loud["lift"], loud["error"], MEAN, SPREAD)
    return [
        (
            f"Less than half of the {loud['lift'].sum():.1f} is left: {kept.sum():.1f}.",
            kept.sum() < loud["lift"].sum() / 2,
        ),
        (
            f"claims most, {loud['lift'][COLOUR]:.1f}, and keeps {kept[COLOUR]:.1f}.",
            loud["lift"].idxmax() == COLOUR,
        ),
        (
            f"had one of the sharpest tests and keeps {kept[SAVE]:.1f} of"
            f" {loud['lift'][SAVE]:.1f}.",
            tests["error"].rank()[SAVE] <= 3,
        ),
        (
            "*Chat with the shop*, the bluntest test of all forty, keeps"
            f" {kept[CHAT]:.1f} of {loud['lift'][CHAT]:.1f}.",
            tests["error"].idxmax() == CHAT,
        ),
        f"How sure is {kept.sum():.1f}? It rests on last year's {MEAN} and {SPREAD}.",
    ]


def users(lesson):
    table = lesson.feature_use()
    found = lesson.adoption(table)
    again = [
        lesson.adoption(table.sample(frac=1, replace=True, random_state=each, ignore_index=True))
        for each in range(200)
    ]
    ends = {name: np.quantile([each[name] for each in again], [0.025, 0.975]) for name in found}
    used = (table["started"] > 0).sum()
    share, success = ends["adoption"], ends["task_success"]
    return [
        f"Of the {table['eligible'].sum()} users who could, {used} used the feature:"
        f" {found['adoption']:.0%}.",
        f"Users drawn anew, 200 times (a *bootstrap*), give {share[0]:.0%} to {share[1]:.0%}.",
        f"{found['task_success']:.0%} were done, from {success[0]:.0%} to {success[1]:.0%}.",
        f"Who puts all {len(table)} users below the line says {used / len(table):.0%}",
    ]


def sharper(lesson):
    test = lesson.experiment()
    columns = (test[name].to_numpy() for name in ("during", "before", "treated"))
    lift, error = lesson.cuped(*columns)
    groups = test.groupby("treated")
    plain = groups["during"].mean()[True] - groups["during"].mean()[False]
    noise = float((groups["during"].sem() ** 2).sum() ** 0.5)
    less = groups["before"].mean()[False] - groups["before"].mean()[True]
    theta = np.cov(test["before"], test["during"])[0, 1] / test["before"].var()
    return [
        f"the feature brought {plain:.2f} dollars a user, from {number(plain - 1.96 * noise, 2)} to"
        f" {plain + 1.96 * noise:.2f}.",
        (
            f"CUPED says {lift:.2f}, from {lift - 1.96 * error:.2f} to {lift + 1.96 * error:.2f}:"
            " its error is half as large",
            error / noise == pytest.approx(0.5, abs=0.02),
        ),
        f"the treated had spent {less:.2f} dollars less in the month **before**",
        f"Of each such dollar {theta:.2f} returns in the month of the test: {theta * less:.2f}"
        " dollars of head start for the others",
        ("CUPED takes them out", lift - plain == pytest.approx(theta * less)),
    ]


def held_out(lesson):
    table, claims = lesson.holdout()
    gap, claimed, part = lesson.holdout_gap(table, claims)
    again = [
        lesson.holdout_gap(
            table.sample(frac=1, replace=True, random_state=each, ignore_index=True), claims
        )[0]
        for each in range(200)
    ]
    low, high = np.quantile(again, [0.025, 0.975])
    return [
        f"Last year's eight launches claim {claimed:.0%} together, somewhat more than the"
        f" {sum(claims):.1%} that adding gives. What came is {gap:.1%}, {part:.0%} of that.",
        f"Only {table['held_out'].sum()} of the {len(table)} users were held out.",
        f"anything from {percent(low)} to {percent(high)}.",
        ("cannot say whether the launches helped at all", low < 0 < high),
        (f"It can say that {claimed:.0%} did not come.", max(again) < claimed),
        f"{gap:.1%} came, from {percent(low)} to {percent(high)}.",
    ]


def promises(lesson):
    rows = []
    for each in range(20):
        seen = lesson.year(each)
        loud, (ideas, promise) = seen.nlargest(8, "lift"), lesson.launch(seen)
        came = lesson.brought(each, list(loud["idea"]))
        rows.append((loud["lift"].sum(), came, promise, lesson.brought(each, ideas)))
    claims, came, promise, brought = np.array(rows).T
    off = abs(promise - brought)
    return [
        f"the eight highest claims sum up to {claims.mean():.1f} on average. The expert promises"
        f" {promise.mean():.1f}, and {brought.mean():.1f} comes. The eight highest claims truly"
        f" bring {came.mean():.1f}",
        (
            f"for year 0 the expert promises {promise[0]:.1f}, and {brought[0]:.1f} comes.",
            off.argmax() == 0,
        ),
        f"In {(off < MISS).sum()} of {len(rows)} years the promise was less than {MISS} points off.",
    ]


def answered(lesson):
    claimed, came = claimed_and_came(lesson)
    ideas, promise = lesson.launch(lesson.year(TICKET))
    dark = lesson.tests.loc[DARK]
    return [
        f"Why {came:.0f}% and not {claimed:.0f}%?",
        f"The eight highest claims sum up to {claimed:.1f} and brought {came:.1f}.",
        f"The expert's eight promise {promise:.1f}, give or take {MISS} points:"
        f" {number(promise - MISS)} to {promise + MISS:.0f}. They brought"
        f" {lesson.brought(TICKET, ideas):.1f}.",
        f"And last year's {lesson.holdout_gap(*lesson.holdout())[1]:.0%}?",
        ("They stand seventh among the expert's eight", ideas.index(DARK) == 6),
        ("*Save for later* comes first.", ideas[0] == SAVE),
        ("the range of their test holds zero", dark.lift < 1.96 * dark.error),
        f"900 messages are a wish, not orders. And what only the widget knows: dark colours truly"
        f" change orders by {number(truly(DARK), 1)}%.",
    ]


def clicks(lesson):
    table, claims = lesson.table, lesson.claims
    men, women = claims.loc["men"], claims.loc["women"]
    rates = [lesson.open_bandit(policy, "men")["click"] for policy in ("random", "bts")]
    both = np.mean([each.mean() for each in rates])
    apart = (2 * both * (1 - both) / len(rates[0])) ** 0.5
    p = 2 * (1 - NormalDist().cdf((rates[1].mean() - rates[0].mean()) / apart))
    near = abs(table["believable"] - table["truth"]) < abs(table["claim"] - table["truth"])
    return [
        (
            f"*Men* claims +{men.claim:.0%}, from {men.low:.0%} to {men.high:.0%}, and is the only"
            f' "significant" one (p = {p:.2f})',
            ((claims["low"] > 0) == (claims.index == "men")).all(),
        ),
        (
            f"*women* claims nothing, from {percent(women.low)} to {percent(women.high)}.",
            women.claim == pytest.approx(0),
        ),
        f"The truth is +{table['truth']['men']:.0%} and +{table['truth']['women']:.0%}",
        (
            f"close to their mean, +{table['claim'].mean():.0%}, and that is nearer to the truth in"
            " each of them.",
            near.all(),
        ),
    ]
