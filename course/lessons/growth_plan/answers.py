"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import copy
import inspect
import math

import numpy as np
import pandas as pd

from course.check import Case, accuracy, fresh, gives, mapping
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.growth_plan import checks
from course.lessons.growth_plan.bank import FUNCTIONS, GIVEN_ADVERTS, GIVEN_CARDS, LADDER
from course.lessons.growth_plan.scenario import FORTNIGHTS, SESSIONS, STAGES, Scenario, of_stage
from course.market.rng import stream
from course.practice import worth
from course.practice.mastery import LATER, Evidence
from course.practice.mastery import mastery as known_skills
from course.practice.simulated import GAIN, HALF_LIFE_DAYS, Learner
from course.practice.skills import WEIGHTS

# {graded line: (function, why)}
ADVERT_KEY = {
    "Analyst for growth: estimates which of last year's buyers are still customers.": (
        "user operation",
        "Who is still a customer, person by person.",
    ),
    "Analyst: corrects the recommendations for the fact that what stands on top is clicked because it stands there.": (
        "strategy operation",
        "Position bias is corrected in the ranking rule.",
    ),
    "Brand manager: plans which buying guides and short videos appear next month.": (
        "content operation",
        "What is planned are texts and films.",
    ),
    "Campaign manager: plans the lottery that is to bring 20,000 people who never had an account.": (
        "event acquisition",
        "An event that is counted by first accounts.",
    ),
    "Category assistant: works out whether the anniversary sale sold more or only sold earlier.": (
        "activity operation",
        "The question is what a sale added.",
    ),
    "Content manager: raises the share of group buys that find enough members.": (
        "community operation",
        "Buyers bring buyers, in groups.",
    ),
    "Data operator: changes by what search results are ranked, and measures it.": (
        "strategy operation",
        "Rules of ranking are strategy.",
    ),
    "Finance operator: proposes the commission that each category pays next year.": (
        "business operation",
        "What the platform charges.",
    ),
    "Host: writes the timetable and the coupon rules of the anniversary sale.": (
        "activity operation",
        "Timetable and rules of a sale.",
    ),
    "Marketing assistant: divides the week's advertising money between search, social and affiliates.": (
        "paid promotion",
        "The work is to divide money over bought channels.",
    ),
    "Merchandiser: takes lamps off the shelf that only take sales from other lamps.": (
        "category operation",
        "Products that eat each other's sales: assortment.",
    ),
    "New-media operator: leads forty chat groups of buyers and answers in them every evening.": (
        "community operation",
        "Groups of buyers are led.",
    ),
    "Planner: forecasts the platform's revenue of the next quarter and explains the gap to the plan.": (
        "business operation",
        "Revenue, forecast and plan of the platform.",
    ),
    "Quality officer: suspends shops whose orders go wrong too often.": (
        "merchant operation",
        "Which shop stays is decided.",
    ),
    "User operator: finds the fake accounts among those who signed up for the invitation reward.": (
        "event acquisition",
        "Fakes are the cost side of an invitation event.",
    ),
}
# {graded card: (rung, why)}
CARD_KEY = {
    "A chat assistant, without naming a source: the usual conversion rate in fashion is 2.7%.": (
        "anecdote",
        "A number without a source is hearsay, however well it is phrased.",
    ),
    "A colleague's report: the new product page went live on 1 June; June sold 12% more than May.": (
        "before and after",
        "June against May, and nothing to compare with.",
    ),
    "A friend with a shop: long titles have always worked for me.": (
        "anecdote",
        "Nobody knows what short ones would have done.",
    ),
    "A shop's yearly letter: since we answer within an hour, repeat orders went from 22% to 27%.": (
        "before and after",
        "Then and now in one shop; the season and the assortment changed too.",
    ),
    "A trainer whose course costs 900 dollars: my best students all post at eight in the evening.": (
        "anecdote",
        "Only winners are told of, by someone who earns by it.",
    ),
    "A vendor of mail tools, in its yearly report: subject lines split at random on 900 lists. It sells the tool.": (
        "experiment",
        "Split at random, so the method is good; that they sell the tool says which results they left out of the report.",
    ),
    "An agency's slide: cost per order was 14 dollars when they hired us and is 9 now.": (
        "before and after",
        "Two moments of one shop; whatever else changed is in it.",
    ),
    "One country's law ended free returns, its neighbour's did not. Orders in both countries, two years before and after.": (
        "natural experiment",
        "The law made two groups, and the neighbour is the comparison.",
    ),
    "The customs office's list of duty rates by tariff number.": (
        "rulebook",
        "The office that collects says how much.",
    ),
    "The payments of one bank's customers failed for an afternoon. An analyst compares them with the customers of other banks.": (
        "natural experiment",
        "A failure hit one group by accident; the others are the comparison.",
    ),
    "This year's table of fees in the seller centre.": (
        "rulebook",
        "Who charges the fee writes the table.",
    ),
    "Your own A/B test: two weeks, 60,000 visitors, the size fixed beforehand.": (
        "experiment",
        "Random halves, and a size that was fixed before: yours counts too.",
    ),
}

TIERS = [(0.9, 1.0), (0.7, 0.5)]


def _sorted_into(name, key, legal, given):
    return [
        mapping(
            name,
            {text: label for text, (label, _) in key.items()},
            set(legal),
            tiers=TIERS,
            reasons={text: reason for text, (_, reason) in key.items()},
            given=given,
        )
    ]


def advert(_draws):
    return _sorted_into("advert", ADVERT_KEY, FUNCTIONS, GIVEN_ADVERTS)


def source_grade(_draws):
    return _sorted_into("source_grade", CARD_KEY, LADDER, GIVEN_CARDS)


SKILLS = ("titles", "pricing", "events", "groups", "stock", "copy")


def mastery(draws):
    trials = []
    for seed in draws.seeds(5, "mastery"):
        log = _evidence_log(seed)
        trials.append(
            gives(
                "mastery",
                (log, checks.DAY),
                reference_mastery(log, checks.DAY),
                shown="mastery(fifty fresh rows, 30 September)",
                rtol=1e-6,
                hidden=True,
                slips=checks.mastery_slips(),
            )
        )
    border = checks._log(
        ("search", "decide", 1.0, None, 0),
        ("search", "implement", 0.5, None, 0),
        ("search", "recall", 0.4, 1.0, 0),
        ("live", "decide", 0.0, 1.0, 0),
        ("old", "decide", 1.0, None, 360),
        ("old", "decide", 1.0, None, 360),
        ("cart", "decide", 0.9, None, 0),  # (1 + 5.4) ÷ (2 + 6): 0.80 on evidence of 6 is solid
        ("cart", "decide", 0.9, None, 0),
    )
    return [
        fresh(trials, "Five fresh logs, recomputed row by row: all right."),
        gives(
            "mastery",
            (border, checks.DAY),
            reference_mastery(border, checks.DAY),
            shown="mastery(a log at the borders)",
            why="n_eff of exactly 6, a skill that was only right later, one that is a year old",
            hidden=True,
            core=False,
        ),
        gives(
            "mastery",
            (checks.two_skills(), checks.DAY + pd.Timedelta(days=90)),
            reference_mastery(checks.two_skills(), checks.DAY + pd.Timedelta(days=90)),
            shown="mastery(the three rows, 90 days later)",
            why="`today` is an argument; everything is 90 days older",
            hidden=True,
            core=False,
        ),
    ]


def _evidence_log(seed):
    rng = stream(seed, "growth", "evidence")
    kinds = [each for each in WEIGHTS if each != "written"]
    count = 50
    first = rng.choice([0.0, 0.25, 0.5, 0.75, 1.0], count)
    later = np.where(rng.random(count) < 0.4, rng.choice([0.25, 0.5, 0.75, 1.0], count), np.nan)
    day = checks.DAY - pd.to_timedelta(rng.integers(0, 200, count), unit="D")
    return pd.DataFrame(
        {
            "skill": rng.choice(SKILLS, count),
            "kind": rng.choice(kinds, count),
            "first": first,
            "later": later,
            "day": day,
        }
    )


def reference_mastery(log, today):
    """By the course's own reckoning, `course.practice.mastery`."""
    rows = []
    for each in log.itertuples():
        share = each.first if math.isnan(each.later) else max(each.first, LATER * each.later)
        weight = WEIGHTS[each.kind]
        rows.append(Evidence("", "", "", (each.skill,), weight, float(share), each.day.date()))
    known = known_skills(rows, today.date())
    names = sorted(set(log["skill"]))
    found = [(name, known[name].m, known[name].n_eff, known[name].state) for name in names]
    return pd.DataFrame(found, columns=["skill", "m", "n_eff", "state"])


def priorities(draws):
    trials = []
    for place, seed in enumerate(draws.seeds(8, "priorities")):
        rng = stream(seed, "growth", "priorities")
        m = {name: round(float(rng.uniform(0.1, 0.95)), 3) for name in SKILLS}
        need = {name: float(rng.choice([0.45, 0.65, 0.8])) for name in SKILLS}
        demand = dict(
            zip(SKILLS, rng.dirichlet([1.0] * len(SKILLS)).round(3).tolist(), strict=True)
        )
        demand[str(rng.choice(SKILLS))] = 0.0
        case = (m, need, demand, STAGES[place % len(STAGES)])
        trials.append(
            checks.ordered(
                Case(case, reference_priorities(*case), f"priorities(six fresh skills, {case[3]})"),
                hidden=True,
            )
        )
    equal = ({"b": 0.4, "a": 0.4, "c": 0.2}, {"a": 0.8, "b": 0.8, "c": 0.4})
    demand = {"a": 0.3, "b": 0.3, "c": 0.4}
    at_need = ({"a": 0.8, "b": 0.3}, {"a": 0.8, "b": 0.8}, {"a": 0.5, "b": 0.5}, STAGES[0])
    floor = {"a": 0.9, "b": 0.9, "c": worth.FLOOR, "d": 0.5}
    at_floor = (
        floor,
        dict.fromkeys(floor, 0.8),
        {"a": 0.4, "b": 0.4, "c": 0.1, "d": 0.1},
        STAGES[1],
    )
    borders = [
        (at_need, "priorities(one skill that is where it must be)"),
        (at_floor, "priorities(one skill at 0.60, years 4-5)"),
    ]
    alone = ({"a": 0.5, "b": 0.9}, {"a": 0.8, "b": 0.8}, {"a": 1.0, "b": 0.0}, STAGES[1])
    return [
        fresh(trials, "Eight fresh lists, both stages: all right."),
        *(
            checks.ordered(
                Case(case, reference_priorities(*case), shown, "what is just enough is no gap"),
                hidden=True,
            )
            for case, shown in borders
        ),
        checks.ordered(
            Case(
                (*equal, demand, STAGES[0]),
                reference_priorities(*equal, demand, STAGES[0]),
                "priorities(three equal staves)",
                "equal staves go by demand, then by the alphabet",
            ),
            hidden=True,
            core=False,
        ),
        checks.ordered(
            Case(
                alone,
                reference_priorities(*alone),
                "priorities(one skill asked for, years 4-5)",
                "there may be fewer than two strengths",
            ),
            hidden=True,
            core=False,
        ),
    ]


def reference_priorities(m, req, d, stage):
    """The order of skills to work on, by the two rules of the lesson."""
    asked = [name for name in m if d[name] > 0]
    if stage == STAGES[0]:
        short = [name for name in asked if m[name] < req[name]]
        return sorted(short, key=lambda name: (m[name] / req[name], -d[name], name))
    best = sorted(asked, key=lambda name: (-m[name] * d[name], name))[: worth.STRENGTHS]
    low = [name for name in asked if m[name] < worth.FLOOR and name not in best]
    return best + sorted(low, key=lambda name: (m[name], name))


CAUSES = ("unknown", "misconception", "slow", "forgot")
CAUSE_SLIPS = (
    (("unknown", "forgot"), checks.NO_GAP_NEEDED),
    (("unknown", "slow"), checks.MINUTES_ALONE),
    (("unknown", "misconception"), checks.ALL_TRIES),
    (("slow", "unknown"), checks.UNSORTED),
    (("misconception", "unknown"), checks.EMPTY_SLIP),
)


def explain_gap(draws):
    logs = [log for seed in draws.seeds(12, "explain") for log in _logs(seed)]
    tried = [((log, "titles"), reference_cause(log, "titles")) for log in logs]
    return [
        accuracy("explain_gap", tried, CAUSES, [(0.95, 1.0), (0.85, 0.6)], slips=CAUSE_SLIPS),
        *(
            gives("explain_gap", (log, "titles"), cause, shown=shown, why=why, hidden=True)
            for log, cause, shown, why in _borders()
        ),
    ]


def _borders():
    """[(log, cause, shown, why)]: logs at the borders that the rules name, worked out by hand."""
    one, two = "a percentage for a share", "no group without it"
    tries = checks._tries
    return [
        (
            tries((20, 0.2, 9, 10, one), (10, 0.2, 9, 10, one), (1, 0.3, 9, 10, two)),
            "misconception",
            "explain_gap(three tries)",
            "three tries are enough to say something",
        ),
        (
            tries((20, 0.9, 15, 10, ""), (10, 0.9, 15, 10, ""), (1, 0.9, 15, 10, "")),
            "unknown",
            "explain_gap(1.5 times the usual minutes)",
            "slow begins above 1.5",
        ),
        (
            tries((99, 0.2, 9, 10, one), (90, 0.8, 9, 10, ""), (1, 0.3, 9, 10, two)),
            "forgot",
            "explain_gap(0.8 at the try before the last)",
            "0.8 was reached, and the try before the last counts",
        ),
        (
            tries((99, 0.9, 9, 10, ""), (90, 0.9, 9, 10, ""), (1, 0.6, 9, 10, two)),
            "unknown",
            "explain_gap(0.6 at the last try)",
            "forgotten is below 0.6",
        ),
    ]


def _logs(seed):
    """One log of each cause, and one of none, among rows of another skill."""
    rng = stream(seed, "growth", "explain")
    slips = ["a percentage for a share", "no group without it", "sorted the wrong way"]

    def rows(days, shares, pace, named):
        table = [
            (day, share, round(10 * pace * rng.uniform(0.97, 1.03), 1), 10, slip)
            for day, share, slip in zip(days, shares, named, strict=True)
        ]
        return checks._tries(*table)

    other = checks._tries(
        *[
            (int(day), 0.0, 9, 10, slips[0])
            for day in rng.choice(np.arange(1, 90), 3, replace=False)
        ],
        skill="pricing",
    )
    one, two, three = rng.permutation(slips).tolist()
    last = int(rng.integers(1, 9))
    found = [
        rows((last + 9, last), (0.2, 0.3), 1.0, (one, one)),
        rows(
            (last + 200, last + 60, last + 9, last),
            (1.0, 0.25, 0.5, 0.25),
            1.3,
            ("", one, two, one),
        ),
        rows(
            (last + 90, last + 40, last + 9, last), (0.0, 1.0, 0.8, 0.9), 2.0, (one, "", one, two)
        ),
        rows(
            (last + 150, last + 140, last + 60, last), (0.3, 0.8, 0.9, 0.5), 1.8, (one, "", "", two)
        ),
        rows(
            (last + 200, last + 90, last + 59, last), (0.9, 0.7, 0.8, 0.3), 1.9, ("", one, "", two)
        ),
        rows(
            (last + 90, last + 70, last + 9, last),
            (0.0, 0.0, 0.5, 0.4),
            1.9,
            (one, one, two, three),
        ),
    ]
    return [checks.mixed(table, other) for table in found]


FEW, LAST, AGAIN = 3, 3, 2  # tries
GOOD, BAD, TOO_LONG, LONG_AGO = 0.8, 0.6, 1.5, 60  # shares, times the usual minutes, days


def reference_cause(log, skill):
    """unknown, misconception, slow or forgot, by the four rules in their order."""
    rows = sorted(log[log["skill"] == skill].to_dict("records"), key=lambda row: row["day"])
    if len(rows) < FEW:
        return "unknown"
    last = rows[-LAST:]
    named = [row["slip"] for row in last if row["slip"]]
    if any(named.count(slip) >= AGAIN for slip in named):
        return "misconception"
    if min(row["share"] for row in last) >= GOOD:
        pace = sorted(row["minutes"] / row["usual"] for row in last)[LAST // 2]
        return "slow" if pace > TOO_LONG else "unknown"
    before = max(row["share"] for row in rows[:-1])
    away = (rows[-1]["day"] - rows[-2]["day"]).days
    forgot = before >= GOOD and rows[-1]["share"] < BAD and away >= LONG_AGO
    return "forgot" if forgot else "unknown"


def plan(draws):
    return [hidden_decision("plan", Scenario(), draws, baseline, expert)]


def baseline(state):
    """Lessons in order: every skill of the list gets its equal share of the half year, once."""
    names = [each["skill"] for each in state["skills"]]
    done = (FORTNIGHTS - state["fortnights_left"]) * SESSIONS
    total = FORTNIGHTS * SESSIONS
    return [names[(done + hour) * len(names) // total] for hour in range(SESSIONS)]


AHEAD = 14.0  # days: what an hour has left by then is what it is worth
ENOUGH = 0.55  # mastery of a base from which on the next step is worth more than the base
BASES_COUNT = 0.35  # of the hours that a base takes: the rest of what it carries comes later


def expert(state, ready=ENOUGH, ahead=AHEAD):
    """Hour by hour: the target whose next hour adds most to the output a fortnight from now, for each
    hour that it costs; and before it, whatever it builds on that does not stand yet.
    """
    skills = copy.deepcopy(state["skills"])
    known = {each["skill"]: each for each in skills}
    needs = {each["skill"]: (each["builds_on"],) for each in skills if each["builds_on"]}
    learner = Learner({each["skill"]: each["mastery"] for each in skills}, needs)
    targets = [each["skill"] for each in skills if each["needed"] > 0]
    keep = 2.0 ** (-ahead / HALF_LIFE_DAYS)

    def value(mastery):
        later = {name: keep * level for name, level in mastery.items()}
        return worth.output(*of_stage(state["stage"], skills, later))

    def missing_base(name):
        """The skills below `name` that do not stand yet, the lowest first."""
        chain = []
        while known[name]["builds_on"]:
            name = known[name]["builds_on"]
            chain.insert(0, name)
        return [each for each in chain if learner.mastery[each] < ready]

    def hours(name):
        """Hours until `name` stands."""
        return math.log((1 - learner.mastery[name]) / (1 - ready)) / GAIN

    def worth_an_hour(name, now):
        more = {**learner.mastery}
        more[name] += GAIN * (1 - more[name])
        cost = 1 + BASES_COUNT * sum(hours(base) for base in missing_base(name))
        return (value(more) - now) / cost

    sessions = []
    for _ in range(SESSIONS):
        now = value(learner.mastery)
        target = max(targets, key=lambda name: worth_an_hour(name, now))
        skill = [*missing_base(target), target][0]
        learner.practise(skill)
        sessions.append(skill)
    return sessions


def debrief():
    """What a learner may read after submission, as Markdown."""
    values = practice_values(checks.SLUG)
    low, high = (float(np.mean(values[name])) for name in ("baseline", "expert"))
    return (
        f"On the practice learners lessons in order bring {low:.1f} points a fortnight, the expert's"
        f" plan {high:.1f}. The expert asks of every hour: what does it add to the output a"
        " fortnight from now? It divides that by what the hour really costs, bases included, and"
        " works on the lowest base first. Reviews need no rule of their own: what has faded comes"
        f" up again, because an hour adds most where much is missing.\n\n```python\n{inspect.getsource(expert)}```\n"
    )


MODEL_ANSWERS = {
    0.5: "I want to become better with merchants, because many jobs ask for it and I am weak there.",
    1.5: (
        "Merchants take 35% of my hours, and the order defect rate stands at 0.54, between 0.28 and"
        " 0.79. Twelve of twenty hours go there: first somebody explains the slip that came back,"
        " since a drill only repeats it; then fresh numbers. Risk: events slip meanwhile."
    ),
    2.0: (
        "Merchants take 35% of my hours, and the order defect rate stands at 0.54, between 0.28 and"
        " 0.79. Twelve of twenty hours go there: first somebody explains the slip that came back"
        " three times, since a drill only repeats it; then fresh numbers on days 1 and 7. Four hours"
        " outside: titles. Four to hold events. Success: three first tries of 0.8 on numbers I have"
        " not seen. Risk: events slip; guardrail: no first try below 0.6 there. What would change"
        " the plan: if two drills in a row are right, the gap was noise and the next on the list"
        " takes its place."
    ),
}
