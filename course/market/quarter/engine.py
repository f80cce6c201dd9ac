"""The quarter, played week by week, and what it was worth."""

import copy
from functools import lru_cache

import numpy as np
import pandas as pd

from course.market.parameters import tideway
from course.market.policy import ActionError
from course.market.quarter import own, people, plan, platform, reach, value, week
from course.market.quarter.weaknesses import plant
from course.market.rng import stream

CENTS = 2  # decimals of money


KINDS = (
    own.Title,
    own.Page,
    own.Prices,
    own.Delivery,
    reach.Channels,
    reach.Ads,
    reach.Posts,
    reach.Headlines,
    people.Onboarding,
    people.Ideas,
    people.Trial,
    people.Membership,
    people.Messages,
    people.Coupons,
    people.Group,
    platform.Ranking,
    platform.Shelf,
    platform.Campaign,
    platform.Merchants,
    platform.Commission,
)
# The function of the operations map that holds a lever.
FUNCTIONS = {kind.name: kind.function for kind in (*KINDS, own.Stock, reach.Referral)}


def _levers(p, rng):
    """All levers of a quarter, by name."""
    made = {kind.name: kind(p, rng) for kind in KINDS}
    made["reorder"] = own.Stock(p, rng, made["prices"].units)
    made["referral"] = reach.Referral(p, rng, value.newcomer_worth(p, made))
    return made


class Quarter:
    """Thirteen weeks of Tideway from one `seed` (int or str).

    `observe()` gives what an operator sees before a week is played, `step(actions)` plays it.
    """

    def __init__(self, seed):
        self.seed, self._p = seed, tideway()

        def rng(*purpose):
            return stream(seed, "quarter", *purpose)

        self._levers = _levers(self._p, rng)
        self._plan = plan.draw_plan(self._p, rng)
        self._settings = {name: copy.copy(lever.start) for name, lever in self._levers.items()}
        self._weaknesses = plant(rng("weaknesses"), self._levers, self._settings)
        self._rng = rng
        self._effects, self._changed = {}, {}
        self._weeks, self._past, self._rows = [], [], []
        self._history = [self._before(place) for place in range(len(self._plan.before))]
        self._state = self._begin()

    def _begin(self):
        """How things stand before the first week."""
        q, units = self._p.run, self._levers["reorder"].units
        rates, segments = list(self._settings["commission"]), len(people.SEGMENTS)
        return week.State(
            customers=q.customers,
            lists=np.full(segments, q.customers * q.subscribed / segments),
            sellers=self._levers["commission"].effect(rates),
            stock=q.cover * units,
            asked=units.copy(),
            coming={ahead: units.copy() for ahead in range(1, int(q.lead) + 1)},
            rates=rates,
            cash=q.cash,
        )

    def _before(self, place):
        """A row of the weekly table for a week before the first: things as they stand at the
        beginning, with that week's season. Its cash is not told.
        """
        quiet = plan.Plan(self._plan.before[place : place + 1], 0, "", 0, 0)
        levers = self._levers | {"headlines": reach.Ordinary()}
        levers["merchants"] = copy.copy(levers["merchants"])  # its reports are the quarter's
        levers["merchants"].forget()
        state = self._begin()
        played = week.play_week(self._p, levers, quiet, self._settings, self._do(), state)
        row = self._row(place + 1 - len(self._plan.before), played, state)
        del row["cash"]
        return row

    @property
    def week(self):
        """The number of the week to be played, from 1."""
        return self._state.week

    @property
    def last(self):
        """The last row of the weekly table, a dict."""
        return self._rows[-1]

    @property
    def over(self):
        """Whether all weeks are played."""
        return self._state.week > self._p.run.weeks

    def check(self, actions):
        """The actions as plain data, none of them carried out. Raises ActionError."""
        if not isinstance(actions, dict):
            raise ActionError(f"actions must be a dictionary, not {type(actions).__name__}")
        clean = {}
        for name, action in actions.items():
            if name not in self._levers:
                raise ActionError(f"there is no lever {name!r:.60}; {', '.join(self._levers)} are")
            lever = self._levers[name]
            clean[name] = lever.check(action, self._settings[name])
            is_new = clean[name] != self._settings[name]
            if is_new and lever.changes and self._changed.get(name, 0) >= lever.changes:
                lever.refuse(f"it was changed {lever.changes} times already")
        return clean

    def step(self, actions=None):
        """Play the next week with `actions`, {lever: action}; what is not named stays as it is.

        Raises ActionError, and then nothing has happened.
        """
        if self.over:
            raise ActionError("the quarter is over; a new one begins with Quarter(seed)")
        clean = self.check({} if actions is None else actions)
        state, now = self._state, self._settings
        for name, lever in self._levers.items():
            if not lever.lasts:
                now[name] = copy.copy(lever.start)
        for name, action in clean.items():
            if action != now[name]:
                self._changed[name] = self._changed.get(name, 0) + 1
                self._effects.pop(name, None)
                if name == "commission":
                    state.announced.append((state.week + int(self._p.run.notice), action))
            now[name] = action
        played = week.play_week(self._p, self._levers, self._plan, now, self._do(), state)
        self._weeks.append(played)
        self._past.append({"title": list(now["title"])})
        self._rows.append(self._row(len(self._weeks), played, state))

    def _do(self):
        """What the levers' settings do in a week, by name."""
        return {name: self._does(name) for name in self._levers if name not in PLAYED_IN_THE_WEEK}

    def _does(self, name):
        """What a lever's setting does; remembered while it stays."""
        lever = self._levers[name]
        if not lever.lasts or name not in self._effects:
            self._effects[name] = lever.effect(self._settings[name])
        return self._effects[name]

    def _row(self, number, played, state):
        """A row of the weekly table as it is measured: money to the cent, counts with an error."""
        draw = self._rng("measured", number)

        def counted(each):
            return round(float(each) * self._p.draw(draw, "error.count"))

        row = {
            "week": number,
            "orders": counted(played.orders),
            "newcomers": counted(played.found),
            "customers": counted(state.customers),
            "subscribers": counted(state.lists.sum()),
            "units": counted(played.sold.sum()),
        }
        if self._plan.struck(number, "tracking outage"):
            row |= dict.fromkeys(("orders", "newcomers"), np.nan)
        row |= {line: round(each, CENTS) for line, each in played.money.items()}
        total = round(sum(played.money.values()), CENTS)
        return row | {"contribution": total, "cash": round(state.cash, CENTS)}

    def observe(self):
        """What an operator knows before the next week: plain numbers, texts and DataFrames.

        `week` (to be played), `weeks`, `event_week`; `settings` of all levers; `allowed`: what each
        lever may be, a sentence; `changes_left` {lever: number} of those that may not change every
        week; `announced` [(week, rates)] of commissions; `cash` $; `table`: a row a past week;
        `tests` {idea: what is known of it}, `experiments`: what the arms of tests have shown;
        `history`: the weeks before the quarter, to 0; `returns`: the share sent back, known two
        weeks later; `stock`: a row a product; `guardrails`: {name: (as it stands,
        limit)}; `records` {lever: the arguments of its lesson's function}.
        """
        p, state = self._p, self._state
        q, levers = p.run, self._levers
        known = self._weeks[: max(0, len(self._weeks) - int(q.return_lag))]
        last = self._weeks[-1] if self._weeks else None
        draw = self._rng("stock seen", state.week)
        seen = levers["prices"].units if last is None else last.asked
        stock = {
            "product": own.NAMES,
            "on_hand": state.stock.round(1),
            "coming": np.round(sum(state.coming.values(), np.zeros(len(own.NAMES))), 1),
            "asked": (seen * p.draw(draw, "error.count", len(own.NAMES))).round(1),
            "price": [self._settings["prices"][name] for name in own.NAMES],
            "cost": levers["prices"].cost,
        }
        records = {name: lever.records for name, lever in levers.items() if lever.records}
        if not self.over:
            records["headlines"] = levers["headlines"].records_of(state.week)
        stands = value.guardrails(p, levers, self._weeks, self._past) if self._weeks else {}
        if "defects" in stands:  # known weeks later
            late = self._weeks[: max(1, len(self._weeks) - int(q.defect_lag))]
            stands["defects"] = value.guardrails(p, levers, late, self._past)["defects"]
        return copy.deepcopy(
            {
                "week": state.week,
                "weeks": int(q.weeks),
                "event_week": int(q.event_week),
                "settings": self._settings,
                "allowed": {name: lever.about for name, lever in levers.items()},
                "changes_left": {
                    name: lever.changes - self._changed.get(name, 0)
                    for name, lever in levers.items()
                    if lever.changes
                }
                | {"test": levers["test"].left},
                "tests": levers["test"].ideas,
                "experiments": levers["test"].arms(),
                "announced": state.announced,
                "launched": levers["launch"].done,
                "cash": round(state.cash, CENTS),
                "table": pd.DataFrame(self._rows),
                "history": pd.DataFrame(self._history),
                "returns": [round(each.returned, CENTS + 1) for each in known],
                "stock": pd.DataFrame(stock),
                "guardrails": stands,
                "records": records,
            }
        )

    def worth(self):
        """{part: $} of the whole quarter, without broken guardrails; their sum is its value.

        For graders, debriefs and tests: no policy gets the Quarter itself.
        """
        parts = {"contribution": sum(sum(each.money.values()) for each in self._weeks)}
        parts |= value.equity(self._p, self._levers, self._state)
        return parts | {"overdraft": -sum(each.overdraft for each in self._weeks)}

    def broken(self):
        """Names of the guardrails that the quarter has broken."""
        stands = value.guardrails(self._p, self._levers, self._weeks, self._past)
        return [name for name, (now, limit) in stands.items() if now > limit]

    def penalty(self):
        """What the broken guardrails take, in $: 0 or less."""
        broken = len(self.broken())
        return -broken * (self._p.run.breach * abs(baseline_worth(self.seed))) if broken else 0.0

    def truth(self):
        """What the debrief tells: {"weaknesses": names, "shock": its name, "hits": its week}."""
        hit = self._plan
        return {"weaknesses": self._weaknesses, "shock": hit.shock, "hits": hit.hits}

    def weekly(self):
        """The weekly table so far."""
        return pd.DataFrame(self._rows)


# Levers whose effect depends on the week: the week itself asks for it.
PLAYED_IN_THE_WEEK = {"headlines", "merchants", "commission", "test"}


def baseline(obs):
    """The autopilot: last week's settings, every week."""
    return {}


@lru_cache(maxsize=256)
def baseline_worth(seed):
    """$ of the quarter on autopilot, before guardrails: the yardstick of what breaking one costs."""
    quarter = Quarter(seed)
    while not quarter.over:
        quarter.step({})
    return float(sum(quarter.worth().values()))
