"""Four response curves and one budget: drag what each channel gets and watch the slopes."""

import traitlets

from course.lessons.channel_promotion.scenario import BUDGET, CHANNELS, Scenario
from course.market.media import hill
from course.widgets import CourseWidget, bar_svg

THOUSANDS = int(BUDGET // 1000)


def curve(draw, place):
    """Sales (thousands) of channel `place` in practice company `draw` at 0, 1, 2 ... 40
    thousand.
    """
    ceiling, half, slope = Scenario().truth(draw)
    return [
        float(hill(1000 * spend, half[place], slope[place], ceiling[place])) / 1000
        for spend in range(THOUSANDS + 1)
    ]


def total(draw, spends):
    """Sales (thousands) of the four together."""
    return sum(curve(draw, place)[int(spend)] for place, spend in enumerate(spends))


def _slopes(draw, spends):
    """Sales of the next dollar of each channel, over the thousand before and the thousand after."""
    slopes = []
    for place, spend in enumerate(spends):
        brings, low, high = curve(draw, place), max(0, spend - 1), min(THOUSANDS, spend + 1)
        slopes.append((brings[high] - brings[low]) / (high - low))
    return slopes


def best_spends(draw):
    """The best division in whole thousands, channel by channel (dynamic programming: Bellman,
    1957).
    """
    best, ways = [0.0] * (THOUSANDS + 1), [[]] * (THOUSANDS + 1)
    for place in range(len(CHANNELS)):
        brings = curve(draw, place)
        picks = [
            max(
                range(money + 1), key=lambda spend, money=money: best[money - spend] + brings[spend]
            )
            for money in range(THOUSANDS + 1)
        ]
        best, ways = (
            [best[money - spend] + brings[spend] for money, spend in enumerate(picks)],
            [[*ways[money - spend], spend] for money, spend in enumerate(picks)],
        )
    return ways[THOUSANDS]


class FourChannels(CourseWidget):
    """Four curves with a dot each. What one channel gets is taken from the flattest of the others;
    what it gives up goes to the steepest.

    Traits: `draw` (practice company 0 to 4), `spends` (four whole thousands that
    add up to 40), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    move = traitlets.List([-1, 0]).tag(sync=True)
    spends = traitlets.List([10, 10, 10, 10]).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("move")
    def _shift(self, _change):
        """A slider was moved: thousand by thousand, the flattest of the others pays for more, the
        steepest takes what is left over.
        """
        place, wanted = self.move
        if place not in range(len(CHANNELS)):
            return
        spends = list(self.spends)
        others = [other for other in range(len(CHANNELS)) if other != place]
        while spends[place] != max(0, min(THOUSANDS, wanted)):
            slopes = _slopes(self.draw, spends)
            if spends[place] < wanted:
                spends[
                    min(
                        (other for other in others if spends[other]),
                        key=lambda other: slopes[other],
                    )
                ] -= 1
                spends[place] += 1
            else:
                spends[max(others, key=lambda other: slopes[other])] += 1
                spends[place] -= 1
        self.spends = spends

    @traitlets.observe("draw", "spends")
    def _answer(self, _change):
        curves = [curve(self.draw, place) for place in range(len(CHANNELS))]
        self.view = {
            "names": list(CHANNELS),
            "curves": [[round(value, 2) for value in brings] for brings in curves],
            "slopes": [round(each, 2) for each in _slopes(self.draw, self.spends)],
            "sales": [
                round(brings[spend], 1) for brings, spend in zip(curves, self.spends, strict=True)
            ],
            "total": round(total(self.draw, self.spends), 1),
            "equal": round(total(self.draw, [10] * 4), 1),
        }

    def card(self):
        rows = "".join(
            f"<tr><td>{name}</td><td>{spend}</td><td>{sales:.1f}</td><td>{slope:.2f}</td></tr>"
            for name, spend, sales, slope in zip(
                CHANNELS, self.spends, self.view["sales"], self.view["slopes"], strict=True
            )
        )
        return (
            f"<p><b>Practice company {self.draw}</b>: 40 thousand dollars a week bring"
            f" {self.view['total']:.1f} thousand of"
            " sales.</p><table><thead><tr><th>Channel</th><th>Spend (thousands)</th><th>Sales"
            " (thousands)</th><th>Sales of the next"
            f" dollar</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                list(zip(CHANNELS, self.view["slopes"], strict=True)),
                "$",
                "Sales of the next dollar",
            )
        )
