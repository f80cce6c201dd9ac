"""The title decision: one product, one category, eighty rivals, next week's searches."""

import copy
from functools import lru_cache

from course.check import InvalidAction
from course.market import titles
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.search import SearchPage

MAX_WORDS = 9
QUERIES, RIVALS = 60, 80


class Scenario:
    """Write a title of at most nine true words; it earns next week's expected orders.

    `seed` is an int (practice) or a str (hidden draws).
    """

    UNIT = "orders a week"
    DRAWS = 20
    G_FULL = 0.92
    PENALTY = 2.0  # an untrue title is taken down; lying now and then must not pay

    def observe(self, seed):
        """What a policy receives: dict of `product` (dict), `query_log` and `rivals`
        (DataFrames).
        """
        product, queries, rivals = _world(seed)
        return {
            "product": copy.deepcopy(product),
            "query_log": queries.copy(),
            "rivals": rivals.copy(),
        }

    def value(self, seed, title):
        """Expected orders next week for `title`, a list of words. Raises InvalidAction."""
        check_title(title, _world(seed)[0])
        return _next_week(seed).orders(title)


@lru_cache(maxsize=64)
def _world(seed):
    """(product, queries, rivals) of a draw: a policy and its value look at the same."""

    def rng(name):
        return stream(seed, "title", name)

    p = tideway()
    kind, weights = titles.draw_category(p, rng("category"))
    return (
        titles.draw_product(p, rng("product"), kind),
        titles.draw_queries(p, rng("queries"), kind, weights, QUERIES),
        titles.draw_rivals(p, rng("rivals"), kind, weights, RIVALS),
    )


@lru_cache(maxsize=64)
def _next_week(seed):
    """The search page on which a title earns."""
    product, queries, rivals = _world(seed)
    ahead = titles.next_week(tideway(), stream(seed, "title", "next week"), queries)
    return SearchPage(product, ahead, rivals)


def check_title(title, product):
    """Raise InvalidAction with the reason where `title` is no legal title of `product`."""
    if title is None:
        raise InvalidAction("nothing came back (None); is there a `return` in every branch?")
    if type(title) is not list or not all(type(word) is str for word in title):
        raise InvalidAction("a title is a list of words, such as ['steel', 'bottle']")
    if not title:
        raise InvalidAction("the title is empty")
    if len(title) > MAX_WORDS:
        raise InvalidAction(f"the title has {len(title)} words; Tideway allows {MAX_WORDS}")
    twice = sorted({word for word in title if title.count(word) > 1})
    if twice:
        raise InvalidAction(f"'{twice[0]}' stands in the title more than once")
    strange = [word for word in title if word not in product["vocabulary"]]
    if strange:
        known = strange[0].lower() in product["vocabulary"]
        raise InvalidAction(
            f"'{strange[0]}' is not in the product's vocabulary"
            + (f"; '{strange[0].lower()}', in lower case, is" if known else "")
        )
    untrue = [word for word in title if product["attributes"].get(word) is False]
    if untrue:
        raise InvalidAction(
            f"'{untrue[0]}' is not true of the product. Tideway takes a title down that its data"
            " sheet contradicts"
        )
