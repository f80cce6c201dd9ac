"""What Tideway sells: categories, merchants, products and the queries that look for them."""

import numpy as np
import pandas as pd
from scipy.stats import beta, norm

from course.market import titles
from course.market.rng import stream
from course.market.shop import brand_names, categories, pick_words
from course.market.text import idf, saturation


def make_categories(seed, p):
    """One row a category: category, name, noun, commission, return_base, price_taste.

    `price_taste` multiplies all price effects of a category. Its values are the
    eight equally likely quantiles of a log-normal, in random order: the spread
    between categories is the same in every world, only who has it changes.
    """
    rng = stream(seed, "catalogue", "categories")
    nouns = list(categories())
    spread = norm.ppf((np.arange(len(nouns)) + 0.5) / len(nouns))
    return pd.DataFrame(
        {
            "category": np.arange(len(nouns)),
            "name": [categories()[noun].name for noun in nouns],
            "noun": nouns,
            "commission": np.round(p.platform.take + rng.uniform(-0.03, 0.05, len(nouns)), 3),
            "return_base": p.returns.base + p.returns.category_sd * rng.permutation(spread),
            "price_taste": (
                p.taste.category_mean * np.exp(p.taste.category_sd * rng.permutation(spread))
            ),
        }
    )


def make_merchants(seed, p, count):
    """One row a merchant: merchant, joined, tier, region, manager, defect, late, cancel.

    `joined` is in weeks before now; the last three are true rates.
    """
    rng = stream(seed, "catalogue", "merchants")
    care, *own = rng.normal(size=(3, count))  # what the three rates share, and what two have alone
    r = p.merchant.correlation
    hidden = np.vstack([care, *(r * care + np.sqrt(1 - r**2) * each for each in own)])
    defect, late, cancel = beta.ppf(norm.cdf(hidden), p.merchant.defect_a, p.merchant.defect_b)
    return pd.DataFrame(
        {
            "merchant": np.arange(count),
            "joined": rng.integers(1, 260, count),
            "tier": rng.choice(["new", "standard", "top"], count, p=[0.3, 0.55, 0.15]),
            "region": rng.choice(["north", "south", "east", "west"], count),
            "manager": rng.integers(0, 8, count),
            "defect": defect,
            "late": late * 1.5,
            "cancel": cancel * 0.7,
        }
    )


def make_products(seed, p, count, merchants):
    """One row a product.

    `quality`, `appeal` and `overpromise` are true and never shown, `true_words` is what holds of
    it.
    """
    rng = stream(seed, "catalogue", "products")
    shelf = list(categories().values())
    category = np.arange(count) % len(shelf)
    quality, appeal = rng.normal(size=count), rng.normal(size=count)
    low, high = np.array([shelf[place].price for place in category], dtype=float).T
    price = low + (high - low) * rng.beta(2.0, 2.5, count)
    titles, true_words, brands = [], [], []
    for place in category:
        kind = shelf[place]
        words = kind.words
        facts = pick_words(rng, kind, dict.fromkeys(words, 1.0), 13)
        shown = kind.reading_order([kind.noun, *facts[: int(rng.integers(4, 8))]])
        if rng.random() < 0.15:  # some titles borrow a popular word
            shown.append(words[int(rng.integers(len(words)))])
        titles.append(" ".join(dict.fromkeys(shown)))
        true_words.append(frozenset([kind.noun, *facts]))
        brands.append(brand_names()[int(rng.integers(len(brand_names())))])
    return pd.DataFrame(
        {
            "product": np.arange(count),
            "merchant": rng.integers(0, merchants, count),
            "category": category,
            "brand": brands,
            "title": titles,
            "list_price": np.round(np.floor(price) + 0.99, 2),
            "cost": np.round(price * rng.uniform(0.45, 0.75, count), 2),
            "weight_kg": np.round(rng.gamma(2.0, 0.4, count) + 0.05, 2),
            "rating": np.round(
                np.clip(4.3 + 0.25 * quality + rng.normal(0.0, 0.15, count), 1.0, 5.0), 2
            ),
            "reviews": np.exp(rng.normal(np.log(40.0), 1.3, count)).astype(int),
            "image_score": (
                np.round(np.clip(50 + 15 * appeal + rng.normal(0, 8, count), 0, 100)).astype(int)
            ),
            "detail_score": (
                np.round(np.clip(50 + 15 * quality + rng.normal(0, 12, count), 0, 100)).astype(int)
            ),
            "launched": rng.integers(1, 200, count),
            "active": True,
            "quality": quality,
            "appeal": appeal,
            "overpromise": np.maximum(0.0, rng.normal(0.0, 0.7, count)),
            "true_words": true_words,
        }
    )


def make_queries(seed, p, each):
    """`each` queries a category: query, text, category, weekly_volume.

    The volume is searches a week in thousands of shares, by Zipf's law.
    """
    rng = stream(seed, "catalogue", "queries")
    rows = []
    for place, kind in enumerate(categories().values()):
        weights = titles.popularity(p, list(rng.permutation(kind.words)))
        rows += [(titles.draw_query(p, rng, kind, weights), place) for _ in range(each)]
    queries = pd.DataFrame(rows, columns=["text", "category"])
    queries.insert(0, "query", np.arange(len(queries)))
    queries["weekly_volume"] = rng.permutation(titles.query_volumes(p, len(queries)))
    return queries


def match_words(products, queries):
    """How products answer the queries of their own category.

    Returns three lists, one entry a category: product ids (n,), relevance
    (queries, n) as BM25 divided by the query's best, and truth (queries, n), the
    share of a query's words that are true of the product.
    """
    ids, relevance, truth = [], [], []
    for place, kind in enumerate(categories().values()):
        own = products[products["category"] == place]
        asked = queries.loc[queries["category"] == place, "text"].str.split()
        column = {word: number for number, word in enumerate(kind.group_of)}
        counts = _marked(own["title"].str.split(), column)
        holds = _marked(own["true_words"], column)
        wanted = _marked(asked, column)
        lengths = counts.sum(axis=1)
        rarity = idf(counts.sum(axis=0), len(own))
        bm25 = wanted @ (saturation(counts, lengths, lengths.mean()) * rarity).T
        ids.append(own["product"].to_numpy())
        relevance.append(bm25 / bm25.max(axis=1, keepdims=True))
        truth.append(wanted @ holds.T / wanted.sum(axis=1, keepdims=True))
    return ids, relevance, truth


def _marked(texts, column):
    """Which words each text holds: 1.0 or 0.0, shape (texts, words)."""
    marked = np.zeros((len(texts), len(column)))
    for row, words in enumerate(texts):
        marked[row, [column[word] for word in words]] = 1.0
    return marked
