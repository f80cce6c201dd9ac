"""What a channel of one's own does: posts in the slots of a week, live rooms, a town with posts."""

import numpy as np
import pandas as pd

from course.market import town


def responses(first, fade, posts):
    """People who respond to 0, 1, 2 ... `posts` in a slot: first (1 − fade^posts) ÷ (1 − fade).

    `first` responds to the slot's first post, and each further one keeps the share `fade` of the
    one before: it meets those who have seen one already (`social.tired_ctr`). Shape as `posts`.
    """
    return first * (1 - fade ** np.asarray(posts)) / (1 - fade)


def draw_slots(p, rng, count):
    """(responses to the first post, share kept by each further one) of `count` slots: arrays."""
    return p.draw(rng, "slot.first", count), p.draw(rng, "slot.fade", count)


def slot_record(p, rng, first, fade):
    """(first, fade) as last month's numbers have them: arrays like those of `draw_slots`."""
    seen = first * p.draw(rng, "error.first", len(first))
    fade_seen = fade + p.draw(rng, "error.fade", len(fade))
    return seen, np.clip(fade_seen, p.slot.fade_least, p.slot.fade_most)


def live_rooms(p, rng, count):
    """`count` evenings of live selling: session, room (its name), views, viewers (different
    people), orders, gmv ($), refunded ($ of it, sent back within two weeks), a DataFrame.
    """
    names, viewers = town.names("live_rooms"), p.draw(rng, "live.viewers", count)
    views = (viewers * p.draw(rng, "live.again", count)).astype(int)
    orders = rng.binomial(viewers, p.draw(rng, "live.cvr", count))
    gmv = orders * p.draw(rng, "live.basket", count)
    return pd.DataFrame(
        {
            "session": np.arange(1, count + 1),
            "room": [names[place % len(names)] for place in range(count)],
            "views": views,
            "viewers": viewers,
            "orders": orders,
            "gmv": gmv.round(2),
            "refunded": (gmv * p.draw(rng, "live.refunded", count)).round(2),
        }
    )


def two_towns(p, rng, weeks):
    """Orders of `weeks` weeks in a town that gets posts from some week on, and in one without.

    (orders, the other town's, first week with posts): two arrays (weeks,) and a number. Both grow,
    and share holidays.
    """
    start, season = int(p.draw(rng, "towns.start")), p.draw(rng, "towns.season", weeks)
    growth = p.draw(rng, "towns.growth") * np.arange(weeks)
    other = (
        p.towns.other + p.towns.other_growth * growth + season + p.draw(rng, "towns.luck", weeks)
    )
    posted = p.draw(rng, "towns.echo") * season, p.draw(rng, "towns.effect")
    own = p.towns.own + growth + posted[0] + posted[1] * (np.arange(weeks) >= start)
    return (own + p.draw(rng, "towns.own_luck", weeks)).round(1), other.round(1), start
