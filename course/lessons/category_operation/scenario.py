"""Forty products want twelve places of a category page; who chooses, chooses one of what is there,
or nothing.
"""

from functools import cache

from course.check import InvalidAction
from course.market.assortment import candidates, page_margin
from course.market.parameters import tideway
from course.market.rng import stream

CATEGORY = "Drinkware"
COUNT, PLACES, VISITORS = 40, 12, 1000


@cache
def _season(seed):
    return candidates(tideway(), stream(seed, "category", "products"), CATEGORY, COUNT)


class Scenario:
    """Choose up to twelve of forty products; it earns the margin of a thousand visitors."""

    UNIT = "dollars of margin from a thousand visitors"
    DRAWS = 60
    G_FULL = 0.95

    def truth(self, seed):
        """The forty products: product, price, appeal, margin (a DataFrame)."""
        return _season(seed).copy()

    def outside(self, seed):
        """The appeal of leaving this category's page without buying."""
        return round(tideway().draw(stream(seed, "category", "visitors"), "page.outside"), 1)

    def observe(self, seed):
        """What a policy receives.

        `products`: product (its name), price ($), appeal (estimated, error 20%), margin ($ a
        sale, expected, error 10%). `nothing`: the appeal of leaving without, another in each
        category. `places`: how many fit on the page.
        """
        p, rng, seen = tideway(), stream(seed, "category", "estimates"), self.truth(seed)
        seen["appeal"] = (seen["appeal"] * p.draw(rng, "error.appeal", COUNT)).round(3)
        seen["margin"] = (seen["margin"] * p.draw(rng, "error.margin", COUNT)).round(2)
        return {"products": seen, "nothing": self.outside(seed), "places": PLACES}

    def value(self, seed, chosen):
        """Dollars of a thousand visitors with the `chosen` products on the page. Raises
        InvalidAction.
        """
        truth = self.truth(seed).set_index("product")
        if type(chosen) not in (list, set, tuple):
            raise InvalidAction("the choice must be a set of names, such as {'tea tin', 'saucer'}")
        if odd := [each for each in chosen if type(each) is not str]:
            raise InvalidAction(f"the choice must hold names of products; {odd[0]!r:.40} is none")
        if unknown := sorted(set(chosen) - set(truth.index)):
            raise InvalidAction(f"{unknown[0]!r} is none of the {COUNT} products")
        if len(set(chosen)) != len(chosen) or len(chosen) > PLACES:
            raise InvalidAction(f"at most {PLACES} different products fit; yours are {len(chosen)}")
        page = truth.loc[list(chosen)]
        return VISITORS * page_margin(page["appeal"], page["margin"], self.outside(seed))
