"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.check.plain import show
from course.lessons.content_operation.bank import GIVEN, OBSERVATIONS, PRACTICE, STAGES
from course.lessons.content_operation.machines import LETTERS
from course.lessons.content_operation.posterior import chance_of_best
from course.lessons.content_operation.scenario import Scenario

SLUG = "content_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

OF_READS = (
    "It looks as if GMV was divided by reads. GPM is GMV for each 1,000 impressions: what the place"
    " on the screen earned."
)
NOT_A_THOUSAND = "That is GMV for a single impression. GPM says it for a thousand: multiply."
OF_CLICKS = (
    "It looks as if orders were divided by clicks. Asked is orders ÷ reads: of those who read it,"
    " how many ordered?"
)
MEAN_OF_DAYS = (
    "It looks as if each day's ratio was averaged. A day on 200 screens then counts like one on"
    " 20,000: sums first."
)
ALWAYS_BEST = (
    "All of it went to the headline with the highest rate so far. It may be luck: let the others"
    " have their chance, in proportion to it."
)
NO_PRIOR = (
    "The shares are those of a flat prior. Headlines here get about 5%: Beta(4 + clicks, 76 +"
    " misses)."
)
BY_RATE = (
    "It looks as if impressions were shared in proportion to the click rates. The *chance of being"
    " the best* differs far more than the rates do."
)
NOT_WEIGHTED = (
    "That is the mean of the old plan. Each row must count for as many as the new plan would have"
    " shown: policy ÷ propensity."
)
TURNED = (
    "It looks as if the weight was upside down: policy ÷ propensity; what the old plan rarely"
    " showed must count more."
)
SELF_NORMAL = (
    "That divides by the sum of the weights. It is a good estimate with another name"
    " (self-normalised); asked is the mean over all rows."
)
COUNT_ESS = (
    "The value is right. The effective sample size is (sum of weights)² ÷ sum of squared weights."
)


def stage():
    return [
        mapping("stage", dict.fromkeys(OBSERVATIONS), set(STAGES), given=GIVEN, practice=PRACTICE)
    ]


def tiny_posts():
    """Two posts, two days each."""
    return pd.DataFrame(
        {
            "post": ["flask", "flask", "lamp", "lamp"],
            "day": [1, 2, 1, 2],
            "impressions": [1000, 3000, 500, 500],
            "clicks": [100, 100, 10, 0],
            "reads": [50, 50, 0, 0],
            "orders": [2, 3, 0, 0],
            "gmv": [80.0, 120.0, 0.0, 0.0],
        }
    )


def funnel(posts, ctr, cvr, earned):
    """The table that is asked for."""
    return pd.DataFrame({"post": posts, "ctr": ctr, "cvr": cvr, "gpm": earned})


def gpm():
    return [
        gives(
            "gpm",
            (tiny_posts(),),
            funnel(["flask", "lamp"], [0.05, 0.01], [0.05, 0.0], [50.0, 0.0]),
            about=("gpm",),
            shown="gpm(tiny_posts)",
            slips=gpm_slips(),
            why=(
                "flask: 200 clicks of 4,000, 5 orders of 100 reads, 200 dollars ÷ 4,000 × 1,000;"
                " nobody read the lamp to the end, so its CVR is 0"
            ),
        )
    ]


def gpm_slips():
    """The known mistakes with a content funnel, as functions of the rows."""

    def table(
        rows,
        ctr=None,
        cvr=lambda t: t["orders"] / t["reads"],
        earned=lambda t: 1000 * t["gmv"] / t["impressions"],
    ):
        t = rows.groupby("post")[["impressions", "clicks", "reads", "orders", "gmv"]].sum()
        shares = (t["clicks"] / t["impressions"]).tolist() if ctr is None else ctr(rows)
        return funnel(
            t.index.tolist(), shares, cvr(t).fillna(0.0).tolist(), earned(t).fillna(0.0).tolist()
        )

    return (
        Slip(partial(table, earned=lambda t: 1000 * t["gmv"] / t["reads"]), OF_READS),
        Slip(partial(table, earned=lambda t: t["gmv"] / t["impressions"]), NOT_A_THOUSAND),
        Slip(partial(table, cvr=lambda t: t["orders"] / t["clicks"]), OF_CLICKS),
        Slip(
            partial(
                table,
                ctr=lambda rows: (
                    rows.assign(c=rows["clicks"] / rows["impressions"])
                    .groupby("post")["c"]
                    .mean()
                    .tolist()
                ),
            ),
            MEAN_OF_DAYS,
        ),
    )


def thompson():
    return [
        shares_of_best([0, 0], [0, 0], why="nobody knows anything yet, so half each"),
        shares_of_best(
            [6, 0],
            [94, 0],
            why="6% of a hundred against nothing known: the unknown one may still be better",
        ),
    ]


TRIES = 40_000


def shares_of_best(clicks, misses, *, hidden=False, core=True, why=""):
    """Check that `thompson` gives each headline the share that is its chance of being the best,
    within four standard errors of 40,000 tries.
    """
    text = f"thompson({clicks}, {misses}, {TRIES:,}, seed)"
    args = np.array(clicks), np.array(misses), TRIES, 11

    def run(learner):
        given = learner.call("thompson", args, text)
        given = given.tolist() if isinstance(given, np.ndarray) else given
        if (
            type(given) is not list
            or len(given) != len(clicks)
            or not all(type(each) is int and each >= 0 for each in given)
        ):
            return check.Finding(
                0.0,
                f"`{text}` gave {show(given)}; asked are {len(clicks)} whole numbers, one for each"
                " headline.",
            )
        if sum(given) != TRIES:
            return check.Finding(
                0.0,
                f"`{text}` gave {given}, together {sum(given):,}; they must add up to {TRIES:,}.",
            )
        found = np.array(given) / TRIES

        def like(chance):
            return bool(
                (np.abs(found - chance) <= 4 * np.sqrt(chance * (1 - chance) / TRIES) + 1e-4).all()
            )

        if like(chance_of_best(clicks, misses)):
            return check.Finding(1.0, f"`{text}` gave {given}" + (f": {why}." if why else "."))
        rates = (np.array(clicks) + 4) / (np.array(clicks) + np.array(misses) + 80)
        raw = np.array(clicks) / np.maximum(1, np.array(clicks) + np.array(misses))
        sentence = (
            "Their chances of being the best are others: look at the two numbers of each Beta, and"
            " that the highest draw wins."
        )
        if max(found) == 1:
            sentence = ALWAYS_BEST
        elif like(chance_of_best(clicks, misses, (1, 1))):
            sentence = NO_PRIOR
        elif (raw.sum() and np.allclose(found, raw / raw.sum(), atol=0.02)) or np.allclose(
            found, rates / rates.sum(), atol=0.02
        ):
            sentence = BY_RATE
        expected = (
            ""
            if hidden
            else (
                f"; about {[round(each) for each in TRIES * chance_of_best(clicks, misses)]} were"
                " expected"
            )
        )
        return check.Finding(0.0, f"`{text}` gave {given}{expected}. {sentence}")

    return check.Check(run, core, calls=((text, args),))


def tiny_log():
    """Four impressions; the old plan showed item 0 three times as often as item 1."""
    return pd.DataFrame(
        {"item": [0, 0, 0, 1], "propensity": [0.75, 0.75, 0.75, 0.25], "click": [1, 0, 0, 1]}
    )


def ips_value():
    return [
        gives(
            "ips_value",
            (tiny_log(), {0: 0.5, 1: 0.5}),
            (
                (0.5 / 0.75 + 0.5 / 0.25) / 4,
                (3 * 0.5 / 0.75 + 2) ** 2 / (3 * (0.5 / 0.75) ** 2 + 4),
            ),
            shown="ips_value(tiny_log, {0: 0.5, 1: 0.5})",
            slips=ips_slips(),
            why=(
                "item 0 weighs 2/3 and item 1 weighs 2: (2/3 + 2) ÷ 4 is 0.667; the weights 2/3,"
                " 2/3, 2/3, 2 are worth 3 equal rows"
            ),
        ),
        gives(
            "ips_value",
            (five_rows(), {0: 0.25, 1: 0.75}),
            (0.7, 3.0),
            shown="ips_value(five rows, {0: 0.25, 1: 0.75})",
            slips=ips_slips(),
            why=(
                "item 0 weighs 1/2 and item 1 weighs 3, together 7.5: (1/2 + 3) ÷ 5 rows is 0.7, and"
                " 7.5² ÷ 18.75 is 3"
            ),
        ),
    ]


def five_rows():
    """Five impressions, by a plan that showed item 0 twice as often as item 1."""
    return pd.DataFrame(
        {
            "item": [0, 0, 1, 1, 0],
            "propensity": [0.5, 0.5, 0.25, 0.25, 0.5],
            "click": [1, 0, 1, 0, 0],
        }
    )


def ips_slips():
    """The known mistakes with a log, as functions of (log, policy)."""

    def run(
        log,
        policy,
        weight=lambda pi, p: pi / p,
        mean=lambda w, c: (w * c).mean(),
        ess=lambda w: w.sum() ** 2 / (w**2).sum(),
    ):
        w = weight(log["item"].map(policy).to_numpy(), log["propensity"].to_numpy())
        return float(mean(w, log["click"].to_numpy())), float(ess(w))

    return (
        Slip(partial(run, weight=lambda pi, p: np.ones(len(p))), NOT_WEIGHTED),
        Slip(partial(run, weight=lambda pi, p: p / pi), TURNED),
        Slip(partial(run, mean=lambda w, c: (w * c).sum() / w.sum()), SELF_NORMAL),
        Slip(partial(run, ess=lambda w: float(len(w))), COUNT_ESS),
    )


def choose():
    return [practice("choose", Scenario(), practice_values(SLUG))]


def believable_rate():
    """The faded example: the mean of the posterior."""
    return [
        gives(
            "believable_rate",
            (3, 20),
            0.07,
            shown="believable_rate(3 clicks of 20)",
            slips=(
                Slip(
                    0.15, "3 ÷ 20 as it is. Add what headlines here have brought: 4 clicks of 80."
                ),
                Slip(7 / 97, "80 impressions are added below: shown + 80."),
            ),
            why="7 of 100, not 15%",
        )
    ]


MACHINE_DRAW = 2


def best_headline():
    """The question that only pressing answers: the best of practice set 2."""
    rates = Scenario().rates(MACHINE_DRAW)[0]
    best = LETTERS[int(rates.argmax())]

    def run(learner):
        letter = learner.value("best_headline")
        if type(letter) is not str or letter not in LETTERS or len(letter) != 1:
            return check.Finding(
                0.0, f"`best_headline` is {letter!r}; it should be a letter from A to H."
            )
        if letter != best:
            return check.Finding(
                0.0,
                f"{letter} is not the best one. Where two intervals overlap, show both again; the"
                " last column says how sure you may be.",
            )
        return check.Finding(
            1.0,
            f"{letter} is the best: {rates.max():.1%}, where the mean of all is"
            f" {rates.mean():.1%}.",
        )

    return [check.Check(run)]


def museum_early():
    few = {"A": {"shown": 30, "clicks": 3}, "B": {"shown": 2000, "clicks": 150}}
    more = {"A": {"shown": 200, "clicks": 20}, "B": {"shown": 2000, "clicks": 120}}
    return [
        gives(
            "headline_to_keep",
            (few,),
            "B",
            shown="headline_to_keep(A: 3 of 30; B: 150 of 2,000)",
            slips=(
                Slip(
                    "A",
                    "10% of thirty. With what headlines usually bring, A is (3 + 4) ÷ 110 = 6.4%"
                    " and B (150 + 4) ÷ 2,080 = 7.4%.",
                ),
            ),
            why="7.4% are believable for B, 6.4% for A",
        ),
        gives(
            "headline_to_keep",
            (more,),
            "A",
            shown="headline_to_keep(A: 20 of 200; B: 120 of 2,000)",
            slips=(
                Slip(
                    "B",
                    "B was shown more, but A is (20 + 4) ÷ 280 = 8.6% and B (120 + 4) ÷ 2,080 ="
                    " 6.0%.",
                ),
            ),
            why="8.6% are believable for A, 6.0% for B",
        ),
    ]


def museum_clicks():
    two = {
        "shock": {"shown": 10_000, "clicks": 900, "orders": 4},
        "plain": {"shown": 10_000, "clicks": 450, "orders": 15},
    }
    return [
        gives(
            "better_post",
            (two,),
            "plain",
            shown="better_post(shock: 900 clicks, 4 orders; plain: 450 and 15)",
            slips=(
                Slip(
                    "shock",
                    "Twice the clicks, a quarter of the orders: they expected something else.",
                ),
            ),
            why="15 orders for the same place on the screen",
        )
    ]


def museum_hours():
    rows = pd.DataFrame(
        {
            "post": ["A", "A", "B", "B"],
            "hour": ["noon", "night", "noon", "night"],
            "shown": [900, 100, 100, 900],
            "clicks": [72, 2, 10, 27],
        }
    )
    return [
        gives(
            "better_at_equal_hours",
            (rows,),
            "B",
            shown="better_at_equal_hours(A mostly at noon, B mostly at night)",
            slips=(
                Slip(
                    "A",
                    "A was shown at noon, when everybody clicks. At noon B has 10% against 8%, at"
                    " night 3% against 2%.",
                ),
            ),
            why="better at noon and at night",
        )
    ]
