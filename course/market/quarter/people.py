"""The levers that turn to customers: onboarding, features, tests, membership, messages, coupons,
groups.
"""

import numpy as np
import pandas as pd

from course.market import experiments, features, onboarding, retention, social, town
from course.market.quarter.levers import Lever

STEPS, SEEN, USERS = town.names("onboarding_steps"), 4_000, 10_000
IDEAS = town.names("ideas")
SEGMENTS = town.names("segments")
REGULARS, MOST_FEE, MOST_CASHBACK = 400, 240, 0.04
TESTED, FETCHED, CHOSEN = 10_000, 6_000, 1_000
TRAITS = ("frequency", "recency", "price_sensitivity")
SIZES, MOST_DEPTH, GRID, TOLD = (2, 8), 0.4, (0.0, 0.1, 0.2, 0.3), 2_000
VISITORS = 1_000
# Ideas that may be tested, and the name of what each is drawn from.
TESTED_IDEAS = {"A": "idea", "B": "second idea"}
ARMS, METRICS, DECISIONS = ("old", "new"), ("orders", "clicks"), ("ship", "drop")
ARM_COLUMNS = ["idea", "metric", "planned", "week", "arm", "visitors", "clicks", "orders"]


class Onboarding(Lever):
    """Effect: newcomers who come through and order, relative to the usual flow."""

    name, function = "onboarding", "product growth"
    about = f"a list of different steps of {', '.join(STEPS)}"

    def __init__(self, p, rng):
        self._p, self._true = p, onboarding.draw_steps(p, rng("onboarding", "steps"), len(STEPS))
        lost, gain = onboarding.step_tests(p, rng("onboarding", "tests"), *self._true, SEEN)
        table = {"step": STEPS, "drop_off": lost, "gain": gain.round(3)}
        self.records, self.start = {"step_tests": pd.DataFrame(table)}, list(STEPS)

    def check(self, action, now):
        return self.subset(action, STEPS, len(STEPS))

    def effect(self, action):
        drops, gains = self._true
        places = [STEPS.index(step) for step in action]
        usual = self._p.run.activated
        return onboarding.activated(self._p, drops[places], gains[places], USERS) / USERS / usual


class Ideas(Lever):
    """Effect: share of orders that a launch adds for good. A week's action, not a setting."""

    name, function, lasts = "launch", "product", False

    def __init__(self, p, rng):
        self._true = features.ideas(p, rng("ideas", "true"), len(IDEAS))
        lift, error = features.tested(p, rng("ideas", "tests"), self._true)
        tests = {"idea": IDEAS, "lift": (100 * lift).round(3), "error": (100 * error).round(3)}
        self.records, self.start = {"tests": pd.DataFrame(tests)}, []
        self._week, self._quarter = int(p.run.launches_week), int(p.run.launches)
        self.done = []
        self.about = (
            f"a list of at most {self._week} of the {len(IDEAS)} tested ideas that are not launched"
            f" yet, {self._quarter} in a quarter"
        )

    def check(self, action, now):
        listed = self.subset(action, IDEAS, self._week)
        if again := [idea for idea in listed if idea in self.done]:
            self.refuse(f"{again[0]!r} is launched already")
        if len(self.done) + len(listed) > self._quarter:
            self.refuse(f"{len(self.done)} are launched")
        return listed

    def effect(self, action):
        self.done += action
        return float(np.prod(1 + self._true[[IDEAS.index(idea) for idea in self.done]]))


class Trial(Lever):
    """Effect: share of orders that tests of ideas, and what is then shown, are expected to add;
    depends on the week. What is earned is the expectation of lesson 07, never an arm's luck; a
    decision against what the arms say loses it, and the tested visitors are paid all the same.
    """

    name, function, lasts = "test", "measurement", False

    def __init__(self, p, rng):
        self._p, self._rng, self.start = p, rng, 0.0
        self.ideas = {idea: self._draw(rng("trial", draw)) for idea, draw in TESTED_IDEAS.items()}
        self.records = self.ideas["A"]
        self._begun, self._decided, self._rows = {}, {}, []
        most = {idea: seen["visitors"] / 2 for idea, seen in self.ideas.items()}
        self.about = (
            f"visitors in each arm of the test of idea A, 0 to {most['A']:,.0f}; or a list of plans,"
            " {'idea': 'A' or 'B', 'arm': visitors in each arm (B: at most"
            f" {most['B']:,.0f}), 'metric': 'orders' or 'clicks'}}, once for each idea, and decisions,"
            " {'idea': 'A' or 'B', 'decision': 'ship' or 'drop'}, when a test is over"
        )

    def _draw(self, draw):
        """The arguments of lesson 07's function for one idea."""
        p = self._p
        visitors = int(round(p.draw(draw, "ideas.visitors"), -2))
        cvr = round(p.draw(draw, "ideas.cvr"), 4)
        sd = cvr * p.draw(draw, "ideas.spread")
        mean = sd * p.draw(draw, "ideas.expected")
        return {
            "visitors": visitors,
            "cvr": cvr,
            "idea_mean": round(mean, 6),
            "idea_sd": round(sd, 6),
        }

    def check(self, action, now):
        if not isinstance(action, (list, tuple)):
            arm = self._arm("A", action)
            if arm and "A" in self._begun and self._begun["A"]["arm"] != arm:
                self.refuse("idea A is tested already")
            return arm
        clean = [self._entry(each) for each in action]
        if len({each["idea"] for each in clean}) < len(clean):
            self.refuse("an idea stands in it twice")
        return clean

    def _arm(self, idea, value):
        return self.number(value, 0, self.ideas[idea]["visitors"] / 2, f"the arm of idea {idea}")

    def _entry(self, entry):
        """A plan or a decision as plain data."""
        if not isinstance(entry, dict) or entry.get("idea") not in self.ideas:
            self.refuse(f"{entry!r:.60} is neither a plan nor a decision")
        idea = entry["idea"]
        if set(entry) == {"idea", "decision"}:
            if not self.over(idea):
                self.refuse(f"the test of idea {idea} is not over")
            if idea in self._decided:
                self.refuse(f"idea {idea} is decided already")
            if entry["decision"] not in DECISIONS:
                self.refuse(f"{entry['decision']!r:.60} is no decision")
            return dict(entry)
        if set(entry) != {"idea", "arm", "metric"} or entry["metric"] not in METRICS:
            self.refuse(f"{entry!r:.60} is neither a plan nor a decision")
        if idea in self._begun:
            self.refuse(f"idea {idea} is tested already")
        arm = self._arm(idea, entry["arm"])
        return {"idea": idea, "arm": arm, "metric": entry["metric"]}

    @property
    def left(self):
        """How many ideas may still be tested."""
        return len(self.ideas) - len(self._begun)

    def over(self, idea):
        """Whether an idea's test has run all its weeks."""
        return idea in self._begun and not self._begun[idea]["weeks"]

    def played(self, action, week, outage):
        """Begin and decide what `action` says, and show the arms a week's visitors; returns the
        effect. In an `outage` the new page's visitors are counted in part.
        """
        entries = [{"idea": "A", "arm": action, "metric": "orders"}]
        for entry in action if isinstance(action, list) else entries if action else []:
            idea = entry["idea"]
            if "decision" in entry:
                self._decided[idea] = entry["decision"]
            elif idea not in self._begun and entry["arm"]:
                weekly = self.ideas[idea]["visitors"] / self._p.run.weeks
                weeks = int(np.ceil(2 * entry["arm"] / weekly))
                self._begun[idea] = entry | {"weeks": weeks, "a_week": entry["arm"] / weeks}
        for idea, plan in self._begun.items():
            if plan["weeks"]:
                self._show(idea, plan, week, outage)
                plan["weeks"] -= 1
        return sum(self._share(idea) for idea in self._begun)

    def _show(self, idea, plan, week, outage):
        """A week of a test's arms."""
        p, seen = self._p, self.ideas[idea]
        truth, luck = self._rng("trial", idea, "truth"), self._rng("trial", idea, week)
        orders = [seen["cvr"], seen["cvr"] + truth.normal(seen["idea_mean"], seen["idea_sd"])]
        clicks = p.run.clicked * np.array([1.0, p.draw(truth, "ideas.spread") + 1.0])
        for place, arm in enumerate(ARMS):
            visitors = luck.poisson(plan["a_week"])
            if outage and place:
                visitors = luck.binomial(visitors, 1 - p.run.outage_lost)
            row = {"idea": idea, "metric": plan["metric"], "planned": plan["arm"], "week": week}
            row |= {"arm": arm, "visitors": int(visitors)}
            row["clicks"] = int(luck.binomial(visitors, min(clicks[place], 1.0)))
            row["orders"] = int(luck.binomial(visitors, float(np.clip(orders[place], 0, 1))))
            self._rows.append(row)

    def arms(self):
        """What the tests have shown so far: idea, metric, planned (visitors in each arm), week, arm
        ("old", "new"), visitors, clicks, orders, a DataFrame.
        """
        return pd.DataFrame(self._rows, columns=ARM_COLUMNS)

    def says(self, idea):
        """What lesson 07's rule says of a test: ship what is believed to help, drop the rest, and
        what has a broken split.
        """
        rows, seen = self.arms(), self.ideas[idea]
        total = rows[rows["idea"] == idea].groupby("arm")[["visitors", "orders"]].sum()
        old, new = (total.loc[arm] for arm in ARMS)
        if experiments.split_p(old["visitors"], new["visitors"]) < self._p.run.split_p:
            return "drop"
        shown = max(old["visitors"], 1), max(new["visitors"], 1)
        noise = seen["cvr"] * (1 - seen["cvr"]) * sum(1 / each for each in shown)
        difference = new["orders"] / shown[1] - old["orders"] / shown[0]
        believed = experiments.posterior_mean(difference, noise, seen["idea_mean"], seen["idea_sd"])
        return "ship" if believed > 0 else "drop"

    def _share(self, idea):
        """Share of orders that one idea's test adds."""
        seen, arm = self.ideas[idea], self._begun[idea]["arm"]
        gain = float(experiments.expected_gain(arm, **seen))
        if idea in self._decided and self._decided[idea] != self.says(idea):
            gain = arm * seen["idea_mean"]
        return gain / (seen["visitors"] * seen["cvr"])


class Membership(Lever):
    """Effect: $ a regular customer and year."""

    name, function, changes = "membership", "membership", 1
    about = (
        f"None (no programme) or two numbers, (fee $ a year, 0 to {MOST_FEE}; cash back, 0 to"
        f" {MOST_CASHBACK}), changed once a quarter"
    )

    free = (0.0, MOST_CASHBACK)

    def __init__(self, p, rng):
        draw = rng("membership", "truth")
        self._p, self._users = p, retention.regulars(p, draw, REGULARS)
        margin, shipping = p.draw(draw, "membership.margin"), p.draw(draw, "membership.shipping")
        self._costs = {"margin": round(margin, 3), "shipping": round(shipping, 2)}
        self._lift, self._back = p.draw(draw, "membership.lift"), p.draw(draw, "membership.back")
        tests = retention.programme_test(
            p,
            rng("membership", "tests"),
            self._users["orders"].mean(),
            self._lift,
            100 * MOST_CASHBACK * self._back,
        )
        self.records = {"users": self._users, "tests": tests, "costs": self._costs}

    def check(self, action, now):
        if action is None:
            return None
        if not isinstance(action, (tuple, list)) or len(action) != 2:
            self.refuse(f"{action!r:.60} is neither None nor a pair")
        return (
            self.number(action[0], 0, MOST_FEE, "the fee"),
            self.number(action[1], 0, MOST_CASHBACK, "the cash back"),
        )

    def effect(self, action):
        if action is None:
            return 0.0
        lift = self._lift + 100 * action[1] * self._back
        joins, changes = retention.programme(self._p, self._users, self._costs, action, lift)
        return float((joins * changes).mean())


class Messages(Lever):
    """Effect: ($ a subscriber and week, share leaving in a week), arrays (segments,)."""

    name, function = "messages", "user"

    def __init__(self, p, rng):
        self.most = int(p.run.messages_most)
        true = retention.mail_test(p, rng("messages", "truth"), SEGMENTS, self.most)
        shape = (len(SEGMENTS), self.most + 1)
        self._profit = true["profit"].to_numpy().reshape(shape)
        self._leaves = true["leaves"].to_numpy().reshape(shape)
        off = p.draw(rng("messages", "tests"), "error.margin", len(SEGMENTS))
        seen = (self._profit * off[:, None]).round(4).ravel()
        self.records = {"curves": true.assign(profit=seen)}
        self.start = dict.fromkeys(SEGMENTS, 1)
        self.about = (
            f"a dictionary {{segment: whole number of messages a week}}, each 0 to {self.most}, of"
            f" {', '.join(SEGMENTS)}"
        )

    def check(self, action, now):
        new = dict(now)
        for segment, sends in self.keys(action, SEGMENTS).items():
            new[segment] = int(self.number(sends, 0, self.most, f"messages to {segment}"))
            if new[segment] != sends:
                self.refuse(f"messages to {segment} are {sends!r}, not a whole number")
        return new

    def effect(self, action):
        rows, sends = np.arange(len(SEGMENTS)), [action[segment] for segment in SEGMENTS]
        return self._profit[rows, sends], self._leaves[rows, sends]


class Coupons(Lever):
    """Effect: $ a customer and month, against no coupons."""

    name, function = "coupons", "activation"
    about = f"{CHOSEN:,} true or false, one for each of the customers, an array or a list"

    def __init__(self, p, rng):
        users = retention.traits(rng("coupons", "users"), CHOSEN)
        self.records = {
            "train": retention.coupon_record(p, rng("coupons", "test"), TESTED, FETCHED),
            "users": users,
            "margin": p.coupon.margin,
            "coupon": p.coupon.face,
        }
        self._p = p
        self._chances = retention.coupon_chances(p, *(users[name].to_numpy() for name in TRAITS))
        self.start = [False] * CHOSEN

    def check(self, action, now):
        chosen = np.asarray(action)
        if chosen.shape != (CHOSEN,) or chosen.dtype != bool:
            self.refuse(f"it has the shape {chosen.shape} and the type {chosen.dtype}")
        return chosen.tolist()

    def effect(self, action):
        given = np.array(action)
        margin = retention.coupon_margin(self._p, given, *self._chances)
        none = retention.coupon_margin(self._p, np.zeros(CHOSEN, bool), *self._chances)
        return float((margin - none).mean())


class Group(Lever):
    """Effect: $ that one visitor of the offer leaves."""

    name, function = "group", "community"
    about = (
        f"(members of a group, a whole number from {SIZES[0]} to {SIZES[1]}; discount, 0 to"
        f" {MOST_DEPTH})"
    )

    def __init__(self, p, rng):
        self._offer = social.draw_offer(p, rng("group", "offer"))
        draw = rng("group", "tests")
        tests = social.join_test(self._offer, draw, GRID, TOLD)
        self.records = {"tests": tests, "offer": social.told_offer(self._offer, draw)}
        self.start = (SIZES[0], GRID[1])

    def check(self, action, now):
        if not isinstance(action, (tuple, list)) or len(action) != 2:
            self.refuse(f"{action!r:.60} is no pair")
        size = self.number(action[0], *SIZES, "the group")
        if size != int(size):
            self.refuse(f"the group has {action[0]!r} members, not a whole number")
        return int(size), self.number(action[1], 0, MOST_DEPTH, "the discount")

    def effect(self, action):
        return float(social.group_profit(self._offer, *action, VISITORS)) / VISITORS
