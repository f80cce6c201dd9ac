"""Eight categories and their rates: drag one, or all, and watch commission rise and shops leave."""

import numpy as np
import traitlets

from course.check.numbers import money, percent
from course.lessons.business_operation.scenario import CATEGORIES, MOST, NOW, Scenario
from course.market.parameters import tideway
from course.market.supply import commission, supply_left
from course.widgets.chart import BLUE, INK, Axis, Chart, bars, told, trail
from course.widgets.frame import Widget, choice, practice, slider

ALL = len(CATEGORIES)
START = 20  # percent: the ticket's rate
HIGH, ROW = 236, 24  # px
PERCENTS = range(int(100 * MOST) + 1)


class RateBoard(Widget):
    """Bars of what each category earns, the rates that were tried for the chosen one, and the
    total.

    Traits: `draw` (practice platform 0 to 4), `chosen` (category 0 to 7, or 8
    for all), `rates` (percent, eight numbers), `put` ([chosen, rate]: what the slider asks for).
    """

    name = "Rate board"
    moves = ("draw", "chosen", "rates")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    chosen = traitlets.Int(ALL, min=0, max=ALL).tag(sync=True)
    rates = traitlets.List(
        traitlets.Int(min=0, max=int(100 * MOST)), [START] * ALL, minlen=ALL, maxlen=ALL
    ).tag(sync=True)
    put = traitlets.List([ALL, START]).tag(sync=True)

    @traitlets.observe("put")
    def _set(self, _change):
        chosen, value = self.put
        self.rates = [
            value if chosen in (ALL, place) else rate for place, rate in enumerate(self.rates)
        ]

    def controls(self):
        names = [(ALL, "all, one rate"), *enumerate(CATEGORIES)]
        mixed = self.chosen == ALL and len(set(self.rates)) > 1
        label = f"Rate of {self._called()}{' (now mixed; first)' if mixed else ''}"
        item = 0 if self.chosen == ALL else self.chosen
        return [
            practice("Platform", "platform"),
            choice("chosen", "Category", names),
            slider(
                "rates", label, 0, int(100 * MOST), form="#%", item=item, send=("put", self.chosen)
            ),
        ]

    def _called(self):
        return "all categories" if self.chosen == ALL else CATEGORIES[self.chosen]

    def look(self):
        sales, elasticity = Scenario().truth(self.draw)
        rates = np.array(self.rates) / 100
        p = tideway()
        each, now = (commission(p, sales, elasticity, rate) for rate in (rates, NOW))
        left = supply_left(p, rates, elasticity)
        return {
            "told": told(
                (money(each.sum()), "a month from all eight"),
                (money(now.sum()), f"a month at {percent(NOW)} everywhere, as now"),
            ),
            "pictures": [self._categories(each, now, left), self._curve(sales, elasticity, each)],
        }

    def _categories(self, each, now, left):
        rows = [
            (
                name,
                float(value),
                f"{rate}%, {percent(stay)} stay",
                BLUE,
                ".95" if self.chosen in (ALL, place) else ".45",
            )
            for place, (name, value, rate, stay) in enumerate(
                zip(CATEGORIES, each, self.rates, left, strict=True)
            )
        ]
        most = float(max(each.max(), now.max()))
        axis = Axis(
            float(min(0, each.min())), most, "$ a month", lambda v: f"{money(v / 1000)}k", count=2
        )
        title = "Each category, its rate and the sales that stay"
        chart = bars(title, rows, axis, self.half(), ROW, column=True)
        for place, (name, value) in enumerate(zip(CATEGORIES, now, strict=True)):
            x, middle = chart.at_x(float(value)), 4 + ROW * (place + 0.5)
            chart.raw(
                f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{middle - 10}' y2='{middle + 10}'"
                f" stroke='{INK}' stroke-width='2.5'/>"
            )
            chart.say(f"{name} earns {money(each[place])}, at {percent(NOW)} {money(value)}")
        chart.key("at these rates", BLUE, "box", opacity=".95")
        chart.key(f"upright line: at {percent(NOW)}", INK)
        return chart.html()

    def _curve(self, sales, elasticity, each):
        mine = slice(None) if self.chosen == ALL else slice(self.chosen, self.chosen + 1)
        p, part = tideway(), (sales[mine], elasticity[mine])
        every = [float(commission(p, *part, cut / 100).sum()) for cut in PERCENTS]
        x = Axis(0, 100 * MOST, "rate", lambda v: f"{v:.0f}%", fitted=True, count=4)
        y = Axis(min(0.0, *every), max(1.0, *every), "$ a month", money)
        chart = Chart(f"Rates you tried: {self._called()}", self.half(), HIGH, x, y)
        rates, key = self.rates[mine], (self.draw, self.chosen)
        rate = rates[0] if len(set(rates)) == 1 else None
        if rate is not None:
            self.tried(key, rate, float(each[mine].sum()))
        points = sorted(self._tried.get(key, {}).items())
        if rate is None:
            chart.say("the rates are mixed now")
        return trail(chart, points, rate).html()
