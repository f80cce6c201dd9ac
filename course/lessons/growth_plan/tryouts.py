"""Five small jobs, one of each chain, each on two draws: choose by hand, hand in, and see what it was
worth. Both tries, what was preferred and the difference of the tries stand apart.
"""

import contextlib
from functools import cache

import numpy as np
import traitlets

from course.check import record
from course.check.decision import practice_values
from course.check.numbers import money, number, percent
from course.lessons.activation_and_recall.scenario import Scenario as Coupons
from course.lessons.activity_operation.scenario import Scenario as Campaign
from course.lessons.channel_promotion.bank import CHANNELS
from course.lessons.channel_promotion.scenario import Scenario as Channels
from course.lessons.merchant_operation.scenario import Scenario as Merchants
from course.lessons.title_optimization.scenario import MAX_WORDS
from course.lessons.title_optimization.scenario import Scenario as Titles
from course.market.search import word_searches
from course.widgets.chart import Html, table, told
from course.widgets.frame import Widget, button, choice, slider, ticks

DRAWS = (5, 6)  # of each lesson's practice draws: its notebook shows others
ROUNDS = ("first", "second")
LIKED = ["not at all", "little", "so so", "much", "very much"]
CUT = 0.2  # the event's discount
PRODUCTS, SHOPS_SHOWN, QUERIES_SHOWN, PARTS = 12, 10, 8, 3
THOUSAND, STEPS = 1_000, 40
MOVED, NO_MATTER = 5, 0.005  # thousands, and a share that nobody need look at
KIND = "tryout"


class Title:
    """Store: write a title."""

    plain = "brand, noun and the first four facts of the data sheet"
    name, chain = "Write a title", "store"
    function = "title_optimization"
    ask = f"Tick up to {MAX_WORDS} words for the title. An untrue word takes the listing down."
    amounts = ()

    def __init__(self, draw):
        self.draw, self.scenario = draw, Titles()
        seen = self.scenario.observe(draw)
        self.product = seen["product"]
        searched = word_searches(seen["query_log"])
        popular = sorted(searched, key=lambda word: -searched[word])[: 2 * MAX_WORDS]
        self.options = sorted({*popular, *self.product["true"]})
        self.queries = seen["query_log"].head(QUERIES_SHOWN)
        values = practice_values("title_optimization")
        self.low, self.high = values["baseline"][draw], values["expert"][draw]

    def facts(self):
        rows = [(row.text, number(row.weekly_volume)) for row in self.queries.itertuples()]
        said = ", ".join(self.product["true"])
        head = f"{self.product['brand']}: {self.product['noun']}. True of it: {said}."
        return head, ["the most frequent searches", "a week"], rows

    def worth(self, picks, _amounts):
        return self.scenario.value(self.draw, list(picks))


class Budget:
    """Acquisition: split a budget."""

    plain = "the same for each channel"
    name, chain = "Split a budget", "acquisition"
    function = "channel_promotion"
    ask = "Divide 40 thousand dollars a week over four channels. More money brings less and less."
    options = ()

    def __init__(self, draw):
        self.draw, self.scenario = draw, Channels()
        seen = self.scenario.observe(draw)
        self.history, budget = seen["history"], seen["budget"]
        self.amounts = CHANNELS
        steps = np.arange(STEPS + 1) * budget / STEPS
        best = np.full(STEPS + 1, -np.inf)
        best[0] = 0.0
        nothing = dict.fromkeys(CHANNELS, 0.0)
        for channel in CHANNELS:
            brings = [self.scenario.value(draw, {**nothing, channel: float(s)}) for s in steps]
            best = np.array(
                [
                    max(best[spent - here] + brings[here] for here in range(spent + 1))
                    for spent in range(STEPS + 1)
                ]
            )
        self.high = float(best.max())
        self.low = self.scenario.value(draw, dict.fromkeys(CHANNELS, budget / len(CHANNELS)))

    def facts(self):
        rows = []
        for channel, weeks in self.history.groupby("channel", sort=False):
            ordered = weeks.sort_values("spend")
            for part in np.array_split(np.arange(len(ordered)), PARTS):
                mean = ordered.iloc[part][["spend", "sales"]].mean()
                rows.append((channel, money(mean["spend"], 0), money(mean["sales"], 0)))
        said = "A year of weeks: the third with the least spent, the middle, the most."
        return said, ["channel", "spent a week", "sales of new buyers"], rows

    def worth(self, _picks, amounts):
        spends = {
            name: float(each * THOUSAND) for name, each in zip(CHANNELS, amounts, strict=True)
        }
        return self.scenario.value(self.draw, spends)


class _Single:
    """A job in which each option adds or takes off something of its own."""

    amounts, low, plain = (), 0.0, "ticking nothing"

    def worth(self, picks, _amounts):
        return sum(self.alone(each) for each in picks)

    @property
    def high(self):
        return sum(max(0.0, self.alone(each)) for each in self.options)


class Event(_Single):
    """Platform: pick an event's products."""

    name, chain = "Pick an event's products", "platform"
    function = "activity_operation"
    ask = "Tick the products that go into the sale at 20% off. One that sells anyway only gets cheaper."

    def __init__(self, draw):
        self.draw, self.scenario = draw, Campaign()
        self.items = self.scenario.observe(draw)["items"].head(PRODUCTS)
        self.options = self.items["product"].tolist()

    def facts(self):
        rows = [
            (
                each.product,
                number(each.base),
                money(each.price),
                percent(each.margin),
                number(each.elasticity, 1),
                percent(each.pulled),
                percent(each.stolen),
            )
            for each in self.items.itertuples()
        ]
        head = [
            "product",
            "a week",
            "price",
            "margin",
            "elasticity",
            "only sold earlier",
            "taken from others",
        ]
        return "Elasticity: how strongly sales follow the price, from one past cut.", head, rows

    def alone(self, product):
        return self.scenario.value(self.draw, {product: CUT})


class Recall(_Single):
    """Users: choose whom to recall."""

    name, chain = "Choose whom to recall", "users"
    function = "activation_and_recall"

    def __init__(self, draw):
        self.draw, self.scenario = draw, Coupons()
        seen = self.scenario.observe(draw)
        train, self.users = seen["train"], seen["users"]
        self.tested = train[train["how"] == "assigned"]
        self.ask = (
            f"Tick the groups that get a coupon of {seen['coupon']:.0f} dollars. An order leaves"
            f" {seen['margin']:.0f} dollars without it."
        )
        self.group_of = self._groups(self.users)
        self.options = sorted(set(self.group_of))
        self.nobody = self.scenario.value(draw, [False] * len(self.users))

    @staticmethod
    def _groups(people):
        often = np.where(people["frequency"] > 0, "buys often", "buys seldom")
        price = np.where(people["price_sensitivity"] > 0, "watches prices", "minds no price")
        late = np.where(people["recency"] > 0, "long silent", "here lately")
        return [", ".join(each) for each in zip(often, price, late, strict=True)]

    def facts(self):
        tested = self.tested.assign(group=self._groups(self.tested))
        rows = []
        for group in self.options:
            rate = tested[tested["group"] == group].groupby("treated")["bought"].mean()
            count = self.group_of.count(group)
            rows.append((group, str(count), percent(rate[0]), percent(rate[1])))
        head = ["group", "customers", "order without", "order with a coupon"]
        return "A randomised test on 10,000 customers like them:", head, rows

    def alone(self, group):
        chosen = [each == group for each in self.group_of]
        return self.scenario.value(self.draw, chosen) - self.nobody


class Review(_Single):
    """Supply: review ten merchants."""

    name, chain = "Review ten merchants", "supply"
    function = "merchant_operation"
    ask = "Tick the shops to suspend. A defect costs 28 dollars, an order brings 1.40."

    def __init__(self, draw):
        self.draw, self.scenario = draw, Merchants()
        shops = self.scenario.observe(draw)["merchants"]
        self.all_kept = dict.fromkeys(shops["shop"].tolist(), "keep")
        self.shops = shops[shops["defects"] > 0].head(SHOPS_SHOWN)
        self.number = {f"shop {each}": int(each) for each in self.shops["shop"]}
        self.options = list(self.number)

    def facts(self):
        rows = [
            (
                f"shop {each.shop}",
                number(each.orders),
                number(each.defects),
                "yes" if each.young else "no",
            )
            for each in self.shops.itertuples()
        ]
        return "So far:", ["shop", "orders", "defects", "new here"], rows

    def alone(self, shop):
        return self.scenario.value(self.draw, {**self.all_kept, self.number[shop]: "suspend"})


JOBS = (Title, Budget, Event, Recall, Review)


@cache
def job(place, turn):
    """Job `place` (0 to 4) on its first or second draw (0 or 1)."""
    return JOBS[place](DRAWS[turn])


def share(place, turn, picks, amounts):
    """What the choice was worth: 0 is the plain way, 1 the best that hindsight (for the title, the
    course's expert) finds, and nothing is below -1. Raises InvalidAction.
    """
    return max(-1.0, _unbounded(place, turn, picks, amounts))


def _unbounded(place, turn, picks, amounts):
    asked = job(place, turn)
    return (asked.worth(picks, amounts) - asked.low) / (asked.high - asked.low)


def better(place, turn, picks, amounts):
    """The single change that would have brought most, in words: one option more or fewer, or a few
    thousands moved. Raises InvalidAction.
    """
    asked = job(place, turn)
    now, found = _unbounded(place, turn, picks, amounts), []
    for name in asked.options:
        without = [each for each in picks if each != name]
        changed = without if name in picks else [*picks, name]
        said = f"{'without' if name in picks else 'with'} {name}"
        with contextlib.suppress(ValueError):  # an empty or too long title cannot be handed in
            found.append((_unbounded(place, turn, changed, amounts), said))
    for source in range(len(asked.amounts)):
        for target in range(len(asked.amounts)):
            moved = list(amounts)
            if source == target or moved[source] < MOVED:
                continue
            moved[source], moved[target] = moved[source] - MOVED, moved[target] + MOVED
            said = f"{MOVED} thousand from {asked.amounts[source]} to {asked.amounts[target]}"
            found.append((_unbounded(place, turn, picks, moved), said))
    most, said = max(found, default=(now, ""))
    if most <= now + NO_MATTER:
        return "No single change would have brought more."
    return f"What would have helped most: {said} ({number(now, 2)} becomes {number(most, 2)})."


class TryOuts(Widget):
    """One small job at a time, and what the two tries of each were worth.

    Traits: `task` (0 to 9: five jobs, two draws each), `picks` (names that are ticked), `amounts`
    (thousands of dollars for four channels), `put` ([channel, thousands]), `liked` (1 to 5),
    `pressed` (["hand in", count]).
    """

    name = "Try-outs"
    moves = ("task", "picks", "amounts", "put", "liked", "pressed")
    task = traitlets.Int(0, min=0, max=9).tag(sync=True)
    picks = traitlets.List(trait=traitlets.Unicode()).tag(sync=True)
    amounts = traitlets.List([10, 10, 10, 10]).tag(sync=True)
    put = traitlets.List([0, 10]).tag(sync=True)
    liked = traitlets.Int(3, min=1, max=5).tag(sync=True)
    pressed = traitlets.List(["", 0]).tag(sync=True)

    def start(self):
        self._done, self._said = {}, ""
        for line in record.read():
            if line.get("kind") == KIND and line.get("place") in range(len(JOBS)):
                where = line["place"], line.get("turn")
                self._done.setdefault(where, (line.get("share", 0.0), line.get("liked", 3)))

    @traitlets.observe("task")
    def _another(self, _change):
        self.picks, self.amounts, self._said = [], [10, 10, 10, 10], ""

    @traitlets.observe("put")
    def _move(self, _change):
        channel, thousands = self.put
        self.amounts = [thousands if n == channel else each for n, each in enumerate(self.amounts)]

    @traitlets.observe("pressed")
    def _hand_in(self, _change):
        place, turn = divmod(self.task, len(ROUNDS))
        known = [each for each in self.picks if each in job(place, turn).options]
        try:
            found = share(place, turn, known, self.amounts)
        except ValueError as problem:
            self._said = f"Not yet: {problem}."
            return
        if (place, turn) in self._done:
            self._said = "Handed in already: a second look at the same numbers is no new try."
            return
        self._done[place, turn] = (found, self.liked)
        record.write(
            KIND,
            place=place,
            turn=turn,
            function=JOBS[place].function,
            share=round(found, 3),
            liked=self.liked,
        )
        self._said = (
            f"Handed in: {number(found, 2)}, where 0 is the plain way ({job(place, turn).plain}) and 1"
            f" the best one. {better(place, turn, known, self.amounts)}"
        )

    def controls(self):
        place, turn = divmod(self.task, len(ROUNDS))
        asked = job(place, turn)
        names = [
            (2 * number_of + later, f"{each.name}, {ROUNDS[later]} try")
            for number_of, each in enumerate(JOBS)
            for later in range(len(ROUNDS))
        ]
        choices = [ticks("picks", asked.name, asked.options)] if asked.options else []
        sliders = [
            slider("amounts", name, 0, STEPS, form="$#,000", item=place_of, send=("put", place_of))
            for place_of, name in enumerate(asked.amounts)
        ]
        return [
            choice("task", "Job", names),
            *choices,
            *sliders,
            slider("liked", "I liked it", 1, len(LIKED), names=LIKED),
            button("Hand in", main=True, press="hand in"),
        ]

    def look(self):
        asked = job(*divmod(self.task, len(ROUNDS)))
        head, columns, rows = asked.facts()
        spent = f" {sum(self.amounts)} of 40 thousand are given out." if asked.amounts else ""
        return {
            "told": told((asked.name, f"{asked.ask}{spent} {self._said}".rstrip())),
            "pictures": [table(columns, rows, title=head), self._answers()],
        }

    def _answers(self):
        rows = []
        for place, each in enumerate(JOBS):
            found = [self._done.get((place, turn)) for turn in range(len(ROUNDS))]
            tried = [one for one in found if one]
            shares = [number(one[0], 2) if one else "–" for one in found]
            liking = number(np.mean([one[1] for one in tried]), 1) if tried else "–"
            change = number(found[1][0] - found[0][0], 2) if all(found) else "–"
            mean = number(np.mean([one[0] for one in tried]), 2) if tried else "–"
            rows.append((each.name, *shares, mean, liking, change))
        head = ["job", "first try", "second try", "mean", "prefer (1 to 5)", "second − first"]
        note = (
            "<p class='course-note'>0 and 1 mean another thing in each job: these numbers do not say on"
            " which job you are better. Second − first holds the luck of other numbers as well as what"
            " you learned; who begins near 1 cannot gain. Ten tries are a hint, no verdict.</p>"
        )
        return Html(table(head, rows, title="Your tries") + note)
