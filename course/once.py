"""Tables that take long to make are made once a process; whoever asks gets a copy."""

import copy
import functools


def once(make):
    """A function like `make` that remembers what it gave.

    It gives copies: nobody can change what the next one gets.

    For functions of hashable arguments that always give the same for the same;
    the last 128 are remembered.
    """
    kept = functools.lru_cache(maxsize=128)(make)

    @functools.wraps(make)
    def copied(*arguments):
        return copy.deepcopy(kept(*arguments))

    return copied
