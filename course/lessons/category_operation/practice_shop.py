"""The practice platform's category: a year of stock, baskets, a launch, candidates for its page."""

from course.lessons.category_operation.scenario import Scenario
from course.market import assortment
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
    "sibling" or "other"), after (bool), units.
    """
    rng = stream(seed, "category", "launch")
    return assortment.launch(tideway(), rng, NEW, SIBLINGS, OTHERS)


def candidates(number):
    """(products, nothing, places) of practice category `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
