"""A referral event, wave by wave: drag the reward and how it is split, and watch honest friends and
fakes.
"""

import traitlets

from course.check.numbers import money, number, percent
from course.lessons.event_acquisition.scenario import MOST, Scenario, waves
from course.once import once
from course.widgets.chart import BLUE, ORANGE, Axis, Chart, told, trail
from course.widgets.frame import Widget, practice, slider

HIGH = 240  # px


@once
def _ends(draw, share):
    """What the event leaves at each reward, and the most sign-ups of a wave at any: what the scales
    must hold.
    """
    scenario = Scenario()
    ltv, rewards = scenario.truth(draw)[-1], range(0, MOST + 1, 2)
    every = [scenario.response(draw, reward, share / 100) for reward in rewards]
    profits = [
        float(scenario.profit(each, reward, ltv))
        for each, reward in zip(every, rewards, strict=True)
    ]
    return profits, max(signed for each in every for signed, _ in waves(*each))


class RewardWaves(Widget):
    """Six columns: honest newcomers and fakes of each wave; and what the event leaves.

    Traits: `draw` (practice event 0 to 4), `reward` ($, 0 to 60), `share` (of
    it, to the inviter, in percent).
    """

    name = "Reward and waves"
    moves = ("draw", "reward", "share")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    reward = traitlets.Int(10, min=0, max=MOST).tag(sync=True)
    share = traitlets.Int(50, min=0, max=100).tag(sync=True)

    def controls(self):
        return [
            practice("Event", "event"),
            slider("reward", "Reward for a friend", 0, MOST, step=2, form="$#"),
            slider("share", "Of it to the inviter", 0, 100, step=10, form="#%"),
        ]

    def look(self):
        scenario = Scenario()
        ltv = scenario.truth(self.draw)[-1]
        response = scenario.response(self.draw, self.reward, self.share / 100)
        profit = float(scenario.profit(response, self.reward, ltv))
        profits, most = _ends(self.draw, self.share)
        inviter = self.reward * self.share / 100
        return {
            "told": told(
                (money(profit), "left by the event"),
                (
                    number(response[0] * response[1] * (1 - response[2]), 2),
                    "K, honest friends a user",
                ),
                (percent(response[2]), "of the sign-ups are fake"),
                (
                    money(ltv),
                    f"left by a newcomer; {money(inviter)} go to the inviter,"
                    f" {money(self.reward - inviter)} to the friend",
                ),
            ),
            "pictures": [self._columns(waves(*response), most), self._profit(profits, profit)],
        }

    def _columns(self, found, most):
        x = Axis(
            0.4, len(found) + 0.6, "wave", number, fitted=True, ticks=list(range(1, len(found) + 1))
        )
        chart = Chart(
            "Sign-ups, wave by wave", self.half(), HIGH, x, Axis(0, most, "people", number)
        )
        wide = 0.6 * (chart.at_x(2) - chart.at_x(1))
        for wave, (signed, honest) in enumerate(found, start=1):
            chart.bar(wave, honest, wide, BLUE, ".9")
            chart.bar(wave, signed, wide, ORANGE, ".25", base=honest)
            chart.bar(wave, signed, wide, ORANGE, base=honest, filled=False, dash="3 2")
            chart.say(
                f"wave {wave}: {number(honest)} honest, {number(round(signed) - round(honest))} fake"
            )
        chart.key("honest", BLUE, "box", opacity=".9")
        chart.key("fake", ORANGE, "box", False, "3 2")
        return chart.html()

    def _profit(self, profits, profit):
        x = Axis(0, MOST, "reward for a friend", money, fitted=True, count=4)
        y = Axis(min(0.0, *profits), max(1.0, *profits), "left by the event, $", money)
        chart = Chart("The rewards you tried", self.half(), HIGH, x, y)
        tried = self.tried((self.draw, self.share), self.reward, profit)
        return trail(chart, tried, self.reward).html()
