"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.operations_map.bank import FUNCTIONS, GIVEN, PRACTICE, TASKS
from course.lessons.operations_map.scenario import Scenario
from course.lessons.operations_map.way import practice as practice_shop
from course.lessons.operations_map.way import week
from course.operations import STEPS

SLUG = "operations_map"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

VISITS_AS_VISITORS = (
    "It looks as if sessions were counted. A person who comes three times is one visitor."
)
LINES_AS_ORDERS = "It looks as if rows were counted. An order with two rows is one order."
BUYERS = "It looks as if buyers were counted. Somebody who orders twice has two orders."
CANCELLED_IN = "Cancelled orders are still in it."
CANCELLED_COUNTED = "A cancelled order is in the count of orders, but its money is not in the GMV."
COST_FORGOTTEN = (
    "It looks as if the goods' own cost was left out: a unit brings its price minus its cost."
)
MARKETING_FORGOTTEN = "Marketing is missing: it is paid whatever was sold."
RETURNED_EARNS = (
    "A returned order's money goes back, and its goods come back to the shelf: it brings nothing"
    " and costs the way there and back."
)
RETURN_WAY_FREE = "A returned order was sent too: its fulfilment was paid before it came back."
CANCELLED_SENT = "A cancelled order was never sent: it costs nothing."
UNITS_FORGOTTEN = "Two units of an item bring the difference twice."
ABSOLUTE = (
    "It looks as if differences were compared. 100 visitors more and 0.01 conversion more have no"
    " common unit; logs have."
)
PERCENT = (
    "Percent are not symmetric: doubling is +100%, halving is -50%, and they are the same size."
    " Take logs."
)
ROOT_TAKEN = "That is the root itself. It moves because a leaf below it moved; asked is the leaf."
RISES_ONLY = "A fall moves a tree as well: take the size of the change, without its sign."


def owner():
    return [mapping("owner", dict.fromkeys(TASKS), set(FUNCTIONS), given=GIVEN, practice=PRACTICE)]


def tiny_week():
    """Five sessions of three visitors; orders 1 and 2 are kept, order 3 is cancelled; order 1 has
    three rows.
    """
    sessions = pd.DataFrame({"visitor": ["ann", "ann", "bo", "cy", "ann"], "day": [1, 2, 2, 3, 5]})
    orders = pd.DataFrame(
        {
            "order": [1, 1, 1, 2, 3],
            "visitor": ["ann", "ann", "ann", "bo", "cy"],
            "status": ["kept", "kept", "kept", "returned", "cancelled"],
            "amount": [10.0, 10.0, 10.0, 50.0, 99.0],
        }
    )
    return sessions, orders


def tree(visitors, orders, cvr, aov, gmv):
    return {"visitors": visitors, "orders": orders, "cvr": cvr, "aov": aov, "gmv": gmv}


def gmv_tree():
    sessions, orders = tiny_week()
    return [
        gives(
            "gmv_tree",
            (sessions, orders),
            tree(3, 2, 2 / 3, 40.0, 80.0),
            shown="gmv_tree(sessions, orders)",
            why="ann, bo and cy; orders 1 and 2; 80 dollars",
            slips=tree_slips(),
        ),
        gives(
            "gmv_tree",
            (sessions, pd.concat([orders, AGAIN], ignore_index=True)),
            tree(3, 3, 1.0, 30.0, 90.0),
            shown="gmv_tree(sessions, orders in which ann has ordered twice)",
            why="orders 1 and 4 are both ann's: three orders, 90 dollars",
            slips=(*tree_slips(), Slip(buyers_tree, BUYERS)),
        ),
        relates(
            "gmv_tree",
            [(sessions, orders)],
            lambda found: (
                abs(found["visitors"] * found["cvr"] * found["aov"] - found["gmv"]) < 1e-9
            ),
            "Visitors × CVR × AOV is the GMV.",
        ),
    ]


# A second order of ann's.
AGAIN = pd.DataFrame({"order": [4], "visitor": ["ann"], "status": ["kept"], "amount": [10.0]})


def buyers_tree(sessions, orders):
    """The tree of whoever counts buyers for orders."""
    counted = orders[orders["status"] != "cancelled"]
    visitors, count = sessions["visitor"].nunique(), counted["visitor"].nunique()
    gmv = float(counted["amount"].sum())
    return tree(visitors, count, count / visitors, gmv / count, gmv)


def tree_slips():
    """The known mistakes with the tree, as functions of (sessions, orders)."""

    def build(visitors, count, gmv):
        return tree(visitors, count, count / visitors, gmv / count, gmv)

    def money(orders):
        return float(orders.loc[orders["status"] != "cancelled", "amount"].sum())

    def kept(orders):
        return orders.loc[orders["status"] != "cancelled", "order"]

    return (
        Slip(lambda s, o: build(len(s), kept(o).nunique(), money(o)), VISITS_AS_VISITORS),
        Slip(lambda s, o: build(s["visitor"].nunique(), len(kept(o)), money(o)), LINES_AS_ORDERS),
        Slip(
            lambda s, o: build(
                s["visitor"].nunique(), o["order"].nunique(), float(o["amount"].sum())
            ),
            CANCELLED_IN,
        ),
        Slip(
            lambda s, o: build(s["visitor"].nunique(), o["order"].nunique(), money(o)),
            CANCELLED_COUNTED,
        ),
    )


def tiny_orders():
    """Three orders that fit on a napkin: one kept, one returned, one cancelled."""
    orders = pd.DataFrame({"order": [1, 2, 3], "status": ["kept", "returned", "cancelled"]})
    items = pd.DataFrame(
        {
            "order": [1, 1, 2, 3],
            "units": [2, 1, 1, 1],
            "price": [30.0, 15.0, 45.0, 60.0],
            "cost": [18.0, 7.0, 30.0, 35.0],
        }
    )
    return orders, items, {"fulfilment": 4.0, "return": 3.0, "marketing": 6.0}


def contribution():
    return [
        gives(
            "contribution",
            tiny_orders(),
            15.0,
            shown="contribution(orders, items, costs)",
            atol=0.005,
            why=(
                "order 1 earns 2 × 12 + 8 = 32; orders 1 and 2 were sent for 4 each, order 2 came"
                " back for 3, marketing took 6"
            ),
            slips=contribution_slips(),
        )
    ]


def contribution_slips():
    """The known mistakes with the contribution, as functions of its arguments."""

    def total(
        o,
        i,
        c,
        earning=("kept",),
        sent=("kept", "returned"),
        *,
        cost=True,
        units=True,
        marketing=True,
    ):
        lines = i.merge(o, on="order")
        lines = lines[lines["status"].isin(earning)]
        goods = (
            (lines["units"] if units else 1) * (lines["price"] - (lines["cost"] if cost else 0))
        ).sum()
        way = (
            c["fulfilment"] * o["status"].isin(sent).sum()
            + c["return"] * (o["status"] == "returned").sum()
        )
        return float(goods - way - (c["marketing"] if marketing else 0))

    return (
        Slip(partial(total, cost=False), COST_FORGOTTEN),
        Slip(partial(total, marketing=False), MARKETING_FORGOTTEN),
        Slip(partial(total, earning=("kept", "returned")), RETURNED_EARNS),
        Slip(partial(total, sent=("kept",)), RETURN_WAY_FREE),
        Slip(partial(total, sent=("kept", "returned", "cancelled")), CANCELLED_SENT),
        Slip(partial(total, units=False), UNITS_FORGOTTEN),
    )


def first_moved():
    one = {"visitors": 1000.0, "cvr": 0.02, "aov": 50.0, "gmv": 1000.0}
    two = {"visitors": 1100.0, "cvr": 0.03, "aov": 50.0, "gmv": 1650.0}
    falls = {"visitors": 1200.0, "cvr": 0.02, "aov": 25.0, "gmv": 600.0}
    grows = {"visitors": 1700.0, "cvr": 0.02, "aov": 25.0, "gmv": 850.0}
    return [
        gives(
            "first_moved",
            (one, two),
            "cvr",
            shown="first_moved(week1, week2)",
            why="visitors went up by a tenth, the conversion by a half",
            slips=(Slip("visitors", ABSOLUTE), Slip("gmv", ROOT_TAKEN)),
        ),
        gives(
            "first_moved",
            (one, falls),
            "aov",
            shown="first_moved(week1, a week whose AOV halved)",
            why="halving is a larger change than a fifth more",
            slips=(Slip("visitors", RISES_ONLY), Slip("gmv", ROOT_TAKEN)),
        ),
        gives(
            "first_moved",
            (one, grows),
            "aov",
            shown="first_moved(week1, a week whose AOV halved and whose visitors rose by 70%)",
            why="halving is as large as doubling, and 70% more is less than that",
            slips=(Slip("gmv", ROOT_TAKEN),),
        ),
    ]


def triage():
    return [practice("triage", Scenario(), practice_values(SLUG))]


def value_per_hour():
    """The faded example: dollars an hour of work, the c-mu rule."""
    return [
        gives(
            "value_per_hour",
            (60.0, 1.5),
            40.0,
            shown="value_per_hour(60, 1.5)",
            why="60 dollars an hour are saved for an hour and a half of work",
            slips=(
                Slip(
                    90.0,
                    "Did you multiply? A long job is worth less for each of its hours, so divide.",
                ),
                Slip(1.5 / 60, "The other way round: dollars go above the line."),
            ),
        )
    ]


DEAR_SHOP = 2


def dear_step():
    """The question that only dragging answers, for practice shop 2."""
    shop = practice_shop(DEAR_SHOP)
    before = week(shop)["profit"]
    change = {name: week(shop, name, 0.2)["profit"] - before for name, _, _ in STEPS}
    way = {name: f"from “{start}” to “{end}”" for name, start, end in STEPS}

    def run(learner):
        step = learner.value("dear_step")
        if type(step) is not str or step not in change:
            return check.Finding(
                0.0, f"`dear_step` is {step!r}; it should be one of {', '.join(change)}."
            )
        if change[step] < 0:
            return check.Finding(
                1.0,
                f"Lifting the step {way[step]} by 20% costs ${-change[step]:,.0f} a week, although"
                " GMV rises by a fifth.",
            )
        return check.Finding(
            0.0,
            f"Lifting the step {way[step]} by 20% earns ${change[step]:,.0f} a week. Another one"
            " does not. Drag on.",
        )

    return [check.Check(run)]


def museum_gmv():
    weeks = ({"gmv": 50_000.0, "contribution": 6_000.0}, {"gmv": 62_000.0, "contribution": 4_100.0})
    return [
        gives(
            "better_week",
            weeks,
            "first",
            shown="better_week(first, second)",
            why="6,000 dollars stayed in the first week, 4,100 in the second",
            slips=(
                Slip(
                    "second",
                    "GMV is what went through the till. The second week sold more and kept less.",
                ),
            ),
        ),
        gives(
            "better_week",
            weeks[::-1],
            "second",
            shown="better_week(second, first)",
            why="the same weeks, turned round",
        ),
    ]


def museum_units():
    return [
        gives(
            "largest_change",
            ({"visitors": 1000.0, "cvr": 0.04}, {"visitors": 1050.0, "cvr": 0.02}),
            "cvr",
            shown="largest_change(before, after)",
            why="the conversion halved; visitors rose by a twentieth",
            slips=(
                Slip(
                    "visitors",
                    "50 is more than 0.02, but 50 of what? Divide by where it started, or take"
                    " logs.",
                ),
            ),
        ),
        gives(
            "largest_change",
            ({"visitors": 1000.0, "cvr": 0.04}, {"visitors": 3000.0, "cvr": 0.05}),
            "visitors",
            shown="largest_change(before, another week)",
            why="visitors tripled",
        ),
    ]


def museum_owner():
    kpis = {"detail page": "add-to-cart rate", "merchant operation": "order defect rate"}
    return [
        gives(
            "target_of",
            ("detail page", kpis),
            "add-to-cart rate",
            shown="target_of('detail page', kpis)",
            why="that is what a page can move",
            slips=(
                Slip(
                    "GMV",
                    "A detail page cannot move the price of a click. Give people a number that"
                    " their own work moves.",
                ),
            ),
        ),
        gives(
            "target_of",
            ("merchant operation", kpis),
            "order defect rate",
            shown="target_of('merchant operation', kpis)",
            why="that is what merchants' care moves",
        ),
    ]
