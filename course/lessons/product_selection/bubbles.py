"""Sixty products as bubbles: weigh demand, crowd and margin, choose eight, then look at what they
really earn.
"""

import math

import traitlets

from course.lessons.product_selection.scenario import LAUNCHES, Scenario, forecast
from course.widgets import CourseWidget, bar_svg

TOP = 3.0  # largest weight


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


class BubbleMap(CourseWidget):
    """Candidates on a map of demand and competing offers, the size of a bubble its margin.

    Traits: `draw` (practice draw 0 to 4), `crowd` and `margin` (weights in
    tenths, 0 to 30; that of demand is 1), `reveal` (whether true earnings are
    shown), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    crowd = traitlets.Int(10, min=0, max=30).tag(sync=True)
    margin = traitlets.Int(10, min=0, max=30).tag(sync=True)
    reveal = traitlets.Bool(False).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "crowd", "margin", "reveal")
    def _answer(self, _change):
        scenario = Scenario()
        table = scenario.observe(self.draw)["candidates"]
        table["forecast"] = forecast(table)
        payoffs = scenario.payoffs(self.draw)
        best = chosen(table, self.crowd / 10, self.margin / 10)
        picked = set(best["id"])
        self.view = {
            "bubbles": [
                {
                    "id": row.id,
                    "x": round(math.log(row.offers), 3),
                    "y": round(math.log(row.searches), 3),
                    "r": round(2.1 * math.sqrt(row.margin), 2),
                    "picked": row.id in picked,
                    "loses": self.reveal and payoffs[row.id] < 0,
                    "text": (
                        f"{row.id} {row.product}: {row.searches:,.0f} searches a week,"
                        f" {row.offers:.0f} competing offers, margin ${row.margin:.2f}"
                    ),
                }
                for row in table.itertuples()
            ],
            "chosen": [
                [
                    row.id,
                    row.product,
                    round(row.forecast),
                    round(payoffs[row.id]) if self.reveal else None,
                ]
                for row in best.itertuples()
            ],
            "forecast": round(best["forecast"].sum()),
            "earned": round(sum(payoffs[each] for each in best["id"])) if self.reveal else None,
        }

    def card(self):
        rows = "".join(
            f"<tr><td>{each}</td><td>{name}</td><td>${said:,}</td></tr>"
            for each, name, said, _ in self.view["chosen"]
        )
        return (
            f"<p><b>Practice draw {self.draw}</b>: the eight best of sixty candidates by searches ÷"
            " (1 + offers) × margin, with what each is expected to earn "
            f"in its first quarter (${self.view['forecast']:,}"
            " together):</p><table><thead><tr><th>Id</th><th>Product</th><th>Forecast</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
            + bar_svg(
                [(name, max(said, 0)) for _, name, said, _ in self.view["chosen"]],
                "$",
                "Forecast of the eight",
            )
        )
