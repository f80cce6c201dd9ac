"""A bad morning's tickets: what breaks loses money, fades by itself, and is reported wrongly."""

import math

import numpy as np
import pandas as pd

SOURCES = ("alarm", "merchant", "colleague")


def draw_tickets(p, rng, texts, count):
    """(what an operator sees, true loss $ an hour, true hours of work) of `count` tickets.

    The first is a DataFrame in order of arrival: id, ticket (one of `texts`), source, loss ($ an
    hour, as reported), hours (of work, estimated), halves_in (hours). The others are arrays.
    """
    t = p.ticket
    source = rng.choice(len(SOURCES), count, p=[getattr(t, f"{name}s") for name in SOURCES])
    loss, work, halves = (p.draw(rng, f"ticket.{each}", count) for each in ("loss", "work", "half"))
    told = loss * np.array([p.draw(rng, f"error.{SOURCES[each]}") for each in source])
    guess = work * p.draw(rng, "error.work", count)
    chosen = rng.choice(len(texts), count, replace=False)
    table = {
        "id": [f"T{number:02}" for number in range(1, count + 1)],
        "ticket": [texts[each] for each in chosen],
        "source": [SOURCES[each] for each in source],
        "loss": told.round(1),
        "hours": guess.round(2),
        "halves_in": halves.round(1),
    }
    return pd.DataFrame(table), loss, work


def saved(loss, half, hours):
    """Dollars that are not lost when what loses `loss` $ an hour is repaired after `hours`.

    The loss halves every `half` hours; this is the integral of what is left of it.
    """
    return loss * half / math.log(2) * 2 ** (-hours / half)


def day(queue, hours):
    """Dollars saved by working through `queue`, (loss, half, work) of each ticket in order.

    What is not finished after `hours` saves nothing. First by value for each hour of work is the
    c-mu rule (Cox and Smith, 1961) where losses do not fade.
    """
    now = earned = 0.0
    for loss, half, work in queue:
        now += work
        if now > hours:
            break
        earned += saved(loss, half, now)
    return float(earned)
