"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import cache, partial

import numpy as np
import pandas as pd

from course import check
from course.check import Case, Slip, cases, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.check.plain import show
from course.lessons.growth_plan.bank import (
    ADVERTS,
    CARDS,
    FUNCTIONS,
    GIVEN_ADVERTS,
    GIVEN_CARDS,
    LADDER,
    PRACTICE_ADVERTS,
    PRACTICE_CARDS,
)
from course.lessons.growth_plan.barrel import MOST_STRONG, STEP, half_year
from course.lessons.growth_plan.myth_lab import interval
from course.lessons.growth_plan.scenario import STAGES, Scenario

SLUG = "growth_plan"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

EARLY, LATER_YEARS = STAGES
DAY = pd.Timestamp("2026-09-30")
STRONG_LEARNER, STRONG_OUTSIDE = 0, 4  # of the widget's question
NEARLY_BEST = 0.002  # share of the best output that is as good as the best

NO_FADING = "It looks as if old evidence counted like new. After 90 days it counts half."
NO_PRIOR = (
    "It looks as if the one success in two, with which every skill begins, was left out: 1 on top,"
    " 2 below."
)
NO_WEIGHTS = "It looks as if all kinds of work counted the same. A decision weighs 3, a recall 1."
LATER_FULL = "It looks as if a later try counted fully. It counts 0.7 of its share."
FIRST_ONLY = (
    "It looks as if only the first try counted. A later one counts 0.7 of its share, where that is"
    " more."
)
IN_STEPS = (
    "It looks as if evidence faded in steps of 90 days. It fades day by day: after 45 days 0.71 of"
    " it is left."
)
E_FOLDS = "It looks as if evidence faded with e. Asked is a half-life: 2 to the power −age ÷ 90."

LOWEST = "It looks as if the lowest mastery came first. A stave's length is mastery ÷ needed."
UNASKED = "A skill that the job does not ask for (demand 0) is on the list."
DEMAND_FIRST = "It looks as if the demand decided the order. It only decides between equal staves."
NOT_SHORT = "A skill that has reached what is needed is on the list."
STAGE_BLIND = (
    "It looks as if both stages were treated alike. In years 4 to 5 two strengths come first."
)
BEST_NOT_ASKED = (
    "It looks as if the two best skills were taken. A strength is what is mastered and asked for:"
    " mastery × demand."
)
NO_FLOOR = (
    "It looks as if the two strengths were all. What the job asks for and is below 0.60 follows."
)

UNSORTED = "The rows are in no order. Sort them by day before you speak of the last three."
ALL_TRIES = "It looks as if all tries counted for the slip. Only the last three do."
MINUTES_ALONE = (
    "It looks as if minutes alone made somebody slow. Slow is who is right and takes long: minutes ÷"
    " usual, above 1.5."
)
OTHER_SKILL = "It looks as if the rows of other skills counted too. Keep those of `skill` first."
NO_GAP_NEEDED = "Forgetting takes time: at least 60 days between the last two tries."
EMPTY_SLIP = "It looks as if an empty slip counted as one. A right answer has none."

SAME_NUMBERS = (
    "The later tries were on the same numbers: that is memory of this sheet. Take the first try of"
    " each draw."
)
WINNERS_ONLY = "Those who failed do not write. Divide by all who enrolled."
CRAMMED = "Four sessions on the following days are one long session. Come back after 1, 7, 21 and 60 days."
HALF_WIDTH = "That is the mean alone. A difference without its interval decides nothing."
ONE_POLICY = "That is what one policy earns. The rule is tested by the difference of the two."


def advert():
    return [
        mapping(
            "advert",
            dict.fromkeys(ADVERTS),
            set(FUNCTIONS),
            given=GIVEN_ADVERTS,
            practice=PRACTICE_ADVERTS,
        )
    ]


def source_grade():
    return [
        mapping(
            "source_grade",
            dict.fromkeys(CARDS),
            set(LADDER),
            given=GIVEN_CARDS,
            practice=PRACTICE_CARDS,
        )
    ]


def _log(*rows):
    """A log of evidence: (skill, kind, first, later or None, days ago)."""
    table = pd.DataFrame(rows, columns=["skill", "kind", "first", "later", "ago"])
    day = DAY - pd.to_timedelta(table.pop("ago"), unit="D")
    return table.assign(later=table["later"].astype(float), day=day)


def _known(*rows):
    return pd.DataFrame(rows, columns=["skill", "m", "n_eff", "state"])


def two_skills():
    return _log(
        ("titles", "compute", 0.0, 1.0, 90),
        ("pricing", "decide", 1.0, None, 0),
        ("titles", "recall", 0.5, None, 0),
    )


def four_skills():
    return _log(
        ("events", "decide", 1.0, None, 0),
        ("events", "decide", 1.0, None, 0),
        ("funnel", "implement", 0.5, 0.6, 0),
        ("funnel", "diagnose", 0.4, None, 0),
        ("events", "recall", 1.0, None, 0),
        ("groups", "implement", 1.0, None, 0),
        ("groups", "recall", 0.0, None, 0),
    )


def one_skill():
    """Evidence between today and its half-life, where steps of 90 days show."""
    return _log(("pages", "implement", 1.0, None, 45))


def mastery():
    left = 2 * 0.5**0.5
    tried = [
        Case(
            (two_skills(), DAY),
            _known(
                ("pricing", 0.8, 3.0, "working"),
                ("titles", (1 + 0.525 + 0.5) / (2 + 0.75 + 1), 1.75, "unknown"),
            ),
            "mastery(three rows, 30 September)",
            (
                "titles: 1.5 half faded is 0.75, of which 0.7 is right; and 1, of which 0.5 is"
                " right: (1 + 0.525 + 0.5) ÷ (2 + 1.75)"
            ),
        ),
        Case(
            (four_skills(), DAY),
            _known(
                ("events", 8 / 9, 7.0, "solid"),
                ("funnel", 3 / 6.5, 4.5, "gap"),
                ("groups", 0.6, 3.0, "working"),
            ),
            "mastery(seven rows, 30 September)",
            (
                "funnel: 0.5 is more than 0.7 × 0.6; groups: 0.60 is no gap any more, and 3 is no"
                " longer unknown"
            ),
        ),
        Case(
            (one_skill(), DAY),
            _known(("pages", (1 + left) / (2 + left), left, "unknown")),
            "mastery(one row of 45 days ago, 30 September)",
            "pages: of the weight 2, 2 × 0.5 to the power 45 ÷ 90 is left, which is 1.41",
        ),
    ]
    slips = [
        (
            NO_FADING,
            (
                _known(("pricing", 0.8, 3.0, "working"), ("titles", 2.55 / 4.5, 2.5, "unknown")),
                ...,
                _known(("pages", 3 / 4, 2.0, "unknown")),
            ),
        ),
        (IN_STEPS, (..., ..., _known(("pages", 3 / 4, 2.0, "unknown")))),
        (
            NO_PRIOR,
            (
                _known(("pricing", 1.0, 3.0, "working"), ("titles", 1.025 / 1.75, 1.75, "unknown")),
                _known(
                    ("events", 1.0, 7.0, "solid"),
                    ("funnel", 2 / 4.5, 4.5, "gap"),
                    ("groups", 2 / 3, 3.0, "working"),
                ),
                ...,
            ),
        ),
        (
            LATER_FULL,
            (
                _known(("pricing", 0.8, 3.0, "working"), ("titles", 2.25 / 3.75, 1.75, "unknown")),
                _known(
                    ("events", 8 / 9, 7.0, "solid"),
                    ("funnel", 3.2 / 6.5, 4.5, "gap"),
                    ("groups", 0.6, 3.0, "working"),
                ),
                ...,
            ),
        ),
        (
            FIRST_ONLY,
            (_known(("pricing", 0.8, 3.0, "working"), ("titles", 0.4, 1.75, "unknown")), ..., ...),
        ),
    ]
    empty = two_skills().iloc[:0]
    return [
        *cases("mastery", tried, slips),
        relates(
            "mastery",
            [(four_skills(), DAY), (four_skills().iloc[::-1], DAY)],
            lambda one, other: check.same(one.reset_index(drop=True), other.reset_index(drop=True)),
            "Turning the log upside down changes nothing.",
        ),
        gives(
            "mastery",
            (empty, DAY),
            _known(),
            shown="mastery(a log without rows, 30 September)",
            why="no evidence gives a table without rows",
            edge=True,
        ),
    ]


def mastery_slips():
    """The known mistakes with mastery, as functions of (log, today)."""

    def found(log, today, base=2.0, prior=True, weigh=True, later=0.7, fade=True):
        from course.practice.skills import WEIGHTS

        share = np.fmax(log["first"], later * log["later"])
        age = (today - log["day"]).dt.days
        weight = log["kind"].map(WEIGHTS if weigh else dict.fromkeys(WEIGHTS, 1.0))
        weight = weight * base ** (-age / 90) if fade else weight
        sums = pd.DataFrame({"skill": log["skill"], "right": weight * share, "n_eff": weight})
        table = sums.groupby("skill", as_index=False).sum()
        one, two = (1, 2) if prior else (0, 0)
        table["m"] = (one + table["right"]) / (two + table["n_eff"])
        table["state"] = [state_of(*each) for each in zip(table["m"], table["n_eff"], strict=True)]
        return table[["skill", "m", "n_eff", "state"]]

    return (
        Slip(partial(found, fade=False), NO_FADING),
        Slip(partial(found, prior=False), NO_PRIOR),
        Slip(partial(found, weigh=False), NO_WEIGHTS),
        Slip(partial(found, later=1.0), LATER_FULL),
        Slip(partial(found, later=0.0), FIRST_ONLY),
        Slip(partial(found, base=math.e), E_FOLDS),
    )


def state_of(m, n_eff):
    """unknown, gap, working or solid."""
    from course.practice.mastery import Mastery

    return Mastery(m, n_eff, 0.0, 1.0).state


def alike(value):
    """Three skills, not by the alphabet, with the same number."""
    return dict.fromkeys(("search", "ads", "copy"), value)


def priorities():
    need = {"titles": 0.8, "pricing": 0.8, "ads": 0.8, "groups": 0.45}
    early = (
        {"titles": 0.4, "pricing": 0.6, "ads": 0.3, "groups": 0.2},
        need,
        {"titles": 0.5, "pricing": 0.3, "ads": 0.2, "groups": 0.0},
        EARLY,
    )
    tie = (
        {"events": 0.4, "copy": 0.3, "search": 0.9, "members": 0.35},
        {"events": 0.8, "copy": 0.6, "search": 0.8, "members": 0.4},
        {"events": 0.2, "copy": 0.4, "search": 0.3, "members": 0.1},
        EARLY,
    )
    strong = (
        {"titles": 0.7, "ads": 0.9, "pricing": 0.5, "groups": 0.55, "brand": 0.95},
        {"titles": 0.8, "ads": 0.8, "pricing": 0.8, "groups": 0.8, "brand": 0.45},
        {"titles": 0.2, "ads": 0.3, "pricing": 0.4, "groups": 0.1, "brand": 0.0},
        LATER_YEARS,
    )
    floor = (
        {"events": 0.9, "copy": 0.5, "search": 0.6, "members": 0.3, "stock": 0.2},
        dict.fromkeys(("events", "copy", "search", "members", "stock"), 0.8),
        {"events": 0.4, "copy": 0.1, "search": 0.3, "members": 0.2, "stock": 0.0},
        LATER_YEARS,
    )
    tried = [
        Case(
            early,
            ["ads", "titles", "pricing"],
            "priorities(four skills, years 1-3)",
            "staves: ads 0.375, titles 0.5, pricing 0.75; nobody asks for groups",
        ),
        Case(
            tie,
            ["copy", "events", "members"],
            "priorities(four other skills, years 1-3)",
            (
                "copy and events are both at 0.5, and copy is asked for more; members 0.875; search"
                " has what it needs"
            ),
        ),
        Case(
            strong,
            ["ads", "pricing", "groups"],
            "priorities(five skills, years 4-5)",
            (
                "mastery × demand: ads 0.27, pricing 0.20, titles 0.14; below 0.60 and asked for"
                " there is groups; pricing is on the list already"
            ),
        ),
        Case(
            floor,
            ["events", "search", "members", "copy"],
            "priorities(five other skills, years 4-5)",
            "events 0.36 and search 0.18; then members 0.3 and copy 0.5; search at 0.60 holds",
        ),
    ]
    slips = [
        (LOWEST, (..., ["copy", "members", "events"], ..., ...)),
        (
            UNASKED,
            (
                ["ads", "groups", "titles", "pricing"],
                ...,
                ...,
                ["events", "search", "stock", "members", "copy"],
            ),
        ),
        (DEMAND_FIRST, (["titles", "pricing", "ads"], ["copy", "events", "members"], ..., ...)),
        (STAGE_BLIND, (..., ..., ["pricing", "groups", "titles"], ["members", "copy", "search"])),
        (BEST_NOT_ASKED, (..., ..., ["brand", "ads", "pricing", "groups"], ...)),
        (NO_FLOOR, (..., ..., ["ads", "pricing"], ["events", "search"])),
        (NOT_SHORT, (..., ["copy", "events", "members", "search"], ..., ...)),
    ]
    return [
        *(
            ordered(
                case,
                [
                    (sentence, values[place])
                    for sentence, values in slips
                    if values[place] is not ...
                ],
            )
            for place, case in enumerate(tried)
        ),
        ordered(
            Case(
                ({"titles": 0.9}, {"titles": 0.8}, {"titles": 1.0}, EARLY),
                [],
                "priorities(one skill that is long enough, years 1-3)",
                "nothing is short: an empty list",
            ),
            edge=True,
        ),
        *(
            ordered(
                Case(
                    (alike(0.4), alike(0.8), alike(0.2), stage),
                    ["ads", "copy", "search"],
                    f"priorities(three skills that are alike, {stage})",
                    "all is equal: the alphabet decides",
                ),
                edge=True,
            )
            for stage in (EARLY, LATER_YEARS)
        ),
    ]


def ordered(case, slips=(), hidden=False, core=True, edge=False):
    """A check of one call of `priorities`: names in their order, shown whole where they are wrong.
    `slips` is a list of (sentence, the list that the mistake gives).
    """
    known = {sentence: names for sentence, names in slips if names != case.want}

    def run(learner):
        value = learner.call("priorities", case.args, case.shown)
        if not isinstance(value, (list, tuple, np.ndarray, pd.Series)):
            return check.Finding(
                0.0, f"`{case.shown}` gave {show(value)}; it should be a list of skills, in order."
            )
        names = list(value)
        suspects = {sentence: check.same(names, slip) for sentence, slip in known.items()}
        if check.same(names, case.want):
            return check.Finding(
                1.0, f"`{case.shown}` is {show(names)}: {case.why}.", suspects=suspects
            )
        unseen = " on a case that you have not seen, and that is not right"
        asked = unseen if hidden else f"; it should be {show(case.want)}"
        return check.Finding(
            0.0,
            f"`{case.shown}` gave {show(names)}{asked}.",
            suspects=suspects,
            hint=f"This case asks: {case.why}." if case.why else "",
        )

    return check.Check(run, core, calls=((case.shown, case.args),), edge=edge)


def _tries(*rows, skill="titles"):
    """A log of tries: (days ago, share, minutes, usual, slip)."""
    table = pd.DataFrame(rows, columns=["ago", "share", "minutes", "usual", "slip"])
    table.insert(0, "skill", skill)
    table.insert(1, "day", DAY - pd.to_timedelta(table.pop("ago"), unit="D"))
    return table


def mixed(*tables):
    """Logs of several skills in one, in no order."""
    return pd.concat(tables, ignore_index=True).sample(frac=1, random_state=3, ignore_index=True)


PER_CENT, NO_CONTROL = "a percentage for a share", "no group without it"


def explain_gap():
    other = _tries(
        (80, 0.0, 10, 10, PER_CENT), (60, 0.0, 9, 10, PER_CENT), (3, 0.0, 9, 10, PER_CENT),
        skill="pricing",
    )  # fmt: skip
    few = mixed(_tries((9, 0.2, 12, 10, PER_CENT), (2, 0.4, 12, 10, PER_CENT)), other)
    same = mixed(
        _tries(
            (70, 1.0, 9, 10, ""), (30, 0.5, 12, 10, PER_CENT), (12, 0.25, 14, 10, NO_CONTROL),
            (4, 0.5, 12, 10, PER_CENT),
        ),
        other,
    )  # fmt: skip
    slow = _tries(
        (40, 0.0, 8, 10, PER_CENT), (35, 0.0, 8, 10, PER_CENT), (20, 1.0, 24, 15, ""),
        (9, 1.0, 16, 10, ""), (2, 0.8, 30, 10, NO_CONTROL),
    ).iloc[[3, 0, 4, 2, 1]]  # fmt: skip
    gone = mixed(
        _tries(
            (120, 0.4, 11, 10, PER_CENT), (110, 0.9, 11, 10, ""), (100, 0.5, 10, 10, ""),
            (3, 0.3, 19, 10, NO_CONTROL),
        ),
        other,
    )  # fmt: skip
    plain = _tries(
        (50, 0.9, 18, 10, ""), (30, 0.4, 19, 10, NO_CONTROL), (5, 0.3, 18, 10, PER_CENT)
    ).iloc[[2, 0, 1]]
    lately = _tries(
        (120, 0.9, 10, 10, ""), (20, 0.4, 10, 10, NO_CONTROL), (5, 0.3, 10, 10, PER_CENT)
    )
    tried = [
        Case((few, "titles"), "unknown", "explain_gap(log 1, 'titles')", "two tries are too few"),
        Case(
            (same, "titles"),
            "misconception",
            "explain_gap(log 2, 'titles')",
            "the same slip in two of the last three tries",
        ),
        Case(
            (slow, "titles"),
            "slow",
            "explain_gap(log 3, 'titles')",
            "the last three are 0.8 or more, at 1.6, 1.6 and 3 times the usual minutes",
        ),
        Case(
            (gone, "titles"),
            "forgot",
            "explain_gap(log 4, 'titles')",
            (
                "0.9 was reached, not in the try before the last but ever; 97 days lie between the"
                " last two, and the last is 0.3"
            ),
        ),
        Case(
            (plain, "titles"),
            "unknown",
            "explain_gap(log 5, 'titles')",
            "0.9 was reached, but only 25 days lie between the last two tries, and the slips differ",
        ),
        Case(
            (lately, "titles"),
            "unknown",
            "explain_gap(log 6, 'titles')",
            "0.9 is 115 days old, but only 15 days lie between the last two tries: not forgotten then",
        ),
    ]
    slips = [
        (OTHER_SKILL, ("misconception", "misconception", ..., "misconception", ..., ...)),
        (ALL_TRIES, (..., ..., "misconception", ..., ..., ...)),
        (NO_GAP_NEEDED, (..., ..., ..., ..., "forgot", "forgot")),
        (MINUTES_ALONE, (..., ..., ..., ..., "slow", ...)),
        (UNSORTED, (..., ..., "unknown", "unknown", ..., ...)),
    ]
    return cases("explain_gap", tried, slips)


@cache
def _values():
    return practice_values(SLUG)


def plan():
    return [practice("plan", Scenario(), _values())]


def best_strong():
    """The question under the barrel, for learner 0 in years 4 to 5, four hours outside."""
    totals = {
        hours: sum(half_year(STRONG_LEARNER, LATER_YEARS, hours, STRONG_OUTSIDE)[2].values())
        for hours in range(0, MOST_STRONG + 1, STEP)
    }
    best = max(totals.values())

    def run(learner):
        hours = learner.value("strong_hours")
        if type(hours) not in (int, float) or hours not in totals:
            return check.Finding(
                0.0, f"`strong_hours` is {hours!r}; it should be an even number from 0 to 16."
            )
        told = (
            f"With {hours:g} hours on two strengths the half year brings {totals[hours]:.1f} points"
        )
        if totals[hours] >= best * (1 - NEARLY_BEST):
            return check.Finding(
                1.0,
                f"{told}. More, and other staves fall below the floor; less, and no strength grows.",
            )
        return check.Finding(0.0, f"{told}; there is a better number. Drag on.")

    return [check.Check(run)]


def _pays(*values):
    """A policy that earns these amounts on draws 0, 1, 2 ..."""
    return lambda draw: float(values[draw])


def myth_lab():
    return [
        _tested((5, 7, 9), (4, 4, 4), "differences 1, 3, 5: their mean is 3"),
        _tested((1, 2, 3, 6), (3, 3, 3, 3), "differences −2, −1, 0, 3: their mean is 0"),
    ]


def _tested(one, other, why):
    """`myth_test` on two policies that earn these amounts on draws 0, 1, 2 ..."""
    draws = list(range(len(one)))
    args = (_pays(*one), _pays(*other), draws)
    shown = f"myth_test({', '.join(map(str, one))} against {', '.join(map(str, other))})"
    want = interval(np.subtract(one, other))

    def run(learner):
        found = learner.call("myth_test", args, shown)
        if check.same(found, want):
            return check.Finding(1.0, f"`{shown}`: {why}.")
        said = f"`{shown}` gave {found!r:.60}; it should be a mean and its interval: {why}."
        if check.same(found, interval(one)):
            said = f"{said} {ONE_POLICY}"
        elif check.same(found, want[0]):
            said = f"{said} {HALF_WIDTH}"
        return check.Finding(0.0, said)

    return check.Check(run)


def museum_same_numbers():
    def tries(*rows):
        return pd.DataFrame(rows, columns=["draw", "attempt", "share"])

    tried = [
        Case(
            (tries((0, 1, 0.4), (0, 2, 0.7), (0, 3, 1.0), (1, 1, 0.5), (1, 2, 1.0)),),
            0.45,
            "what_is_known(five tries)",
            "first tries: 0.4 and 0.5",
        ),
        Case(
            (tries((7, 1, 0.2), (7, 2, 0.9), (8, 1, 0.6), (9, 1, 0.7)),),
            0.5,
            "what_is_known(four tries)",
            "first tries: 0.2, 0.6 and 0.7",
        ),
    ]
    return cases("what_is_known", tried, [(SAME_NUMBERS, (1.0, (0.9 + 0.6 + 0.7) / 3))])


def museum_winners():
    def course(*rows):
        return pd.DataFrame(rows, columns=["student", "wrote", "raised_sales"])

    tried = [
        Case(
            (course((1, True, True), (2, True, True), (3, False, False), (4, False, False)),),
            0.5,
            "success(four students)",
            "2 of the 4 who enrolled",
        ),
        Case(
            (
                course(
                    (1, True, True), (2, False, False), (3, True, False), (4, False, True),
                    (5, False, False),
                ),
            ),
            0.4,
            "success(five students)",
            "2 of the 5 who enrolled",
        ),
    ]  # fmt: skip
    return cases("success", tried, [(WINNERS_ONLY, (1.0, 0.5))])


def museum_crammed():
    tried = [
        Case((0,), [1, 7, 21, 60], "reviews(0)", "1, 7, 21 and 60 days after day 0"),
        Case((10,), [11, 17, 31, 70], "reviews(10)", "1, 7, 21 and 60 days after day 10"),
    ]
    return cases("reviews", tried, [(CRAMMED, ([1, 2, 3, 4], [11, 12, 13, 14]))])
