"""Eight headlines as slot machines: show them, and watch what you know about each grow narrow."""

import numpy as np
import traitlets

from course.check.numbers import number, percent
from course.lessons.content_operation.posterior import chance_of_best, interval
from course.lessons.content_operation.scenario import HEADLINES, PRIOR, Scenario
from course.market.rng import stream
from course.widgets.chart import BLUE, INK, Axis, Chart, told
from course.widgets.frame import Widget, button, practice

LETTERS = "ABCDEFGH"
STEP, BUDGET = 100, 3_000
POINTS = 2_001  # of the integration: enough for whole percent
TOP = 0.15  # the scale's end, a click rate
ROW, HEAD = 27, 20  # px
BUTTONS, CAPTION, NARROW = 90, 20, 430  # px
COLUMNS = (0, 50, 98)  # px: where shown, clicks and the chance to be best begin


class HeadlineMachines(Widget):
    """Eight posteriors. A press shows one headline 100 times, or lets Thompson's robot choose for
    100.

    Traits: `draw` (practice set 0 to 4), `pressed` ([what, count]; what is 0 to
    7, "robot" or "again").
    """

    name = "Headline machines"
    moves = ("draw", "pressed")
    _esm = Widget.script()
    _css = Widget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    pressed = traitlets.List(["again", 0]).tag(sync=True)

    def start(self):
        self._open(None)

    @traitlets.observe("draw")
    def _open(self, _change):
        self.rates = Scenario().rates(self.draw)[0]
        self.luck = stream(self.draw, "content", "machines").random((HEADLINES, BUDGET))
        self.dice = stream(self.draw, "content", "robot")
        self.shown, self.clicks = np.zeros(HEADLINES, int), np.zeros(HEADLINES, int)

    @traitlets.observe("pressed")
    def _press(self, _change):
        what, _ = self.pressed
        if what == "again":
            self._open(None)
            return
        if self.shown.sum() + STEP > BUDGET:
            return
        if what == "robot":
            guesses = self.dice.beta(
                PRIOR[0] + self.clicks, PRIOR[1] + self.shown - self.clicks, (STEP, HEADLINES)
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

    def controls(self):
        return [
            practice("Headlines", "set"),
            button(f"Robot: {STEP} times", main=True, press="robot"),
            button("Start again", press="again"),
        ]

    def look(self):
        left, even = int(BUDGET - self.shown.sum()), float(self.rates.mean() * self.shown.sum())
        facts = told(
            (number(self.clicks.sum()), "clicks so far"),
            (number(even), "clicks that even parts would have brought"),
            (number(left), "impressions are left"),
        )
        if not left:
            facts += f"<p>All {number(BUDGET)} impressions are used.</p>"
        return {"told": facts, "pictures": [self._buttons(), self._intervals()]}

    def _narrow(self):
        """Whether the buttons stand above the intervals."""
        return self.room() < NARROW

    def _buttons(self):
        buttons = "".join(
            f"<button type='button' data-press='{place}' data-key='{name}'"
            f" aria-label='Show headline {name} {STEP} times'>{name}: {STEP}×</button>"
            for place, name in enumerate(LETTERS)
        )
        return (
            f"<div class='machine-buttons{' row' if self._narrow() else ''}'>"
            f"<p class='course-caption' style='height:{HEAD + CAPTION}px'>Show</p>{buttons}</div>"
        )

    def _intervals(self):
        misses = self.shown - self.clicks
        best = [float(each) for each in chance_of_best(self.clicks, misses, points=POINTS)]
        x = Axis(0, TOP, "click rate, 90% sure", percent, fitted=True, count=3)
        high = HEAD + HEADLINES * ROW + 38
        chart = Chart(
            "What is known of each headline",
            self.room() - (0 if self._narrow() else BUTTONS),
            high,
            x,
            top=HEAD,
        )
        shown, clicks, chance = COLUMNS
        chart.left, chart.right = COLUMNS[-1] + (50 if self._narrow() else 72), 14
        chart.redraw()
        for at, text in ((shown, "shown"), (clicks, "clicks"), (chance, "is best")):
            chart._write(at, 13, text, kind="tick")
        for tick in x.ticks:
            a = chart.at_x(tick)
            chart.raw(
                f"<line x1='{a:.1f}' x2='{a:.1f}' y1='{HEAD}' y2='{high - 38}' stroke='{INK}'"
                " stroke-opacity='.15'/>"
            )
        for place, name in enumerate(LETTERS):
            low, mean, top = interval(int(self.clicks[place]), int(misses[place]))
            middle = HEAD + ROW * (place + 0.5)
            a, b = chart.at_x(low), chart.at_x(min(top, TOP))
            chart.raw(
                f"<line x1='{a:.1f}' x2='{b:.1f}' y1='{middle}' y2='{middle}' stroke='{BLUE}'"
                " stroke-width='6' stroke-opacity='.5'/>"
                f"<circle cx='{chart.at_x(mean):.1f}' cy='{middle}' r='4.5' fill='{BLUE}'/>"
            )
            for at, text, kind in (
                (shown, number(self.shown[place]), "label"),
                (clicks, number(self.clicks[place]), "label"),
                (chance, percent(best[place]), "label best"),
            ):
                chart._write(at, middle + 4, text, kind=kind)
            chart.say(
                f"{name}: shown {number(self.shown[place])}, {number(self.clicks[place])} clicks,"
                f" {percent(low, 1)} to {percent(top, 1)}, the best with {percent(best[place])}"
            )
        return chart.html()
