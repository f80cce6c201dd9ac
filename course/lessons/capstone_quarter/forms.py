"""The levers' forms: what the cockpit shows of a lever, and what an input makes of its action."""

import json
from html import escape

from course.check.numbers import amount, counted, money, number, percent
from course.lessons.capstone_quarter import simple
from course.market import supply, town
from course.market.parameters import tideway
from course.market.quarter import own, people, platform, reach
from course.market.search import word_searches
from course.widgets.chart import Html, table

CENT, DOLLAR, HUNDREDTH = 0.01, 1, 100
SHOWN_SHOPS = 30  # of the four hundred
RECENT = 13  # weeks of a history that facts are taken from


def edited(lever, key):
    """The attributes of an input that changes `key` of a lever's action."""
    told = escape(json.dumps([lever, key]), quote=True)
    return f"data-edit='{told}' data-key='{escape(f'{lever} {key}', quote=True)}'"


def plain(value):
    """A number as an input wants it: no exponent, no zeros at the end."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def slide(lever, key, label, value, low, high, step, text, seen=True):
    """A slider with its name and value; the name is not `seen` where the row of a table says it."""
    name = f"<span>{escape(label)}</span>" if seen else ""
    said = "" if seen else f" aria-label='{escape(label, quote=True)}'"
    return (
        f"<label class='cockpit-slide'>{name}<input type='range'{said}"
        f" {edited(lever, key)} min='{plain(low)}' max='{plain(high)}' step='{plain(step)}'"
        f" value='{plain(value)}' aria-valuetext='{escape(text, quote=True)}'>"
        f"<b>{escape(text)}</b></label>"
    )


def field(lever, key, label, value, low, high, step):
    """A field for a number; `label` is for screen readers, the row says it to the others."""
    return Html(
        f"<input type='number' {edited(lever, key)} aria-label='{escape(label, quote=True)}'"
        f" min='{plain(low)}' max='{plain(high)}' step='{plain(step)}' value='{plain(value)}'>"
    )


def tick(lever, key, label, on):
    """A box to tick with its name."""
    return Html(
        f"<label class='course-tick'><input type='checkbox' {edited(lever, key)}"
        f"{' checked' if on else ''}>{escape(label)}</label>"
    )


def pick(lever, key, label, options, value, hidden=True):
    """A list to choose from; `options` is a list of (value, text)."""
    chosen = "".join(
        f"<option value='{escape(one, quote=True)}'{' selected' if one == value else ''}>"
        f"{escape(text)}</option>"
        for one, text in options
    )
    shown = "" if hidden else f"<span>{escape(label)}</span>"
    name = f" aria-label='{escape(label, quote=True)}'" if hidden else ""
    made = (
        f"<select {edited(lever, key)}{name} data-value='{escape(value, quote=True)}'>{chosen}"
        "</select>"
    )
    return Html(made if hidden else f"<label class='cockpit-pick'>{shown}{made}</label>")


def press(lever, key, value, label):
    """A button that sends a value."""
    return (
        f"<button type='button' {edited(lever, key)} data-value='{plain(value)}'>{escape(label)}"
        "</button>"
    )


class Form:
    """How one lever is set.

    `title`: what people call it; `does`: what it does, a sentence; `body(action, obs)`: its inputs
    as HTML; `put(action, key, value, obs)`: the action after an input; `short(action)`: the setting
    in a few words; `costs(action, obs)`: what it costs, a sentence or ""; `thing`: what a row of
    its table is.
    """

    def __init__(self, lever, title, does, costs=None, thing="product"):
        self.lever, self.title, self.does, self.thing = lever, title, does, thing
        self._costs = costs or (lambda action, obs: "")

    def costs(self, action, obs):
        return self._costs(action, obs)

    def halfway(self, action):
        """Whether an action that cannot be played yet may stand while others of it are set."""
        return False


class Parts(Form):
    """One or two numbers on sliders. `parts`: (label, lowest, highest, step, how it is written);
    with `without` there is a box to tick for "none", whose action is None.
    """

    def __init__(self, *args, parts, without="", **how):
        super().__init__(*args, **how)
        self._parts, self._without = parts, without

    def _limits(self, obs):
        return self._parts(obs) if callable(self._parts) else self._parts

    def body(self, action, obs):
        parts, made = self._limits(obs), ""
        if self._without:
            made = tick(self.lever, "none", self._without, action is None)
            if action is None:
                return made
        values = action if len(parts) > 1 else [action]
        return made + "".join(
            slide(self.lever, place, label, value, low, high, step, write(value))
            for place, ((label, low, high, step, write), value) in enumerate(
                zip(parts, values, strict=True)
            )
        )

    def put(self, action, key, value, obs):
        if key == "none":
            return None if value else getattr(simple, self.lever)(obs)
        if len(self._limits(obs)) == 1:
            return value
        return tuple(value if place == key else each for place, each in enumerate(action))

    def short(self, action):
        if action is None:
            return "none"
        values = action if isinstance(action, (list, tuple)) else [action]
        writes = [part[-1] for part in self._limits(None)]
        return ", ".join(write(value) for write, value in zip(writes, values, strict=True))


class Amounts(Form):
    """A number for each of several things, in a table with what is known of them.

    `names(obs)`; `limits(obs, name)`: (lowest, highest) of what the input shows; `per`: the input
    shows the number times this; `facts(obs, action)`: (headings, {name: cells}); `unnamed`: what a
    thing that the action does not name has, and such things are not named.
    """

    def __init__(
        self, *args, names, limits, step, heading, facts=None, per=1, slides=None, short, **how
    ):
        super().__init__(*args, **how)
        self._names, self._limits, self._step, self._heading = names, limits, step, heading
        self._facts, self._per, self._slides, self.short = facts, per, slides, short

    def _value(self, action, place, name):
        return action[place] if isinstance(action, list) else action.get(name, 0)

    def body(self, action, obs):
        names = self._names(obs)
        head, facts = self._facts(obs, action) if self._facts else ([], {})
        rows = []
        for place, name in enumerate(names):
            low, high = self._limits(obs, name)
            shown = self._value(action, place, name) * self._per
            label = f"{self._heading}: {name}"
            given = self.lever, name, label, shown, low, high, self._step
            box = (
                Html(slide(*given, self._slides(shown), seen=False))
                if self._slides
                else field(*given)
            )
            rows.append([name, *facts.get(name, []), box])
        return table([self.thing, *head, self._heading], rows)

    def halfway(self, action):
        return isinstance(action, list) and all(isinstance(each, int) for each in action)

    def put(self, action, key, value, obs):
        if key == "all":
            return {
                name: min(max(now * value, self._limits(obs, name)[0]), self._limits(obs, name)[1])
                for name, now in action.items()
            }
        value = value / self._per
        if isinstance(action, list):
            whole = all(isinstance(each, int) for each in action)
            place = self._names(obs).index(key)
            new = int(value) if whole and value == int(value) else value
            return [new if at == place else each for at, each in enumerate(action)]
        return dict(action) | {key: value}


class Prices(Amounts):
    """With two buttons for all of them."""

    STEPS = (0.95, 1.05)

    def body(self, action, obs):
        buttons = "".join(
            press(self.lever, "all", step, f"all {percent(step - 1)}".replace(" 5", " +5"))
            for step in self.STEPS
        )
        return f"<p class='cockpit-buttons'>{buttons}</p>{super().body(action, obs)}"


class Stock(Amounts):
    """Units, or None: what was asked for last week."""

    def body(self, action, obs):
        box = tick(self.lever, "none", "order again what was asked for last week", action is None)
        return box + super().body(self._units(action, obs), obs)

    def _units(self, action, obs):
        if action is not None:
            return action
        stock = obs["stock"]
        return dict(zip(stock["product"], stock["asked"].round().tolist(), strict=True))

    def put(self, action, key, value, obs):
        if key == "none":
            return None if value else self._units(None, obs)
        return super().put(self._units(action, obs), key, value, obs)


class Campaign(Amounts):
    """Depths in percent; what has none does not take part."""

    def put(self, action, key, value, obs):
        new = super().put(action, key, value, obs)
        return {name: depth for name, depth in new.items() if depth}


class Chosen(Form):
    """Boxes to tick, in a table with what is known. `rows(obs)`: (headings, {name: cells}) in the
    order shown; `label(obs, name)`.
    """

    def __init__(self, *args, rows, label=None, short, **how):
        super().__init__(*args, **how)
        self._rows, self._label, self.short = rows, label or (lambda obs, name: str(name)), short

    def body(self, action, obs):
        head, rows = self._rows(obs)
        return table(
            [self.thing, *head],
            [
                [tick(self.lever, name, self._label(obs, name), name in action), *cells]
                for name, cells in rows.items()
            ],
        )

    def put(self, action, key, value, obs):
        rest = [each for each in action if each != key]
        return [*rest, key] if value else rest


class Ranked(Form):
    """Places in a list; a new place moves the others."""

    def body(self, action, obs):
        clicks = obs["records"]["order"]["log"].groupby("product")["clicks"].sum()
        rows = [
            [
                name,
                number(clicks[name]),
                field(self.lever, name, f"place of {name}", place, 1, len(action), 1),
            ]
            for place, name in enumerate(action, 1)
        ]
        return table([self.thing, "clicks in the log", "place"], rows)

    def put(self, action, key, value, obs):
        rest = [each for each in action if each != key]
        place = min(max(int(value), 1), len(action)) - 1
        return [*rest[:place], key, *rest[place:]]

    def short(self, action):
        return f"{action[0]} first"


class Shops(Form):
    """What is done with shops: those with the highest share of defects, and those chosen."""

    WAYS = (("", "nothing"), *((each, each) for each in supply.ACTIONS))

    def body(self, action, obs):
        shops = obs["records"]["merchants"]["merchants"]
        worst = simple.worst(shops)
        shown = worst[
            worst["shop"].isin(action) | (worst["share"].rank(ascending=False) <= SHOWN_SHOPS)
        ]
        rows = [
            [
                f"shop {row.shop}",
                number(row.orders),
                number(row.defects),
                percent(row.share, 1),
                "suspended" if row.suspended else "coached" if row.coached else "",
                pick(
                    self.lever,
                    int(row.shop),
                    f"shop {row.shop}",
                    self.WAYS,
                    action.get(row.shop, ""),
                ),
            ]
            for row in shown.itertuples()
        ]
        return table([self.thing, "orders", "defects", "share", "state", "this week"], rows)

    def put(self, action, key, value, obs):
        rest = {shop: each for shop, each in action.items() if shop != int(key)}
        return rest | {int(key): value} if value else rest

    def short(self, action):
        return counted(len(action), "shop")


class Tests(Form):
    """Plans of tests, what their arms show, and decisions."""

    ARM = 50  # visitors of a slider's step

    def body(self, action, obs):
        return "".join(self._idea(idea, self._entries(action), obs) for idea in obs["tests"])

    @staticmethod
    def _entries(action):
        """{idea: its plan or decision}."""
        if not isinstance(action, list):
            action = [{"idea": "A", "arm": action, "metric": people.METRICS[0]}] if action else []
        return {each["idea"]: each for each in action}

    def _idea(self, idea, entries, obs):
        seen, entry = obs["tests"][idea], entries.get(idea, {})
        share = seen["idea_mean"] / seen["cvr"], seen["idea_sd"] / seen["cvr"]
        head = (
            f"<p class='cockpit-form'><b>Idea {idea}</b>: {number(seen['visitors'])} visitors come in"
            f" the quarter, {percent(seen['cvr'], 2)} of them order; ideas like this one change that"
            f" by {percent(share[0], 1)}, with a spread of {percent(share[1], 1)}.</p>"
        )
        shown = obs["experiments"]
        shown = shown[shown["idea"] == idea]
        if len(shown):
            return head + self._shown(idea, entry, shown)
        most = seen["visitors"] / 2
        arm = entry.get("arm", 0.0)
        text = f"{number(arm)} visitors"
        metrics = [(each, each) for each in people.METRICS]
        metric = entry.get("metric", people.METRICS[0])
        return (
            head
            + slide(self.lever, f"{idea} arm", f"{idea}, in each arm", arm, 0, most, self.ARM, text)
            + pick(
                self.lever, f"{idea} metric", f"{idea}, decided by", metrics, metric, hidden=False
            )
        )

    def _shown(self, idea, entry, shown):
        """The arms so far, and the decision."""
        total = shown.groupby("arm")[["visitors", "clicks", "orders"]].sum()
        planned, metric = shown[["planned", "metric"]].iloc[0]
        rows = [
            [
                arm,
                number(planned),
                *(number(total.at[arm, name]) for name in total.columns),
                percent(total.at[arm, metric] / max(total.at[arm, "visitors"], 1), 2),
            ]
            for arm in people.ARMS
        ]
        columns = ["arm", "planned", "visitors", "clicks", "orders", f"{metric} a visitor"]
        ways = [("", "not now"), *((each, each) for each in people.DECISIONS)]
        chosen = entry.get("decision", "")
        return table(columns, rows) + pick(
            self.lever, f"{idea} decision", f"{idea}, decide", ways, chosen, hidden=False
        )

    def put(self, action, key, value, obs):
        idea, part = key.split()
        entries = self._entries(action)
        if part == "decision":
            entries[idea] = {"idea": idea, "decision": value} if value else {}
        else:
            plan = {"idea": idea, "arm": 0.0, "metric": people.METRICS[0]} | entries.get(idea, {})
            entries[idea] = plan | {part: value}
        return [each for each in entries.values() if each] or 0.0

    def short(self, action):
        entries = self._entries(action).values()
        return (
            ", ".join(
                f"{each['idea']} {each['decision']}"
                if "decision" in each
                else f"{each['idea']} {number(each['arm'])} an arm"
                for each in entries
                if each.get("arm", True)
            )
            or "none begins"
        )


class Share(Form):
    """Coupons: for the share of customers who have not ordered for longest."""

    def body(self, action, obs):
        share = sum(action) / len(action)
        return slide(
            self.lever,
            "share",
            "to those who have not ordered for longest",
            HUNDREDTH * share,
            0,
            HUNDREDTH,
            1,
            percent(share),
        )

    def put(self, action, key, value, obs):
        return simple.coupons(obs, value / HUNDREDTH)

    def short(self, action):
        return f"{percent(sum(action) / len(action))} of customers"


# What is known of things


def _channel_facts(obs, action):
    history = obs["records"]["spend"]["history"]
    recent = history[history["week"] > history["week"].max() - RECENT]
    sums = recent.groupby("channel")[["spend", "sales"]].sum()
    return (
        [f"spent in {RECENT} weeks", "sales of new buyers"],
        {
            each: [money(sums.at[each, "spend"]), money(sums.at[each, "sales"])]
            for each in sums.index
        },
    )


def _word_facts(obs, action):
    words = obs["records"]["bids"]["keywords"].set_index("word")
    return (
        ["clicks", "orders", "margin of an order"],
        {
            each.Index: [number(each.clicks), number(each.orders), money(each.margin, 2)]
            for each in words.itertuples()
        },
    )


def _mail_facts(obs, action):
    curves = obs["records"]["messages"]["curves"].set_index(["segment", "sends"])
    return (
        ["earns a subscriber", "leave a week"],
        {
            each: [
                money(curves.at[(each, sends), "profit"], 3),
                percent(curves.at[(each, sends), "leaves"], 2),
            ]
            for each, sends in action.items()
        },
    )


def _price_facts(obs, action):
    cells = {}
    for row in obs["stock"].itertuples():
        low, high = simple.price_limits(obs, row.product)
        cells[row.product] = [
            money(row.cost, 2),
            number(row.asked),
            money(row.price, 2),
            f"{money(low, 2)} to {money(high, 2)}",
        ]
    return ["cost", "asked for", "now", "possible"], cells


def _stock_facts(obs, action):
    return (
        ["on hand", "under way", "asked for"],
        {
            row.product: [number(row.on_hand), number(row.coming), number(row.asked)]
            for row in obs["stock"].itertuples()
        },
    )


def _slot_facts(obs, action):
    history = obs["records"]["posts"]["history"]
    return (
        ["first post", "left with each further one"],
        {row.slot: [number(row.first, 1), percent(row.fade)] for row in history.itertuples()},
    )


def _headline_facts(obs, action):
    records = obs["records"]["headlines"]
    seen = records["history"]
    seen = seen[seen["set"] == records["now"]]
    return (
        ["shown", "clicks", "click rate"],
        {
            _headline(row.headline): [
                number(row.shown),
                number(row.clicks),
                percent(row.clicks / row.shown, 1) if row.shown else "not shown",
            ]
            for row in seen.itertuples()
        },
    )


def _headline(place):
    return f"headline {place + 1}"


def _campaign_facts(obs, action):
    items = obs["records"]["enrol"]["items"]
    return (
        ["units a day", "price", "margin", "elasticity"],
        {
            row.product: [
                number(row.base, 1),
                money(row.price, 2),
                money(row.margin, 2),
                number(row.elasticity, 1),
            ]
            for row in items.itertuples()
        },
    )


def _category_facts(obs, action):
    categories = obs["records"]["commission"]["categories"]
    return (
        ["sales a month"],
        {row.category: [money(row.sales)] for row in categories.itertuples()},
    )


def _words(obs):
    records = obs["records"]["title"]
    searches, product = word_searches(records["query_log"]), records["product"]
    ordered = sorted(product["vocabulary"], key=lambda word: -searches.get(word, 0))
    true = {product["brand"].lower(), *product["true"]}
    return (
        ["searches a week", "true of the product"],
        {
            word: [number(searches.get(word, 0)), "yes" if word in true else "✗ no"]
            for word in ordered
        },
    )


def _module_rows(obs):
    tests = obs["records"]["modules"]["tests"]
    rows = {}
    for name in own.MODULES:
        has = tests[name] == 1
        rows[name] = [
            percent((tests[has]["orders"] / tests[has]["views"]).mean(), 2),
            percent((tests[~has]["orders"] / tests[~has]["views"]).mean(), 2),
            percent(tests[has]["returns"].sum() / tests[has]["orders"].sum(), 1),
            town.about("modules", name)["about"],
        ]
    return ["ordered with it", "without", "sent back with it", "what it is"], rows


def _step_rows(obs):
    steps = obs["records"]["onboarding"]["step_tests"]
    return (
        ["leave at it", "more orders after it"],
        {row.step: [percent(row.drop_off, 1), percent(row.gain, 1)] for row in steps.itertuples()},
    )


def _idea_rows(obs):
    tests = obs["records"]["launch"]["tests"]
    left = tests[~tests["idea"].isin(obs["launched"])].sort_values("lift", ascending=False)
    return (
        ["tested: orders", "standard error"],
        {
            row.idea: [f"{number(row.lift, 2)}%", f"{number(row.error, 2)}%"]
            for row in left.itertuples()
        },
    )


def _shelf_rows(obs):
    products = obs["records"]["shelf"]["products"]
    products = products.sort_values("appeal", ascending=False)
    return (
        ["price", "appeal", "margin"],
        {
            row.product: [money(row.price, 2), number(row.appeal, 2), money(row.margin, 2)]
            for row in products.itertuples()
        },
    )


# What it costs


def _stock_costs(action, obs):
    stock = obs["stock"].set_index("product")
    units = stock["asked"] if action is None else stock.index.map(action)
    return (
        f"Purchases of about {money(float((units * stock['cost']).sum()))}, paid this week; the goods"
        f" come {counted(int(tideway().run.lead), 'week')} later."
    )


def _spend_costs(action, obs):
    budget, total = obs["records"]["spend"]["budget"], sum(action.values())
    return f"{money(total)} a week of at most {money(budget)}."


def _coaching_costs(action, obs):
    coached = obs["records"]["merchants"]["merchants"].set_index("shop")["coached"]
    new = sum(each == "coach" and not coached[shop] for shop, each in action.items())
    cost = new * tideway().merchant.coaching_cost * tideway().run.merchants
    return (
        f"Coaching costs {money(cost)} this week; {platform.ACTIONS_A_WEEK} shops a week at most."
    )


def _left_costs(lever):
    def costs(action, obs):
        left = obs["changes_left"][lever]
        notice = (
            f" A change is in force {counted(int(tideway().run.notice), 'week')} later."
            if lever == "commission"
            else ""
        )
        return f"{counted(left, 'change')} left in this quarter.{notice}"

    return costs


def _launch_costs(action, obs):
    q = tideway().run
    return (
        f"{len(obs['launched'])} of {number(q.launches)} are launched; at most"
        f" {number(q.launches_week)} a week. A launch stays."
    )


def _event_costs(action, obs):
    return (
        f"Counts in the event week alone, week {obs['event_week']}. {len(action)} of"
        f" {platform.VENUE_PLACES} places; 0% is not enrolled."
    )


def _sum_costs(total, what):
    def costs(action, obs):
        given = sum(action)
        rest = f": {number(given)} are given, so this cannot be played" if given != total else ""
        return f"{number(total)} {what} in all{rest}. A change costs nothing."

    return costs


def _group_forms():
    q, p = tideway().run, tideway()
    few = lambda names: lambda action: counted(len(action), names)  # noqa: E731

    def dollars(value):
        return money(value, 0 if value == int(value) else 2)

    def spread(action):
        return f"{sum(1 for each in action if each)} of {len(action)}"

    return [
        Chosen(
            "title",
            "Title",
            "Words of the title of the bag that sells most.",
            thing="word",
            rows=_words,
            short=few("word"),
            costs=lambda a, o: (
                f"{len(a)} of {own.MAX_WORDS} words. A change costs nothing; an untrue word may cost a guardrail."
            ),
        ),
        Chosen(
            "modules",
            "Page",
            "Modules of the detail page.",
            thing="module",
            rows=_module_rows,
            short=few("module"),
            costs=lambda a, o: f"{len(a)} of {own.PLACES} places. A change costs nothing.",
        ),
        Prices(
            "prices",
            "Prices",
            "Prices of the own shop's twenty bags.",
            thing="bag",
            names=lambda o: list(own.NAMES),
            limits=simple.price_limits,
            step=CENT,
            heading="price",
            facts=_price_facts,
            short=lambda a: f"mean {money(sum(a.values()) / len(a), 2)}",
            costs=lambda a, o: (
                f"Within {percent(q.price_step)} of last week's. A change costs nothing but what it sells."
            ),
        ),
        Parts(
            "threshold",
            "Free delivery",
            "The basket from which delivery is free.",
            parts=[("free from", 0, q.threshold_most, DOLLAR, dollars)],
        ),
        Stock(
            "reorder",
            "Stock",
            "Units of each bag to order.",
            thing="bag",
            names=lambda o: list(own.NAMES),
            limits=lambda o, n: (0, own.MOST_UNITS),
            step=1,
            heading="order",
            facts=_stock_facts,
            short=lambda a: "as asked" if a is None else f"{number(sum(a.values()))} units",
            costs=_stock_costs,
        ),
        Tests(
            "test",
            "Test",
            "Tests of two ideas, each once: visitors in each arm, and what decides.",
            costs=lambda a, o: (
                "The new page's visitors get what ideas like this one usually do. A decision against"
                " what the arms show loses the test's gain; without one the usual rule decides."
            ),
        ),
        Amounts(
            "spend",
            "Channels",
            "Dollars a week for each paid channel.",
            thing="channel",
            names=lambda o: list(reach.CHANNELS),
            limits=lambda o, n: (0, o["records"]["spend"]["budget"]),
            step=500,
            heading="a week",
            facts=_channel_facts,
            slides=money,
            short=lambda a: money(sum(a.values())),
            costs=_spend_costs,
        ),
        Amounts(
            "bids",
            "Search bids",
            "Dollars bid for a click on each word.",
            thing="word",
            names=lambda o: list(reach.WORDS),
            limits=lambda o, n: (0, q.bid_most),
            step=0.05,
            heading="bid",
            facts=_word_facts,
            slides=lambda v: money(v, 2),
            short=lambda a: f"mean {money(sum(a.values()) / len(a), 2)}",
            costs=lambda a, o: "Clicks are paid as they come.",
        ),
        Parts(
            "referral",
            "Referral",
            "The reward for a friend, and the part of it that goes to who invites.",
            parts=[
                ("reward", 0, q.reward_most, DOLLAR, dollars),
                ("to who invites", 0, 1, 0.05, percent),
            ],
            costs=lambda a, o: "A reward is paid for each friend who signs up, honest or not.",
        ),
        Amounts(
            "headlines",
            "Headlines",
            "Impressions of each headline this week.",
            thing="headline",
            names=lambda o: [_headline(place) for place in range(reach.HEADLINES)],
            limits=lambda o, n: (0, reach.BATCH),
            step=1,
            heading="impressions",
            facts=_headline_facts,
            short=spread,
            costs=_sum_costs(reach.BATCH, "impressions"),
        ),
        Chosen(
            "onboarding",
            "Onboarding",
            "Steps that a newcomer goes through.",
            thing="step",
            rows=_step_rows,
            short=few("step"),
        ),
        Campaign(
            "enrol",
            "Campaign",
            "Products in the event week's campaign, and by how much they are reduced.",
            names=lambda o: o["records"]["enrol"]["items"]["product"].tolist(),
            limits=lambda o, n: (0, HUNDREDTH * platform.DEPTHS[1]),
            step=1,
            per=HUNDREDTH,
            heading="% off",
            facts=_campaign_facts,
            short=few("product"),
            costs=_event_costs,
        ),
        Ranked("order", "Ranking", "The order of the products on the ranked page."),
        Chosen(
            "shelf",
            "Shelf",
            f"Products on the page of {platform.SHELF}.",
            rows=_shelf_rows,
            short=few("product"),
            costs=lambda a, o: f"{len(a)} of {platform.PLACES} places. A change costs nothing.",
        ),
        Chosen(
            "launch",
            "Launches",
            "Ideas to launch this week.",
            thing="idea",
            rows=_idea_rows,
            short=few("idea"),
            costs=_launch_costs,
        ),
        Parts(
            "membership",
            "Membership",
            "The fee of the membership, and the cash back of its members.",
            parts=[
                ("fee a year", 0, people.MOST_FEE, DOLLAR, dollars),
                ("cash back", 0, people.MOST_CASHBACK, 0.0025, lambda v: percent(v, 2)),
            ],
            without="no membership",
            costs=_left_costs("membership"),
        ),
        Amounts(
            "messages",
            "Messages",
            "Messages a week to each segment of subscribers.",
            thing="segment",
            names=lambda o: list(people.SEGMENTS),
            limits=lambda o, n: (0, q.messages_most),
            step=1,
            heading="a week",
            facts=_mail_facts,
            slides=number,
            short=lambda a: f"mean {amount(sum(a.values()) / len(a))} a week",
            costs=lambda a, o: "A message costs nothing but the subscribers who leave.",
        ),
        Share(
            "coupons",
            "Coupons",
            "Who gets a coupon this month.",
            costs=lambda a, o: (
                f"{number(sum(a))} of {number(len(a))} customers of the sample get one."
            ),
        ),
        Parts(
            "group",
            "Group offer",
            "How many must join, and the discount for all of them.",
            parts=[
                ("members", *people.SIZES, 1, number),
                ("discount", 0, people.MOST_DEPTH, 0.01, percent),
            ],
        ),
        Amounts(
            "posts",
            "Posts",
            "Posts of the week in each slot.",
            thing="slot",
            names=lambda o: list(reach.SLOTS),
            limits=lambda o, n: (0, p.slot.posts),
            step=1,
            heading="posts",
            facts=_slot_facts,
            short=spread,
            costs=_sum_costs(int(p.slot.posts), "posts"),
        ),
        Shops(
            "merchants",
            "Merchants",
            "What is done with shops this week.",
            thing="shop",
            costs=_coaching_costs,
        ),
        Amounts(
            "commission",
            "Commissions",
            "The share of a sale that sellers pay, by category.",
            thing="category",
            names=lambda o: list(platform.CATEGORIES),
            limits=lambda o, n: (HUNDREDTH * q.commission_least, HUNDREDTH * q.commission_most),
            step=0.5,
            per=HUNDREDTH,
            heading="commission",
            facts=_category_facts,
            slides=lambda v: f"{number(v, 1)}%",
            short=lambda a: f"{percent(min(a), 1)} to {percent(max(a), 1)}",
            costs=_left_costs("commission"),
        ),
    ]


FORMS = {form.lever: form for form in _group_forms()}
