"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math

import numpy as np

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.detail_page.bank import GIVEN, KINDS, LINES, MODULES, PRACTICE
from course.lessons.detail_page.builder import page
from course.lessons.detail_page.scenario import Scenario

SLUG = "detail_page"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

RETURNS_FREE = (
    "It looks as if what comes back cost nothing but its margin: each return costs `cost` dollars"
    " as well."
)
MARGIN_KEPT = "A returned order's margin goes back too: only 1 − ret of the orders keep it."
NO_RETURNS = "The returns are missing altogether."
NOT_THOUSAND = "Asked are the dollars from 1,000 views, not from one."
OF_VIEWS = "It looks as if returns were a share of the views. They are a share of the **orders**."
WHOLE_ORDERS = (
    "It looks as if orders were made whole. They are a mean: 62.5 of 1,000 views are 125 of 2,000."
)
WHOLE_PENALTY = (
    "It looks as if λ × the squares was taken. In the question stands half of that: λ ÷ 2."
)
NO_SHRINKAGE = "It looks as if the penalty was left out: with few views the numbers run away."
ALL_SHRUNK = (
    "It looks as if the constant was pulled to zero as well. It is no effect, only the level: leave"
    " it alone."
)
ONE_VIEW = (
    "It looks as if every page counted as one view. A page with 3,000 views says more than one"
    " with 30."
)


def line_kind():
    return [mapping("line_kind", dict.fromkeys(LINES), set(KINDS), given=GIVEN, practice=PRACTICE)]


def page_contribution():
    return [
        gives(
            "page_contribution",
            (0.05, 12.0, 0.10, 8.0),
            500.0,
            shown="page_contribution(0.05, 12, 0.10, 8)",
            slips=contribution_slips(),
            why="50 orders of 1,000 views; 45 keep 12 dollars, 5 cost 8",
        ),
        gives(
            "page_contribution",
            (0.0625, 12.0, 0.30, 8.0),
            375.0,
            shown="page_contribution(0.0625, 12, 0.30, 8)",
            slips=contribution_slips(),
            why="62.5 orders on average, but 18.75 come back: more orders and fewer dollars",
        ),
        gives(
            "page_contribution",
            (0.02, 5.0, 0.50, 20.0),
            -150.0,
            shown="page_contribution(0.02, 5, 0.50, 20)",
            slips=contribution_slips(),
            why="20 orders; 10 keep 5 dollars, 10 cost 20: a loss is a loss",
            edge=True,
        ),
    ]


def contribution_slips():
    """The known mistakes with a page's contribution, as functions of (cvr, margin, ret, cost)."""
    return (
        Slip(lambda cvr, margin, ret, cost: 1000 * cvr * margin * (1 - ret), RETURNS_FREE),
        Slip(lambda cvr, margin, ret, cost: 1000 * cvr * (margin - ret * cost), MARGIN_KEPT),
        Slip(lambda cvr, margin, ret, cost: 1000 * cvr * margin, NO_RETURNS),
        Slip(lambda cvr, margin, ret, cost: cvr * (margin * (1 - ret) - cost * ret), NOT_THOUSAND),
        Slip(
            lambda cvr, margin, ret, cost: 1000 * (cvr * margin * (1 - ret) - cost * ret), OF_VIEWS
        ),
        Slip(
            lambda cvr, margin, ret, cost: (
                round(1000 * cvr) * (margin * (1 - ret) - cost * ret)
                if round(1000 * cvr) != 1000 * cvr
                else None
            ),
            WHOLE_ORDERS,
        ),
    )


def two_pages():
    """One module, off and on, on two pages with many views: 5% and 10% order."""
    return np.array([[0.0], [1.0]]), np.array([20_000.0, 20_000.0]), np.array([1_000.0, 2_000.0])


def four_pages():
    """Two modules on four pages with few views."""
    return (
        np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
        np.array([200.0, 200.0, 200.0, 200.0]),
        np.array([10.0, 16.0, 9.0, 18.0]),
    )


def fit_effects():
    odds = [math.log(0.05 / 0.95), math.log(0.10 / 0.90)]
    return [
        gives(
            "fit_effects",
            (*two_pages(), 0.0),
            np.array([odds[0], odds[1] - odds[0]]),
            shown="fit_effects(two pages, no penalty)",
            rtol=0.01,
            atol=2e-3,
            slips=effect_slips(),
            why="5% without the module and 10% with it: log-odds of −2.944, and 0.747 more",
        ),
        gives(
            "fit_effects",
            (*four_pages(), 10.0),
            FOUR_PAGES,
            shown="fit_effects(four pages with 200 views each, lam = 10)",
            rtol=0.01,
            atol=2e-3,
            slips=effect_slips(),
            why="with few views both effects are pulled towards 0",
        ),
    ]


# scikit-learn's logistic regression on the four pages with C = 1/10 (a test holds it against that).
FOUR_PAGES = np.array([-2.8376, 0.3367, 0.0224])


def effect_slips():
    """The known mistakes with effects, as functions of (X, n, y, lam)."""

    def fitted(X, n, y, lam, *, shrink_all=False, weights=None):
        from scipy.optimize import minimize

        Z, n, y = (
            np.column_stack([np.ones(len(X)), X]),
            n if weights is None else weights,
            y if weights is None else y / n * weights,
        )

        def badness(b):
            odds = Z @ b
            return (n * np.logaddexp(0, odds) - y * odds).sum() + lam / 2 * (
                b[0 if shrink_all else 1 :] ** 2
            ).sum()

        return minimize(badness, np.zeros(Z.shape[1])).x

    return (
        Slip(lambda X, n, y, lam: fitted(X, n, y, 0.0) if lam else None, NO_SHRINKAGE),
        Slip(lambda X, n, y, lam: fitted(X, n, y, lam, shrink_all=True), ALL_SHRUNK),
        Slip(lambda X, n, y, lam: fitted(X, n, y, 2 * lam) if lam else None, WHOLE_PENALTY),
        Slip(lambda X, n, y, lam: fitted(X, n, y, lam, weights=np.ones(len(n))), ONE_VIEW),
    )


def clean_page():
    return {
        "facts": {
            "size": "stated",
            "material": "stated",
            "delivery": "stated",
            "returns": "stated",
        },
        "claims": [{"text": "does not leak upside down", "evidence": "laboratory report"}],
        "stock": 40,
        "says_left": None,
        "countdown": None,
        "reviews": {"paid": False, "disclosed": False, "hidden_below": 0},
    }


def bad_page():
    return {
        "facts": {"size": "stated", "delivery": "stated"},
        "claims": [{"text": "keeps tea hot for six hours", "evidence": None}],
        "stock": 212,
        "says_left": 3,
        "countdown": None,
        "reviews": {"paid": False, "disclosed": False, "hidden_below": 3},
    }


def audit():
    gift = clean_page() | {
        "reviews": {"paid": True, "disclosed": True, "hidden_below": 0},
        "stock": 2,
        "says_left": 2,
        "countdown": {"restarts": False},
    }
    return [
        gives(
            "audit",
            (clean_page(),),
            set(),
            shown="audit(clean_page)",
            why="nothing is missing and nothing untrue",
        ),
        gives(
            "audit",
            (bad_page(),),
            {"MATERIAL", "RETURNS", "UNPROVEN", "URGENCY", "REVIEWS"},
            shown="audit(bad_page)",
            why=(
                "two facts are missing, a claim has no evidence, 212 lie in stock and not 3, and"
                " bad reviews are hidden"
            ),
        ),
        gives(
            "audit",
            (gift,),
            set(),
            shown="audit(a page that says truly that 2 are left, and that testers were paid)",
            why="true urgency and disclosed payment are allowed",
        ),
        gives(
            "audit",
            (clean_page() | {"stock": 2, "says_left": 5},),
            {"URGENCY"},
            shown="audit(a page that says that 5 are left, of 2 in stock)",
            why="another number than lies in stock, too many as well as too few",
            edge=True,
        ),
    ]


def choose_modules():
    return [practice("choose_modules", Scenario(), practice_values(SLUG))]


def odds_of():
    """The faded example: a share as log-odds."""
    return [
        gives("log_odds", (0.5,), 0.0, shown="log_odds(0.5)", why="even odds"),
        gives(
            "log_odds",
            (0.05,),
            math.log(0.05 / 0.95),
            shown="log_odds(0.05)",
            why="1 to 19",
            slips=(
                Slip(
                    math.log(0.05),
                    "That is the log of the share. Odds compare it with the rest, 1 − share.",
                ),
                Slip(0.05 / 0.95, "Those are the odds; take the log."),
            ),
        ),
    ]


BUILDER_PRODUCT = 2


def costly_module():
    """The question that only switching answers, for practice product 2."""
    bare = page(BUILDER_PRODUCT, set())
    change = {
        name: (
            page(BUILDER_PRODUCT, {name})[0] - bare[0],
            page(BUILDER_PRODUCT, {name})[2] - bare[2],
        )
        for name in MODULES
    }

    def run(learner):
        name = learner.value("costly_module")
        if type(name) is not str or name not in change:
            return check.Finding(
                0.0, f"`costly_module` is {name!r}; it should be one of {', '.join(MODULES)}."
            )
        cvr, earned = change[name]
        if cvr > 0 > earned:
            return check.Finding(
                1.0,
                f"“{name}” adds {100 * cvr:.2f} points of conversion and takes ${-earned:,.0f}:"
                " what it sells comes back.",
            )
        if cvr <= 0:
            return check.Finding(
                0.0,
                f"“{name}” does not raise conversion on an empty page. Another one does, and costs"
                " money.",
            )
        return check.Finding(
            0.0,
            f"“{name}” raises conversion and earns ${earned:,.0f}. Another one raises it and"
            " loses.",
        )

    return [check.Check(run)]


def museum_cvr():
    two = {"calm": {"cvr": 0.050, "ret": 0.08}, "loud": {"cvr": 0.056, "ret": 0.24}}
    return [
        gives(
            "better_page",
            (two, 12.0, 8.0),
            "calm",
            shown="better_page(two pages)",
            slips=(
                Slip(
                    "loud",
                    "5.6 orders of a hundred views, of which a quarter comes back: 403 dollars of"
                    " 1,000 views against 520.",
                ),
            ),
            why="520 dollars against 403",
        )
    ]


def museum_copy():
    pages_ = [
        {"modules": ["video", "bold claim"], "views": 60, "orders": 7},
        {"modules": ["size chart"], "views": 6000, "orders": 420},
    ]
    return [
        gives(
            "page_to_copy",
            (pages_,),
            ["size chart"],
            shown="page_to_copy(two tested pages)",
            slips=(
                Slip(
                    ["video", "bold claim"],
                    "7 of 60 may be luck: its lower end is 3.4%, that of 420 of 6,000 is 6.3%.",
                ),
            ),
            why="420 of 6,000 is 7.0%, and its lower end 6.3%",
        )
    ]


def museum_urgency():
    return [
        gives(
            "stock_line",
            (240,),
            "",
            shown="stock_line(240)",
            slips=(
                Slip(
                    "Only 3 left!",
                    "240 lie in stock. Urgency that is not true is a lie, and in the European Union"
                    " and elsewhere unlawful.",
                ),
            ),
            why="there is nothing to hurry for",
        ),
        gives("stock_line", (2,), "Only 2 left", shown="stock_line(2)", why="true, and useful"),
    ]
