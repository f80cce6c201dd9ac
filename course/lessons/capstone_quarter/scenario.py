"""A quarter of Tideway: thirteen weeks, all levers, one policy that is asked every week."""

from course.check import InvalidAction
from course.market.quarter import play

FROZEN = ()  # levers that stay as they are, whatever a policy says


class Scenario:
    """Run Tideway for a quarter; it earns the quarter's published value.

    A draw is a quarter: which weaknesses are planted, which shock comes and when, and everything
    that the levers do differs from draw to draw.
    """

    UNIT = "dollars of value"
    DRAWS = 12
    PRACTICE_DRAWS = 10
    G_FULL = 0.8

    def play(self, seed, act):
        """$ that the quarter `seed` is worth when `act({"obs": observation})` gives each week's
        actions. Raises InvalidAction with the first refusal.
        """

        def policy(obs):
            actions = act({"obs": obs})
            if not isinstance(actions, dict):
                return actions
            return {lever: each for lever, each in actions.items() if lever not in FROZEN}

        played = play(policy, seed)
        if played.refused:
            raise InvalidAction(played.refused[0])
        return played.value
