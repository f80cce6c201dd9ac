"""Tideway's search page: who ranks where for a query, who is seen, clicked and bought.

The whole formula is public; a seller who can count can compute next week's
orders before changing a title. Position bias follows Craswell et al. (2008)
and Joachims et al. (2017): a shopper looks at rank r with probability r^-0.65.
"""

import numpy as np
import pandas as pd

from course.market.parameters import Parameters
from course.market.text import idf, saturation

_P = Parameters()
POSITION_BIAS, LAST_SEEN_RANK, QUALITY_WEIGHT = _P.search.bias, _P.title.last_rank, _P.title.quality
CTR_SEEN, CTR_FLOOR, CTR_STATED = _P.title.ctr, _P.title.ctr_floor, 1.0 - _P.title.ctr_floor
CVR_MATCH, MATCH_POWER, UNTRUE_PENALTY = _P.title.cvr, _P.title.match_power, _P.title.untrue

TIE = 1e-9  # scores this close are equal, and a rival then stands first: rounding must not decide


def attention(rank, bias=POSITION_BIAS):
    """Share of shoppers who look at `rank` (1 = top), 0 below rank 40. Scalar or array."""
    rank = np.asarray(rank, dtype=float)
    return np.where(rank <= LAST_SEEN_RANK, rank**-bias, 0.0)


def word_searches(queries):
    """{word: searches a week that hold it}, from a DataFrame with `text` and `weekly_volume`."""
    searches = {}
    for text, volume in zip(queries["text"], queries["weekly_volume"], strict=True):
        for word in text.split():
            searches[word] = searches.get(word, 0) + int(volume)
    return searches


class SearchPage:
    """One product's week on Tideway's search page, ready to try any title on.

    Parameters
    ----------
    product : dict with `true` (list of words that are true of the product, noun
        included), `vocabulary` (all words that may stand in a title) and
        `quality` (float, the ranking's bonus).
    queries : DataFrame with `text` (words parted by spaces) and `weekly_volume`
        (searches a week).
    rivals : DataFrame with `title` (words parted by spaces) and `quality`.
    """

    def __init__(self, product, queries, rivals):
        self.product = product
        self.texts = list(queries["text"])
        self.volume = queries["weekly_volume"].to_numpy(dtype=float)
        words = dict.fromkeys(product["vocabulary"])
        for text in [*self.texts, *rivals["title"]]:
            words.update(dict.fromkeys(text.split()))
        self._place = {word: place for place, word in enumerate(words)}
        asked = self._count(self.texts)
        self._queries_with = np.ascontiguousarray(asked.T)
        self._counts = self._count(rivals["title"])
        self._lengths = self._counts.sum(axis=1)
        documents_with = (self._counts > 0).sum(axis=0)
        self._idf, self._idf_with_ours = (
            idf(documents_with + ours, len(self._lengths) + 1) for ours in (0, 1)
        )
        self._bonus = QUALITY_WEIGHT * rivals["quality"].to_numpy(dtype=float)
        self._seen = np.append(0.0, attention(np.arange(1.0, len(self._lengths) + 2)))  # by rank
        true = np.zeros(len(words))
        true[[self._place[word] for word in product["true"]]] = 1.0
        self._query_length = asked.sum(axis=1)
        self.match = asked @ true / self._query_length
        self._cvr = CVR_MATCH * self.match**MATCH_POWER
        self._by_length = {}  # what depends on the length of our title alone

    def _count(self, texts):
        counts = np.zeros((len(texts), len(self._place)))
        for row, text in enumerate(texts):
            for word in text.split():
                counts[row, self._place[word]] += 1.0
        return counts

    def _rivals(self, length):
        """What a title of `length` words is scored with.

        The mean length, and per rival its words' weight but for IDF, and its score for each query.

        The scores are those against a title that holds none of the words; every
        word of ours lowers its IDF a little (see `_weights`).
        """
        if length not in self._by_length:
            mean = np.append(self._lengths, length).mean()
            saturated = saturation(self._counts, self._lengths, mean)
            scores = saturated * self._idf @ self._queries_with + self._bonus[:, None]
            self._by_length[length] = mean, saturated, scores
        return self._by_length[length]

    def _weights(self, title):
        """Per query: our rank, the share of its words stated, and whether it is retrieved."""
        known = [self._place[word] for word in title if word in self._place]
        places = list(dict.fromkeys(known))
        counts = np.array([float(known.count(place)) for place in places])
        mean, saturated, rivals = self._rivals(len(title))
        asked, weight = self._queries_with[places], self._idf_with_ours[places]
        rivals = rivals + saturated[:, places] * (weight - self._idf[places]) @ asked
        ours = saturation(counts[None, :], np.array([float(len(title))]), mean)
        mine = (ours * weight @ asked)[0]
        score = mine + QUALITY_WEIGHT * self.product["quality"]
        rank = 1 + (rivals >= score - TIE).sum(axis=0)
        stated = (asked > 0).sum(axis=0) / self._query_length
        return rank, stated, mine > 0

    def untrue(self, title):
        """The words of `title` that the product does not satisfy (its own brand is true)."""
        allowed = {*self.product["true"], self.product["brand"].lower()}
        return [word for word in title if word not in allowed]

    def table(self, title):
        """One row a query: text, weekly_volume, rank, seen, ctr, cvr, clicks and orders a week.

        `title` is a list of words. Clicks = volume x attention x CTR;
        orders = clicks x CVR, times 0.85 for every untrue word in the title.
        """
        rank, stated, retrieved = self._weights(title)
        seen = self._seen[rank] * retrieved
        ctr = CTR_SEEN * (CTR_FLOOR + CTR_STATED * stated)
        trust = UNTRUE_PENALTY ** len(self.untrue(title))
        cvr = self._cvr * trust
        clicks = self.volume * seen * ctr
        return pd.DataFrame(
            {
                "text": self.texts,
                "weekly_volume": self.volume,
                "rank": rank,
                "seen": seen,
                "ctr": ctr,
                "cvr": cvr,
                "clicks": clicks,
                "orders": clicks * cvr,
            }
        )

    def orders(self, title):
        """Expected orders a week for `title` (list of words). Fast: about 0.1 ms a call."""
        rank, stated, retrieved = self._weights(title)
        clicks = (
            self.volume
            * self._seen[rank]
            * retrieved
            * CTR_SEEN
            * (CTR_FLOOR + CTR_STATED * stated)
        )
        return float((clicks * self._cvr).sum() * UNTRUE_PENALTY ** len(self.untrue(title)))
