"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import pandas as pd

from course.check import Slip, fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.operations_map import checks
from course.lessons.operations_map.bank import FUNCTIONS, GIVEN, HINTS
from course.lessons.operations_map.practice_shop import shop_week
from course.lessons.operations_map.scenario import Scenario
from course.market.rng import stream

TASKS_KEY = {
    "Correct the ranking for the fact that first places are clicked because they are first.": "strategy operation",
    "Find the amount to charge for a lamp that earns most after its costs.": "pricing",
    "Plan next month's buying guides and short videos.": "content operation",
    "Teach shops that are new on the platform to ship on time.": "merchant operation",
    "Work out for whom free delivery as a benefit costs more than the fee brings.": "membership operation",
    "Work out whether the sale sold more, or only sold earlier.": "activity operation",
}


def owner(draws):
    reasons = {task: HINTS[function] for task, function in TASKS_KEY.items()}
    return [
        mapping(
            "owner",
            TASKS_KEY,
            set(FUNCTIONS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def gmv_tree(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(5, "gmv_tree")):
        sessions, orders, _ = shop_week(seed, visitors=120 + 60 * number, rate=0.2)
        orders = pd.concat(
            [orders, orders.iloc[: 1 + number]], ignore_index=True
        )  # some orders have a second row
        trials.append(
            gives(
                "gmv_tree",
                (sessions, orders),
                reference_tree(sessions, orders),
                shown="gmv_tree(a fresh week)",
                hidden=True,
                slips=checks.tree_slips(),
            )
        )
    sessions, orders = checks.tiny_week()
    none, cancelled = orders.iloc[:0], orders.assign(status="cancelled")
    return [
        fresh(trials, "Five fresh weeks, counted order by order: all right."),
        gives(
            "gmv_tree",
            (sessions, none),
            checks.tree(3, 0, 0.0, 0.0, 0.0),
            shown="gmv_tree(sessions, no orders)",
            hidden=True,
            core=False,
            why="no orders: CVR, AOV and GMV are 0",
        ),
        gives(
            "gmv_tree",
            (sessions, cancelled),
            checks.tree(3, 0, 0.0, 0.0, 0.0),
            shown="gmv_tree(sessions, orders that are all cancelled)",
            hidden=True,
            core=False,
            why="only cancelled orders: none is counted",
        ),
        gives(
            "gmv_tree",
            (sessions.iloc[:0], none),
            checks.tree(0, 0, 0.0, 0.0, 0.0),
            shown="gmv_tree(no sessions, no orders)",
            hidden=True,
            core=False,
            why="nobody came: everything is 0",
        ),
        relates(
            "gmv_tree",
            [
                (sessions, orders),
                (sessions.sample(frac=1, random_state=3), orders.sample(frac=1, random_state=3)),
            ],
            lambda one, other: one == other,
            "The order of rows changes nothing.",
        ),
    ]


def reference_tree(sessions, orders):
    """The tree, counted one order at a time."""
    visitors = len({visitor for visitor in sessions["visitor"]})
    counted, gmv = set(), 0.0
    for row in orders.itertuples():
        if row.status != "cancelled":
            counted.add(row.order)
            gmv += row.amount
    count = len(counted)
    return checks.tree(
        visitors,
        count,
        count / visitors if visitors else 0.0,
        gmv / count if count else 0.0,
        float(gmv),
    )


def contribution(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(5, "contribution")):
        _, orders, items = shop_week(seed, visitors=150 + 40 * number, rate=0.2)
        rng = stream(seed, "costs")
        costs = {
            name: round(float(rng.uniform(*limits)), 2)
            for name, limits in (
                ("fulfilment", (3, 8)),
                ("return", (2, 6)),
                ("marketing", (50, 400)),
            )
        }
        arguments = orders[["order", "status"]], items[["order", "units", "price", "cost"]], costs
        trials.append(
            gives(
                "contribution",
                arguments,
                reference_contribution(*arguments),
                shown="contribution(a fresh week)",
                hidden=True,
                atol=0.005,
                slips=checks.contribution_slips(),
            )
        )
    orders, items, costs = checks.tiny_orders()
    gone, back = orders.assign(status="cancelled"), orders.assign(status="returned")
    return [
        fresh(trials, "Five fresh weeks, settled order by order: all right to the cent."),
        gives(
            "contribution",
            (gone, items, costs),
            -6.0,
            shown="contribution(all cancelled)",
            hidden=True,
            core=False,
            why="nothing was sent; marketing was paid",
        ),
        gives(
            "contribution",
            (back, items, costs),
            -27.0,
            shown="contribution(all returned)",
            hidden=True,
            core=False,
            why="three parcels went out and came back, and marketing was paid",
        ),
        gives(
            "contribution",
            (orders.iloc[:0], items.iloc[:0], costs),
            -6.0,
            shown="contribution(no orders)",
            hidden=True,
            core=False,
            why="a week without orders still pays for marketing",
        ),
        relates(
            "contribution",
            [
                (orders, items, costs),
                (orders, items, {**costs, "marketing": costs["marketing"] + 10}),
            ],
            lambda less, more: abs(less - more - 10) < 0.01,
            "Ten dollars more of marketing are ten dollars less of contribution ({0}, then {1}).",
        ),
    ]


def reference_contribution(orders, items, costs):
    """The settlement, one order at a time."""
    total = -costs["marketing"]
    for order, status in zip(orders["order"], orders["status"], strict=True):
        if status == "cancelled":
            continue
        total -= costs["fulfilment"]
        if status == "returned":
            total -= costs["return"]
        else:
            total += sum(
                row.units * (row.price - row.cost)
                for row in items.itertuples()
                if row.order == order
            )
    return float(total)


def first_moved(draws):
    trials = []
    for seed in draws.seeds(5, "first_moved"):
        rng = stream(seed, "weeks")
        for _ in range(4):
            one = _tree(
                round(float(rng.uniform(500, 5000))),
                round(float(rng.uniform(0.01, 0.08)), 4),
                round(float(rng.uniform(20, 90)), 2),
            )
            factor = np.exp(rng.normal(0, 0.3, 3))
            two = _tree(
                round(one["visitors"] * factor[0]),
                round(one["cvr"] * factor[1], 5),
                round(one["aov"] * factor[2], 2),
            )
            trials.append(
                gives(
                    "first_moved",
                    (one, two),
                    reference_moved(one, two),
                    shown="first_moved(two fresh weeks)",
                    hidden=True,
                    slips=(
                        Slip("gmv", checks.ROOT_TAKEN),
                        Slip(
                            lambda a, b: _largest(a, b, lambda x, y: abs(y / x - 1)), checks.PERCENT
                        ),
                        Slip(lambda a, b: _largest(a, b, lambda x, y: abs(y - x)), checks.ABSOLUTE),
                        Slip(
                            lambda a, b: _largest(a, b, lambda x, y: math.log(y / x)),
                            checks.RISES_ONLY,
                        ),
                    ),
                )
            )
    base = {"visitors": 4096.0, "cvr": 0.03125, "aov": 32.0, "gmv": 4096.0}
    halved = {"visitors": 7200.0, "cvr": 0.03125, "aov": 16.0, "gmv": 3600.0}
    deeper = {"clicks": 100.0, "impressions": 1000.0, "gmv": 50.0}
    return [
        fresh(trials, "Twenty fresh pairs of weeks: all right."),
        gives(
            "first_moved",
            (base, halved),
            "aov",
            shown="first_moved(a week, AOV halved and visitors up by three quarters)",
            hidden=True,
            core=False,
            why="halving is a larger change than three quarters more",
        ),
        gives(
            "first_moved",
            (deeper, {"clicks": 130.0, "impressions": 1500.0, "gmv": 99.0}),
            "impressions",
            shown="first_moved(a tree with other leaves)",
            hidden=True,
            core=False,
            why="the names of the leaves are whatever the dictionary holds",
        ),
        gives(
            "first_moved",
            (base, base),
            "aov",
            shown="first_moved(a week, itself)",
            hidden=True,
            core=False,
            why="nothing moved: the first by the alphabet",
        ),
    ]


def _tree(visitors, cvr, aov):
    return {"visitors": float(visitors), "cvr": cvr, "aov": aov, "gmv": visitors * cvr * aov}


def _largest(one, two, change):
    leaves = sorted(name for name in one if name != "gmv")
    return max(leaves, key=lambda name: change(one[name], two[name]))


def reference_moved(one, two):
    return _largest(one, two, lambda x, y: abs(math.log(y / x)))


def triage(draws):
    return [hidden_decision("triage", Scenario(), draws, baseline, expert)]


def baseline(tickets, hours):
    """First come, first served."""
    return tickets["id"].tolist()


def expert(tickets, hours):
    """At every moment the ticket that saves most for each hour of work, with what is known of who
    reports.
    """
    todo = tickets.assign(
        loss=tickets["loss"].where(tickets["source"] != "merchant", tickets["loss"] / 3)
    ).to_dict("records")
    now, order = 0.0, []
    while todo:

        def worth(ticket, start=now):
            end = start + ticket["hours"]
            saved = ticket["loss"] * ticket["halves_in"] * 2 ** (-end / ticket["halves_in"])
            return saved / ticket["hours"] if end <= hours else -end

        best = max(todo, key=worth)
        todo.remove(best)
        order.append(best["id"])
        now += best["hours"]
    return order


def debrief():
    """What a learner may read after submission: the expert's first tickets on practice morning 0,
    as Markdown.
    """
    scenario = Scenario()
    tickets, hours = scenario.observe(0).values()
    seen = tickets.set_index("id")
    rows = "\n".join(
        f"| {ticket} | {seen.loc[ticket, 'ticket']} | {seen.loc[ticket, 'source']} |"
        f" ${seen.loc[ticket, 'loss']:,.0f} | {seen.loc[ticket, 'hours']:.1f} |"
        f" {seen.loc[ticket, 'halves_in']:.0f} |"
        for ticket in expert(tickets, hours)[:6]
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert corrects who reports, and asks at every moment which ticket saves most for each"
        " hour of work:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nIts first six tickets of practice morning 0:\n\n| Id | Ticket | Source | Loss an"
        " hour | Hours | Halves in |\n| --- | --- | --- | --- | --- | --- |\n"
        + rows
        + f"\n\nOn the {len(earned)} practice mornings it saves ${sum(earned) / len(earned):,.0f} a day; first come,"
        f" first served saves ${sum(first) / len(first):,.0f}. A loud merchant is not a large loss, a"
        " large loss is not a good first ticket, and a leak that closes by itself by noon can be"
        " left alone.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def triage(")

MODEL_ANSWERS = {
    0.5: "I work in the shop, and my KPI is GMV, which should grow by 10%.",
    1.5: (
        "My step is from visitor to full cart: I own the detail pages of 40 lamps. Add-to-cart rate"
        " is 11%, between 9 and 13 last month. I move it because shoppers ask about size and bulb,"
        " and the page does not say. Guardrail: returns must stay below 8%."
    ),
    2.0: (
        "My step is from visitor to full cart: I own the detail pages of 40 lamps. Add-to-cart rate"
        " is 11%, 9 to 13% over the last eight weeks. Pages that show the size in a room answer the"
        " question that chats ask most, so fewer shoppers leave to look elsewhere. Guardrail:"
        " returns (8% now), since a page that oversells fills carts that come back. If the ten"
        " pages with the new picture do not gain one point within four weeks while the other thirty"
        " stay, the picture is not the reason and I look at the price."
    ),
}
