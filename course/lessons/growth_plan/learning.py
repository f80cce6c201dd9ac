"""Ways to learn: channels, a portfolio for each gap, a reading map, and a table of phrases."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import pandas as pd

from course.lessons.growth_plan.hours import names

KINDS = ("explanation", "practice", "feedback")
SMALL_WORDS = re.compile(
    r"^(a|an|and|are|bad|become|can|do|for|from|get|how|i|in|is|it|know|many|more|much|my|no|not|of|on|our"
    r"|so|than|the|they|to|too|we|what|when|which|who|with)$"
)
PHRASES_SHOWN = 3


@cache
def _table(name):
    text = files("course.lessons.growth_plan").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def channels():
    """DataFrame name, kind, best_for, cost, feedback, evidence, stale."""
    return pd.DataFrame(_table("channels.toml")["channel"])


def missing(portfolio):
    """What a portfolio lacks: [(gap, kind)]. `portfolio` is {gap: [names of channels]}; every gap
    needs one explanation, one practice, one source of feedback. Raises ValueError for a channel
    that is not on the list.
    """
    kind_of = dict(zip(channels()["name"], channels()["kind"], strict=True))
    for chosen in portfolio.values():
        strange = [each for each in chosen if each not in kind_of]
        if strange:
            raise ValueError(f"{strange[0]!r} is not on the list; channels() shows all of them")
    return [
        (gap, kind)
        for gap, chosen in portfolio.items()
        for kind in KINDS
        if kind not in {kind_of[each] for each in chosen}
    ]


def reading(function=None):
    """The reading map: DataFrame function, kind (book, paper or manual), what, checked ("looked up on
    2026-11-27", "your own" for a page of one's own tool, or "not looked up") and address ("" where
    none was noted). With `function`, a name such as "Pricing", its rows alone.
    """
    table, rows = _table("reading.toml"), []
    for slug, entry in table.items():
        if slug == "checked":
            continue
        for kind in ("book", "paper", "manual"):
            checked = "your own" if kind in entry.get("yours", ()) else "not looked up"
            if kind in entry["verified"]:
                checked = f"looked up on {table['checked']}"
            address = entry.get("at", {}).get(kind, "")
            rows.append((names()[slug], kind, entry[kind], checked, address))
    found = pd.DataFrame(rows, columns=["function", "kind", "what", "checked", "address"])
    return found if function is None else found[found["function"] == function]


def phrases():
    """{phrase: (lesson, exercise)}."""
    return {
        phrase: tuple(where.split("/"))
        for where, said in _table("phrases.toml").items()
        for phrase in said
    }


def help_for(text):
    """The phrases that share most words with `text`, and the exercise behind each. DataFrame phrase,
    lesson, exercise; at most three rows, none where no word is shared.
    """
    asked = _words(text)
    found = sorted(phrases().items(), key=lambda each: (-_shared(asked, each[0]), each[0]))
    rows = [
        (phrase, names()[lesson], exercise)
        for phrase, (lesson, exercise) in found[:PHRASES_SHOWN]
        if _shared(asked, phrase) > 0
    ]
    return pd.DataFrame(rows, columns=["phrase", "lesson", "exercise"])


def _words(text):
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(word for word in words if not SMALL_WORDS.match(word))


def _shared(asked, phrase):
    """How much of a phrase and a text is the same: shared words ÷ all words of the two (Jaccard)."""
    words = _words(phrase)
    return len(asked & words) / len(asked | words) if asked | words else 0.0
