"""One product's search page: what shoppers type in its category, and who else stands there."""

import numpy as np
import pandas as pd

from course.market import shop

# How many words of each group are true of a product whose data sheet is complete.
SHEET = {"material": 1, "size": 1, "colour": 1, "audience": 1, "use": 3, "feature": 4, "part": 2}


def popularity(p, words, first=1):
    """{word: how often people type it}, by Zipf's law in the order of `words`.

    `first` is the place of the first of them.
    """
    skewed = (np.arange(len(words)) + float(first)) ** -p.query.word_skew
    return dict(zip(words, skewed, strict=True))


def draw_query(p, rng, kind, weights):
    """What one shopper types who looks for `kind` (a shop.Category): its noun and a few words."""
    words = shop.pick_words(rng, kind, weights, int(p.draw(rng, "query.words")))
    return " ".join(kind.reading_order([kind.noun, *words]))


def query_volumes(p, count, skew=None):
    """Relative searches of `count` queries, the most searched first: Zipf's law, with the exponent
    `skew` (else the town's).
    """
    return np.arange(1.0, count + 1) ** -(p.query.volume_skew if skew is None else skew)


def draw_category(p, rng, name=None):
    """(a shop.Category, its words from popular to rare as {word: popularity}).

    The category `name`, or one by lot.
    """
    kinds = [each for each in shop.categories().values() if name in (None, each.name)]
    kind = kinds[int(rng.integers(len(kinds)))]
    words = [kind.words[place] for place in rng.permutation(len(kind.words))]
    # The noun is the most popular word of its category and takes Zipf's first place.
    return kind, popularity(p, words, first=2)


def draw_product(p, rng, kind):
    """A product of the category: a dict of what its shop knows, see the title lesson."""
    groups = {
        group: [word for word in kind.words if kind.group_of[word] == group] for group in SHEET
    }
    true = []
    for group, count in SHEET.items():
        true += shop.pick_words(rng, kind, dict.fromkeys(groups[group], 1.0), count, taken=true)
    spare = {
        word: 1.0 for group in ("feature", "part", "use") for word in groups[group]
        if word not in true
    }  # fmt: skip
    missing = sum(SHEET.values()) - len(true)
    true += shop.pick_words(rng, kind, spare, missing, taken=true)
    true = kind.reading_order([kind.noun, *true])
    brand = shop.brand_names()[int(rng.integers(len(shop.brand_names())))]
    return {
        "category": kind.name,
        "noun": kind.noun,
        "brand": brand,
        "price": round(float(rng.uniform(*kind.price))) - 0.01,
        "attributes": {word: word in true for word in sorted(kind.words)},
        "true": true,
        "vocabulary": [brand.lower(), kind.noun, *sorted(kind.words)],
        "quality": round(p.draw(rng, "title.own"), 3),
    }


def draw_queries(p, rng, kind, weights, count):
    """`count` different queries of a category: text, weekly_volume, the most searched first.

    Categories differ in how much is searched and how much of it a few queries make up; single
    queries lie off the law.
    """
    texts = {}
    while len(texts) < count:
        texts[draw_query(p, rng, kind, weights)] = None
    share = query_volumes(p, count, p.draw(rng, "query.volume_skew"))
    searches = p.draw(rng, "title.searches") * share / share.sum()
    volume = np.round(searches * p.draw(rng, "query.volume_luck", count)).astype(int)
    drawn = pd.DataFrame({"text": list(texts), "weekly_volume": volume})
    return drawn.sort_values("weekly_volume", ascending=False, kind="stable", ignore_index=True)


def draw_rivals(p, rng, kind, weights, count):
    """Other shops on the page: title (popular words, true or not), quality (the ranking's bonus)."""
    titles = []
    for _ in range(count):
        words = shop.pick_words(rng, kind, weights, int(p.draw(rng, "title.rival_words")))
        titles.append(" ".join(kind.reading_order([kind.noun, *words])))
    return pd.DataFrame({"title": titles, "quality": p.draw(rng, "title.rivals", count).round(3)})


def next_week(p, rng, queries):
    """The queries with the volumes of the week to come."""
    volume = queries["weekly_volume"] * p.draw(rng, "title.next_week", len(queries))
    return queries.assign(weekly_volume=volume)
