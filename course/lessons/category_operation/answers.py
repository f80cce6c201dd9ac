"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
import pandas as pd
import statsmodels.api as sm
from mlxtend.frequent_patterns import apriori, association_rules
from mlxtend.preprocessing import TransactionEncoder

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.category_operation import checks
from course.lessons.category_operation.bank import CLASSES, GIVEN, HINTS, PRACTICE, SALES
from course.lessons.category_operation.practice_shop import baskets, category_year, launch
from course.lessons.category_operation.scenario import Scenario


def classes():
    """A, B, C by what was sold before a product, as a share of all."""
    whole, before, found = sum(SALES.values()), 0, {}
    for product in sorted(SALES, key=SALES.get, reverse=True):
        found[product] = "A" if before < 0.7 * whole else "B" if before < 0.9 * whole else "C"
        before += SALES[product]
    graded = [product for product in SALES if product not in (*GIVEN, *PRACTICE)]
    return {product: found[product] for product in graded}


def abc(draws):
    key = classes()
    return [
        mapping(
            "abc",
            key,
            set(CLASSES),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons={product: HINTS[name] for product, name in key.items()},
            given=GIVEN,
        )
    ]


def gmroi(draws):
    trials = []
    for seed in draws.seeds(5, "gmroi"):
        year = category_year(seed)
        trials.append(
            gives(
                "gmroi",
                (year,),
                reference_gmroi(year),
                about=("gmroi",),
                shown="gmroi(a fresh year)",
                hidden=True,
                slips=checks.gmroi_slips(),
            )
        )
    loss = checks.tiny_year().assign(cost=[1200.0, 100.0])
    return [
        fresh(trials, "Five fresh years of six groups: all right."),
        gives(
            "gmroi",
            (loss,),
            reference_gmroi(loss),
            about=("gmroi",),
            shown="gmroi(a group sold below cost)",
            hidden=True,
            core=False,
            why="a loss makes GMROI negative",
        ),
        relates(
            "gmroi",
            [
                (checks.tiny_year(),),
                (checks.tiny_year().assign(stock_start=[200.0, 0.0], stock_end=[600.0, 0.0]),),
            ],
            lambda one, other: np.isclose(one["gmroi"][0], 2 * other["gmroi"][0]),
            "Twice the stock for the same sales halves GMROI.",
        ),
    ]


def reference_gmroi(year):
    """Group by group, in plain Python."""
    rows = []
    for row in year.itertuples():
        stock = (row.stock_start + row.stock_end) / 2
        rows.append(
            (
                row.group,
                (row.sales - row.cost) / stock if stock else np.inf,
                row.cost / stock if stock else np.inf,
            )
        )
    return checks.earned(*map(list, zip(*rows, strict=True)))


def rules(draws):
    trials = []
    for seed in draws.seeds(5, "rules"):
        found = baskets(seed)
        trials.append(
            gives(
                "rules",
                (found, 0.04),
                reference_rules(found, 0.04),
                about=("lift",),
                shown="rules(300 fresh baskets, 0.04)",
                hidden=True,
                slips=checks.rule_slips(),
            )
        )
    return [
        fresh(
            trials,
            "Five fresh sets of baskets: pairs, support and lift are those of mlxtend's apriori.",
        ),
        gives(
            "rules",
            (checks.TINY_BASKETS, 0.9),
            checks.pairs([], [], [], []),
            about=("lift",),
            shown="rules(five baskets, 0.9)",
            hidden=True,
            core=False,
            why="no pair is that common: an empty table with the four columns",
        ),
        gives(
            "rules",
            (checks.TINY_BASKETS, 0.0),
            reference_rules(checks.TINY_BASKETS, 0.0),
            about=("lift",),
            shown="rules(five baskets, 0)",
            hidden=True,
            core=False,
            why="every pair that was ever in a basket, and no other",
        ),
        gives(
            "rules",
            ([["cup", "cup", "tray"], ["cup", "tray"]], 0.5),
            checks.pairs(["cup"], ["tray"], [1.0], [1.0]),
            about=("lift",),
            shown="rules(a basket with two cups, 0.5)",
            hidden=True,
            core=False,
            why="two cups in a basket are one basket with cups",
        ),
    ]


def reference_rules(found, least):
    """Apriori (Agrawal and Srikant, 1994) by mlxtend; each pair once, in the order of the
    alphabet.
    """
    coder = TransactionEncoder()
    frequent = apriori(
        pd.DataFrame(coder.fit(found).transform(found), columns=coder.columns_),
        min_support=max(least - 1e-12, 1e-9),
        use_colnames=True,
        max_len=2,
    )
    table = association_rules(frequent, metric="support", min_threshold=0.0)
    rows = sorted(
        (
            next(iter(row.antecedents)),
            next(iter(row.consequents)),
            float(row.support),
            float(row.lift),
        )
        for row in table.itertuples()
    )
    rows = [row for row in rows if row[0] < row[1]]
    return (
        checks.pairs(*map(list, zip(*rows, strict=True))) if rows else checks.pairs([], [], [], [])
    )


def cannibalisation(draws):
    trials = []
    for seed in draws.seeds(5, "cannibal"):
        table = launch(seed)
        trials.append(
            gives(
                "cannibalisation",
                (table,),
                reference_cannibalisation(table),
                shown="cannibalisation(a fresh launch)",
                hidden=True,
                slips=checks.cannibal_slips(),
                rtol=0.02,
            )
        )
    helps = checks.tiny_launch().assign(units=[100.0, 200.0, 240.0, 1000.0, 1100.0])
    return [
        fresh(trials, "Five fresh launches: the share that the regression finds, within 2%."),
        gives(
            "cannibalisation",
            (helps,),
            -0.2,
            shown="cannibalisation(a newcomer that helps its siblings)",
            hidden=True,
            core=False,
            rtol=0.02,
            why="siblings sold more than expected, 20 for 100 new ones: a negative share",
        ),
        gives(
            "cannibalisation",
            (checks.tiny_launch().iloc[::-1].reset_index(drop=True),),
            0.3,
            shown="cannibalisation(tiny_launch, rows turned)",
            hidden=True,
            core=False,
            rtol=0.02,
            why="the order of the rows changes nothing",
        ),
    ]


def reference_cannibalisation(table):
    """Difference in differences of logs by Poisson regression, product by product (statsmodels):
    exp(interaction) is the siblings' fall beyond the season.
    """
    rest = table[table["role"] != "new"].reset_index(drop=True)
    sibling, after = (rest["role"] == "sibling").astype(float), rest["after"].astype(float)
    design = pd.DataFrame({"one": 1.0, "sibling": sibling, "after": after, "both": sibling * after})
    fit = sm.GLM(rest["units"], design, family=sm.families.Poisson()).fit(tol=1e-12)
    actual = float(rest.loc[(sibling == 1) & (after == 1), "units"].sum())
    new = float(table.loc[table["role"] == "new", "units"].sum())
    return (actual / float(np.exp(fit.params["both"])) - actual) / new


def assort(draws):
    return [hidden_decision("assort", Scenario(), draws, baseline, expert)]


def baseline(products, nothing, places):
    """The twelve with most appeal × margin."""
    top = (products["appeal"] * products["margin"]).nlargest(places).index
    return {int(item) for item in products.loc[top, "item"]}


def expert(products, nothing, places):
    """The twelve with most appeal × (margin − worth), where worth is what a visitor leaves anyway
    (Talluri and van Ryzin, 2004, with a cap).
    """
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = (page["appeal"] * page["margin"]).sum() / (nothing + page["appeal"].sum())
    return {int(item) for item in page["item"]}


def debrief():
    """What a learner may read after submission: the expert's page of practice category 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)
    mine, first = expert(**seen), baseline(**seen)
    table = seen["products"].set_index("item")
    rows = "\n".join(
        f"| {item} | {table.loc[item, 'appeal']:.2f} | ${table.loc[item, 'margin']:.2f} |"
        f" {'page' if item in mine else 'out'} | {'page' if item in first else 'out'} |"
        for item in sorted(mine ^ first)
    )
    values = practice_values(checks.SLUG)
    earned, base = values["expert"], values["baseline"]
    return (
        "The expert asks of each product what it brings beyond what its buyer would have left"
        " anyway:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice category 0, where it differs from appeal × margin:\n\n| Product | Appeal"
        " | Margin | Expert | Appeal × margin |\n"
        + "| --- " * 5
        + "|\n"
        + rows
        + f"\n\nOver the five practice categories it earns ${sum(earned) / 5:,.0f} from a thousand"
        f" visitors, appeal × margin ${sum(base) / 5:,.0f}. Cheap favourites go: whoever would"
        " have taken one takes, more often than not, something that earns more.\n\nA written"
        " answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def assort(")

MODEL_ANSWERS = {
    0.5: "We should list more products, because choice is good for buyers.",
    1.5: (
        "I would take eight C products off and give their places to the press and the frother. They"
        " bring 3% of sales and hold 15% of the stock; GMROI would rise from 1.4 to about 1.7."
        " Their buyers mostly take something else. Risk: a C product that brings people into the"
        " shop."
    ),
    2.0: (
        "Eight C products leave the page this quarter; their places go to two presses and a"
        " frother. They bring 3% of sales and hold 15% of the stock, so GMROI should rise from 1.4"
        " to 1.6 to 1.8. Most of their buyers will take a sibling with a better margin: the new"
        " kettle took 30 of its 100 units from siblings, and it works the other way round."
        " Guardrails: searches without an order, and baskets that held a C product. If baskets with"
        " the eight were worth more than the mean, or searches without an order rise by a tenth,"
        " the three most searched come back."
    ),
}
