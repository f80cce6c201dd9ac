"""The town's cast: shops, products and whatever else carries a name, the same in every world.

`shops.csv`, `products.csv` and `goods.csv` are written by hand; `town.toml` holds channels, segments, live
rooms, groups and the calendar. A name says what is true of its row.
"""

import tomllib
from functools import cache
from pathlib import Path

import pandas as pd

_HERE = Path(__file__).parent


@cache
def _toml():
    return tomllib.loads((_HERE / "town.toml").read_text(encoding="utf-8"))


@cache
def _shops():
    return pd.read_csv(_HERE / "shops.csv")


@cache
def _products():
    every = pd.read_csv(_HERE / "products.csv").merge(_shops()[["shop", "category"]], on="shop")
    said = every["product"].str.cat(every["also"].fillna(""), sep=" ").str.split()
    return every.assign(words=[tuple(dict.fromkeys(words)) for words in said]).drop(columns="also")


@cache
def _goods():
    return pd.read_csv(_HERE / "goods.csv")


def goods():
    """One row a good that a small shop could launch: product (its name) and price ($), at which
    such goods are sold.
    """
    return _goods().rename(columns={"good": "product"})


def shops(category=None):
    """One row a shop: shop, category, tier (new, standard or top), region."""
    return _where(_shops(), category=category)


def categories():
    """The names of the eight categories, a tuple."""
    return tuple(dict.fromkeys(_shops()["category"].tolist()))


def products(category=None, shop=None):
    """One row a product: product (its name), noun, shop, category, words (what is true of it, a
    tuple), cost and price ($), units (in a usual week).

    Of one `category` or `shop`, or of all.
    """
    return _where(_products(), category=category, shop=shop)


def _where(every, **wanted):
    for column, value in wanted.items():
        every = every if value is None else every[every[column] == value]
    return every.reset_index(drop=True)


def names(kind):
    """The names of a kind as a tuple: "channels", "segments", "live_rooms", "groups" ..."""
    return tuple(_toml()[kind])


def about(kind, name):
    """What the town knows of one named thing, a dict."""
    return dict(_toml()[kind][name])
