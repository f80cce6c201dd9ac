"""The cast: what a name says is true of its row."""

import numpy as np
import pytest

from course.market import shop, town

PRODUCTS, SHOPS = town.products(), town.shops()


def test_sixty_shops_eight_categories_two_hundred_products():
    assert (len(SHOPS), len(PRODUCTS)) == (60, 200)
    assert SHOPS["shop"].is_unique
    assert PRODUCTS["product"].is_unique
    assert set(SHOPS["category"]) == {kind.name for kind in shop.categories().values()}
    assert set(PRODUCTS["shop"]) == set(SHOPS["shop"])  # nobody sells nothing


def test_prices_costs_and_units_are_those_of_a_shop():
    share = PRODUCTS["cost"] / PRODUCTS["price"]
    assert share.between(0.35, 0.65).all()
    dimes = (PRODUCTS["price"] * 10).round()
    assert np.isclose(dimes / 10, PRODUCTS["price"]).all()
    assert (dimes % 10).isin([5, 9]).all()  # 7.50, 9.90, 14.90 ...
    assert (PRODUCTS["units"] > 0).all()


@pytest.mark.parametrize("row", list(PRODUCTS.itertuples()), ids=PRODUCTS["product"])
def test_a_name_is_true(row):
    """Its noun and words hold of it; where the category's vocabulary knows the noun, so do its
    words, its clashes and its price range.
    """
    assert row.noun in row.product.split()
    kind = shop.categories().get(row.noun)
    if kind is None:
        return
    assert kind.price[0] <= row.price <= kind.price[1] + 1
    known = [word for word in row.words if word in kind.group_of]
    for word in known:
        assert kind.fits(word, set(known) - {word}), (word, known)


def test_sizes_that_a_name_states_are_in_order():
    """Small is cheaper than large, a travel size than the whole, of the same thing and material."""
    price = PRODUCTS.set_index("product")["price"]
    for less, more in (
        ("travel kettle", "steel kettle"),
        ("travel coffee press", "steel coffee press"),
        ("steel tray", "bamboo tray"),
        ("kids backpack", "large camping backpack"),
        ("kids earbuds", "wireless earbuds"),
        ("travel-size pillow", "feather pillow"),
    ):
        assert price[less] < price[more]


def test_rooms_groups_and_channels_know_shops_and_categories():
    for room in town.names("live_rooms"):
        about = town.about("live_rooms", room)
        assert about["shop"] in set(SHOPS.loc[SHOPS["category"] == about["category"], "shop"])
    for group in town.names("groups"):
        assert town.about("groups", group)["category"] in set(SHOPS["category"])
    weeks = [town.about("calendar", event)["week"] for event in town.names("calendar")]
    assert weeks == sorted(weeks)
    assert all(1 <= week <= 52 for week in weeks)


def test_what_is_given_is_a_copy():
    one = town.products(shop="Fennmoor Bags")
    one["price"] = 0.0
    assert (town.products(shop="Fennmoor Bags")["price"] > 0).all()
