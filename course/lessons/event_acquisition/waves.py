"""A referral event, wave by wave: drag the reward and how it is split, and watch honest friends and
fakes.
"""

import traitlets

from course.lessons.event_acquisition.scenario import MOST, Scenario, waves
from course.widgets import CourseWidget, bar_svg


class RewardWaves(CourseWidget):
    """Six columns of dots: honest newcomers and fakes of each wave, and what the event leaves.

    Traits: `draw` (practice event 0 to 4), `reward` ($, 0 to 60), `share` (of
    it, to the inviter, in percent), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    reward = traitlets.Int(10, min=0, max=MOST).tag(sync=True)
    share = traitlets.Int(50, min=0, max=100).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "reward", "share")
    def _answer(self, _change):
        scenario = Scenario()
        ltv = scenario.truth(self.draw)[-1]
        response = scenario.response(self.draw, self.reward, self.share / 100)
        found = waves(*response)
        self.view = {
            "waves": [[round(honest), round(signed - honest)] for signed, honest in found],
            "ltv": ltv,
            "k": round(response[0] * response[1] * (1 - response[2]), 3),
            "fake": round(response[2], 3),
            "profit": round(scenario.profit(response, self.reward, ltv)),
            "by_reward": [
                round(
                    scenario.profit(
                        scenario.response(self.draw, reward, self.share / 100), reward, ltv
                    )
                )
                for reward in range(0, MOST + 1, 2)
            ],
        }

    def card(self):
        view = self.view
        rows = "".join(
            f"<tr><td>{number}</td><td>{honest:,}</td><td>{fake:,}</td></tr>"
            for number, (honest, fake) in enumerate(view["waves"], start=1)
        )
        return (
            f"<p><b>Practice event {self.draw}</b>: {self.reward} dollars a friend, {self.share}%"
            f" of it to the inviter. K is {view['k']:.2f}, "
            f"{view['fake']:.0%} of the sign-ups are fake, and the event leaves {view['profit']:,}"
            " dollars.</p>"
            f"<table><thead><tr><th>Wave</th><th>Honest</th><th>Fake</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    (f"{reward} dollars", max(0, view["by_reward"][reward // 2]))
                    for reward in (0, 10, 20, 30, 40)
                ],
                "$",
                "Profit by reward",
            )
        )
