"""The log of a quarter: a file of JSON lines that plays it again, and what the quarter was worth.

A log is the same whoever writes it: a policy (`play`) or the cockpit, week by week (`Run`).
"""

import json
from dataclasses import dataclass

import pandas as pd

from course.market.policy import ActionError
from course.market.quarter.engine import CENTS, Quarter

FORMAT = 1  # of the log


class LogError(ValueError):
    """A log that does not play again; the message says why, and what to do."""


@dataclass(frozen=True)
class Result:
    """A quarter that was played.

    `value` $; `parts` {name: $}, whose sum it is; `weeks`: a row a week; `log`: the file that plays
    it again; `refused`: sentences of actions that were refused; `broken`: guardrails.
    """

    value: float
    parts: dict
    weeks: pd.DataFrame
    log: str
    refused: list
    broken: list


class Run:
    """A quarter with its log, which grows by a line a week.

    `quarter`; `lines`: the log's lines as dictionaries; `refused`: sentences.
    """

    def __init__(self, seed):
        self.quarter, self.refused = Quarter(seed), []
        self.lines = [{"kind": "quarter", "format": FORMAT, "seed": seed}]

    def week(self, actions=None, refused=""):
        """Play the next week with `actions`; `refused` says why it has none.

        Raises ActionError, and then nothing has happened.
        """
        quarter, line = self.quarter, {"kind": "week", "week": self.quarter.week}
        line["actions"] = quarter.check({} if actions is None else actions)
        quarter.step(line["actions"])
        if refused:
            line["refused"] = refused
            self.refused.append(f"week {line['week']}: {refused}")
        self.lines.append(line | {name: quarter.last[name] for name in ("contribution", "cash")})
        if quarter.over:
            total = round(float(sum(self._parts().values())), CENTS)
            self.lines.append({"kind": "end", "value": total, "broken": quarter.broken()})

    @property
    def log(self):
        """The file so far."""
        return "".join(json.dumps(line, sort_keys=True) + "\n" for line in self.lines)

    def _parts(self):
        parts = self.quarter.worth()
        return parts | {"guardrails": self.quarter.penalty()} if self.quarter.broken() else parts

    def result(self):
        """What the quarter was worth, a Result, once it is over."""
        parts, quarter = self._parts(), self.quarter
        value = float(sum(parts.values()))
        return Result(value, parts, quarter.weekly(), self.log, self.refused, quarter.broken())


def play(policy, seed):
    """Play a quarter with `policy(obs) -> actions` (None: nothing changes). Returns a Result.

    Actions that are refused leave that week as the week before, and the log says why.
    """
    run = Run(seed)
    while not run.quarter.over:
        try:
            run.week(policy(run.quarter.observe()))
        except ActionError as problem:
            run.week(refused=str(problem))
    return run.result()


def replay(log):
    """Play a log again, as far as it goes; returns the log of that, which is the same to the byte."""
    return _again(log).log


def resume(log):
    """Play a log again, as far as it goes, and go on from there: a Run.

    Raises LogError where the file is no log or does not give what it says.
    """
    run = _again(log)
    if run.log != log:
        pairs = zip(run.log.splitlines(), log.splitlines(), strict=False)
        at = next((place for place, (one, other) in enumerate(pairs, 1) if one != other), 0)
        where = f"line {at}" if at else "the last line"
        raise LogError(
            f"{where} is not what the actions before it give: the file was edited, or it was written"
            " by another version of the course. Take a copy that was not edited, or begin a new file"
        )
    return run


def _again(log):
    try:
        head, *lines = [json.loads(line) for line in log.splitlines()]
        if head["kind"] != "quarter":
            raise KeyError("kind")
        if head["format"] != FORMAT:
            raise LogError(
                f"the log has format {head['format']}, this version of the course writes {FORMAT}."
                " Begin a new file"
            )
        run = Run(head["seed"])
        for line in lines:
            if line["kind"] == "week":
                run.week(restored(line["actions"]), line.get("refused", ""))
    except LogError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise LogError(
            f"this is no log of a quarter ({type(problem).__name__}: {problem!s:.80}). Give the"
            " name of a file that a cockpit or play() has written, or of one that does not exist yet"
        ) from None
    return run


def restored(actions):
    """A week's actions as they were before JSON, which knows text as keys alone."""
    if "merchants" not in actions:
        return actions
    shops = {int(shop): each for shop, each in actions["merchants"].items()}
    return actions | {"merchants": shops}
