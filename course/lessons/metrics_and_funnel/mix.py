"""Two weeks, two devices: drag the mix and watch a total fall while both of its parts rise."""

import traitlets

from course.check.numbers import number, percent
from course.market import funnel as market
from course.market.parameters import tideway
from course.market.rng import stream
from course.widgets.chart import BLUE, INK, ORANGE, Axis, Chart, bars, told
from course.widgets.frame import Widget, slider
from course.widgets.frame import practice as draws

SESSIONS = 100_000
HIGH = 200  # px
STAGES = ("sessions", "carts", "checkouts", "orders")


def practice(draw):
    """Practice shop `draw` (0 to 4): {"desktop": [three step rates], "phone": [...], "share":
    phone's share of sessions, percent}.
    """
    return market.draw_mix(tideway(), stream(draw, "funnel", "mix"))


def funnel(shop, share, lift=0.0):
    """People at each stage, as `market.mixed` has them."""
    return market.mixed(shop, SESSIONS, share, lift)


def cvr(people):
    return people[-1] / people[0] if people[0] else 0.0


class MixShift(Widget):
    """A funnel in two weeks. In the second every device buys `lift` percent better, and phones have
    `share` percent of the sessions.

    Traits: `draw` (practice shop 0 to 4), `share` (0 to 100), `lift` (0 to 30).
    """

    name = "Mix shift"
    moves = ("draw", "share", "lift")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    share = traitlets.Int(40, min=0, max=100).tag(sync=True)
    lift = traitlets.Int(10, min=0, max=30).tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, share=practice(draw)["share"], **kwargs)

    def controls(self):
        return [
            draws("Shop", "shop"),
            slider("share", "Phones' share of sessions in week 2", 0, 100, form="#%"),
            slider("lift", "Every device buys better in week 2", 0, 30, form="+#%"),
        ]

    def look(self):
        shop = practice(self.draw)
        before, after = funnel(shop, shop["share"]), funnel(shop, self.share, self.lift / 100)
        rates = [
            (name, cvr(before[name]), cvr(after[name]) or _lifted(shop, name, self.lift))
            for name in ("desktop", "phone", "total")
        ]
        falls = round(rates[2][2], 5) < round(rates[2][1], 5)
        verdict = (
            "Both devices got better, and the total got worse."
            if falls and self.lift
            else "The total fell."
            if falls
            else "The total did not fall."
        )
        return {
            "told": told(
                (
                    percent(rates[2][2], 2),
                    f"total CVR in week 2 (week 1: {percent(rates[2][1], 2)})",
                ),
                (f"{self.share}%", f"phones in week 2 (week 1: {shop['share']}%)"),
            )
            + f"<p class='mix-verdict' data-falls='{str(falls).lower()}'><b>{verdict}</b></p>",
            "pictures": [self._slopes(rates, falls), self._people(before["total"], after["total"])],
        }

    def _slopes(self, rates, falls):
        top = max(max(one, two) for _, one, two in rates)
        weeks = Axis(0.6, 3.7, "", lambda week: f"week {week}", fitted=True, ticks=[1, 2])
        chart = Chart(
            "Conversion rate",
            self.half(),
            HIGH,
            weeks,
            Axis(0, top, "orders of 100 sessions", lambda rate: percent(rate, 1)),
        )
        looks = {
            "desktop": (INK, "square", "5 4"),
            "phone": (INK, "up", "2 3"),
            "total": (ORANGE if falls else BLUE, "down" if falls else "circle", ""),
        }
        ends = sorted(rates, key=lambda each: -each[2])
        free = -1e9
        for name, one, two in ends:
            colour, shape, dash = looks[name]
            bold = name == "total"
            chart.line([(1, one), (2, two)], colour, dash, 4 if bold else 2)
            chart.dots([(1, one), (2, two)], colour, shape, 6 if bold else 4)
            level = max(chart.at_y(two), free + 15)
            free = level
            chart.note(
                2,
                two,
                f"{name} {percent(two, 2)}",
                dx=10,
                bold=bold,
                dy=level - chart.at_y(two) + 4,
            )
            chart.say(f"{name} in week 1 {percent(one, 2)}")
        return chart.html()

    def _people(self, before, after):
        rows = [
            (f"{stage}, week {week}", counts[place], number(counts[place]), BLUE, opacity)
            for place, stage in enumerate(STAGES)
            if place
            for week, counts, opacity in ((1, before, ".45"), (2, after, "1"))
        ]
        axis = Axis(0, max(value for _, value, *_ in rows), "people", number, count=3)
        title = f"People at each step, of {number(SESSIONS)} sessions"
        return bars(title, rows, axis, self.half(), row=25).html()


def _lifted(shop, device, lift):
    """The rate that a device without a session would have."""
    cart, checkout, order = shop[device]
    return cart * checkout * order * (1 + lift / 100)
