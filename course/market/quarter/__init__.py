"""The quarter: thirteen weeks of Tideway, run with everything that the lessons teach.

    quarter = Quarter(seed)
    obs = quarter.observe()
    quarter.step({"threshold": 45.0})

or `play(policy, seed)` with `policy(obs) -> actions`. `chain` makes a policy out of the lessons'
answers. `docs/quarter.md` says how it is built.
"""

from course.market.policy import ActionError
from course.market.quarter.engine import FUNCTIONS, Quarter, baseline
from course.market.quarter.log import LogError, Result, Run, play, replay, restored, resume
from course.market.quarter.plugs import PLUGS, chain

__all__ = [
    "FUNCTIONS",
    "PLUGS",
    "ActionError",
    "LogError",
    "Quarter",
    "Result",
    "Run",
    "baseline",
    "chain",
    "play",
    "replay",
    "restored",
    "resume",
]
