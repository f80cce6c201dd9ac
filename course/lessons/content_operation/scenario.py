"""Eight headlines compete for 6,000 impressions in 24 rounds; four times all eight are written
anew.

Click rates are drawn from Beta(4, 76), mean 5%. What was learnt about the old
headlines says nothing about the new ones.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.social import headline_ctr

HEADLINES, ROUNDS, BATCH, ROUNDS_A_SET = 8, 24, 250, 6
PRIOR = tideway().content.ctr_a, tideway().content.ctr_b


class Scenario:
    """Divide each round's 250 impressions over eight headlines; it earns the clicks that are to be
    expected.
    """

    UNIT = "clicks of 6,000 impressions"
    DRAWS = 20
    G_FULL = 0.9

    def rates(self, seed):
        """Click rates, an array (4 sets, 8 headlines)."""
        sets = ROUNDS // ROUNDS_A_SET
        return headline_ctr(tideway(), stream(seed, "content", "rates"), (sets, HEADLINES))

    def play(self, seed, act):
        """Expected clicks of a policy. Raises InvalidAction.

        Each round it receives `history` (a row a headline of the present and
        all past sets: set, headline, shown, clicks), `now` (the present set,
        0 to 3), `turn` (round of this set, 0 to 5) and `seed` (for its own
        dice), and gives eight whole numbers that add up to 250.
        """
        rates, luck = (
            self.rates(seed),
            stream(seed, "content", "clicks").random((ROUNDS, HEADLINES, BATCH)),
        )
        shown, clicks = np.zeros(rates.shape, int), np.zeros(rates.shape, int)
        earned = 0.0
        for number in range(ROUNDS):
            now, turn = divmod(number, ROUNDS_A_SET)
            parts = self._checked(act(self.observation(shown, clicks, now, turn, number)))
            # Common random numbers: the nth showing of a headline in a round is clicked or not,
            # whoever shows it.
            clicks[now] += [
                int((luck[number, place, :part] < rates[now, place]).sum())
                for place, part in enumerate(parts)
            ]
            shown[now] += parts
            earned += float(parts @ rates[now])
        return earned

    def glimpse(self, seed):
        """What a policy receives in the third round of the second set, after even parts."""
        seen = []

        def even(observed):
            seen.append(observed)
            return [BATCH // HEADLINES + (place < BATCH % HEADLINES) for place in range(HEADLINES)]

        self.play(seed, even)
        return seen[ROUNDS_A_SET + 2]

    @staticmethod
    def observation(shown, clicks, now, turn, number):
        """What a policy receives in round `number`."""
        known = now + 1
        return {
            "history": pd.DataFrame(
                {
                    "set": np.repeat(np.arange(known), HEADLINES),
                    "headline": list(range(HEADLINES)) * known,
                    "shown": shown[:known].ravel(),
                    "clicks": clicks[:known].ravel(),
                }
            ),
            "now": now,
            "turn": turn,
            "seed": number,
        }

    @staticmethod
    def _checked(parts):
        parts = parts.tolist() if isinstance(parts, np.ndarray) else parts
        if (
            type(parts) is not list
            or len(parts) != HEADLINES
            or not all(type(each) is int and each >= 0 for each in parts)
        ):
            raise InvalidAction(
                "a round needs eight whole numbers of impressions, one for each headline, none"
                " below 0"
            )
        if sum(parts) != BATCH:
            raise InvalidAction(
                f"the eight numbers must add up to {BATCH}; yours make {sum(parts)}"
            )
        return np.array(parts)
