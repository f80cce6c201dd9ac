"""The practice shop's week of ads, its search terms, its auctions, and a test of brand ads."""

from course.lessons.paid_promotion.bank import WORDS
from course.lessons.paid_promotion.scenario import Scenario
from course.market import ads
from course.market.parameters import tideway
from course.market.rng import stream

FURTHER = ("cheap", "spare strap", "review", "blue", "repair")


def ad_week(seed=0, days=7):
    """A week of ads by word and day: a DataFrame word, day, impressions, clicks, spend ($), orders,
    revenue ($).
    """
    return ads.report(tideway(), stream(seed, "ads", "week"), WORDS, days)


def search_terms(seed=0, count=20):
    """What people really typed: a DataFrame term, clicks, orders, spend ($), basket ($ an order,
    known from the product).
    """
    terms = [f"{WORDS[n % len(WORDS)]} {FURTHER[n % len(FURTHER)]}" for n in range(count)]
    return ads.searched(tideway(), stream(seed, "ads", "terms"), terms)


def brand_test(seed=0, regions=24):
    """A test of the ads on shops' own names, all shops of Tideway together: see `ads.brand_test`."""
    return ads.brand_test(tideway(), stream(seed, "ads", "brand"), regions)


def week(number):
    """(keywords, landscape, budget) of practice week `number` (0 to 19), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
