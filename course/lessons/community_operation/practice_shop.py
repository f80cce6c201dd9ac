"""The practice shop's groups: what is said in them, who got in, what was tested."""

import numpy as np
import pandas as pd

from course.lessons.community_operation.scenario import Scenario
from course.market.rng import stream


def chat(seed=0, members=75, days=28):
    """A group's messages: (DataFrame message, day (1 to 28), member, reply_to (a message, 0 for
    none); number of members).
    """
    rng = stream(seed, "community", "chat")
    talkative = rng.pareto(rng.uniform(0.8, 1.6), members)
    speakers = rng.choice(members, int(rng.integers(150, 400)), p=talkative / talkative.sum()) + 1
    table = pd.DataFrame(
        {
            "message": np.arange(1, len(speakers) + 1),
            "day": np.sort(rng.integers(1, days + 1, len(speakers))),
            "member": speakers,
        }
    )
    answers = rng.random(len(table)) < rng.uniform(0.2, 0.6)
    back = np.minimum(rng.geometric(0.4, len(table)), table["message"] - 1)
    return (
        table.assign(reply_to=np.where(answers & (back > 0), table["message"] - back, 0)),
        members,
    )


def waitlist(seed=0, count=300):
    """Who asked for a place in a group; a lot decided: DataFrame joined (bool), before, after ($
    spent in the month before and after).
    """
    rng = stream(seed, "community", "waitlist")
    before = rng.gamma(2.0, 30.0, count)
    joined = rng.permutation(np.arange(count) % 3 == 0)
    after = np.maximum(
        0.0,
        before * rng.uniform(0.8, 1.1)
        + rng.uniform(0, 12)
        + rng.uniform(0, 15) * joined
        + rng.normal(0, 20, count),
    )
    return pd.DataFrame({"joined": joined, "before": before.round(2), "after": after.round(2)})


def offer(number):
    """(tests, offer) of practice offer `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
