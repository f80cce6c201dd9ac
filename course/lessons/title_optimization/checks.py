"""What a learner may see being checked: tiny cases that can be worked out by hand.

The sentences about slips live here once; the hidden checks use them too.
"""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.title_optimization.bank import GIVEN, ROLES, WORDS
from course.lessons.title_optimization.scenario import Scenario

SLUG = "title_optimization"
exercise = partial(check.exercise, SLUG)
tryout = partial(check.tryout, SLUG)
predict = partial(check.predict, SLUG)

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
SET_OF_QUERY = (
    "A word that stands twice in the query counts twice. Did a set() swallow the second one?"
)


def token_role():
    return [mapping("token_role", dict.fromkeys(WORDS), set(ROLES), given=GIVEN)]


def _queries(*rows):
    return pd.DataFrame(rows, columns=["text", "weekly_volume"])


def coverage():
    queries = _queries(("steel bottle", 600), ("glass bottle", 300), ("bottle", 100))
    title = ["steel", "bottle"]
    shown = "coverage(['steel', 'bottle'], queries)"
    works = _queries(("steelworks bottle", 500), ("steel bottle", 500))
    return [
        gives(
            "coverage",
            (title, queries),
            0.7,
            shown=shown,
            why="600 + 100 of 1,000 searches find every word",
            slips=(Slip(2 / 3, COUNTS_QUERIES), Slip(1.0, ANY_WORD), Slip(700.0, SUM_NOT_SHARE)),
        ),
        gives(
            "coverage",
            (["Steel", "BOTTLE"], queries),
            0.7,
            shown="coverage(['Steel', 'BOTTLE'], queries)",
            why="capital letters change nothing",
            slips=(Slip(0.0, CASE_MATTERS),),
        ),
        gives(
            "coverage",
            (["steelworks", "bottle"], works),
            0.5,
            shown="coverage(['steelworks', 'bottle'], two_queries)",
            why="'steel' is not a word of this title",
            slips=(Slip(1.0, SUBSTRING),),
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


def bm25():
    shown = "bm25(docs, ['wireless', 'earbuds'])"
    return [
        gives(
            "bm25",
            (DOCS, ["wireless", "earbuds"]),
            np.array([1.2814, 0.7549, 0.7549, 0.0]),
            shown=shown,
            atol=6e-5,
            rtol=0.0,
            why="the first title has both words, the last has none",
            slips=(
                Slip(np.array([1.3863, 0.6931, 0.6931, 0.0]), NO_LENGTH),
                Slip(np.array([0.58245, 0.34315, 0.34315, 0.0]), NO_K1),
            ),
        ),
        relates(
            "bm25",
            [(DOCS, ["mouse"]), (DOCS[::-1], ["mouse"])],
            lambda one, turned: np.allclose(np.asarray(one), np.asarray(turned)[::-1]),
            "Turning the list of titles round turns the scores round: {0}, then {1}.",
        ),
        gives(
            "bm25",
            (DOCS, ["sofa"]),
            np.zeros(4),
            shown="bm25(docs, ['sofa'])",
            why="no title has the word",
        ),
    ]


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
    return [
        gives(
            "lint",
            (["steel", "bottle", "gym"], ATTRS, {**RULES, "mobile_cut": 12}),
            set(),
            shown="lint(['steel', 'bottle', 'gym'], attrs, rules with mobile_cut 12)",
            why="nothing is wrong with it; the noun ends exactly at the cut",
            slips=(
                Slip(
                    {"NOUN_CUT"},
                    "The noun ends at the 12th character and the cut is at 12: it is still whole.",
                ),
            ),
        ),
        gives(
            "lint",
            (["sale", "glass", "bottle", "bottle!"], ATTRS, RULES),
            {"PROMO", "UNTRUE", "SYMBOL"},
            shown="lint(['sale', 'glass', 'bottle', 'bottle!'], attrs, rules)",
            why="'bottle!' is another word than 'bottle'",
            slips=(
                Slip(
                    {"PROMO", "UNTRUE", "SYMBOL", "REPEAT"},
                    "'bottle' and 'bottle!' are two different words here: count words exactly as"
                    " given.",
                ),
                Slip(
                    {"PROMO", "UNTRUE"},
                    "A forbidden sign can stand inside a word: look at every character, not at"
                    " whole words.",
                ),
            ),
        ),
        gives(
            "lint",
            (["Insulated", "insulated", "steel", "for", "hiking", "bottle"], ATTRS, RULES),
            {"REPEAT", "NOUN_CUT"},
            shown=(
                "lint(['Insulated', 'insulated', 'steel', 'for', 'hiking', 'bottle'], attrs, rules)"
            ),
            why="43 characters; the noun ends at the 43rd, after the cut at 25",
            slips=(
                Slip(
                    {"NOUN_CUT"},
                    "'Insulated' and 'insulated' are the same word to a shopper: compare in lower"
                    " case.",
                ),
                Slip(
                    {"REPEAT"},
                    "Where does 'bottle' end in the title as typed? Count the characters, spaces"
                    " included.",
                ),
                Slip(
                    {"REPEAT", "NOUN_CUT", "UNTRUE"},
                    "A word that `attrs` does not list is not untrue. Only a listed False is.",
                ),
            ),
        ),
        gives(
            "lint",
            (["steel", "insulated", "bottle"], ATTRS, {**RULES, "mobile_cut": 20, "max_chars": 22}),
            {"NOUN_CUT"},
            shown=(
                "lint(['steel', 'insulated', 'bottle'], attrs, rules with mobile_cut 20 and"
                " max_chars 22)"
            ),
            why="22 characters are just allowed; the noun starts at the 17th and ends at the 22nd",
            slips=(
                Slip(
                    set(),
                    "The noun starts before the cut, but the phone shows only 'bott'. It must end"
                    " before the cut.",
                ),
                Slip({"NOUN_CUT", "LENGTH"}, "A title of exactly max_chars characters is allowed."),
            ),
        ),
    ]


def write_title():
    return [practice("write_title", Scenario(), practice_values(SLUG))]


def clicks_by_hand():
    """The faded example: two blanks between a rank and its clicks."""
    return [
        gives(
            "weekly_clicks",
            (1000, 1, 1.0),
            100.0,
            shown="weekly_clicks(1000, 1, 1.0)",
            why="at the top, with every word stated, 10% click",
        ),
        gives(
            "weekly_clicks",
            (1000, 4, 0.5),
            1000 * 4**-0.65 * 0.07,
            shown="weekly_clicks(1000, 4, 0.5)",
            why="1,000 × 0.406 × 7%",
            slips=(
                Slip(
                    70.0,
                    "Rank 4 gets the same as rank 1. How many shoppers still look there? rank **"
                    " -0.65.",
                ),
                Slip(1000 * 4**-0.65 * 0.1, "The click rate does not use `stated` yet."),
            ),
        ),
    ]


def word_to_drop():
    """The question that only dragging answers, for practice product 1."""
    from course.lessons.title_optimization import SearchPage, draw, stuffed_title

    product, queries, rivals = draw(1)
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
    log = pd.DataFrame(
        {
            "text": ["steel bottle", "gym bottle", "straw bottle"],
            "ctr": [0.06, 0.05, 0.02],
            "rank": [1, 8, 20],
        }
    )
    return [
        gives(
            "most_wanted",
            (log,),
            "gym bottle",
            shown="most_wanted(log)",
            why="5% at rank 8 is 19% of those who look; 6% at rank 1 is 6%",
            slips=(
                Slip(
                    "steel bottle",
                    "It stands at rank 1, where everybody looks. Divide the CTR by the share who"
                    " look at its rank.",
                ),
            ),
        )
    ]


def museum_stop_word():
    return [
        gives(
            "covered",
            ("Glass bottle for the office", "bottle for kids"),
            False,
            shown="covered('Glass bottle for the office', 'bottle for kids')",
            why="'kids' is missing; sharing 'for' means nothing",
            slips=(
                Slip(
                    True,
                    "Two of three words are shared, but one of them is 'for'. Every word that"
                    " carries meaning must be there.",
                ),
            ),
        ),
        gives(
            "covered",
            ("Glass bottle for the office", "glass bottle office"),
            True,
            shown="covered('Glass bottle for the office', 'glass bottle office')",
            why="all three words are there",
        ),
    ]


RIVAL_BRANDS = ("nimbrest", "dozemere")


def museum_rival_brand():
    from course.lessons.title_optimization import draw

    product, queries, _ = draw(0)

    def run(learner):
        title = learner.call(
            "popular_title", (product, queries), "popular_title(product, query_log)"
        )
        if type(title) is not list or not all(type(word) is str for word in title) or not title:
            return check.Finding(
                0.0, f"`popular_title` should give a list of words; yours gave {title!r}."
            )
        untrue = [word for word in title if word not in product["true"]]
        if untrue:
            whose = (
                "the name of a rival: untrue of this product, and a trademark case"
                if untrue[0] in RIVAL_BRANDS
                else "not true of this product"
            )
            return check.Finding(
                0.0, f"'{untrue[0]}' is {whose}. Visitors who came for it leave again."
            )
        return check.Finding(1.0, f"{len(title)} words, all of them true.")

    return [check.Check(run)]
