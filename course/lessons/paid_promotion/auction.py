"""One search word's auction: drag your bid and your quality, and see place, price and profit."""

import traitlets

from course.lessons.paid_promotion.scenario import RESERVE, SLOTS
from course.market.rng import stream
from course.widgets import CourseWidget, bar_svg

NAMES = ("Norrvale", "Kestwick", "Ollomar", "Tavarro", "Fennmoor")


def practice(draw):
    """Practice word `draw` (0 to 4): rivals' (name, bid, quality), clicks a week in the first slot,
    and what a click is worth ($).
    """
    rng = stream(draw, "ads", "auction")
    rivals = [
        (name, round(float(rng.uniform(0.4, 1.6)), 2), round(float(rng.uniform(0.6, 1.5)), 2))
        for name in NAMES
    ]
    return {
        "rivals": rivals,
        "clicks": int(rng.integers(60, 160)),
        "value": round(float(rng.uniform(1.0, 1.8)), 2),
    }


def outcome(word, bid, quality):
    """(place or None, price of a click, clicks, profit) of our ad."""
    scores = sorted((rival * each for _, rival, each in word["rivals"]), reverse=True)
    own = bid * quality
    place = sum(score > own for score in scores)
    if own < RESERVE or place >= len(SLOTS):
        return None, 0.0, 0.0, 0.0
    following = scores[place] if place < len(scores) else 0.0
    price = max(following, RESERVE) / quality
    clicks = word["clicks"] * SLOTS[place]
    return place + 1, price, clicks, clicks * (word["value"] - price)


class LiveAuction(CourseWidget):
    """The table of a generalised second-price auction with quality.

    Traits: `draw` (practice word 0 to 4), `bid` (cents, 5 to 300), `quality`
    (hundredths, 40 to 200), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    bid = traitlets.Int(100, min=5, max=300).tag(sync=True)
    quality = traitlets.Int(100, min=40, max=200).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "bid", "quality")
    def _answer(self, _change):
        word = practice(self.draw)
        bid, quality = self.bid / 100, self.quality / 100
        place, price, clicks, profit = outcome(word, bid, quality)
        rows = [
            [name, rival, each, round(rival * each, 3)] for name, rival, each in word["rivals"]
        ] + [["you", bid, quality, round(bid * quality, 3)]]
        # Equal scores: the rival stands first, as in `outcome`.
        self.view = {
            "rows": sorted(rows, key=lambda row: (-row[3], row[0] == "you")),
            "slots": list(SLOTS),
            "value": word["value"],
            "place": place,
            "price": round(price, 2),
            "clicks": round(clicks),
            "profit": round(profit, 1),
            "by_bid": [
                round(outcome(word, cents / 100, quality)[3], 1) for cents in range(5, 305, 5)
            ],
        }

    def card(self):
        view = self.view
        rows = "".join(
            f"<tr><td>{name}</td><td>${bid:.2f}</td><td>{quality:.2f}</td><td>{score:.2f}</td></tr>"
            for name, bid, quality, score in view["rows"]
        )
        return (
            f"<p><b>Practice word {self.draw}</b>: a click is worth ${view['value']:.2f}. With a"
            f" bid of ${self.bid / 100:.2f} and a quality of "
            f"{self.quality / 100:.2f} you stand in place {view['place'] or 'none'}, pay"
            f" ${view['price']:.2f} a click and earn ${view['profit']:.0f} a week."
            f"</p><table><thead><tr><th>Advertiser</th><th>Bid</th><th>Quality</th><th>Score</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    (
                        f"bid ${cents / 100:.2f}",
                        max(0, outcome(practice(self.draw), cents / 100, 1.0)[3]),
                    )
                    for cents in (50, 100, 150, 200)
                ],
                "$",
                "Profit of a week at four bids",
            )
        )
