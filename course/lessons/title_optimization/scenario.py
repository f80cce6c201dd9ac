"""The title decision: one product, one category, eighty rivals, next week's searches."""

import copy
from functools import lru_cache

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import shop
from course.market.rng import stream
from course.market.search import SearchPage

MAX_WORDS = 9
WEEKLY_SEARCHES = 15_000
QUERIES, RIVALS, TRUE_WORDS = 60, 80, 13
WORD_POPULARITY, QUERY_POPULARITY = 0.8, 0.9
VOLUME_NOISE = 0.15
# With 0.5 the luck of being a strong shop drowns the title once the vocabulary is
# believable (one material, one colour ...): a truthful nine-word title then earns as
# much as a truthful five-word one, and the lesson has no point. 0.3 restores the order.
RIVAL_QUALITY = 0.3


class Scenario:
    """Write a title of at most nine words; it earns next week's expected orders.

    `seed` is an int (practice) or a str (hidden draws). Forms and numbers:
    40 words with Zipf 0.8 popularity, 14 of them true of the product; 60
    queries of one to three words and the noun, volume rank^-0.9; 80 rivals.
    """

    UNIT = "orders a week"
    DRAWS = 20
    G_FULL = 0.8

    def observe(self, seed):
        """What a policy receives: dict of `product` (dict), `query_log` and `rivals`
        (DataFrames).
        """
        world = _world(seed)
        return {
            "product": copy.deepcopy(world["product"]),
            "query_log": world["queries"].copy(),
            "rivals": world["rivals"].copy(),
        }

    def value(self, seed, title):
        """Expected orders next week for `title`, a list of words. Raises InvalidAction."""
        check_title(title, _world(seed)["product"])
        return _next_week(seed).orders(title)


@lru_cache(maxsize=64)
def _world(seed):
    """Everything about one draw, made once: a policy and its value look at the same world."""
    category, words, weights = _category(seed)
    return {
        "product": _product(seed, category, words),
        "queries": _queries(seed, category, weights),
        "rivals": _rivals(seed, category, weights),
    }


@lru_cache(maxsize=64)
def _next_week(seed):
    """The search page on which a title earns."""
    world = _world(seed)
    noise = stream(seed, "title", "next week").normal(0.0, VOLUME_NOISE, QUERIES)
    volume = world["queries"]["weekly_volume"] * np.exp(noise)
    return SearchPage(
        world["product"], world["queries"].assign(weekly_volume=volume), world["rivals"]
    )


def _category(seed):
    rng = stream(seed, "title", "category")
    kinds = list(shop.categories().values())
    category = kinds[int(rng.integers(len(kinds)))]
    words = [category.words[place] for place in rng.permutation(len(category.words))]
    # The noun is the most popular word of its category and takes Zipf's first place.
    popularity = (np.arange(len(words)) + 2.0) ** -WORD_POPULARITY
    return category, words, dict(zip(words, popularity, strict=True))


def _product(seed, category, words):
    rng = stream(seed, "title", "product")
    groups = {
        group: [w for w in category.words if category.group_of[w] == group]
        for group in ("material", "size", "colour", "audience", "use", "feature", "part")
    }
    true = []
    for group, count in (
        ("material", 1),
        ("size", 1),
        ("colour", 1),
        ("audience", 1),
        ("use", 3),
        ("feature", 4),
        ("part", 2),
    ):
        true += shop.pick_words(rng, category, dict.fromkeys(groups[group], 1.0), count, taken=true)
    spare = {w: 1.0 for w in [*groups["feature"], *groups["part"], *groups["use"]] if w not in true}
    true += shop.pick_words(rng, category, spare, TRUE_WORDS - len(true), taken=true)
    true = category.reading_order([category.noun, *true])
    brand = shop.brand_names()[int(rng.integers(len(shop.brand_names())))]
    low, high = category.price
    return {
        "category": category.name,
        "noun": category.noun,
        "brand": brand,
        "price": round(float(rng.uniform(low, high))) - 0.01,
        "attributes": {word: word in true for word in sorted(category.words)},
        "true": true,
        "vocabulary": [brand.lower(), category.noun, *sorted(category.words)],
        "quality": round(float(rng.normal(0.1, 0.2)), 3),
    }


def _queries(seed, category, weights):
    rng = stream(seed, "title", "queries")
    texts = {}
    while len(texts) < QUERIES:
        count = int(rng.choice([1, 2, 3], p=[0.25, 0.5, 0.25]))
        words = shop.pick_words(rng, category, weights, count)
        texts[" ".join(category.reading_order([category.noun, *words]))] = None
    volume = (np.arange(QUERIES) + 1.0) ** -QUERY_POPULARITY
    volume = np.round(WEEKLY_SEARCHES * volume / volume.sum()).astype(int)
    return pd.DataFrame({"text": list(texts), "weekly_volume": volume})


def _rivals(seed, category, weights):
    rng = stream(seed, "title", "rivals")
    titles = []
    for _ in range(RIVALS):
        words = shop.pick_words(rng, category, weights, int(rng.integers(4, 9)))
        titles.append(" ".join(category.reading_order([category.noun, *words])))
    return pd.DataFrame(
        {"title": titles, "quality": np.round(rng.normal(0.0, RIVAL_QUALITY, RIVALS), 3)}
    )


def check_title(title, product):
    """Raise InvalidAction with the reason where `title` is no legal title of `product`."""
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
        raise InvalidAction(f"'{strange[0]}' is not in the product's vocabulary")
