"""Words and BM25: how a shop's search box compares a query with a title."""

import re

import numpy as np

STOP_WORDS = frozenset({"a", "and", "for", "in", "of", "on", "or", "the", "to", "with"})
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def tokens(text):
    """The words of `text` as a search box reads them.

    Lower case, punctuation gone, hyphenated words kept whole, stop words left
    out. Returns a list of str in reading order; repeated words stay repeated.
    """
    return [word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS]


def idf(document_frequency, documents):
    """Inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)), always above 0.

    `document_frequency` (scalar or array) counts the documents that hold a
    word, `documents` is N. Source: Robertson & Zaragoza (2009), in the
    non-negative form that Lucene uses.
    """
    n = np.asarray(document_frequency, dtype=float)
    return np.log(1.0 + (documents - n + 0.5) / (n + 0.5))


def saturation(counts, lengths, mean_length, k1=1.2, b=0.75):
    """The part of BM25 that rewards a word's count and discounts long documents.

    `counts` has shape (documents, words), `lengths` (documents,). Returns an
    array of `counts`' shape: c (k1 + 1) / (c + k1 (1 - b + b length/mean)).
    """
    stretch = (
        k1 * (1.0 - b + b * lengths / mean_length) if mean_length else np.full(len(lengths), k1)
    )
    return counts * (k1 + 1.0) / (counts + stretch[:, None])
