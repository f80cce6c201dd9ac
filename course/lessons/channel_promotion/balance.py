"""Four response curves and one budget: drag what each channel gets and watch the slopes."""

import traitlets

from course.check.numbers import money
from course.lessons.channel_promotion.scenario import BUDGET, CHANNELS, Scenario
from course.market.media import channel_sales
from course.once import once
from course.widgets.chart import BLUE, INK, ORANGE, Axis, Chart, told
from course.widgets.frame import GAP, Widget, practice, slider

THOUSANDS = int(BUDGET // 1000)
HIGH, SMALLEST = 128, 190  # px
REACH = 7  # thousand: how far a slope is drawn to both sides


@once
def curve(draw, place):
    """Sales (thousands) of channel `place` in practice company `draw` at 0, 1, 2 ... 40
    thousand.
    """
    curves = [each[place] for each in Scenario().truth(draw)]
    return [float(channel_sales(1000 * spend, curves)) / 1000 for spend in range(THOUSANDS + 1)]


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


class FourChannels(Widget):
    """Four curves with a dot each. What one channel gets is taken from the flattest of the others;
    what it gives up goes to the steepest.

    Traits: `draw` (practice company 0 to 4), `spends` (four whole thousands that
    add up to 40), `move` ([channel, thousands]: what a slider asks for).
    """

    name = "Four channels"
    moves = ("draw", "spends")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    move = traitlets.List([-1, 0]).tag(sync=True)
    spends = traitlets.List([10, 10, 10, 10]).tag(sync=True)

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

    def controls(self):
        return [
            practice("Company", "company"),
            *(
                slider(
                    "spends", name, 0, THOUSANDS, form="$#,000", item=place, send=("move", place)
                )
                for place, name in enumerate(CHANNELS)
            ),
        ]

    def look(self):
        together, equal = total(self.draw, self.spends), total(self.draw, [10] * 4)
        slopes = _slopes(self.draw, self.spends)
        return {
            "told": told(
                (money(1000 * together), "sales a week, all four together", {"data-together": ""}),
                (money(1000 * equal), "with equal parts"),
                (
                    f"{money(max(slopes), 2)}, {money(min(slopes), 2)}",
                    "the next dollar, at most and at least",
                ),
            ),
            "pictures": [self._channel(place, slopes) for place in range(len(CHANNELS))],
        }

    def _channel(self, place, slopes):
        wide = (self.room() - 3 * GAP) // 4
        wide = wide if wide >= SMALLEST else self.half()
        top = max(max(curve(self.draw, each)) for each in range(len(CHANNELS)))
        brings, spend, slope = curve(self.draw, place), self.spends[place], slopes[place]
        x = Axis(0, THOUSANDS, "$ a week", lambda k: f"${k:.0f}k", fitted=True, count=2)
        y = Axis(0, top, "sales, $ a week", lambda k: f"${k:,.0f}k", count=3)
        most, least = slope == max(slopes), slope == min(slopes)
        apart = max(slopes) > min(slopes)
        colour, shape, word = (
            (BLUE, "up", "most")
            if most and apart
            else (ORANGE, "down", "least")
            if least and apart
            else (INK, "circle", "")
        )
        chart = Chart(CHANNELS[place], wide, HIGH, x, y)
        chart.line(list(enumerate(brings)), INK, wide=1.8, opacity=".55")
        value = brings[spend]
        run = min(REACH, spend, THOUSANDS - spend) or REACH
        ends = [(spend + way * run, value + way * run * slope) for way in (-1, 1)]
        ends = [(min(max(a, 0), THOUSANDS), min(max(b, 0), y.high)) for a, b in ends]
        chart.line(ends, colour, wide=3)
        chart.dots([(spend, value)], colour, shape, 6)
        chart.say(f"{money(1000 * spend)} bring {money(1000 * value)}")
        text = f"next dollar: {money(slope, 2)}{f' ({word})' if word else ''}"
        chart.say(text)
        return chart.html().replace("</figure>", f"<p class='channel-slope'>{text}</p></figure>")
