"""A quarter that is over, looked back on: what is told to whoever has played it."""

import json

import pandas as pd

from course import charts
from course.market.quarter import Quarter, baseline, play
from course.market.quarter.weaknesses import WEAKNESSES

THOUSAND = 1000


def look_back(policy, seed):
    """[chart of the weeks, chart of the value's parts, table of the truth] of the quarter `seed`
    played with `policy`.
    """
    mine, autopilot = play(policy, seed), play(baseline, seed)
    weeks = pd.DataFrame(
        {
            "yours": mine.weeks.set_index("week")["contribution"] / THOUSAND,
            "autopilot": autopilot.weeks.set_index("week")["contribution"] / THOUSAND,
        }
    )
    names = [name for name in mine.parts if mine.parts[name] or autopilot.parts.get(name)]
    more = {name: (mine.parts[name] - autopilot.parts.get(name, 0.0)) / THOUSAND for name in names}
    unit = "thousand dollars"
    return [
        charts.lines(weeks, f"Quarter {seed}: contribution, week by week", unit),
        charts.bars(more, f"Quarter {seed}: what it is worth more than on autopilot", unit),
        truth(mine.log, seed),
    ]


def truth(log, seed):
    """What was planted and what struck in the quarter `seed`: a DataFrame, a row each, with the
    first week in which the log touches the lever that cures it.
    """
    told = Quarter(seed).truth()
    weeks = [line for line in map(json.loads, log.splitlines()) if line["kind"] == "week"]

    def touched(lever):
        return next((f"week {line['week']}" for line in weeks if lever in line["actions"]), "never")

    rows = [
        (name, WEAKNESSES[name][0], WEAKNESSES[name][1], touched(WEAKNESSES[name][1]))
        for name in told["weaknesses"]
    ]
    rows.append((told["shock"], f"the shock, from week {told['hits']} on", "", ""))
    columns = ["what", "what is wrong", "lever", "first touched"]
    return pd.DataFrame(rows, columns=columns).set_index("what")
