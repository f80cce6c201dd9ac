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
from course.lessons.category_operation.bank import CLASSES, GIVEN, GRADED, SALES
from course.lessons.category_operation.practice_shop import baskets, category_year, launch
from course.lessons.category_operation.scenario import Scenario


def classes():
    """{graded product: (class, reason)}: A, B, C by the share of sales before a product."""
    whole, before, found = sum(SALES.values()), 0, {}
    for place, product in enumerate(sorted(SALES, key=SALES.get, reverse=True), start=1):
        found[product] = (
            "A" if before < 0.7 * whole else "B" if before < 0.9 * whole else "C",
            f"Place {place} by sales: {before:,} of {whole:,} dollars, {before / whole:.1%}, are"
            " sold before it.",
        )
        before += SALES[product]

    return {product: found[product] for product in GRADED}


def abc(draws):
    key = classes()
    return [
        mapping(
            "abc",
            {product: label for product, (label, _) in key.items()},
            set(CLASSES),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons={product: reason for product, (_, reason) in key.items()},
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
    return [
        fresh(trials, "Five fresh years of six groups: all right."),
        relates(
            "gmroi",
            [
                (checks.tiny_year(),),
                (
                    checks.tiny_year().assign(
                        stock_start=[200.0, 0.0, 0.0], stock_end=[600.0, 0.0, 160.0]
                    ),
                ),
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
                shown="rules(fresh baskets, 0.04)",
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
                rtol=checks.WITHIN,
            )
        )
    return [
        fresh(trials, "Five fresh launches: the share that the regression finds, within 2%."),
        gives(
            "cannibalisation",
            (checks.tiny_launch().iloc[::-1].reset_index(drop=True),),
            0.3,
            shown="cannibalisation(tiny_launch, rows turned)",
            hidden=True,
            core=False,
            rtol=checks.WITHIN,
            why="the order of the rows changes nothing",
        ),
    ]


def reference_cannibalisation(table):
    """Difference in differences of logs by Poisson regression, product by product (statsmodels):
    exp(interaction) is the siblings' fall beyond the season.
    """
    rest = table[table["role"].isin(["sibling", "other"])].reset_index(drop=True)
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
    return set(products.loc[top, "product"])


def expert(products, nothing, places):
    """The twelve with most appeal × (margin − worth), where worth is what a visitor leaves anyway
    (Talluri and van Ryzin, 2004, with a cap).
    """
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = (page["appeal"] * page["margin"]).sum() / (nothing + page["appeal"].sum())
    return set(page["product"])


# What an action that is wrong in a known way earns: {sentence: policy}.
POLICY_SLIPS = {
    checks.EMPTY_PAGE: lambda products, nothing, places: set(),
    checks.WORTH_STAYS_0: baseline,
    checks.BEST_SELLERS: lambda products, nothing, places: set(
        products.nlargest(places, "appeal")["product"]
    ),
    checks.MOST_MARGIN: lambda products, nothing, places: set(
        products.nlargest(places, "margin")["product"]
    ),
    checks.PRICE_FOR_MARGIN: lambda products, nothing, places: expert(
        products.assign(margin=products["price"]), nothing, places
    ),
}


def debrief():
    """What a learner may read after submission: the expert's page of practice category 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)
    mine, first = expert(**seen), baseline(**seen)
    table = seen["products"].set_index("product")
    rows = "\n".join(
        f"| {name} | {table.loc[name, 'appeal']:.2f} | ${table.loc[name, 'margin']:.2f} |"
        f" {'page' if name in mine else 'out'} | {'page' if name in first else 'out'} |"
        for name in sorted(mine ^ first)
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
        + f"\n\nOver the {len(earned)} practice categories it earns"
        f" ${sum(earned) / len(earned):,.0f} from a thousand visitors, appeal × margin"
        f" ${sum(base) / len(base):,.0f}. Cheap favourites go: their buyers choose again among the"
        " others, some go, and on average they leave more than before.\n\nA written answer that"
        " earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def assort(")

MODEL_ANSWERS = {
    0.5: "We should list more products, because choice is good for buyers.",
    1.5: (
        "Put my page up instead of the twelve best sellers: it leaves about 8,000 dollars from a"
        " thousand visitors against 5,700. Buyers of the cheap favourites choose again or leave;"
        " together they leave more than before. Do not double the filters: a dollar there earns"
        " 1.09. Risk: a favourite that brings people into the shop."
    ),
    2.0: (
        "Replace the best sellers: in category 0 my page leaves 7,838 dollars from a thousand visitors"
        " instead of 5,678; over ten categories the gain is 98 to 9,723. Buyers of a cheap favourite"
        " choose again: some take what leaves more, some go, and together they leave more. Keep the"
        " kettle: it took 10% of its 247 units from siblings, −2% to 27% by whose season is taken;"
        " finance would be right from 49% on. No second stock of filters: a dollar earns 1.09, with"
        " twice the stock 0.55. Spoons: a lift of 0.37 to 1.11 may be chance. Guardrail: visitors of"
        " the category. If they fall by a tenth in two weeks, the three most wanted favourites come"
        " back."
    ),
}
