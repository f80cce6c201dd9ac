"""Sixty products as bubbles: weigh demand, crowd and margin, choose eight, then look at what they
really earn.
"""

import math
from functools import lru_cache
from html import escape

import traitlets

from course.check.numbers import money, number
from course.lessons.product_selection.scenario import LAUNCHES, Scenario, forecast
from course.widgets.chart import BLUE, INK, ORANGE, Axis, Chart, table, told
from course.widgets.frame import Widget, practice, slider, tick

TOP = 3.0  # largest weight
HIGH, LOW = 300, 180  # px, beside and above the list
LIST = 370  # px
GROWTH = 2.1  # px a root of a dollar of margin
SIZES = (5, 20)  # $ of margin in the legend
LOSING = " stroke-width='3' stroke-dasharray='3 2'"
ROOM = 1.25  # times the largest value: room beside the outer bubbles


@lru_cache
def shop(draw):
    """(candidates with their forecast, true payoffs) of a practice draw."""
    scenario = Scenario()
    candidates = scenario.observe(draw)["candidates"]
    candidates["forecast"] = forecast(candidates)
    return candidates, scenario.payoffs(draw)


def chosen(candidates, crowd, margin):
    """The eight best by searches ÷ (1 + offers)^crowd × margin^margin: a DataFrame, best first."""
    score = (
        candidates["searches"]
        / (1 + candidates["offers"]) ** crowd
        * candidates["margin"] ** margin
    )
    return (
        candidates.assign(score=score)
        .sort_values("score", ascending=False, kind="stable")
        .head(LAUNCHES)
    )


class BubbleMap(Widget):
    """Candidates on a map of demand and competing offers, the size of a bubble its margin.

    Traits: `draw` (practice draw 0 to 4), `crowd` and `margin` (weights in
    tenths, 0 to 30; that of demand is 1), `reveal` (whether true earnings are
    shown).
    """

    name = "Bubble map"
    moves = ("draw", "crowd", "margin", "reveal")
    _esm = Widget.script()
    _css = Widget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    crowd = traitlets.Int(10, min=0, max=30).tag(sync=True)
    margin = traitlets.Int(10, min=0, max=30).tag(sync=True)
    reveal = traitlets.Bool(False).tag(sync=True)

    def controls(self):
        return [
            practice("Candidates", "draw"),
            slider("crowd", "Weight of the crowd", 0, 30, per=10, digits=1),
            slider("margin", "Weight of the margin", 0, 30, per=10, digits=1),
            tick("reveal", "Show what they really earn"),
        ]

    def look(self):
        candidates, payoffs = shop(self.draw)
        best = chosen(candidates, self.crowd / 10, self.margin / 10)
        losers = [each for each in best["product"] if payoffs[each] < 0] if self.reveal else []
        facts = [(money(best["forecast"].sum()), "forecast of the eight together, first quarter")]
        if self.reveal:
            earned = sum(payoffs[each] for each in best["product"])
            facts.append((money(earned), f"what they really earn; {len(losers)} of 8 lose money"))
        return {
            "told": told(*facts),
            "pictures": [
                self._map(candidates, list(best["product"]), losers),
                self._list(best, payoffs, losers),
            ],
        }

    def _map(self, candidates, picked, losers):
        offers, searches = candidates["offers"], candidates["searches"]
        x = Axis(offers.min() / ROOM, offers.max() * ROOM, "competing offers", number, log=True)
        y = Axis(searches.min() / ROOM, searches.max() * ROOM, "searches a week", number, log=True)
        wide = self.beside(LIST)
        chart = Chart("Sixty candidates", wide, HIGH if wide < self.room() else LOW, x, y)
        taken = []
        for row in sorted(candidates.itertuples(), key=lambda row: row.product in picked):
            mine, loses = row.product in picked, row.product in losers
            colour = ORANGE if loses else BLUE if mine else INK
            across, up = chart.at_x(row.offers), chart.at_y(row.searches)
            size = GROWTH * math.sqrt(row.margin)
            text = (
                f"{row.product}: {number(row.searches)} searches a week,"
                f" {number(row.offers)} competing offers, margin {money(row.margin, 2)}"
            )
            chart.raw(
                f"<circle cx='{across:.1f}' cy='{up:.1f}' r='{size:.1f}' fill='{colour}'"
                f" fill-opacity='{'.75' if mine else '.15'}' stroke='{colour}'"
                f" stroke-opacity='.6'{LOSING if loses else ''}><title>{escape(text)}</title>"
                "</circle>"
            )
            if mine:
                taken.append((str(picked.index(row.product) + 1), across, up, size))
        for text, across, up in _apart(taken, chart):
            chart.label(across, up, text, bold=True)
        for dollars in SIZES:
            chart.key(f"margin {money(dollars)}", INK, "circle", False, size=GROWTH * dollars**0.5)
        chart.key("chosen", BLUE, "circle", opacity=".75")
        if losers:
            chart.key("loses money", ORANGE, "circle", opacity=".75")
        return chart.say("point at a bubble to read it").html()

    def _list(self, best, payoffs, losers):
        head = ["No.", "Product", "Forecast"] + (["Earned"] if self.reveal else [])
        rows = [
            [str(place), row.product, money(row.forecast)]
            + (
                [f"{'▼ ' if row.product in losers else ''}{money(payoffs[row.product])}"]
                if self.reveal
                else []
            )
            for place, row in enumerate(best.itertuples(), start=1)
        ]
        marks = ["loses" if each in losers else "" for each in best["product"]]
        return table(head, rows, "The eight by your weights", marks)


def _apart(bubbles, chart):
    """Places for the names beside their bubbles, [(text, x, y)], such that no two overlap."""
    placed, high, wide = [], 13, 26
    for text, x, y, size in sorted(bubbles, key=lambda each: each[2]):
        options = [
            (x, y - size - 4),
            (x, y + size + 12),
            (x + size + wide / 2 + 2, y + 4),
            (x - size - wide / 2 - 2, y + 4),
            *((x + dx, y - size - 4 + dy) for dy in (-14, 26, -28, 40) for dx in (0, wide, -wide)),
        ]
        inside = [
            (a, b)
            for a, b in options
            if chart.left + wide / 2 < a < chart.width - wide / 2 and high < b
        ]
        free = (
            (a, b)
            for a, b in inside
            if all(abs(a - c) > wide or abs(b - d) > high for _, c, d in placed)
        )
        placed.append((text, *next(free, inside[0])))
    return placed
