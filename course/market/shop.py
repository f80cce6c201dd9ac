"""Products, titles and queries of Tideway's eight categories, in a shopper's words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

ONE_OF_A_KIND = ("material", "size", "colour", "audience", "brand")
ROLE_OF_GROUP = {
    "noun": "noun",
    "material": "attribute",
    "size": "attribute",
    "colour": "attribute",
    "feature": "attribute",
    "part": "attribute",
    "use": "use",
    "audience": "audience",
    "brand": "brand",
}
# The order in which English puts the words: black insulated steel bottle 1l straw gym women.
_ABBREVIATIONS = {"bpa": "BPA", "led": "LED", "usb": "USB", "xs": "XS"}
_READING_ORDER = (
    "brand",
    "colour",
    "feature",
    "material",
    "noun",
    "size",
    "part",
    "use",
    "audience",
)


@dataclass(frozen=True)
class Category:
    """A category's vocabulary.

    `group_of` maps each word to its group (noun included), `clashes` to the words that never stand
    beside it.
    """

    noun: str
    name: str
    price: tuple
    group_of: dict
    clashes: dict

    @property
    def words(self):
        """Every word but the noun, in a fixed order."""
        return [word for word in self.group_of if word != self.noun]

    def role(self, word):
        """What a word does in a title: noun, attribute, use, audience or brand."""
        return ROLE_OF_GROUP[self.group_of[word]]

    def fits(self, word, others):
        """Whether a sensible shopper would put `word` beside all of `others`."""
        return self.clashes[word].isdisjoint(others)

    def reading_order(self, words):
        """`words` in the order in which English would say them."""
        rank = {group: place for place, group in enumerate(_READING_ORDER)}
        return sorted(words, key=lambda word: rank[self.group_of[word]])

    def sentence(self, words, brand_name=None):
        """A title as a shopper reads it: the words in their given order, with "with" and "for".

        Words outside the vocabulary are kept as they are. `brand_name` spells
        the shop's own brand.
        """
        pieces, last = [], None
        for word in words:
            group = self.group_of.get(word)
            link = {"part": "with", "use": "for", "audience": "for"}.get(group)
            same = link and link == last
            if pieces and same:
                pieces[-1] += ","
            elif pieces and link and self.noun in words[: words.index(word)]:
                pieces.append(link)
            pieces.append(_spelled(word, brand_name))
            last = link
        return " ".join(pieces)


def _spelled(word, brand_name):
    if brand_name and word == brand_name.lower():
        return brand_name
    if word[0].isdigit():
        return word
    parts = word.split("-")
    return "-".join(_ABBREVIATIONS.get(part, part.capitalize()) for part in parts)


@cache
def brand_names():
    """Tideway's own fictional brands, spelled as on the box."""
    return tuple(_file()["brands"])


@cache
def categories():
    """The eight categories, as a dict from noun to Category."""
    found = {}
    for noun, entry in _file().items():
        if noun == "brands":
            continue
        group_of = {noun: "noun"}
        for group in ("material", "size", "colour", "audience", "use", "feature", "part", "brand"):
            group_of.update({word: group for word in entry[group]})
        found[noun] = Category(
            noun=noun,
            name=entry["category"],
            price=tuple(entry["price"]),
            group_of=group_of,
            clashes=_clashes(group_of, entry["clashes"]),
        )
    return found


def _clashes(group_of, pairs):
    """{word: words that do not fit it}.

    The listed pairs, and the others of a one-of-a-kind group.
    """
    apart = {word: set() for word in group_of}
    for one, other in pairs:
        apart[one].add(other)
        apart[other].add(one)
    for word, group in group_of.items():
        if group in ONE_OF_A_KIND:
            apart[word] |= {
                other for other in group_of if group_of[other] == group and other != word
            }
    return apart


@cache
def _file():
    return tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))


def pick_words(rng, category, weights, count, taken=()):
    """Draw up to `count` different words that fit each other and `taken`.

    `weights` maps words to positive popularity; draws follow it. Stops early
    where nothing more fits.
    """
    pool = list(weights)
    # Exponential waiting times divided into an order: weighted draws without replacement
    # (Efraimidis & Spirakis, 2006).
    waits = rng.exponential(size=len(pool)) / np.fromiter(weights.values(), dtype=float)
    chosen = set(taken)
    picked = []
    for place in np.argsort(waits):
        if len(picked) == count:
            break
        word = pool[place]
        if word not in chosen and category.fits(word, chosen):
            chosen.add(word)
            picked.append(word)
    return picked
