"""Eight headlines as slot machines: show them, and watch what you know about each grow narrow."""

import numpy as np
import traitlets

from course.lessons.content_operation.posterior import chance_of_best, interval
from course.lessons.content_operation.scenario import HEADLINES, Scenario
from course.market.rng import stream
from course.widgets import CourseWidget, bar_svg

LETTERS = "ABCDEFGH"
STEP, BUDGET = 100, 3_000


class HeadlineMachines(CourseWidget):
    """Eight posteriors. A press shows one headline 100 times, or lets Thompson's robot choose for
    100.

    Traits: `draw` (practice set 0 to 4), `pressed` ([what, count]; what is 0 to
    7, "robot" or "again"), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    pressed = traitlets.List(["again", 0]).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._start(None)

    @traitlets.observe("draw")
    def _start(self, _change):
        self.rates = Scenario().rates(self.draw)[0]
        self.luck = stream(self.draw, "content", "machines").random((HEADLINES, BUDGET))
        self.dice = stream(self.draw, "content", "robot")
        self.shown, self.clicks = np.zeros(HEADLINES, int), np.zeros(HEADLINES, int)
        self._answer()

    @traitlets.observe("pressed")
    def _press(self, _change):
        what, _ = self.pressed
        if what == "again":
            self._start(None)
            return
        if self.shown.sum() + STEP > BUDGET:
            return
        if what == "robot":
            guesses = self.dice.beta(
                4 + self.clicks, 76 + self.shown - self.clicks, (STEP, HEADLINES)
            )
            parts = np.bincount(guesses.argmax(axis=1), minlength=HEADLINES)
        else:
            parts = STEP * (np.arange(HEADLINES) == int(what))
        for place, part in enumerate(parts):
            begin = self.shown[place]
            self.clicks[place] += int(
                (self.luck[place, begin : begin + part] < self.rates[place]).sum()
            )
        self.shown += parts
        self._answer()

    def _answer(self):
        misses = self.shown - self.clicks
        self.view = {
            "rows": [
                [
                    LETTERS[place],
                    int(self.shown[place]),
                    int(self.clicks[place]),
                    *(round(each, 4) for each in interval(self.clicks[place], misses[place])),
                ]
                for place in range(HEADLINES)
            ],
            "best": [round(float(each), 3) for each in chance_of_best(self.clicks, misses)],
            "left": int(BUDGET - self.shown.sum()),
            "earned": int(self.clicks.sum()),
            "even": round(float(self.rates.mean() * self.shown.sum()), 0),
        }

    def card(self):
        rows = "".join(
            f"<tr><td>{name}</td><td>{shown:,}</td><td>{clicks}</td><td>{low:.1%} to"
            f" {high:.1%}</td><td>{best:.0%}</td></tr>"
            for (name, shown, clicks, low, _, high), best in zip(
                self.view["rows"], self.view["best"], strict=True
            )
        )
        return (
            f"<p><b>Practice set {self.draw}</b>: eight headlines; {self.view['left']:,}"
            " impressions are"
            " left.</p><table><thead><tr><th>Headline</th><th>Shown</th><th>Clicks</th><th>Click"
            " rate, 90% sure</th><th>Chance to be the"
            f" best</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                list(zip(LETTERS, self.view["best"], strict=True)), "share", "Chance to be the best"
            )
        )
