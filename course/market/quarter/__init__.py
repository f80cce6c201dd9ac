"""The quarter: thirteen weeks of Tideway, run with everything that the lessons teach.

    quarter = Quarter(seed)
    obs = quarter.observe()
    quarter.step({"threshold": 45.0})

or `play(policy, seed)` with `policy(obs) -> actions`. `chain` makes a policy out of the lessons'
answers. `docs/quarter.md` says how it is built.
"""

from course.market.policy import ActionError
from course.market.quarter.engine import Quarter, Result, baseline, play, replay
from course.market.quarter.plugs import PLUGS, chain

__all__ = ["PLUGS", "ActionError", "Quarter", "Result", "baseline", "chain", "play", "replay"]
