"""What lesson 09 says about its own data is true of the data that learners see."""

import numpy as np
import pytest

from course.lessons.paid_promotion import ad_week, brand_test, likely_profit, search_terms, week
from course.lessons.paid_promotion import answers, checks
from course.lessons.paid_promotion.likely import would_bring
from course.lessons.paid_promotion.scenario import Scenario
from course.market import ads
from course.market.parameters import tideway

KEYWORDS, LANDSCAPE, BUDGET = week(0)
TODAY, FIRST = (dict.fromkeys(KEYWORDS["word"], bid) for bid in (0.9, 3.0))


def test_the_owner_is_hardly_ever_first():
    keywords, rivals, _, _ = Scenario().truth(0)
    score = 0.9 * keywords["quality"][:, None] * np.ones(rivals.shape[:2])
    places, _ = ads.place(tideway(), score, rivals)
    assert (places == 0).mean() < 0.25


def test_the_worked_example_is_the_tickets_question():
    paid = answers.reference_gsp([0.80, 1.00, 0.60], [1.5, 1.0, 1.3], 2, 0.1)
    assert paid["bidder"].tolist() == [0, 1]
    assert paid["price"].round(2).tolist() == [0.67, 0.78]
    edelman = answers.reference_gsp([10, 4, 2], [1, 1, 1], 2, 0)
    assert edelman["price"].tolist() == [4, 2]


def test_the_third_place_has_nearly_half_of_the_clicks():
    assert 0.4 < ads.slot_factors(tideway())[2] < 0.5


def test_the_prior_is_what_an_ordinary_word_brings():
    from scipy.stats import beta

    low, high = beta.ppf([0.1, 0.9], 2, 18)
    assert (round(low, 2), round(high, 2)) == (0.03, 0.19)
    cvr = tideway().draw(np.random.default_rng(1), "keyword.cvr", 20_000)
    assert low < np.quantile(cvr, 0.1) and np.quantile(cvr, 0.9) < high + 0.01


def test_the_crosses_furthest_out_belong_to_words_with_few_clicks():
    raw = (KEYWORDS["orders"] / KEYWORDS["clicks"]).set_axis(KEYWORDS["word"])
    clicks = KEYWORDS.set_index("word")["clicks"]
    median = clicks.median()
    assert clicks[raw.idxmax()] < median and clicks[raw.idxmin()] < median
    off = (raw.to_numpy() - (KEYWORDS["orders"] + 2) / (KEYWORDS["clicks"] + 20)).abs()
    assert off.set_axis(KEYWORDS["word"])[clicks.idxmax()] < off.median()


def test_a_likely_range_holds_four_of_five():
    """Rates drawn from the law of words, records from the rates: the range is honest on average."""
    scenario, inside = Scenario(), []
    for seed in range(60):
        seen = scenario.observe(seed)
        bids = answers.expert(**seen)
        range_ = likely_profit(bids, *seen.values())
        inside.append(range_["low"] <= scenario.value(seed, bids) <= range_["high"])
    assert 0.65 <= np.mean(inside) <= 0.97


def test_between_two_bids_the_landscape_is_a_straight_line_and_the_budget_holds():
    half = would_bring(dict.fromkeys(KEYWORDS["word"], 0.25), LANDSCAPE, np.inf)
    low, high = (
        would_bring(dict.fromkeys(KEYWORDS["word"], bid), LANDSCAPE, np.inf) for bid in (0.2, 0.3)
    )
    for part in (0, 1):
        for word in KEYWORDS["word"]:
            assert half[part][word] == pytest.approx((low[part][word] + high[part][word]) / 2)
    assert sum(would_bring(FIRST, LANDSCAPE, BUDGET)[1].values()) == pytest.approx(BUDGET)


def test_the_ticket_is_answered():
    today, first, best = (
        likely_profit(bids, *week(0))
        for bids in (TODAY, FIRST, answers.expert(KEYWORDS, LANDSCAPE, BUDGET))
    )
    assert first["high"] < today["mean"] < best["mean"]
    print(today, first, best)


def test_the_reported_roas_is_what_the_agency_says_and_most_would_have_come_anyway():
    table = brand_test()
    on, off = table[table["ads"]], table[~table["ads"]]
    assert len(on) == len(off) == 12
    assert on["ad_revenue"].sum() / on["spend"].sum() == pytest.approx(20, abs=0.5)
    assert off["spend"].sum() == 0
    assert set(search_terms()["term"]) and len(ad_week()) and checks
