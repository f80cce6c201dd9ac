"""What lesson 09 says about its own data is true of the data that learners see."""

import re

import numpy as np
import pandas as pd
import pytest
from scipy.stats import beta

from course.authoring import canon, layout
from course.lessons.paid_promotion import (
    ad_week,
    answers,
    brand_test,
    likely_profit,
    search_terms,
    week,
)
from course.lessons.paid_promotion.likely import would_bring
from course.lessons.paid_promotion.scenario import Scenario
from course.market import ads
from course.market.parameters import tideway
from course.market.rng import stream

KEYWORDS, LANDSCAPE, BUDGET = week(0)
WORDS = list(KEYWORDS["word"])
TODAY, FIRST = (dict.fromkeys(WORDS, bid) for bid in (0.9, 3.0))
BREAK_EVEN = 0.30
EXPERT = answers.expert(*week(0))


@pytest.fixture(scope="module")
def text():
    notebook = canon.read(layout.lesson("paid_promotion").notebook("source"))
    return {cell.id: cell.source for cell in notebook.cells}


def told(text, *parts):
    """Every part stands in the text: the numbers of a claim, as they are computed here."""
    assert [part for part in parts if part not in text] == []


def test_the_ticket_tells_what_ninety_cents_buy(text):
    keywords, rivals, _, _ = Scenario().truth(0)
    score = 0.9 * keywords["quality"][:, None] * np.ones(rivals.shape[:2])
    places, _ = ads.place(tideway(), score, rivals)
    usually = int(((places == 0).mean(axis=1) > 0.5).sum())
    assert usually == 3
    assert not (places[WORDS.index("travel backpack")] == 0).any()
    told(text["ticket"], "three of them we are usually first")


def test_the_worked_example_is_the_tickets_question(text):
    paid = answers.reference_gsp([0.70, 0.90, 0.60], [1.5, 1.0, 1.3], 2, 0.1)
    assert paid["bidder"].tolist() == [0, 1]
    norrvale, we = (f"{100 * price:.0f}" for price in paid["price"])
    told(text["ticket"], f"we pay {we} cents", f"pays {norrvale}")
    told(text["worked-read"], f"pays {norrvale} cents where we pay {we}")
    told(text["answer-price-read"], f"{we} cents against {norrvale}")


def test_bidding_the_truth_is_not_always_best(text):
    truth = answers.reference_gsp([10, 4, 2], [1, 1, 1], 2, 0)["price"]
    lower = answers.reference_gsp([3, 4, 2], [1, 1, 1], 2, 0).set_index("bidder")["price"]
    told(
        text["truth-read"], f"{200 * (10 - truth[0]):,.0f} dollars", f"{199 * (10 - lower[0]):,.0f}"
    )


def test_the_third_place_has_nearly_half_of_the_clicks_and_never_costs_more(text):
    factors = ads.slot_factors(tideway())
    assert 0.4 < factors[2] < 0.5
    told(text["job"], "nearly half of the first one's clicks, and never costs more")
    rng = np.random.default_rng(0)
    for _ in range(200):  # our own price in the first and in the third place of one auction
        rivals = -np.sort(-rng.uniform(0.1, 2.0, (1, 6)))
        prices = [
            ads.place(tideway(), np.array([score]), rivals)[1][0]
            for score in (rivals[0, 0] + 0.01, (rivals[0, 1] + rivals[0, 2]) / 2)
        ]
        assert prices[0] >= prices[1]


def test_an_ordinary_word_is_what_the_prior_says(text):
    low, high = beta.ppf([0.1, 0.9], 2, 18)
    told(text["faded-text"], f"between {100 * low:.0f}% and {100 * high:.0f}%")
    cvr = tideway().draw(np.random.default_rng(1), "keyword.cvr", 20_000)
    assert np.mean((low < cvr) & (cvr < high)) > 0.8


def test_believable_rates_tell_words_without_an_order_apart(text):
    without = KEYWORDS[KEYWORDS["orders"] == 0].sort_values("clicks")
    rate = 2 / (without["clicks"] + 20)
    assert len(without) == 4
    assert (without["clicks"].iloc[:3] <= 5).all()
    assert {f"{100 * each:.0f}%" for each in rate.iloc[:3]} == {"8%", "9%"}
    told(
        text["rates-read"],
        f"weekender bag {without['clicks'].iloc[3]}",
        f"against {100 * rate.iloc[3]:.0f}%",
    )
    known = KEYWORDS[KEYWORDS["clicks"] >= 80]
    believed = (known["orders"] + 2) / (known["clicks"] + 20)
    assert (known["orders"] / known["clicks"] - believed).abs().max() < 0.015
    cheap = sum(value < 0.9 for value in answers.click_values(KEYWORDS).values())
    assert cheap == 7
    told(text["values-read"], "seven of the twelve words")


def test_the_report_says_what_is_read_from_it(text):
    report = answers.reference_report(ad_week()).set_index("word")
    sums = ad_week().groupby("word")[["orders", "spend", "revenue"]].sum()
    assert (report["acos"] > BREAK_EVEN).sum() == len(report) / 2
    assert sums.loc["weekender bag", "orders"] == 0
    belt = sums.loc["belt bag"]
    basket = belt["revenue"] / belt["orders"]
    assert belt["orders"] == 2
    told(
        text["ad-report-read"],
        *(f"{100 * belt['spend'] / (basket * orders):.0f}%" for orders in (1, 2, 3)),
    )


def test_two_terms_with_one_record_have_two_fates(text):
    table, out = search_terms().set_index("term"), answers.reference_negatives(search_terms(), 0.3)
    cheap, expensive = table.loc["backpack 25l spare strap"], table.loc["weekender bag review"]
    for each in (cheap, expensive):
        assert (each["clicks"], each["orders"]) == (10, 0)
    assert "weekender bag review" in out
    assert "backpack 25l spare strap" not in out
    assert 3.5 < expensive["spend"] / cheap["spend"] < 4
    told(text["negatives-read"], "ten clicks and no order", "nearly four times as much")
    goes = table.index.isin(out)
    price, rate = table["spend"] / table["clicks"], table["orders"] / table["clicks"]
    assert price[goes].min() < price[~goes].max()
    assert rate[goes].max() > rate[~goes].min()


def test_the_best_bid_on_one_word(text):
    one = LANDSCAPE[LANDSCAPE["word"] == "travel backpack"]
    value = answers.click_values(KEYWORDS)["travel backpack"]
    bids = [one["bid"][(value * one["clicks"] - t * one["cost"]).idxmax()] for t in (1, 2)]
    told(text["place-read"], f"worth {value:.2f}", *(f"is {bid:.2f}" for bid in bids))


def test_the_budget_is_about_a_third_of_what_the_best_bids_cost(text):
    share = []
    for seed in range(20):
        seen = Scenario().observe(seed)
        best = answers.best_bids(answers.click_values(seen["keywords"]), seen["landscape"], np.inf)
        cost = sum(would_bring(best, seen["landscape"], np.inf)[1].values())
        share.append(seen["budget"] / cost)
    assert 0.3 < np.mean(share) < 0.4
    told(text["bids_question"], "about a third of what the best bids of all words would cost")


def test_a_likely_range_holds_about_four_of_five_weeks():
    scenario, inside = Scenario(), []
    for seed in range(60):
        seen = scenario.observe(seed)
        bids = answers.expert(**seen)
        found = likely_profit(bids, *seen.values())
        inside.append(found["low"] <= scenario.value(seed, bids) <= found["high"])
    assert 0.68 <= np.mean(inside) <= 0.92  # two SD of 60 weeks around four of five


def test_between_two_bids_the_landscape_is_a_straight_line_and_the_budget_holds():
    low, half, high = (
        would_bring(dict.fromkeys(WORDS, bid), LANDSCAPE, np.inf) for bid in (0.6, 0.65, 0.7)
    )
    for part in (0, 1):
        for word in WORDS:
            assert half[part][word] == pytest.approx((low[part][word] + high[part][word]) / 2)
    assert sum(would_bring(FIRST, LANDSCAPE, BUDGET)[1].values()) == pytest.approx(BUDGET)


def test_the_ticket_is_answered(text):
    today, first, best = (likely_profit(bids, *week(0)) for bids in (TODAY, FIRST, EXPERT))
    assert first["high"] < 0
    assert today["low"] < 0 < today["mean"] < 10
    assert best["low"] > today["high"]
    told(
        text["answer-plans-read"],
        "even at the upper end",
        "next to nothing",
        "clearly to the right",
    )


def test_the_own_name_brings_a_tenth_of_what_is_reported(text):
    regions = brand_test()
    on, off = regions[regions["ads"]], regions[~regions["ads"]]
    assert len(on) == len(off) == 12
    assert off[["ad_clicks", "spend", "ad_revenue"]].to_numpy().sum() == 0
    reported = on["ad_revenue"].sum() / on["spend"].sum()
    each = regions.assign(each=regions["revenue"] / regions["searches"]).groupby("ads")["each"]
    gain = each.mean()[True] - each.mean()[False]
    error = np.sqrt((each.var() / each.size()).sum())
    brought = np.array([gain - 1.96 * error, gain, gain + 1.96 * error])
    brought = brought / (on["spend"].sum() / on["searches"].sum())
    assert round(reported) == 20
    assert brought.round(1).tolist() == [0.5, 2.2, 3.9]
    assert brought[0] < 1 / BREAK_EVEN < brought[2]
    assert (1 / BREAK_EVEN - brought[0]) > (brought[2] - 1 / BREAK_EVEN)  # most of it lies below
    told(text["ticket"], "20 dollars for each dollar")
    told(text["answer-brand-read"], "3.3 dollars", f"{100 * BREAK_EVEN * brought[1]:.0f} cents")
    for answer in (text["brand_words"], answers.MODEL_ANSWERS[2.0]):
        told(answer, "2.2 dollars", "0.5 to 3.9", "3.3", "67 cents, 15 cents to 1.18")
    assert (100 * BREAK_EVEN * brought).round(-1).tolist() == [20, 70, 120]


def test_a_test_of_brand_ads_finds_what_the_market_says_on_average():
    """Where ads are off, of what they claim `ads.brand_substitution` comes anyway."""
    p = tideway()
    table = pd.concat(
        [ads.brand_test(p, stream(seed, "test", "brand"), 40) for seed in range(40)]
    ).assign(each=lambda t: t["revenue"] / t["searches"])
    on, off = table[table["ads"]], table[~table["ads"]]
    claimed = on["ad_revenue"].sum() / on["searches"].sum()
    lost = (on["each"].mean() - off["each"].mean()) / claimed
    assert lost == pytest.approx(1 - p.ads.brand_substitution, abs=0.03)


def test_ebays_interval_holds_zero(text):
    numbers = re.search(r"difference, standard_error = (\S+), (\S+)", text["wild-code"])
    difference, error = map(float, numbers.groups())
    told(text["wild"], f"fell by {-difference}", f"standard error of {error}")
    assert difference - 1.96 * error < 0 < difference + 1.96 * error
    told(text["guess"], f"{-100 * difference:.1f}")
    told(text["wild-moral"], "The interval holds zero")


def test_the_cards_compute_right(text):
    told(text["cards"], f"is {200 / 27:.0f}%", f"is {200 / 90:.0f}%")
    assert round((160 - 100) / (110 - 100)) == 6
