"""The barrel: drag the hours of a fortnight between the shortest stave, two strengths and what lies
outside of the job, and see half a year go by.

Simpler than the decision: what the job's skills build on is taken to stand already.
"""

from html import escape

import numpy as np
import traitlets

from course.check.numbers import number, percent
from course.lessons.growth_plan.scenario import (
    DAYS,
    FORTNIGHTS,
    SESSIONS,
    STAGES,
    Scenario,
    of_stage,
)
from course.practice import worth
from course.practice.simulated import Learner
from course.widgets.chart import BLUE, GREEN, INK, ORANGE, SKY, Axis, Chart, told, trail
from course.widgets.frame import Widget, choice, practice, slider

HIGH = 250  # px
MOST_STRONG, MOST_OUTSIDE, STEP = 16, 8, 2  # hours of a fortnight


def half_year(draw, stage, strong, outside):
    """(start, end, parts): mastery at the beginning and at the end, {skill: 0 to 1}, and the mean of
    each part of the output, {name: points}. `strong` and `outside` are hours a fortnight; the rest
    of the twenty goes to the shortest stave, an hour at a time.
    """
    _, skills, drawn = Scenario().begin(draw, stage)
    job = [each for each in skills if each["demand"] > 0]
    beyond = [each["skill"] for each in skills if each["needed"] > 0 and not each["demand"]]
    names = [each["skill"] for each in job]
    demand = {each["skill"]: each["demand"] for each in job}
    learner = Learner({name: drawn.mastery[name] for name in [*names, *beyond]}, {})
    start, found = dict(learner.mastery), []
    for _ in range(FORTNIGHTS):
        learner.wait(DAYS)
        best = sorted(names, key=lambda name: -learner.mastery[name] * demand[name])
        for name in best[: worth.STRENGTHS]:
            learner.practise(name, strong / worth.STRENGTHS)
        for name in beyond:
            learner.practise(name, outside / len(beyond))
        for _ in range(SESSIONS - strong - outside):
            learner.practise(min(names, key=learner.mastery.get))
        found.append(worth.parts(*of_stage(stage, skills, learner.mastery)))
    mean = {name: float(np.mean([each[name] for each in found])) for name in found[0]}
    return start, dict(learner.mastery), mean


class Barrel(Widget):
    """Six staves, one for each decision that the job asks, and what the half year is worth.

    Traits: `draw` (practice learner 0 to 4), `stage` (one of STAGES), `strong` and `outside` (hours
    of the twenty).
    """

    name = "The barrel"
    moves = ("draw", "stage", "strong", "outside")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    stage = traitlets.Enum(list(STAGES), STAGES[0]).tag(sync=True)
    strong = traitlets.Int(0, min=0, max=MOST_STRONG).tag(sync=True)
    outside = traitlets.Int(4, min=0, max=MOST_OUTSIDE).tag(sync=True)

    def controls(self):
        return [
            practice("Learner", "learner"),
            choice("stage", "Stage", [(each, each.replace("-", " to ")) for each in STAGES]),
            slider("strong", "Hours on two strengths", 0, MOST_STRONG, step=STEP),
            slider("outside", "Hours outside the job", 0, MOST_OUTSIDE, step=STEP),
        ]

    def look(self):
        strong = min(self.strong, SESSIONS - self.outside)
        start, end, parts = half_year(self.draw, self.stage, strong, self.outside)
        total = sum(parts.values())
        rest = SESSIONS - strong - self.outside
        said = ", ".join(f"{name} {number(points)}" for name, points in parts.items())
        return {
            "told": told(
                (f"{number(total, 1)} points", f"mean output of the half year: {said}"),
                (f"{rest} hours", "a fortnight are left for the shortest stave"),
            ),
            "pictures": [self._staves(start, end), self._tries(total)],
        }

    def _staves(self, start, end):
        _, skills, _ = Scenario().begin(self.draw, self.stage)
        job = [each["skill"] for each in skills if each["demand"] > 0]
        asked = worth.LEVEL if self.stage == STAGES[0] else worth.FLOOR
        # The staves carry their names; there is nothing to write below them.
        x = Axis(-0.6, len(job) - 0.4, "", lambda place: "", ticks=list(range(len(job))))
        y = Axis(0, 1, "mastery of six decisions", percent, fitted=True)
        chart = Chart("The staves, before and after half a year", self.half(), HIGH, x, y)
        wide = (chart.width - chart.left - chart.right) / (len(job) + 1)
        lowest = min(end[name] for name in job)
        chart.raw(
            f"<rect x='{chart.at_x(-0.5):.1f}' y='{chart.at_y(lowest):.1f}'"
            f" width='{chart.at_x(len(job) - 0.5) - chart.at_x(-0.5):.1f}'"
            f" height='{chart.at_y(0) - chart.at_y(lowest):.1f}' fill='{SKY}' fill-opacity='.3'/>"
        )
        for place, name in enumerate(job):
            chart.bar(place, end[name], wide * 0.7, GREEN if end[name] >= asked else BLUE, ".75")
            chart.bar(place, start[name], wide * 0.7, INK, filled=False, dash="3 2")
            function = name.removesuffix(": decisions")
            chart.raw(_upright(chart.at_x(place) + 4, chart.at_y(0) - 5, function))
            chart.say(f"{function} from {percent(start[name])} to {percent(end[name])}")
        chart.rule(y=asked, dash="2 3")
        chart.key("after half a year", BLUE, "box", opacity=".75")
        chart.key(f"at least {percent(asked)}", GREEN, "box", opacity=".75")
        chart.key("at the beginning", INK, "box", filled=False, dash="3 2")
        chart.key("the water: as high as the shortest stave", SKY, "box", opacity=".3")
        return chart.html()

    def _tries(self, total):
        x = Axis(0, MOST_STRONG, "hours a fortnight on two strengths", fitted=True)
        y = Axis(20, 100, "mean output, points", fitted=True)
        chart = Chart("Half a year by hours on strengths", self.half(), HIGH, x, y)
        points = self.tried((self.draw, self.stage, self.outside), self.strong, total)
        chart.rule(x=self.strong, dash="2 3")
        trail(chart, points, self.strong, lambda v: number(v, 1), ORANGE)
        return chart.html()


def _upright(x, y, text):
    """A name that is read from below and stands out from its stave."""
    return (
        f"<text transform='translate({x:.1f} {y:.1f}) rotate(-90)' font-size='11' fill='{INK}'"
        " stroke='var(--jp-layout-color1, #fff)' stroke-width='3' paint-order='stroke'"
        f" class='label'>{escape(text)}</text>"
    )
