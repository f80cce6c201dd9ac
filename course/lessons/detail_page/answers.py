"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np

from course.check import f1_by_code, fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.detail_page import checks
from course.lessons.detail_page.bank import CODES, FACTS, GIVEN, HINTS, KINDS, MODULES
from course.lessons.detail_page.practice_shop import audit_page, every_page, sigmoid
from course.lessons.detail_page.scenario import Scenario
from course.market.rng import stream

LINES_KEY = {
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown": "proof",
    "Dries faster than wool of the same thickness": "advantage",
    "No more wet papers in the backpack": "benefit",
    "Photos of the worn sole after 800 km": "proof",
    "The best bottle in the world": "hot air",
    "Weighs 310 grams": "feature",
}


def line_kind(draws):
    reasons = {text: HINTS[kind] for text, kind in LINES_KEY.items()}
    return [
        mapping(
            "line_kind",
            LINES_KEY,
            set(KINDS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def page_contribution(draws):
    trials = []
    for seed in draws.seeds(5, "page_contribution"):
        rng = stream(seed, "page")
        for _ in range(3):
            case = tuple(
                round(float(rng.uniform(*limits)), 3)
                for limits in ((0.01, 0.12), (4, 30), (0.02, 0.5), (2, 12))
            )
            trials.append(
                gives(
                    "page_contribution",
                    case,
                    reference_contribution(*case),
                    shown="page_contribution(a fresh page)",
                    hidden=True,
                    slips=checks.contribution_slips(),
                )
            )
    return [
        fresh(trials, "Fifteen fresh pages, order by order: all right."),
        gives(
            "page_contribution",
            (0.05, 12.0, 1.0, 8.0),
            -400.0,
            shown="page_contribution(a page whose orders all come back)",
            hidden=True,
            core=False,
            why="nothing is kept, everything costs",
        ),
        gives(
            "page_contribution",
            (0.0, 12.0, 0.1, 8.0),
            0.0,
            shown="page_contribution(a page that nobody orders from)",
            hidden=True,
            core=False,
            why="no orders",
        ),
        relates(
            "page_contribution",
            [(0.05, 12.0, 0.1, 8.0), (0.10, 12.0, 0.1, 8.0)],
            lambda one, two: abs(two - 2 * one) < 1e-6,
            "Twice the orders, twice the dollars ({0}, then {1}).",
        ),
    ]


def reference_contribution(cvr, margin, ret, cost):
    orders = 1000 * cvr
    back = orders * ret
    return (orders - back) * margin - back * cost


def fit_effects(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(5, "fit_effects")):
        rng = stream(seed, "tests")
        X = rng.integers(0, 2, (20, 4)).astype(float)
        n = rng.integers(100, 4000, 20).astype(float)
        y = rng.binomial(n.astype(int), sigmoid(-2.5 + X @ rng.normal(0.1, 0.25, 4))).astype(float)
        lam = float((2, 10, 30, 60, 5)[number])
        trials.append(
            gives(
                "fit_effects",
                (X, n, y, lam),
                reference_effects(X, n, y, lam),
                shown="fit_effects(fresh page tests)",
                hidden=True,
                rtol=0.01,
                atol=2e-3,
                slips=checks.effect_slips(),
            )
        )
    X, n, y = checks.four_pages()
    return [
        fresh(trials, "Five fresh sets of tests, fitted by scikit-learn: all right."),
        gives(
            "fit_effects",
            (X, n, y, 1e6),
            np.array([np.log(53 / 747), 0.0, 0.0]),
            shown="fit_effects(four pages, a very large penalty)",
            hidden=True,
            core=False,
            rtol=0.01,
            atol=2e-3,
            why="no effect is left, and the constant is the log-odds of all 53 orders of 800 views",
        ),
        relates(
            "fit_effects",
            [(X, n, y, 10.0), (X[::-1].copy(), n[::-1].copy(), y[::-1].copy(), 10.0)],
            lambda one, other: bool(np.allclose(one, other, atol=5e-3)),
            "The order of the pages changes nothing.",
        ),
    ]


def reference_effects(X, n, y, lam):
    """scikit-learn's penalised logistic regression: every page twice, ordered and not, with its
    views as weights.
    """
    from sklearn.linear_model import LogisticRegression

    fit = LogisticRegression(C=1 / lam, tol=1e-8, max_iter=2000)
    fit.fit(np.vstack([X, X]), np.repeat([1, 0], len(X)), sample_weight=np.concatenate([y, n - y]))
    return np.concatenate([fit.intercept_, fit.coef_[0]])


def audit(draws):
    rng = stream(draws.seeds(1, "audit")[0], "pages")
    cases = [((each,), reference_audit(each)) for each in (audit_page(rng) for _ in range(40))]
    return [
        f1_by_code(
            "audit",
            cases,
            tuple(CODES),
            [(1.0, 1.0), (0.9, 0.75), (0.75, 0.5)],
            slips={
                ("URGENCY", "missed"): (
                    "There are two ways to hurry people: a number that does not lie in stock,"
                    " smaller or larger, and a clock that begins again."
                ),
                ("URGENCY", "raised too often"): (
                    "It is allowed to say that 2 are left when 2 are left, and a clock may run out"
                    " once."
                ),
                (
                    "REVIEWS",
                    "missed",
                ): "Paid and not said, or low ratings hidden: either is enough.",
                ("REVIEWS", "raised too often"): "Paid reviews are allowed where the page says so.",
                (
                    "UNPROVEN",
                    "missed",
                ): "One claim without evidence is enough, wherever it stands in the list.",
                (
                    "UNPROVEN",
                    "raised too often",
                ): "A page without claims has none that lacks evidence.",
            },
        )
    ]


def reference_audit(page):
    found = {fact.upper() for fact in FACTS if fact not in page["facts"]}
    if sum(claim["evidence"] is None for claim in page["claims"]) > 0:
        found.add("UNPROVEN")
    small = page["says_left"] is not None and page["says_left"] != page["stock"]
    if small or (page["countdown"] is not None and page["countdown"]["restarts"]):
        found.add("URGENCY")
    reviews = page["reviews"]
    if reviews["hidden_below"] > 0 or (reviews["paid"] and not reviews["disclosed"]):
        found.add("REVIEWS")
    return found


def choose_modules(draws):
    return [hidden_decision("choose_modules", Scenario(), draws, baseline, expert)]


def baseline(tests):
    """Five modules without a look at the tests: the first of the list."""
    return list(MODULES[:5])


def expert(tests):
    """Penalised effects on orders and on returns, then the best of all pages of at most five
    modules by its dollars.
    """
    X, views, orders, back = (
        tests[each].to_numpy(float) for each in (list(MODULES), "views", "orders", "returns")
    )
    buy, give_back = (
        reference_effects(X, views, orders, 50.0),
        reference_effects(X, orders, back, 20.0),
    )
    modules, rows = every_page()
    cvr, returned = sigmoid(rows @ buy), sigmoid(rows @ give_back)
    earned = cvr * (12 * (1 - returned) - 8 * returned)
    return modules[earned.argmax()]


def debrief():
    """What a learner may read after submission: the expert's page for practice product 0, as
    Markdown.
    """
    scenario = Scenario()
    tests = scenario.observe(0)["tests"]
    X, views, orders, back = (
        tests[each].to_numpy(float) for each in (list(MODULES), "views", "orders", "returns")
    )
    buy, give_back, picked = (
        reference_effects(X, views, orders, 50.0),
        reference_effects(X, orders, back, 20.0),
        expert(tests),
    )
    rows = "\n".join(
        f"| {name} | {buy[place + 1]:+.2f} | {give_back[place + 1]:+.2f} |"
        f" {'yes' if name in picked else ''} |"
        for place, name in enumerate(MODULES)
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert estimates what each module does to orders **and** to returns, and only then"
        " looks for the best page:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice product 0, effects in log-odds:\n\n| Module | on orders | on returns |"
        " chosen |\n| --- | --- | --- | --- |\n"
        + rows
        + f"\n\nOn average over the practice products it earns ${np.mean(earned):,.0f} from 10,000 views;"
        f" five modules without a look earn ${np.mean(first):,.0f}. The best page was not among"
        " the 24: the tests are there to learn what each module does, not to pick the winner of"
        " the day.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = (
    inspect.getsource(expert)
    .replace("def expert(", "def choose_modules(")
    .replace("reference_effects", "fit_effects")
)

MODEL_ANSWERS = {
    0.5: (
        "The best bottle for people who love tea: revolutionary, stylish, and only today for 29"
        " dollars!"
    ),
    1.5: (
        "Hot until the last meeting. Double-walled steel keeps tea at 64 °C after six hours"
        " (laboratory report below). 310 grams. 30 days to send it back. Today 5.0% of views order,"
        " 4.7% to 5.3%. Guardrail: returns stay below 9.6% of orders."
    ),
    2.0: (
        "Hot until the last meeting. Double-walled steel keeps tea at 64 °C for six hours"
        " (laboratory report below), at 310 grams. Too small or too heavy? 30 days to send it back,"
        " we pay. The claim holds for a full bottle closed at 95 °C, and the page says so. Today"
        " 5.0% of views order (4.7% to 5.3% with 25,000 views). Guardrail: 8% of orders come back"
        " (6.6% to 9.6%). If after 25,000 views of the new block conversion is below 4.7%, or more"
        " than 9.6% come back, the old block returns."
    ),
}
