"""The marketplace's parts against libraries, published numbers and properties."""

import hashlib

import bm25s
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from course.market import experiments, shop, text
from course.market.parameters import Parameters
from course.market.rng import stream
from course.market.search import QUALITY_WEIGHT, SearchPage, attention
from course.once import once

DOCS = [
    ["wireless", "earbuds", "black"],
    ["earbuds", "case"],
    ["wireless", "mouse"],
    ["phone", "case", "black"],
]


def own_bm25(docs, query):
    """BM25 as the search page computes it, word by word."""
    lengths = np.array([len(doc) for doc in docs], dtype=float)
    scores = np.zeros(len(docs))
    for word in query:
        counts = np.array([[float(doc.count(word))] for doc in docs])
        weight = text.idf((counts > 0).sum(), len(docs))
        scores += (text.saturation(counts, lengths, lengths.mean()) * weight)[:, 0]
    return scores


def test_bm25_agrees_with_bm25s():
    index = bm25s.BM25(method="lucene", k1=1.2, b=0.75, dtype="float64")
    index.index(DOCS, show_progress=False)
    for query in (["wireless", "earbuds"], ["wireless", "mouse"], ["phone"]):
        assert own_bm25(DOCS, query) == pytest.approx(index.get_scores(query) * 2.2, rel=1e-9)


@pytest.mark.parametrize(
    ("query", "published"),
    [
        (["wireless", "earbuds"], [1.2814, 0.7549, 0.7549, 0]),
        (["wireless", "mouse"], [0.6407, 0, 2.0662, 0]),
        (["mouse", "phone", "phone"], [0, 0, 1.3113, 2.2258]),
    ],
)
def test_bm25_golden_values(query, published):
    assert own_bm25(DOCS, query) == pytest.approx(published, abs=6e-5)


def test_tokens_are_what_a_search_box_reads():
    assert text.tokens("Slim Backpack with USB-Port, for Men & Women!") == [
        "slim",
        "backpack",
        "usb-port",
        "men",
        "women",
    ]
    assert text.tokens("") == []


@given(st.text(max_size=60))
def test_tokens_never_fail_and_are_stable(anything):
    once = text.tokens(anything)
    assert text.tokens(" ".join(once)) == once


def test_attention_falls_and_ends():
    ranks = np.arange(1, 42)
    seen = attention(ranks)
    assert seen[0] == 1.0
    assert (np.diff(seen) < 0).all()
    assert seen[40] == 0.0
    assert attention(4) == pytest.approx(4**-0.65)


def test_every_category_has_the_vocabulary_the_scenario_counts_on():
    categories = shop.categories()
    assert len(categories) == 8
    for noun, category in categories.items():
        assert len(category.words) == 39, noun
        assert noun not in category.words
        assert all(word == word.lower() and " " not in word for word in category.group_of), noun
        assert all(
            {word, *others} <= set(category.group_of) for word, others in category.clashes.items()
        ), noun
        assert all(
            word in category.clashes[other]
            for word, others in category.clashes.items()
            for other in others
        ), noun


@pytest.mark.parametrize("noun", sorted(shop.categories()))
def test_a_title_read_as_a_sentence_has_the_same_words(noun):
    category = shop.categories()[noun]
    words = category.reading_order(
        [noun, *shop.pick_words(stream(1, noun), category, dict.fromkeys(category.words, 1.0), 8)]
    )
    assert text.tokens(category.sentence(words)) == words


def test_picked_words_fit_each_other():
    for noun, category in shop.categories().items():
        for seed in range(50):
            words = shop.pick_words(
                stream(seed, "fit"), category, dict.fromkeys(category.words, 1.0), 8
            )
            assert len(set(words)) == len(words)
            assert all(
                category.fits(word, [other for other in words if other != word]) for word in words
            ), noun


def tiny_page(quality=0.0):
    product = {
        "true": ["bottle", "steel"],
        "vocabulary": ["bottle", "steel", "glass", "norrvale"],
        "quality": quality,
        "brand": "Norrvale",
    }
    queries = pd.DataFrame({"text": ["steel bottle", "glass bottle"], "weekly_volume": [1000, 500]})
    rivals = pd.DataFrame({"title": ["glass bottle"], "quality": [0.0]})
    return SearchPage(product, queries, rivals)


def test_orders_by_hand():
    # Alone with 'steel': rank 1 for 'steel bottle'; second for 'glass bottle', one of whose two
    # words is stated and true.
    page = tiny_page()
    first = 1000 * 1.0 * 0.10 * (0.4 + 0.6) * 0.12
    second = 500 * 2**-0.65 * 0.10 * (0.4 + 0.6 / 2) * 0.12 * 0.5**3
    assert page.orders(["steel", "bottle"]) == pytest.approx(first + second)


def test_an_untrue_word_costs_fifteen_percent_of_everything_else():
    page = tiny_page(quality=5.0)  # so strong a shop that rank does not change
    honest, false = page.table(["steel", "bottle"]), page.table(["steel", "bottle", "glass"])
    assert (false["rank"] == 1).all()
    assert false.loc[0, "orders"] == pytest.approx(0.85 * honest.loc[0, "orders"])
    assert page.untrue(["norrvale", "steel", "glass"]) == ["glass"]


def test_table_and_orders_agree():
    from course.lessons.title_optimization.scenario import Scenario

    observed = Scenario().observe(3)
    page = SearchPage(observed["product"], observed["query_log"], observed["rivals"])
    title = observed["product"]["true"][:6]
    assert page.orders(title) == pytest.approx(page.table(title)["orders"].sum())


@pytest.mark.parametrize("seed", range(5))
def test_ranks_are_those_of_bm25_word_by_word(seed):
    """Every rival and our title scored one by one, as the bonus and position say.

    The page itself adds up what changes with a title.
    """
    from course.lessons.title_optimization.scenario import Scenario

    observed = Scenario().observe(seed)
    product, rivals = observed["product"], observed["rivals"]
    page = SearchPage(product, observed["query_log"], rivals)
    words = (
        stream(seed, "ranks").choice(product["vocabulary"], 7).tolist()
    )  # some stand twice, some are untrue
    for title in (words, words[:2], [product["noun"], "never-searched"]):
        table = page.table(title)
        for query, rank in zip(table["text"], table["rank"], strict=True):
            score = own_bm25([*(rival.split() for rival in rivals["title"]), title], query.split())
            theirs = score[:-1] + QUALITY_WEIGHT * rivals["quality"].to_numpy()
            ours = score[-1] + QUALITY_WEIGHT * product["quality"]
            assert rank == 1 + (theirs > ours - 1e-9).sum()


def test_a_rival_of_the_same_score_stands_first():
    table = tiny_page().table(["glass", "bottle"])
    assert table["rank"].tolist() == [2, 2]


def test_what_is_made_once_is_given_as_copies():
    from course.data import open_bandit

    first = open_bandit("random", "men")
    kept = first.copy()
    first.loc[:, "click"] = 7
    assert open_bandit("random", "men").equals(kept)
    with pytest.raises(ValueError, match="no such sample"):
        open_bandit("random", "dogs")
    calls = []
    counted = once(lambda number: calls.append(number) or [number])
    assert [counted(1), counted(2), counted(1)] == [[1], [2], [1]]
    assert calls == [1, 2]


def test_rank_of_a_title_without_any_query_word_is_not_seen():
    page = tiny_page(quality=9.0)
    assert page.orders(["norrvale"]) == 0.0


def test_streams_are_the_same_everywhere_and_independent():
    draws = stream(7, "title", "queries").integers(0, 10**9, 5)
    assert draws.tolist() == stream(7, "title", "queries").integers(0, 10**9, 5).tolist()
    assert draws.tolist() != stream(7, "title", "rivals").integers(0, 10**9, 5).tolist()
    # Pinned once on CPython 3.11, NumPy 2.4, Linux: another platform must give the same bytes.
    assert hashlib.sha256(",".join(map(str, draws)).encode()).hexdigest()[:16] == "594e9d9559e47223"


# --- experiments
# -----------------------------------------------------------------------------------------------------


def test_test_and_roll_golden_size():
    # Feit & Berman (2019): N = 100,000, mean .68, spread .03.
    assert experiments.test_and_roll_size(100_000, 0.68, 0.03) == pytest.approx(2283.9, abs=0.05)


def test_test_and_roll_size_is_the_top_of_its_gain():
    sizes = np.arange(10, 50_000, 10)
    gains = experiments.test_and_roll_gain(sizes, 100_000, 0.68, 0.03)
    assert sizes[gains.argmax()] == pytest.approx(2283.9, abs=10)


def test_expected_gain_matches_a_simulation_of_test_and_rollout():
    visitors, cvr, mean, sd, n = 200_000, 0.03, -0.002, 0.003, 2_000
    rng = np.random.default_rng(0)
    effect = rng.normal(mean, sd, 400_000)
    noise = 2 * cvr * (1 - cvr) / n
    seen = effect + rng.normal(0, noise**0.5, effect.size)
    believed = (mean / sd**2 + seen / noise) / (1 / sd**2 + 1 / noise)
    earned = n * effect + (visitors - 2 * n) * np.where(believed > 0, effect, 0.0)
    error = earned.std() / effect.size**0.5
    assert experiments.expected_gain(n, visitors, cvr, mean, sd) == pytest.approx(
        earned.mean(), abs=3 * error
    )


def test_expected_gain_at_the_edges():
    assert experiments.expected_gain(0, 1000, 0.03, -0.001, 0.002) == 0.0
    assert experiments.expected_gain(0, 1000, 0.03, 0.001, 0.002) == pytest.approx(1.0)
    assert experiments.expected_gain(500, 1000, 0.03, -0.001, 0.002) == pytest.approx(-0.5)


def test_an_aa_test_looked_at_once_is_wrong_as_often_as_promised_and_peeked_at_far_more():
    z = np.abs(experiments.false_wins(np.random.default_rng(1), 4000, 30, 400, 0.03)) > norm.ppf(
        0.975
    )
    assert z[:, -1].mean() == pytest.approx(0.05, abs=0.012)
    assert z.any(axis=1).mean() > 0.25


def test_raw_events_hold_the_traps_that_the_data_card_names():
    events = experiments.visit_events(
        Parameters(), np.random.default_rng(2), 3000, {("phone", "search"): 0.05}
    )
    assert events["event_id"].duplicated().any()
    assert events["bot"].any()
    assert events.loc[events["test"], "kind"].eq("order").all()
    orders = events[events["kind"] == "order"].drop_duplicates("event_id").groupby("session").size()
    assert (orders == 2).any()
    assert events.groupby("session")["bot"].nunique().eq(1).all()


def test_a_fading_lift_fades_and_a_broken_split_shows():
    rng = np.random.default_rng(3)
    log = experiments.experiment_log(
        Parameters(), rng, days=20, sessions_a_day=40_000, cvr=0.05, lift=0.1, fading=True
    )
    rate = log.assign(rate=log["orders"] / log["sessions"]).pivot(
        index="day", columns="arm", values="rate"
    )
    lift = rate["B"] / rate["A"] - 1
    assert lift.iloc[:5].mean() > 0.2
    assert abs(lift.iloc[-2:].mean()) < 0.06
    broken = experiments.experiment_log(
        Parameters(), rng, days=10, sessions_a_day=5000, cvr=0.05, lift=0.0, split=0.4
    )
    share = broken[broken["arm"] == "B"]["sessions"].sum() / broken["sessions"].sum()
    assert share == pytest.approx(0.4, abs=0.01)
