"""The map as a widget: drag a person along the way, lift one step, see who owns it and what it
earns.
"""

import traitlets

from course.market.rng import stream
from course.operations import CHAINS, STEPS, functions
from course.widgets import CourseWidget, bar_svg

STRANGERS = 100_000
# $ an order, share of GMV after the cost of goods, $ an order, $ a person who hears of us, $ a
# friend brought.
AOV, MARGIN, FULFILMENT, ADS, GIFT = 42.0, 0.38, 4.0, 0.04, 6.0


def practice(draw):
    """The rates and costs of practice shop `draw` (0 to 4): a dict."""
    rng = stream(draw, "map", "way")
    rates = {
        "reach": (0.15, 0.25),
        "visit": (0.25, 0.35),
        "cart": (0.11, 0.15),
        "pay": (0.28, 0.36),
        "return": (0.20, 0.35),
        "recommend": (0.05, 0.15),
    }
    return {name: round(float(rng.uniform(*limits)), 3) for name, limits in rates.items()} | {
        "dear": str(rng.choice(["reach", "pay", "return"]))
    }


def week(shop, step=None, lift=0.0):
    """People at each stage, orders, GMV and contribution profit of a week, with the rate of one
    step lifted by a share: a dict.
    """
    rate = {name: shop[name] * (1 + lift if name == step else 1) for name, _, _ in STEPS}
    heard = STRANGERS * rate["reach"]
    visitors = heard * rate["visit"]
    carts = visitors * rate["cart"]
    buyers = carts * rate["pay"]
    regulars = buyers * rate["return"]
    friends = regulars * rate["recommend"]
    orders = buyers + 2 * regulars + friends
    gmv = orders * AOV
    profit = (
        gmv * MARGIN
        - FULFILMENT * orders
        - ADS * STRANGERS * shop["reach"]
        - GIFT * friends
        - _extra_cost(shop, step, lift, gmv)
    )
    return {
        "people": [STRANGERS, heard, visitors, carts, buyers, regulars, friends],
        "orders": orders,
        "gmv": gmv,
        "profit": profit,
    }


def _extra_cost(shop, step, lift, gmv):
    """Dollars a week that a lift costs beyond what is spent anyway; in every shop one step
    is dear.
    """
    dear, up = shop["dear"] == step, max(0.0, lift)
    if step == "reach":  # more of the same audience: each further person costs more
        return ADS * STRANGERS * shop["reach"] * ((1 + lift) ** (4.2 if dear else 1.6) - 1)
    if step == "pay":  # coupons, which those take too who would have paid anyway
        return (0.34 if dear else 0.12) * up * gmv
    if step == "return":  # points
        return (0.20 if dear else 0.06) * up * gmv
    return {"visit": 60, "cart": 250}.get(step, 0) * up


class OperationsMap(CourseWidget):
    """Every function of the course on the way of a person.

    Traits: `draw` (practice shop 0 to 4), `step` (0 to 5), `lift` (percent,
    -30 to 30), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    step = traitlets.Int(0, min=0, max=len(STEPS) - 1).tag(sync=True)
    lift = traitlets.Int(0, min=-30, max=30).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._functions = functions()
        self._answer(None)

    @traitlets.observe("draw", "step", "lift")
    def _answer(self, _change):
        if not hasattr(self, "_functions"):
            return
        shop = practice(self.draw)
        name = STEPS[self.step][0]
        now, then = week(shop), week(shop, name, self.lift / 100)
        self.view = {
            "stages": ["stranger", *[end for _, _, end in STEPS]],
            "people": [round(count) for count in then["people"]],
            "before": [round(count) for count in now["people"]],
            "rate": round(100 * shop[name] * (1 + self.lift / 100), 1),
            "gmv": round(then["gmv"]),
            "gmv_change": round(then["gmv"] - now["gmv"]),
            "gmv_percent": round(100 * (then["gmv"] / now["gmv"] - 1), 1),
            "profit": round(then["profit"]),
            "profit_change": round(then["profit"] - now["profit"]),
            "chains": [
                [
                    title,
                    [
                        {
                            "name": each.name,
                            "question": each.question,
                            "kpi": each.kpi,
                            "written": each.written,
                            "lit": name in each.moves,
                            "carries": not each.moves and each.chain == "supply",
                            "step": next(
                                (
                                    place
                                    for place, (key, _, _) in enumerate(STEPS)
                                    if key in each.moves
                                ),
                                -1,
                            ),
                        }
                        for each in self._functions
                        if each.chain == chain
                    ],
                ]
                for chain, title in CHAINS.items()
            ],
        }

    def card(self):
        now = week(practice(self.draw))
        stages = [
            "strangers",
            "have heard of us",
            "visitors",
            "with a full cart",
            "buyers",
            "regulars",
            "friends brought",
        ]
        rows = "".join(
            f"<tr><td>{each.name}</td><td>{each.question}</td><td>{each.kpi}</td>"
            f"<td>{'' if each.written else 'lesson in work'}</td></tr>"
            for each in self._functions
        )
        return (
            f"<p><b>One week of practice shop {self.draw}</b>: {now['orders']:,.0f} orders, GMV"
            f" ${now['gmv']:,.0f}, contribution profit ${now['profit']:,.0f}. People at each"
            " stage:</p>"
            + bar_svg(
                list(zip(stages[1:], now["people"][1:], strict=True)),
                "people",
                "People at each stage",
            )
            + "<table><thead><tr><th>Function</th><th>Its question</th><th>Its"
            f" KPI</th><th>Lesson</th></tr></thead><tbody>{rows}</tbody></table>"
        )
