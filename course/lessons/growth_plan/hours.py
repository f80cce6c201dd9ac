"""Where am I: thirty things that operators do all day, and the function that each belongs to."""

import pandas as pd

from course import operations

# task: the slug of the lesson whose function it is
TASKS = {
    "read the daily figures": "metrics_and_funnel",
    "find out why a figure moved": "metrics_and_funnel",
    "look for new products": "product_selection",
    "ask for quotes and samples": "sourcing_and_stock",
    "plan stock and reorders": "sourcing_and_stock",
    "write or mend titles": "title_optimization",
    "brief pictures and product pages": "detail_page",
    "run an A/B test": "conversion_rate",
    "set or check prices": "pricing",
    "bid for search words": "paid_promotion",
    "move money between ad channels": "channel_promotion",
    "plan a referral or sign-up event": "event_acquisition",
    "plan articles and videos": "content_operation",
    "test headlines": "content_operation",
    "mend the first steps of new users": "product_growth",
    "choose products and discounts of a sale": "activity_operation",
    "write the rules of a sale": "activity_operation",
    "work out what a sale added": "activity_operation",
    "change ranking or exposure": "strategy_operation",
    "add or drop products of a category": "category_operation",
    "test features with the developers": "product_operation",
    "work on membership benefits": "membership_operation",
    "group customers and read cohorts": "user_operation",
    "send coupons and reminders": "activation_and_recall",
    "answer in buyers' groups": "community_operation",
    "schedule posts and live streams": "new_media_operation",
    "chase merchants for papers and stock": "merchant_operation",
    "check and coach weak shops": "merchant_operation",
    "negotiate terms with partners": "business_operation",
    "forecast and explain revenue": "business_operation",
}


def names():
    """{slug: the function's name}, in the order of the course."""
    return {each.lesson: each.name for each in operations.functions()}


def tasks():
    """The thirty tasks: DataFrame task, function, chain."""
    table = {each.lesson: each for each in operations.functions()}
    rows = [
        (task, table[slug].name, operations.CHAINS[table[slug].chain])
        for task, slug in TASKS.items()
    ]
    return pd.DataFrame(rows, columns=["task", "function", "chain"])


def colleague_hours():
    """The last ten working days of the ticket's writer, {task: hours}; her title says activity
    operation.
    """
    return {
        "chase merchants for papers and stock": 23,
        "read the daily figures": 11,
        "choose products and discounts of a sale": 9,
        "answer in buyers' groups": 9,
        "send coupons and reminders": 8,
        "write the rules of a sale": 5,
        "check and coach weak shops": 5,
        "find out why a figure moved": 4,
        "brief pictures and product pages": 4,
        "work out what a sale added": 2,
    }


def by_function(hours):
    """DataFrame function, hours, share: `hours` is {task: number}. Raises ValueError for a task that
    is not on the list, or hours that are no numbers.
    """
    strange = [task for task in hours if task not in TASKS]
    if strange:
        raise ValueError(f"{strange[0]!r} is not one of the thirty tasks; tasks() shows them all")
    if not hours or not all(type(each) in (int, float) and each >= 0 for each in hours.values()):
        raise ValueError("give hours for some tasks, as numbers, such as {'test headlines': 3}")
    known = names()
    table = pd.Series(hours, dtype=float).groupby(lambda task: known[TASKS[task]]).sum()
    table = table[table > 0].sort_values(ascending=False)
    found = table.rename_axis("function").reset_index(name="hours")
    return found.assign(share=found["hours"] / found["hours"].sum())


def where_am_i(title, hours):
    """What the title says and what the hours say, in words. A title that is no function's name says
    nothing.
    """
    table = by_function(hours)
    own = float(table.loc[table["function"] == title, "share"].sum())
    first = table.iloc[0]
    said = f"Your title says {title} ({own:.0%} of your hours)."
    if title not in names().values():
        said = (
            f"Your title, {title}, is no function of the table, so it says nothing of your hours."
        )
    if first["function"] == title:
        return f"{said} Your hours agree: nothing takes more of them."
    return f"{said} Your hours say {first['function']} ({first['share']:.0%})."
