"""The practice platform's category: a year of stock, baskets, a launch, candidates for its page."""

from course.lessons.category_operation.scenario import Scenario
from course.market import assortment, town
from course.market.parameters import tideway
from course.market.rng import stream

GROUPS = ("kettles", "teapots", "cups", "filters", "trays", "frothers")
THINGS = ("kettle", "teapot", "strainer", "cup", "tray", "honey", "frother", "descaler")
NEW = "gooseneck kettle"
SIBLINGS = ("steel kettle", "glass kettle", "travel kettle", "enamel stove kettle")
OTHERS = (
    "feather pillow",
    "canvas tote",
    "bluetooth speaker",
    "milk pan",
    "dog leash",
    "wall clock",
)
PROMOTED = ("bath towels", "clip-on desk lamp")


def category_year(seed=0):
    """A year by group: DataFrame group, sales ($), cost (of the goods sold, $), stock_start,
    stock_end (at cost, $).
    """
    return assortment.group_year(tideway(), stream(seed, "category", "year"), GROUPS)


def baskets(seed=0, count=300):
    """What was bought together: a list of lists of things, each thing once in a basket."""
    rng = stream(seed, "category", "baskets")
    return assortment.baskets(tideway(), rng, THINGS, count, "teapot", "strainer")


def launch(seed=0):
    """A new kettle beside its siblings, and other categories: DataFrame product, role ("new",
    "sibling", "other", or "promoted": other with a price cut of its own), after (bool), units.
    """
    rng = stream(seed, "category", "launch")
    return assortment.launch(tideway(), rng, NEW, SIBLINGS, OTHERS, PROMOTED)


def kettle_margins():
    """{kettle: dollars that one of it leaves}; the new one is cheaper in its first weeks."""
    found = {}
    for row in town.products().itertuples():
        if row.product in (NEW, *SIBLINGS):
            off = tideway().launch.intro if row.product == NEW else 0.0
            found[row.product] = round(row.price * (1 - off) - row.cost, 2)
    return found


def candidates(number):
    """(products, nothing, places) of practice category `number` (0 to 19), as a policy gets
    them.
    """
    return tuple(Scenario().observe(number).values())


def earns(number, page):
    """Dollars that a thousand visitors of practice category `number` leave with these products on
    the page.
    """
    return Scenario().value(number, page)
