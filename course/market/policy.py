"""Tideway's event engine, played week by week: actions in, DataFrames out.

Nine fields, for tests and for whoever wants single events. The levers of all functions of the
operations map are those of `course.market.quarter`; there is no second door to them here.
"""

import math

import numpy as np
import pandas as pd

from course.market import ads, media, retention, supply
from course.market.events import draw_week, drop_out
from course.market.rng import stream
from course.market.tables import Tables
from course.market.world import World

DRAWN_AUCTIONS = 400  # of a keyword and week, at most


class ActionError(ValueError):
    """An action that is not allowed; the message names the field, the value and what is legal."""


# field: what it is, the kind of its key, lowest and highest value, and what is legal beside the
# range.
ACTIONS = {
    "prices": ("price of a product in $, relative to its list price", "product", 0.5, 2.0),
    "promotions": ("share off, shown as a promotion: 0, or from 0.1", "product", 0.0, 0.5),
    "delivery_days": ("promised days of delivery", "product", 1.0, 14.0),
    "paused": ("products taken off the shelf", "product", None, None),
    "bids": ("bid a click in $", "keyword", 0.0, 10.0),
    "media_spend": ("$ a week for advertising outside search", None, 0.0, 100_000.0),
    "messages": ("messages a user and week", None, 0.0, 7.0),
    "take_rates": ("commission of a category", "category", 0.05, 0.25),
    "suspended": ("merchants that may not sell", "merchant", None, None),
}


class Market:
    """One run of a world. `step(actions)` plays a week and returns what an operator sees of it.

    `Market(seed, size)` makes the world; `overrides` are parameters. Actions
    stay in force until they are changed. `ACTIONS` lists the fields.
    """

    def __init__(self, seed, size="M", overrides=None):
        self._world = World(seed, size, overrides)
        world, p = self._world, self._world.p
        self.week = 0
        self._keywords = ads.make_keywords(p, seed)
        self._known = {
            "product": len(world.products),
            "keyword": len(self._keywords["ctr"]),
            "category": len(world.categories),
            "merchant": len(world.merchants),
        }
        products = len(world.products)
        self._state = {
            "prices": world.products["list_price"].to_numpy().copy(),
            "promotions": np.zeros(products),
            "delivery_days": np.full(products, p.shipping.days),
            "paused": np.zeros(products, dtype=bool),
            "bids": np.zeros(self._known["keyword"]),
            "media_spend": p.media.spend,
            "messages": 1.0,
            "take_rates": world.categories["commission"].to_numpy().copy(),
            "suspended": np.zeros(self._known["merchant"], dtype=bool),
        }
        # Spending as usual is part of the sessions that the world is centred on.
        self._spend = [p.media.spend] * 26
        self._usual = media.session_factor(p, np.array(self._spend))[-1]
        self._gone = np.zeros(len(world.users), dtype=bool)
        self._unsubscribed = np.zeros(len(world.users), dtype=bool)
        self._left = np.zeros(self._known["merchant"], dtype=bool)
        self._orders = None
        self._tables = {}

    def table(self, name, weeks=13, traps=True):
        """A table of the quarter as it goes without any action; see `course.market.tables`."""
        key = (weeks, traps)
        if key not in self._tables:
            self._tables[key] = Tables(self._world, weeks, traps)
        return self._tables[key].table(name)

    def step(self, actions=None):
        """Play the next week.

        `actions` maps fields of ACTIONS to a number, to a dict from id to number, or to a list of
        ids (`paused`, `suspended`). Returns a dict of DataFrames: totals, sales, sessions, ads,
        messages, merchants. Raises ActionError; then nothing has happened.
        """
        self._state = self._after(actions or {})
        self.week += 1
        world, p, now, week = self._world, self._world.p, self._state, self.week
        products = world.products
        merchant = products["merchant"].to_numpy()
        available = ~now["paused"] & ~(now["suspended"] | self._left)[merchant]
        price = now["prices"] * (1.0 - now["promotions"])
        self._spend.append(now["media_spend"])
        reach = media.session_factor(p, np.array(self._spend))[-1] / self._usual
        alive = (world.users["signup"].to_numpy() <= week) & ~self._gone
        log = draw_week(
            world,
            week,
            alive=alive,
            factor=world.season[(week - 1) % 52] * reach,
            price=price,
            depth=now["promotions"],
            available=available,
            days=now["delivery_days"],
        )
        self._gone |= alive & ~drop_out(world, log, alive, week)

        units = np.bincount(log.item_product, log.item_units, minlength=len(products))
        category = products["category"].to_numpy()
        sales = pd.DataFrame(
            {
                "product": products["product"],
                "price": price.round(2),
                "available": available,
                "units": units.astype(int),
                "revenue": (units * price).round(2),
            }
        )
        devices = world.users["device"].to_numpy()[log.session_user]
        bought = np.zeros(len(log.session_user), dtype=bool)
        bought[log.list_session[log.item_list]] = True
        sessions = (
            pd.DataFrame({"device": devices, "orders": bought})
            .groupby("device", as_index=False, observed=True)
            .agg(sessions=("orders", "size"), orders=("orders", "sum"))
        )
        keywords, messages = self._ads(week), self._messages(week, alive)
        service = self._service(week, units)
        commission = (units * price * now["take_rates"][category]).sum()
        totals = {
            "week": week,
            "sessions": len(log.session_user),
            "orders": int(bought.sum()),
            "gmv": round(float(sales["revenue"].sum()), 2),
            "commission": round(float(commission), 2),
            "media_spend": now["media_spend"],
            "ad_cost": round(float(keywords["cost"].sum()), 2),
        }
        return {
            "totals": pd.DataFrame([totals]),
            "sales": sales,
            "sessions": sessions,
            "ads": keywords,
            "messages": messages,
            "merchants": service,
        }

    def _ads(self, week):
        """A week of keyword auctions.

        A part of them is drawn for a keyword, and each stands for its share of the impressions.
        """
        p, made = self._world.p, self._keywords
        rows = []
        for keyword, bid in enumerate(self._state["bids"]):
            rng = stream(self._world.seed, "policy", "ads", week, keyword)
            of = {name: values[[keyword]] for name, values in made.items()}
            shown = int(of["impressions"][0])
            rivals = ads.draw_scores(p, rng, of["rivals"], min(shown, DRAWN_AUCTIONS))
            usual, paid = (each[0] for each in ads.expected_clicks(p, [bid], of, rivals))
            clicks = rng.poisson(usual)
            orders = int(rng.binomial(clicks, of["cvr"][0]))
            cost = round(clicks * paid / usual, 2) if clicks else 0.0
            slot, _ = ads.place(p, np.full(rivals.shape[1], bid * of["quality"][0]), rivals[0])
            seen = round(shown * (slot < len(ads.slot_factors(p))).mean())
            rows.append((keyword, seen, clicks, cost, orders))
        return pd.DataFrame(rows, columns=["keyword", "impressions", "clicks", "cost", "orders"])

    def _messages(self, week, alive):
        rng = stream(self._world.seed, "policy", "messages", week)
        reached = alive & ~self._unsubscribed
        often = self._state["messages"]
        response, leave = retention.message_response(self._world.p, often) if often else (0.0, 0.0)
        left = reached & (rng.random(len(reached)) < leave)
        self._unsubscribed |= left
        sent = {
            "sent": round(often * reached.sum()),
            "orders": int(rng.binomial(reached.sum(), min(1.0, response))),
            "unsubscribed": int(left.sum()),
        }
        return pd.DataFrame([sent])

    def _service(self, week, units):
        """Merchants' week: orders, late, cancel and defect; and who leaves."""
        world, rng = self._world, stream(self._world.seed, "policy", "merchants", week)
        merchant = world.products["merchant"].to_numpy()
        orders = np.bincount(merchant, units, minlength=self._known["merchant"]).astype(int)
        frame = pd.DataFrame(
            {
                "merchant": world.merchants["merchant"],
                "selling": ~(self._left | self._state["suspended"]),
                "orders": orders,
            }
        )
        for name in ("late", "cancel", "defect"):
            frame[name] = rng.binomial(orders, np.minimum(1.0, world.merchants[name].to_numpy()))
        rates = pd.Series(self._state["take_rates"][world.products["category"]])
        take = rates.groupby(merchant).mean().reindex(range(len(frame))).to_numpy()
        before = orders if self._orders is None else self._orders
        chance = supply.exit_chance(world.p, take, (orders + 1.0) / (before + 1.0))
        self._left |= rng.random(len(frame)) < chance
        self._orders = orders
        return frame

    def _after(self, actions):
        """The state with the actions in force; checks all of them before anything changes."""
        if not isinstance(actions, dict):
            raise ActionError(f"actions must be a dictionary, not {type(actions).__name__}")
        new = {
            name: value.copy() if isinstance(value, np.ndarray) else value
            for name, value in self._state.items()
        }
        for field, value in actions.items():
            if field not in ACTIONS:
                raise ActionError(
                    f"there is no action {field!r}; actions are: {', '.join(ACTIONS)}"
                )
            about, of, low, high = ACTIONS[field]
            if low is None:
                new[field][:] = False
                for key in _listed(field, value):
                    new[field][self._place(field, of, key)] = True
            elif of is None:
                new[field] = _number(field, value, about, low, high)
            else:
                for place, number in self._numbers(field, value):
                    new[field][place] = number
        return new

    def _numbers(self, field, value):
        """(place, number) of every entry of an action that maps ids to numbers."""
        about, of, low, high = ACTIONS[field]
        if not isinstance(value, dict):
            raise ActionError(
                f"{field} must be a dictionary from {of} to number, not {type(value).__name__}"
            )
        for key, each in value.items():
            place = self._place(field, of, key)
            scale = 1.0
            if field == "prices":  # their bounds are relative to the list price
                scale = float(self._world.products["list_price"].iloc[place])
            number = _number(f"{field}[{key}]", each, about, low * scale, high * scale)
            if field == "promotions" and 0 < number < 0.1:
                raise ActionError(
                    f"promotions[{key}] is {number}; it must be 0 or from 0.1 to 0.5 ({about})"
                )
            yield place, number

    def _place(self, field, of, key):
        count = self._known[of]
        is_whole = isinstance(key, (int, np.integer)) and not isinstance(key, bool)
        if not is_whole or not 0 <= key < count:
            raise ActionError(f"{field}: there is no {of} {key!r}; they run from 0 to {count - 1}")
        return int(key)


def _listed(field, value):
    if isinstance(value, (str, dict)) or not hasattr(value, "__iter__"):
        raise ActionError(f"{field} must be a list of ids, not {type(value).__name__}")
    return list(value)


def _number(field, value, about, low, high):
    is_number = isinstance(value, (int, float, np.integer, np.floating))
    is_number = is_number and not isinstance(value, bool) and math.isfinite(value)
    if not is_number or not low <= value <= high:
        raise ActionError(
            f"{field} is {value!r}; it must be a number from {low:g} to {high:g} ({about})"
        )
    return float(value)
