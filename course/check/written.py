"""Written answers: how long they may be, and what a person who reads them looks for."""

import re
from dataclasses import dataclass

LIMIT = 120  # words
# What stands in the place of an answer that nobody has begun.
STUB = f"*Your answer here, at most {LIMIT} words.*"


@dataclass(frozen=True)
class Point:
    """Half a point of a written answer: what is looked for, and how it reads elsewhere.

    `example` comes from the lesson on conversion; `other`, for that lesson itself, from the one
    on stock.
    """

    name: str
    example: str
    other: str


RUBRIC = (
    Point(
        "a number with its unit, and a range that says how sure you are",
        "The new page brings 12 more orders a week; anything between 3 and 21 fits the test.",
        "Forty more mugs in stock save 9 sales a month, between 5 and 14.",
    ),
    Point(
        "the mechanism: why it is so",
        "Shoppers now see the delivery fee before they pay, so fewer of them leave at the till.",
        "The supplier is late in one week of five, and shoppers do not wait.",
    ),
    Point(
        "a risk, or a guardrail figure that is watched",
        "Guardrail: returns stay below 8% of orders.",
        "Risk: the forty mugs tie up 240 dollars until spring.",
    ),
    Point(
        "the evidence that would change your mind",
        "If two more weeks bring fewer than 3 more orders a week, the old page comes back.",
        "If the supplier is on time for eight weeks, we go back to the smaller stock.",
    ),
)
_EXAMPLES_FROM = "conversion_rate"


def rubric(lesson):
    """The four points as (what is looked for, an example from another lesson than `lesson`)."""
    return [
        (point.name, point.other if lesson == _EXAMPLES_FROM else point.example) for point in RUBRIC
    ]


def words(text):
    """How many words a text has: whatever stands between spaces and holds a letter or digit.

    Markup (tags, and the signs of Markdown) is no word. A stub that was left in place counts 0.
    """
    told = re.sub(r"<[^>]*>|&#?\w+;", " ", text.replace(STUB, ""))
    return sum(any(sign.isalnum() for sign in word) for word in told.split())


def length(text):
    """One sentence: how many words the answer has, beside how many it may have."""
    count = words(text)
    if not count:
        return "Nothing is written here yet."
    told = f"{count} word{'s' if count != 1 else ''}"
    if count > LIMIT:
        return f"{told}: {count - LIMIT} more than the {LIMIT} that are read."
    return f"{told} of at most {LIMIT}."
