"""From a result page to a paid order: who is clicked, carted and paid, as probabilities.

Both engines use these functions and nothing else, so that they cannot disagree.
"""

import numpy as np
from scipy.special import expit


def price_position(p, price, regular, base_price, category, base_level):
    """ln of a product's price against its category's yardstick, shape (products,).

    The yardstick is the category's usual mean ln price `base_level` (categories,),
    moved by `choice.anchor` times the change of its present mean of `regular` prices (without
    promotions).
    """
    categories = len(base_level)
    count = np.maximum(np.bincount(category, minlength=categories), 1)
    present = np.bincount(category, np.log(regular), minlength=categories) / count
    usual = np.bincount(category, np.log(base_price), minlength=categories) / count
    yardstick = base_level + p.choice.anchor * (present - usual)
    return np.log(price) - yardstick[category]


def rank_score(p, relevance, reviews, rating, appeal, position):
    """The search engine's score: relevance, proof, appeal and price.

    Any shapes that fit together.
    """
    return (
        p.search.relevance * relevance
        + p.search.reviews * np.log1p(reviews)
        + p.search.rating * (rating - p.product.rating)
        + p.search.appeal * appeal
        - p.search.price * position
    )


def click_utility(p, relevance, reviews, rating, appeal, position, taste, depth=0.0):
    """Utility of a listing once it is looked at. McFadden (1974), multinomial logit."""
    return (
        p.choice.relevance * (relevance - 0.5)
        + p.choice.rating * (rating - p.product.rating)
        + p.choice.reviews * np.log1p(reviews)
        + p.choice.appeal * appeal
        + p.choice.badge * depth
        - p.choice.price * taste * position
    )


def taken(appeal, outside):
    """Chance that each product of a page is the one that is taken; the last axis is the page.

    Multinomial logit: in proportion to `appeal` (the exponential of a utility), where taking none
    has the appeal `outside`. McFadden (1974).
    """
    return appeal / (outside + np.sum(appeal, axis=-1, keepdims=True))


def clicks(p, utility, available, attention):
    """Chance that each listing of a page is the one that is clicked; the last axis is the page.

    `available` (bool) says what is in stock. A missing item leaves the page and
    the rest is chosen from anew; but `stock.leave` of those who wanted it leave.
    """
    weight = attention * np.exp(utility)
    chosen = taken(np.where(available, weight, 0.0), p.choice.outside)
    if np.all(available):
        return chosen
    wanted = taken(weight, p.choice.outside)
    gained = np.where(available, chosen - wanted, 0.0)
    return np.where(available, wanted + (1.0 - p.stock.leave) * gained, 0.0)


def cart(p, phone, rating, quality, position, taste, truth):
    """Chance that a click ends in the cart."""
    return expit(
        p.cart.intercept
        + p.cart.phone * phone
        + p.cart.rating * (rating - p.product.rating)
        + p.cart.quality * quality
        - p.cart.price * taste * position
        + p.cart.match * (truth - 1.0)
    )


def order(p, phone, position, taste, fee, days, coupon=0.0):
    """Chance that what lies in the cart is paid for; `fee` in $, `days` of delivery."""
    return expit(
        p.order.intercept
        + p.order.phone * phone
        - p.order.price * taste * position
        - p.order.fee * fee
        - p.order.days * (days - 3.0)
        + p.order.coupon * coupon
    )


def comes_back(p, category_base, overpromise, quality, truth):
    """Chance that a paid item is returned.

    More where the page promised too much or the query asked for something else.
    """
    return expit(
        category_base
        + p.returns.overpromise * overpromise
        + p.returns.quality * quality
        + p.returns.mismatch * (1.0 - truth)
    )
