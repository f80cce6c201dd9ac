"""What a learner may see being checked: tiny cases that can be worked out by hand.

The sentences about slips live here once; the hidden checks use them too.
"""

import numpy as np
import pandas as pd

from course import check
from course.check import Case, cases, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.title_optimization.bank import GIVEN, PRACTICE, ROLES, WORDS
from course.lessons.title_optimization.scenario import Scenario

SLUG = "title_optimization"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

COUNTS_QUERIES = (
    "It looks as if every query counted the same. A query that is asked 600 times matters more:"
    " weigh by weekly_volume."
)
ANY_WORD = (
    "It looks as if one shared word was enough. A query is covered only when every one of its words"
    " stands in the title."
)
CASE_MATTERS = (
    "Is 'Steel' the same as 'steel' for you? Shoppers type in lower case: compare both in lower"
    " case."
)
ROW_LOST = (
    "It looks as if a query that stands in two rows counted once. A dictionary keeps the last row"
    " alone: go through the rows."
)
SUM_NOT_SHARE = "That is a number of searches. Divide by the volume of all queries to get a share."
SUBSTRING = (
    "Is 'steel' inside 'steelworks' a match for you? Compare whole words, not pieces of text."
)
NO_SATURATION = (
    "It looks as if a word that stands twice counted exactly twice. In BM25 repeating a word pays"
    " less each time: c (k1 + 1) / (c + ...)."
)
NO_LENGTH = (
    "Long and short titles seem to count alike. The length belongs into the denominator: 1 - b + b"
    " × length / mean length."
)
CLASSIC_IDF = "The rarity weight looks like ln(N / n). Asked is ln(1 + (N - n + 0.5) / (n + 0.5))."
NO_K1 = "It is smaller by the factor k1 + 1 everywhere. That factor belongs into the numerator."
CLASSIC_PROBABILITY = (
    "The rarity weight looks like ln((N - n + 0.5) / (n + 0.5)), without the 1 +. It turns negative"
    " for a word that half of the titles hold; this formula adds 1 before it takes the logarithm."
)
TEN_LOG = "The rarity weight looks like log10. ln is the natural logarithm, `np.log`."
LENGTH_TURNED = (
    "It looks as if M / L was taken: long titles then gain. It is L / M, this title's length by the"
    " mean."
)
MEDIAN_LENGTH = "It looks as if M was the median length. M is the mean: all words by all titles."
COUNTS_OCCURRENCES = (
    "n seems to count how often the word occurs. Asked is the number of titles that hold it: a"
    " title that says it twice counts once."
)
SAME_AT_EVERY_RANK = (
    "All ranks get the same. How many shoppers still look so far down? rank ** -0.65."
)
STATED_UNUSED = "The click rate does not use `stated` yet."
NO_PARENTHESES = (
    "It looks as if the brackets are lost: 10% is taken of the whole sum, 0.10 * (0.4 + 0.6 *"
    " stated)."
)
TEN_TIMES = "10% is 0.10, not 10."
QUERY_CASE = "Are the queries in lower case for you? 'GLASS' and 'glass' are the same search."
NOUN_AT_CUT = "A noun that ends exactly at the cut is still whole: only what ends after it is cut."
WHOLE_WORDS = (
    "A forbidden sign can stand inside a word: look at every character, not at whole words."
)
REPEAT_CASE = "'Steel' and 'steel' are the same word to a shopper: compare in lower case."
NOUN_STARTS = (
    "The noun starts before the cut, but the phone shows only a part of it. It must end before the"
    " cut."
)
LAST_NOUN = (
    "It looks as if the last noun was looked at. The first one counts: shoppers read on from it."
)
NOUN_AS_TYPED = "Is 'Bottle' the noun for you? It is compared in lower case as well."
SIGNS_STRIPPED = (
    "It looks as if signs were taken off before words were compared. Words count as given: 'sale!'"
    " is not 'sale'."
)
AT_THE_LIMIT = "A title of exactly max_chars characters is allowed."
UNLISTED = "A word that `attrs` does not list is not untrue. Only a listed False is."
AS_TYPED = "It looks as if words were compared as typed. Compare all of them in lower case."
RANK_BLIND = (
    "That query stands where nearly everybody looks. Divide the CTR by the share who look at its"
    " rank."
)
RANK_TIMES_CTR = (
    "It looks as if CTR was multiplied by the rank. At rank 30 not a thirtieth of shoppers look but"
    " 11%: divide by `attention(rank)`."
)
STOP_WORD = (
    "Some words are shared, but 'for' and 'with' mean nothing. Every word that carries meaning"
    " must be there."
)
SET_OF_QUERY = (
    "A word that stands twice in the query counts twice. Did a set() swallow the second one?"
)


def token_role():
    return [mapping("token_role", dict.fromkeys(WORDS), set(ROLES), given=GIVEN, practice=PRACTICE)]


def _queries(*rows):
    return pd.DataFrame(rows, columns=["text", "weekly_volume"])


def coverage():
    queries = _queries(("steel bottle", 600), ("glass bottle", 300), ("bottle", 100))
    title = ["steel", "bottle"]
    works = _queries(("Steelworks bottle", 500), ("steel bottle", 300))
    mugs = _queries(("red mug", 200), ("mug", 300), ("red mug", 100), ("blue mug", 400))
    mixed = _queries(
        ("GLASS bottle", 500),
        ("GLASS bottle", 50),
        ("bottle kids", 246),
        ("bottle", 54),
        ("steel bottle", 200),
        ("desk lamp", 250),
    )
    tried = [
        Case(
            (title, queries),
            0.7,
            "coverage(['steel', 'bottle'], queries)",
            "600 + 100 of 1,000 searches find every word",
        ),
        Case(
            (["Steel", "BOTTLE"], queries),
            0.7,
            "coverage(['Steel', 'BOTTLE'], queries)",
            "capital letters change nothing",
        ),
        Case(
            (["steelworks", "bottle"], works),
            0.625,
            "coverage(['steelworks', 'bottle'], two_queries)",
            "500 of 800: 'Steelworks' is the same word, 'steel' is another",
        ),
        Case(
            (["Glass", "bottle", "kidswear"], mixed),
            604 / 1300,
            "coverage(['Glass', 'bottle', 'kidswear'], six_rows)",
            "500 + 50 + 54 of 1,300; 'kids' is not a word of this title",
        ),
        Case(
            (["red", "mug"], mugs),
            0.6,
            "coverage(['red', 'mug'], four_rows)",
            "200 + 300 + 100 of 1,000: 'red mug' stands in two rows, and both are searches",
        ),
    ]
    slips = [
        (COUNTS_QUERIES, (2 / 3, ..., 0.5, 0.5, 0.75)),
        (ANY_WORD, (1.0, ..., 1.0, 1050 / 1300, 1.0)),
        (SUM_NOT_SHARE, (700.0, 700.0, 500.0, 604.0, 600.0)),
        (CASE_MATTERS, (..., 0.0, 0.0, 54 / 1300, ...)),
        (QUERY_CASE, (..., ..., 0.0, 54 / 1300, ...)),
        (SUBSTRING, (..., ..., 1.0, 850 / 1300, ...)),
        (ROW_LOST, (..., ..., ..., 104 / 800, 0.5)),
    ]
    return [
        *cases("coverage", tried, slips),
        gives(
            "coverage",
            (title, queries.assign(weekly_volume=0)),
            0.0,
            shown="coverage(['steel', 'bottle'], queries that nobody asks)",
            why="no searches at all gives 0",
            edge=True,
        ),
        relates(
            "coverage",
            [(title, queries), ([*title, "glass"], queries)],
            lambda few, more: more >= few,
            "Adding a word to the title never lowers its coverage ({0}, then {1}).",
        ),
    ]


DOCS = [
    ["wireless", "earbuds", "black"],
    ["earbuds", "case"],
    ["wireless", "mouse"],
    ["phone", "case", "black"],
]


TWICE = [["mug", "red", "mug"], ["mug"], ["lamp", "red", "desk", "oak"]]


def bm25():
    tried = [
        Case(
            (DOCS, ["wireless", "earbuds"]),
            np.array([1.2814, 0.7549, 0.7549, 0.0]),
            "bm25(docs, ['wireless', 'earbuds'])",
            "the first title has both words, the last has none",
        ),
        Case(
            (TWICE, ["mug"]),
            np.array([0.6243, 0.6315, 0.0]),
            f"bm25({TWICE}, ['mug'])",
            "two of three titles hold 'mug'; saying it twice in a longer title does not help",
        ),
    ]
    slips = [
        (NO_LENGTH, ([1.3863, 0.6931, 0.6931, 0.0], [0.6463, 0.47, 0.0])),
        (CLASSIC_PROBABILITY, ([0.0, 0.0, 0.0, 0.0], [-0.6785, -0.6863, 0.0])),
        (TEN_LOG, ([0.5565, 0.3279, 0.3279, 0.0], [0.2711, 0.2742, 0.0])),
        (LENGTH_TURNED, ([1.4877, 0.6288, 0.6288, 0.0], [0.6671, 0.2795, 0.0])),
        (MEDIAN_LENGTH, (..., [0.6463, 0.6463, 0.0])),
        (NO_K1, ([0.58245, 0.34315, 0.34315, 0.0], [0.2838, 0.287, 0.0])),
        (NO_SATURATION, (..., [0.8943, 0.6315, 0.0])),
        (COUNTS_OCCURRENCES, (..., [0.1774, 0.1794, 0.0])),
        (CLASSIC_IDF, (..., [0.5386, 0.5447, 0.0])),
    ]
    return [
        *cases("bm25", tried, slips, atol=6e-5, rtol=0.0),
        relates(
            "bm25",
            [(DOCS, ["mouse"]), (DOCS[::-1], ["mouse"])],
            lambda one, turned: np.allclose(np.asarray(one), np.asarray(turned)[::-1]),
            "Turning the list of titles round turns the scores round: {0}, then {1}.",
        ),
        gives(
            "bm25",
            (TWICE, ["mug", "mug"]),
            np.array([1.2486, 1.2629, 0.0]),
            shown=f"bm25({TWICE}, ['mug', 'mug'])",
            why="a word asked twice is added twice",
            atol=2e-4,
            rtol=0.0,
            edge=True,
        ),
        gives(
            "bm25",
            (TWICE, ["mug"], 2.0, 0.0),
            np.array([0.705, 0.47, 0.0]),
            shown=f"bm25({TWICE}, ['mug'], 2.0, 0.0)",
            why="k1 and b are arguments; with b = 0 the length does not matter",
            atol=6e-5,
            rtol=0.0,
            edge=True,
        ),
        gives(
            "bm25",
            ([*TWICE, []], ["mug"]),
            np.array([0.8356, 0.8714, 0.0, 0.0]),
            shown="bm25(the same with one empty title, ['mug'])",
            why="an empty title scores 0 and counts in N and in the mean length, 8 ÷ 4",
            atol=6e-5,
            rtol=0.0,
            edge=True,
        ),
        gives(
            "bm25",
            (DOCS, ["sofa"]),
            np.zeros(4),
            shown="bm25(docs, ['sofa'])",
            why="no title has the word",
        ),
    ]


# The rules that the learner writes; LENGTH is there.
CODES = ("REPEAT", "PROMO", "SYMBOL", "UNTRUE", "NO_NOUN", "NOUN_CUT")
RULES = {
    "noun": "bottle",
    "max_chars": 50,
    "max_repeat": 1,
    "promo": ["free", "sale"],
    "symbols": "!★",
    "mobile_cut": 25,
}
ATTRS = {"steel": True, "insulated": True, "glass": False, "kids": False}


def lint():
    tried = [
        Case(
            (["steel", "bottle", "gym"], ATTRS, {**RULES, "mobile_cut": 12}),
            set(),
            "lint(['steel', 'bottle', 'gym'], attrs, rules with mobile_cut 12)",
            "nothing is wrong with it; the noun ends exactly at the cut",
        ),
        Case(
            (["sale", "glass", "bottle", "bottle!"], ATTRS, RULES),
            {"PROMO", "UNTRUE", "SYMBOL"},
            "lint(['sale', 'glass', 'bottle', 'bottle!'], attrs, rules)",
            "'bottle!' is another word than 'bottle'",
        ),
        Case(
            (["Insulated", "insulated", "steel", "for", "hiking", "bottle"], ATTRS, RULES),
            {"REPEAT", "NOUN_CUT"},
            "lint(['Insulated', 'insulated', 'steel', 'for', 'hiking', 'bottle'], attrs, rules)",
            "43 characters; the noun ends at the 43rd, after the cut at 25",
        ),
        Case(
            (["steel", "insulated", "bottle"], ATTRS, {**RULES, "mobile_cut": 20, "max_chars": 22}),
            {"NOUN_CUT"},
            "lint(['steel', 'insulated', 'bottle'], attrs, rules with mobile_cut 20 and max_chars"
            " 22)",
            "22 characters are just allowed; the noun starts at the 17th and ends at the 22nd",
        ),
        Case(
            (
                ["Free", "Steel", "steel", "bottle", "gym★"],
                ATTRS,
                {**RULES, "mobile_cut": 23, "max_chars": 28},
            ),
            {"PROMO", "REPEAT", "SYMBOL"},
            "lint(['Free', 'Steel', 'steel', 'bottle', 'gym★'], attrs, rules with mobile_cut 23"
            " and max_chars 28)",
            "the noun ends at the 23rd of 28 characters; 'Free' is a promotion in any spelling",
        ),
        Case(
            (["insulated", "bottle", "Glass"], ATTRS, {**RULES, "mobile_cut": 12, "max_chars": 21}),
            {"NOUN_CUT", "UNTRUE", "LENGTH"},
            "lint(['insulated', 'bottle', 'Glass'], attrs, rules with mobile_cut 12 and max_chars"
            " 21)",
            "22 characters are one too many; 'Glass' is untrue in any spelling",
        ),
        Case(
            (["bottle!", "sales", "steel"], ATTRS, RULES),
            {"NO_NOUN", "SYMBOL"},
            "lint(['bottle!', 'sales', 'steel'], attrs, rules)",
            "'bottle!' is not the noun, and 'sales' is not 'sale'",
        ),
        Case(
            (["bottle!", "steel", "bottle"], ATTRS, {**RULES, "mobile_cut": 10}),
            {"NOUN_CUT", "SYMBOL"},
            "lint(['bottle!', 'steel', 'bottle'], attrs, rules with mobile_cut 10)",
            "the noun is the last word and ends at the 20th character",
        ),
        Case(
            (
                ["Steel", "Bottle", "sale!", "gym", "bottle"],
                ATTRS,
                {**RULES, "mobile_cut": 12, "max_repeat": 2},
            ),
            {"SYMBOL"},
            "lint(['Steel', 'Bottle', 'sale!', 'gym', 'bottle'], attrs, rules with mobile_cut 12 and"
            " max_repeat 2)",
            "the first noun ends exactly at the cut, two of a word are allowed, and 'sale!' is not"
            " 'sale'",
        ),
        Case(
            (["bottle", "steel", "bottle"], ATTRS, {**RULES, "mobile_cut": 10, "max_repeat": 2}),
            set(),
            "lint(['bottle', 'steel', 'bottle'], attrs, rules with mobile_cut 10 and max_repeat 2)",
            "the first noun ends at the 6th character",
        ),
        Case(
            (["Steel", "Bottle", "free★"], ATTRS, RULES),
            {"SYMBOL"},
            "lint(['Steel', 'Bottle', 'free★'], attrs, rules)",
            "'Bottle' is the noun in any spelling, and 'free★' is not 'free'",
        ),
    ]
    at_the_cut = ({"NOUN_CUT"}, ..., ..., ..., {"PROMO", "REPEAT", "SYMBOL", "NOUN_CUT"}, ...)
    early = (...,) * 8  # the cases in which these do not show
    cut_too = {"SYMBOL", "NOUN_CUT"}
    slips = [
        (NOUN_AT_CUT, at_the_cut),
        (WHOLE_WORDS, (..., {"PROMO", "UNTRUE"}, ..., ..., {"PROMO", "REPEAT"}, ...)),
        (REPEAT_CASE, (..., ..., {"NOUN_CUT"}, ..., {"PROMO", "SYMBOL"}, ...)),
        (NOUN_STARTS, (..., ..., ..., set(), ..., {"UNTRUE", "LENGTH"})),
        (
            AT_THE_LIMIT,
            (..., ..., ..., {"NOUN_CUT", "LENGTH"}, {"PROMO", "REPEAT", "SYMBOL", "LENGTH"}, ...),
        ),
        (
            UNLISTED,
            (
                {"UNTRUE"},
                ...,
                {"REPEAT", "NOUN_CUT", "UNTRUE"},
                {"NOUN_CUT", "UNTRUE"},
                {"PROMO", "REPEAT", "SYMBOL", "UNTRUE"},
                ...,
            ),
        ),
        (AS_TYPED, (..., ..., {"NOUN_CUT"}, ..., {"SYMBOL"}, {"NOUN_CUT", "LENGTH"})),
        (LAST_NOUN, (*early, cut_too, {"NOUN_CUT"}, ...)),
        (NOUN_AS_TYPED, (*early, cut_too, ..., {"SYMBOL", "NO_NOUN"})),
        (SIGNS_STRIPPED, (*early, {"SYMBOL", "PROMO"}, ..., {"SYMBOL", "PROMO"})),
    ]
    return cases("lint", tried, slips, codes=CODES)


def write_title():
    return [practice("write_title", Scenario(), practice_values(SLUG))]


def clicks_by_hand():
    """The faded example: two blanks between a rank and its clicks."""
    seen_4, seen_9 = 1000 * 4**-0.65, 800 * 9**-0.65
    tried = [
        Case(
            (1000, 1, 1.0),
            100.0,
            "weekly_clicks(1000, 1, 1.0)",
            "at the top, with every word stated, 10% click",
        ),
        Case((1000, 4, 0.5), seen_4 * 0.07, "weekly_clicks(1000, 4, 0.5)", "1,000 × 0.406 × 7%"),
        Case((800, 9, 0.25), seen_9 * 0.055, "weekly_clicks(800, 9, 0.25)", "800 × 0.240 × 5.5%"),
    ]
    slips = [
        (SAME_AT_EVERY_RANK, (..., 70.0, 44.0)),
        (STATED_UNUSED, (..., seen_4 * 0.1, seen_9 * 0.1)),
        (NO_PARENTHESES, (640.0, seen_4 * 0.34, seen_9 * 0.19)),
        (TEN_TIMES, (10_000.0, seen_4 * 7, seen_9 * 5.5)),
    ]
    return cases("weekly_clicks", tried, slips)


def word_to_drop():
    """The question that only dragging answers, for practice product 4."""
    from course.lessons.title_optimization import SearchPage, draw, stuffed_title

    product, queries, rivals = draw(4)
    page, start = SearchPage(product, queries, rivals), stuffed_title(queries)
    gain = {
        word: page.orders([w for w in start if w != word]) - page.orders(start) for word in start
    }
    best = max(gain, key=gain.get)

    def run(learner):
        word = learner.value("word_to_drop")
        if type(word) is not str or word.lower() not in gain:
            return check.Finding(
                0.0,
                f"`word_to_drop` is {word!r}; it should be one of the nine words of the start"
                " title.",
            )
        if word.lower() == best:
            return check.Finding(
                1.0,
                f"Without '{best}' the title earns {gain[best]:+.2f} orders a week. Many search it;"
                " few of them want this product.",
            )
        return check.Finding(
            0.0,
            f"Without '{word}' the title earns {gain[word.lower()]:+.2f} orders a week. Another"
            " word brings more. Drag on.",
        )

    return [check.Check(run)]


def museum_rank_blind():
    """Which query deserves a better title? Sorting by raw CTR forgets where the title stood."""

    def log(*rows):
        return pd.DataFrame(rows, columns=["text", "ctr", "rank"])

    tried = [
        Case(
            (log(("steel bottle", 0.06, 1), ("gym bottle", 0.05, 8), ("straw bottle", 0.015, 30)),),
            "gym bottle",
            "most_wanted(log)",
            "5% at rank 8 is 19% of those who look, 1.5% at rank 30 is 14%, 6% at rank 1 is 6%",
        ),
        Case(
            (log(("olive backpack", 0.08, 2), ("school backpack", 0.06, 12), ("bag", 0.02, 40)),),
            "school backpack",
            "most_wanted(another log)",
            "6% at rank 12 is 30% of those who look, 2% at rank 40 is 22%, 8% at rank 2 is 13%",
        ),
    ]
    slips = [
        (RANK_BLIND, ("steel bottle", "olive backpack")),
        (RANK_TIMES_CTR, ("straw bottle", "bag")),
    ]
    return cases("most_wanted", tried, slips)


def museum_stop_word():
    tried = [
        Case(
            ("Glass bottle for the office", "bottle for kids"),
            False,
            why="'kids' is missing; sharing 'for' means nothing",
        ),
        Case(
            ("Glass bottle for the office", "glass bottle office"),
            True,
            why="all three words are there",
        ),
        Case(
            ("Steel bottle with straw", "glass bottle with lid"),
            False,
            why="'glass' and 'lid' are missing; sharing 'with' means nothing",
        ),
    ]
    return cases("covered", tried, [(STOP_WORD, (True, ..., True))])


RIVAL_BRANDS = ("nimbrest", "dozemere")


def museum_rival_brand():
    """Only true words, for two products."""
    from course.lessons.title_optimization import draw

    return [_only_true_words(*draw(number)[:2], number) for number in (0, 3)]


def _only_true_words(product, queries, number):
    call = f"popular_title(product {number}, its query log)"

    def run(learner):
        title = learner.call("popular_title", (product, queries), call)
        if type(title) is not list or not all(type(word) is str for word in title) or not title:
            return check.Finding(0.0, f"`{call}` should give a list of words; it gave {title!r}.")
        untrue = [word for word in title if word not in product["true"]]
        if untrue:
            whose = (
                "the name of a rival: untrue of this product, and a trademark case"
                if untrue[0] in RIVAL_BRANDS
                else "not true of this product"
            )
            return check.Finding(
                0.0, f"`{call}`: '{untrue[0]}' is {whose}. Visitors who came for it leave again."
            )
        return check.Finding(1.0, f"`{call}`: {len(title)} words, all of them true.")

    return check.Check(run, calls=((call, (product, queries)),))
