"""One search word's auction: drag your bid and your quality, and see place, price and profit."""

import numpy as np
import traitlets

from course.check.numbers import money, number
from course.market import ads
from course.market.parameters import tideway
from course.market.rng import stream
from course.widgets.chart import Axis, Chart, table, told, trail
from course.widgets.frame import Widget, slider
from course.widgets.frame import practice as draws

LOWEST, HIGHEST = 5, 300  # cents: the slider's ends
HIGH, TABLE = 210, 345  # px
SLOTS = len(ads.slot_factors(tideway()))
NAMES = ("Norrvale", "Tallgate", "Ridgeworth", "Satchelby", "Daypeth")


def practice(draw):
    """Practice word `draw` (0 to 4): rivals' (name, bid, quality), clicks a week of an ordinary ad
    in the first slot, and what a click is worth ($).
    """
    p, rng = tideway(), stream(draw, "ads", "auction")

    def told(name):
        return round(p.draw(rng, f"auction.{name}"), 2)

    rivals = [(name, told("bid"), told("quality")) for name in NAMES]
    return {"rivals": rivals, "clicks": int(told("clicks")), "value": told("value")}


def outcome(word, bid, quality):
    """(place or None, price of a click, clicks, profit) of our ad."""
    p = tideway()
    scores = np.array(sorted((rival * each for _, rival, each in word["rivals"]), reverse=True))
    place, below = (each.item() for each in ads.place(p, np.array(bid * quality), scores))
    if place >= SLOTS:
        return None, 0.0, 0.0, 0.0
    price = below / quality
    clicks = word["clicks"] * quality * ads.slot_factors(p)[place]
    return place + 1, price, float(clicks), float(clicks * (word["value"] - price))


class LiveAuction(Widget):
    """The table of a generalised second-price auction with quality.

    Traits: `draw` (practice word 0 to 4), `bid` (cents, 5 to 300), `quality`
    (hundredths, 40 to 200).
    """

    name = "Live auction"
    moves = ("draw", "bid", "quality")
    _esm = Widget.script()
    _css = Widget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    bid = traitlets.Int(100, min=LOWEST, max=HIGHEST).tag(sync=True)
    quality = traitlets.Int(100, min=40, max=200).tag(sync=True)

    def controls(self):
        return [
            draws("Word", "word"),
            slider("bid", "Your bid", LOWEST, HIGHEST, step=5, form="$#", per=100, digits=2),
            slider("quality", "Your quality", 40, 200, step=5, per=100, digits=2),
        ]

    def look(self):
        word = practice(self.draw)
        bid, quality = self.bid / 100, self.quality / 100
        place, price, clicks, profit = outcome(word, bid, quality)
        worth = (money(word["value"], 2), "a click is worth")
        facts = (
            [
                (number(place), f"place: {number(clicks)} clicks a week at {money(price, 2)}"),
                (money(profit), "profit a week"),
                worth,
            ]
            if place
            else [("no place", "the ad is not shown"), (money(0), "profit a week"), worth]
        )
        return {
            "told": told(*facts),
            "pictures": [self._ranks(word, bid, quality), self._profit(word, quality, profit)],
        }

    def _ranks(self, word, bid, quality):
        rows = [(*rival, rival[1] * rival[2]) for rival in word["rivals"]]
        rows.append(("you", bid, quality, bid * quality))
        # Equal scores: we stand first, as in `ads.place`.
        rows.sort(key=lambda row: (-row[3], row[0] != "you"))
        return table(
            ["Advertiser", "Bid", "Quality", "Score", "Place"],
            [
                [
                    f"▶ {name}" if name == "you" else name,
                    money(each, 2),
                    number(good, 2),
                    number(score, 2),
                    number(at + 1) if at < SLOTS and score >= tideway().ads.reserve else "none",
                ]
                for at, (name, each, good, score) in enumerate(rows)
            ],
            "Ranked by score = bid × quality",
            ["you" if name == "you" else "" for name, *_ in rows],
        )

    def _profit(self, word, quality, profit):
        bids = range(LOWEST, HIGHEST + 1, 5)
        every = [outcome(word, cents / 100, quality)[3] for cents in bids]
        x = Axis(0, HIGHEST, "your bid", lambda cents: money(cents / 100, 2), fitted=True, count=3)
        y = Axis(min(0.0, *every), max(1.0, *every), "$ a week", money)
        chart = Chart("Profit of the bids you tried", self.beside(TABLE), HIGH, x, y)
        tried = self.tried((self.draw, self.quality), self.bid, profit)
        return trail(chart, tried, self.bid).html()
