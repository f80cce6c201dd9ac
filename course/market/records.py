"""What a quarter leaves behind, one method a table. The columns are described in tables.toml."""

import json
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.special import expit

from course.market import ads, retention, social
from course.market.events import draw_weeks
from course.market.expectation import expected_week
from course.market.rng import stream

START = pd.Timestamp("2026-01-05")  # the Monday of week 1
WEEK = 7 * 86_400
HISTORY = 26
CHANNELS = ("search ads", "social ads", "display", "affiliate")
TOPICS = ("gifts", "outdoor", "home", "care", "deals")


def date(week):
    """The Monday of a week (array or number); week 1 is the first of the quarter."""
    return START + pd.to_timedelta((np.asarray(week) - 1) * 7, unit="D")


class Records:
    """Builds the raw columns of every table; `Tables` gives them their types."""

    def __init__(self, world, weeks, traps):
        self.world, self.p, self.weeks, self.traps = world, world.p, weeks, traps

    def _rng(self, *purpose):
        return stream(self.world.seed, "records", *purpose)

    # Who and what there is

    def users(self):
        users, rng = self.world.users, self._rng("users")
        count = len(users)
        referrer = np.where(users["first_channel"] == "referral", rng.integers(0, count, count), -1)
        return {
            **users[["user", "first_channel", "device", "city_tier", "member"]],
            "signup": date(users["signup"]),
            "referrer": referrer,
            "segment": rng.choice(
                ["student", "family", "professional", "senior"], count, p=[0.2, 0.35, 0.3, 0.15]
            ),
        }

    def products(self):
        frame = self.world.products.copy()
        frame["attrs"] = [json.dumps(sorted(words)) for words in frame["true_words"]]
        frame["launched"] = date(1 - frame["launched"])
        return frame

    def categories(self):
        frame = self.world.categories.copy()
        # What an operator knows: the share among 2,000 items of last year.
        frame["return_base"] = (
            self._rng("categories").binomial(2000, expit(frame["return_base"])) / 2000
        )
        return frame

    def merchants(self):
        return self.world.merchants.assign(joined=date(1 - self.world.merchants["joined"]))

    def queries(self):
        frame = self.world.queries.copy()
        lists = expected_week(self.world).sessions * (1 + self.p.arrival.lists)
        frame["weekly_volume"] = self._rng("queries").poisson(
            frame["weekly_volume"] / frame["weekly_volume"].sum() * lists
        )
        return frame

    # What people did

    @cached_property
    def _logs(self):
        return draw_weeks(self.world, self.weeks)

    @cached_property
    def _visits(self):
        """All sessions of the quarter: session, user, ts and week, in order of time within each
        week.
        """
        parts = []
        for log in self._logs:
            seconds = np.sort(self._rng("time", log.week).integers(0, WEEK, len(log.session_user)))
            parts.append(
                pd.DataFrame(
                    {
                        "user": log.session_user,
                        "ts": date(log.week) + pd.to_timedelta(seconds, unit="s"),
                        "week": log.week,
                    }
                )
            )
        visits = pd.concat(parts, ignore_index=True)
        visits["session"] = np.arange(len(visits))
        return visits

    @cached_property
    def _first_session(self):
        return np.cumsum([0] + [len(log.session_user) for log in self._logs])

    def sessions(self):
        frame, rng = self._visits.copy(), self._rng("sessions")
        frame["device"] = self.world.users["device"].to_numpy()[frame["user"]]
        frame["channel"] = rng.choice(
            ["direct", "search", "social", "email", "ads"],
            len(frame),
            p=[0.34, 0.28, 0.14, 0.09, 0.15],
        )
        frame["campaign"] = np.where(
            frame["channel"] == "ads", rng.choice([f"c{n}" for n in range(1, 5)], len(frame)), ""
        )
        frame["bot"] = False
        bots = int(self.p.trap.bots * len(frame)) if self.traps else 0
        ghosts = pd.DataFrame(
            {
                "session": len(frame) + np.arange(bots),
                "user": -1,
                "device": "desktop",
                "channel": "direct",
                "campaign": "",
                "bot": True,
                "ts": START + pd.to_timedelta(rng.integers(0, self.weeks * WEEK, bots), unit="s"),
            }
        )
        return pd.concat([frame, ghosts], ignore_index=True)

    def search_impressions(self):
        parts = []
        for log, first in zip(self._logs, self._first_session, strict=False):
            logged = (
                self._rng("logged", log.week).random(len(log.session_user)) < self.p.log.impressions
            )
            lists = np.flatnonzero(logged[log.list_session])
            page = log.page[log.list_query[lists]]
            listed = page.shape[1]
            place = np.tile(np.arange(listed), len(lists))
            parts.append(
                pd.DataFrame(
                    {
                        "session": np.repeat(first + log.list_session[lists], listed),
                        "query": np.repeat(log.list_query[lists], listed),
                        "product": page.ravel(),
                        "position": place + 1,
                        "clicked": place == np.repeat(log.list_place[lists], listed),
                    }
                )
            )
        frame = pd.concat(parts, ignore_index=True)
        return frame.assign(imp=np.arange(len(frame)), is_ad=False, propensity=1.0)

    def events(self):
        parts = []
        for log, first in zip(self._logs, self._first_session, strict=False):
            session = first + log.list_session
            product = np.where(
                log.list_place >= 0, log.page[log.list_query, np.maximum(log.list_place, 0)], -1
            )
            # A session's lists are half a minute apart, the steps after a click some seconds.
            nth = np.arange(len(session)) - np.searchsorted(log.list_session, log.list_session)
            steps = (
                ("list", np.ones(len(session), bool), -1, 0),
                ("detail", log.list_place >= 0, product, 4),
                ("cart", log.list_carted, product, 11),
                ("checkout", log.list_paid, product, 17),
                ("pay", log.list_paid, product, 23),
            )
            for kind, happened, what, after in steps:
                what = np.broadcast_to(what, len(session))
                parts.append(
                    pd.DataFrame(
                        {
                            "session": session[happened],
                            "kind": kind,
                            "product": what[happened],
                            "after": 30 * nth[happened] + after,
                        }
                    )
                )
        frame = pd.concat(parts, ignore_index=True)
        frame["ts"] = self._visits["ts"].to_numpy()[frame["session"]] + pd.to_timedelta(
            frame["after"], unit="s"
        )
        frame = frame.sort_values(["ts", "session", "after"], kind="stable").reset_index(drop=True)
        frame["event"] = np.arange(len(frame))
        return self._dirty(frame.drop(columns="after")) if self.traps else frame

    def _dirty(self, frame):
        rng, p = self._rng("traps"), self.p.trap
        day = (frame["ts"] - START).dt.days
        bots = self.sessions().query("bot")
        ghosts = bots.loc[bots.index.repeat(6), ["session", "ts"]].assign(kind="list", product=-1)
        ghosts["event"] = len(frame) + np.arange(len(ghosts))
        out, shifted = rng.choice(self.weeks * 7, 2, replace=False)
        frame.loc[day == shifted, "ts"] += pd.Timedelta(hours=p.shift_hours)
        frame = frame[~day.between(out, out + p.outage_days - 1)] if p.outage_days else frame
        frame = pd.concat([frame, ghosts], ignore_index=True)
        again = frame[rng.random(len(frame)) < p.duplicates]
        return pd.concat([frame, again], ignore_index=True).sort_values("ts", kind="stable")

    @cached_property
    def _items(self):
        """Paid items of the quarter with their session; one order a session, one row a product of
        it.
        """
        price, cost = (
            self.world.products["list_price"].to_numpy(),
            self.world.products["cost"].to_numpy(),
        )
        parts = [
            pd.DataFrame(
                {
                    "session": first + log.list_session[log.item_list],
                    "product": log.item_product,
                    "qty": log.item_units,
                    "returned": log.item_returned,
                    "stars": log.item_stars,
                }
            )
            for log, first in zip(self._logs, self._first_session, strict=False)
        ]
        items = (
            pd.concat(parts, ignore_index=True)
            .groupby(["session", "product"], as_index=False)
            .agg({"qty": "sum", "returned": "max", "stars": "max"})
        )
        items["order"] = items.groupby("session").ngroup()
        return items.assign(unit_price=price[items["product"]], unit_cost=cost[items["product"]])

    def orders(self):
        items, rng = self._items, self._rng("orders")
        value = (items["qty"] * items["unit_price"]).groupby(items["order"]).sum()
        session = items.groupby("order")["session"].first()
        visits = self._visits.iloc[session.to_numpy()]
        frame = pd.DataFrame(
            {
                "order": value.index,
                "user": visits["user"].to_numpy(),
                "session": session.to_numpy(),
                "ts": visits["ts"].to_numpy() + np.timedelta64(5, "m"),
                "items_value": value.to_numpy(),
                "discount": 0.0,
                "coupon": -1,
                "status": "paid",
                "ship_fee": np.where(value < self.p.shipping.threshold, self.p.shipping.fee, 0.0),
                "ship_cost": rng.gamma(9.0, 0.6, len(value)),
            }
        )
        staff = int(np.ceil(self.p.trap.staff * len(frame))) if self.traps else 0
        tests = frame.sample(staff, random_state=7).assign(
            order=len(frame) + np.arange(staff), status="test"
        )
        return pd.concat([frame, tests], ignore_index=True)

    def order_items(self):
        rng = self._rng("reasons")
        reason = rng.choice(
            ["not as described", "does not fit", "changed my mind", "damaged"],
            len(self._items),
            p=[0.3, 0.25, 0.3, 0.15],
        )
        return self._items.assign(return_reason=np.where(self._items["returned"], reason, ""))

    def reviews(self):
        items = self._items[self._items["stars"] > 0]
        visits = self._visits.iloc[items["session"].to_numpy()]
        return {
            "review": np.arange(len(items)),
            "order": items["order"].to_numpy(),
            "product": items["product"].to_numpy(),
            "user": visits["user"].to_numpy(),
            "ts": visits["ts"].to_numpy() + np.timedelta64(9, "D"),
            "stars": items["stars"].to_numpy(),
        }

    # Prices, stock and supply

    def price_history(self):
        return price_weeks(self.world, np.arange(1 - HISTORY, 1))

    def inventory(self):
        history, rng = self.price_history(), self._rng("stock")
        weekly = history.pivot(index="date", columns="product", values="units")
        usual = weekly.mean()
        stock = np.ceil(4 * usual.to_numpy()) + 1
        rows = []
        for when, asked in weekly.iterrows():
            inbound = np.where(
                stock < 2 * usual, np.ceil(4 * usual * rng.uniform(0.6, 1.3, len(usual))), 0.0
            )
            there = stock + inbound
            sold = np.minimum(there, asked.to_numpy())
            rows.append(
                pd.DataFrame(
                    {
                        "date": when,
                        "product": weekly.columns,
                        "on_hand": stock,
                        "inbound": inbound,
                        "lost": asked.to_numpy() - sold,
                    }
                )
            )
            stock = there - sold
        return pd.concat(rows, ignore_index=True)

    def suppliers(self):
        rng = self._rng("suppliers")
        country = rng.choice(["China", "Vietnam", "Turkey", "Poland", "Mexico"], 12)
        money = {
            "China": "CNY",
            "Vietnam": "USD",
            "Turkey": "TRY",
            "Poland": "PLN",
            "Mexico": "MXN",
        }
        return {
            "supplier": np.arange(12),
            "country": country,
            "currency": [money[each] for each in country],
            "lead_weeks": rng.integers(2, 12, 12),
            "minimum": rng.integers(2, 40, 12) * 50,
            "price_factor": rng.uniform(0.85, 1.15, 12).round(3),
        }

    def purchase_orders(self):
        rng, suppliers = self._rng("purchases"), self.suppliers()
        product = rng.choice(len(self.world.products), 400)
        supplier = rng.integers(0, 12, 400)
        ordered = rng.integers(-HISTORY, 0, 400)
        late = rng.poisson(0.8, 400)
        return {
            "po": np.arange(400),
            "supplier": supplier,
            "product": product,
            "ordered": date(ordered),
            "arrived": date(ordered + suppliers["lead_weeks"][supplier] + late),
            "qty": suppliers["minimum"][supplier] + rng.integers(0, 5, 400) * 50,
            "unit_cost": (
                self.world.products["cost"].to_numpy()[product]
                * suppliers["price_factor"][supplier]
            ),
        }

    # Paid traffic

    def keywords(self):
        made = ads.make_keywords(self.world.seed)
        texts = (
            self.world.queries.sort_values("weekly_volume", ascending=False)["text"]
            .head(len(made["ctr"]) - 1)
            .tolist()
        )
        return {
            "keyword": np.arange(len(made["ctr"])),
            "text": [*texts, "tideway"],
            "brand": [False] * len(texts) + [True],
            "weekly_impressions": made["impressions"],
        }

    def ad_auctions(self, each=250):
        made, parts = ads.make_keywords(self.world.seed), []
        for keyword in range(len(made["ctr"])):
            rng = self._rng("auctions", keyword)
            bid = 0.6
            done = ads.draw_auctions(
                self.p, rng, bid, made["quality"][keyword], made["rivals"][keyword], each
            )
            auction, slot = np.nonzero(done.bidder >= 0)
            bidder = done.bidder[auction, slot]
            quality = np.where(bidder == 0, made["quality"][keyword], 1.0)
            clicked = (
                rng.random(len(bidder))
                < made["ctr"][keyword] * ads.slot_factors(self.p)[slot] * quality
            )
            parts.append(
                pd.DataFrame(
                    {
                        "auction": keyword * each + auction,
                        "keyword": keyword,
                        "ts": START + pd.to_timedelta(auction * (WEEK // each), unit="s"),
                        "bidder": bidder,
                        "bid": np.where(
                            bidder == 0, bid, made["rivals"][keyword][np.maximum(bidder - 1, 0)]
                        ),
                        "quality": quality.round(3),
                        "slot": slot + 1,
                        "price": done.price[auction, slot],
                        "clicked": clicked,
                        "converted": clicked & (rng.random(len(bidder)) < made["cvr"][keyword]),
                    }
                )
            )
        return pd.concat(parts, ignore_index=True)

    def campaign_daily(self):
        rng, days = self._rng("campaigns"), 7 * self.weeks
        demand = np.exp(rng.normal(0, 0.25, days))
        rows = []
        for place, channel in enumerate(CHANNELS):
            spend = (
                self.p.media.spend
                / 28
                * demand**self.p.confounding.spend
                * np.exp(rng.normal(0, 0.15, days))
            )
            clicks = rng.poisson(spend / (0.35 + 0.1 * place))
            orders = rng.poisson(clicks * 0.02 * demand)
            rows.append(
                pd.DataFrame(
                    {
                        "date": START + pd.to_timedelta(np.arange(days), unit="D"),
                        "campaign": f"c{place + 1}",
                        "channel": channel,
                        "spend": spend,
                        "clicks": clicks,
                        "impressions": clicks * rng.integers(30, 60, days),
                        "orders": orders,
                        "new_users": rng.binomial(orders, 0.35),
                        "gmv": orders * rng.normal(52, 6, days),
                    }
                )
            )
        return pd.concat(rows, ignore_index=True)

    def touchpoints(self, journeys=3000):
        rng, journeys = self._rng("touchpoints"), min(journeys, len(self.world.users))
        user = rng.choice(len(self.world.users), journeys, replace=False)
        length = 1 + rng.poisson(0.9, journeys)
        of = np.repeat(np.arange(journeys), length)
        channel = rng.choice(
            ["search", "social", "email", "display"], len(of), p=[0.35, 0.3, 0.2, 0.15]
        )
        weight = (
            pd.Series(channel)
            .map({"search": 0.03, "social": 0.008, "email": 0.02, "display": 0.003})
            .groupby(of)
            .sum()
            .to_numpy()
        )
        converted = rng.random(journeys) < np.minimum(weight, 0.9)
        nth = np.arange(len(of)) - np.searchsorted(of, of)
        start = rng.integers(0, 5 * WEEK, journeys)
        return {
            "user": user[of],
            "ts": START + pd.to_timedelta(start[of] + nth * 40_000, unit="s"),
            "channel": channel,
            "converted": converted[of],
        }

    # Campaigns towards users

    def promotions(self):
        rng, count = self._rng("promotions"), 60
        week = rng.integers(1, self.weeks + 1, count)
        return {
            "promotion": np.arange(count),
            "product": rng.choice(len(self.world.products), count, replace=False),
            "starts": date(week),
            "ends": date(week + 1),
            "depth": rng.choice([0.1, 0.15, 0.2, 0.3], count),
        }

    def calendar(self):
        index = self.world.season
        return {
            "date": date(np.arange(1, 53)),
            "week": np.arange(1, 53),
            "index": index.round(3),
            "event": index > 1.35,
        }

    @cached_property
    def _habits(self):
        """Standardised frequency, recency and price taste of the users."""
        users, rng = self.world.users, self._rng("habits")
        count = len(users)
        rank = (users["rate"].rank().to_numpy() - 0.5) / count
        return (
            np.sqrt(12) * (rank - 0.5),
            rng.normal(size=count),
            (users["taste"].to_numpy() - 2) / np.sqrt(2),
        )

    def coupons(self):
        rng, count = self._rng("coupons"), min(10_000, len(self.world.users))
        user = rng.permutation(len(self.world.users))[:count]
        without, given = retention.coupon_chances(self.p, *(trait[user] for trait in self._habits))
        treated = rng.random(count) < 0.5
        bought = rng.random(count) < np.where(treated, given, without)
        return {
            "coupon": np.arange(count),
            "user": user,
            "arm": np.where(treated, "coupon", "control"),
            "face": np.where(treated, 4.0, 0.0),
            "threshold": 25.0,
            "issued": date(np.ones(count, int)),
            "redeemed": treated & bought,
            "bought": bought,
        }

    def crm_sends(self):
        rng = self._rng("crm")
        user = rng.choice(len(self.world.users), min(4000, len(self.world.users)), replace=False)
        often = rng.integers(1, 6, len(user))
        of = np.repeat(user, often)
        nth = np.arange(len(of)) - np.repeat(np.cumsum(often) - often, often)
        response, leave = retention.message_response(self.p, np.repeat(often, often))
        opened = rng.random(len(of)) < 0.32
        clicked = opened & (rng.random(len(of)) < 0.12)
        ordered = clicked & (
            rng.random(len(of))
            < np.minimum(1.0, response / np.repeat(often, often) / (0.32 * 0.12))
        )
        return {
            "user": of,
            "ts": START + pd.to_timedelta(nth * (WEEK // 7) + 36_000, unit="s"),
            "channel": rng.choice(["email", "push"], len(of)),
            "opened": opened,
            "clicked": clicked,
            "ordered": ordered,
            "unsub": rng.random(len(of)) < leave / np.repeat(often, often),
        }

    def memberships(self):
        users, rng = self.world.users.query("member"), self._rng("members")
        yearly = users["rate"].to_numpy() * 52 * self.p.order.session_cvr
        return {
            "user": users["user"],
            "joined": date(rng.integers(-40, 1, len(users))),
            "fee": 29.0,
            "cashback": 0.02,
            "orders_before": rng.poisson(yearly),
            "orders_after": rng.poisson(retention.membership_orders(self.p, yearly)),
        }

    def points_ledger(self):
        orders, rng = self.orders().query("status == 'paid'"), self._rng("points")
        earned = (orders["items_value"] * 2).round()
        spent = orders.sample(frac=0.15, random_state=int(rng.integers(2**31)))
        frame = pd.concat(
            [
                pd.DataFrame(
                    {
                        "user": orders["user"],
                        "ts": orders["ts"],
                        "points": earned,
                        "reason": "order",
                    }
                ),
                pd.DataFrame(
                    {
                        "user": spent["user"],
                        "ts": spent["ts"] + pd.Timedelta(days=20),
                        "points": -(spent["items_value"]).round(),
                        "reason": "spent",
                    }
                ),
            ],
            ignore_index=True,
        )
        return frame.assign(entry=np.arange(len(frame)))

    # Content, friends and groups

    def content_posts(self):
        rng, count = self._rng("posts"), 28
        return {
            "post": np.arange(count),
            "channel": rng.choice(["feed", "newsletter", "short video"], count),
            "ts": START + pd.to_timedelta(np.arange(count) * 43_200, unit="s"),
            "headline": [
                f"{topic} for {who}"
                for topic, who in zip(
                    rng.choice(["Five ideas", "What we learned", "Before you buy"], count),
                    rng.choice(["a small flat", "a long ride", "a cold week"], count),
                    strict=True,
                )
            ],
            "topic": rng.choice(TOPICS, count),
            "cost": rng.gamma(4, 20, count),
        }

    def post_daily(self):
        rng = self._rng("post days")
        ctr = social.headline_ctr(self.p, rng, 28)
        post, day = np.divmod(np.arange(28 * 10), 10)
        shown = rng.poisson(800 * social.topic_interest(self.p, day / 7))
        return {
            "post": post,
            "date": START + pd.to_timedelta(post // 2 + day, unit="D"),
            "shown": shown,
            "clicks": rng.binomial(shown, social.tired_ctr(self.p, ctr[post], day)),
        }

    def live_sessions(self):
        rng, count = self._rng("live"), 2 * self.weeks
        viewers = rng.poisson(900, count)
        orders = rng.binomial(viewers, 0.03)
        return {
            "live": np.arange(count),
            "ts": date(1 + np.arange(count) // 2) + pd.Timedelta(hours=20),
            "minutes": rng.integers(45, 150, count),
            "viewers": viewers,
            "orders": orders,
            "gmv": orders * rng.normal(38, 5, count),
        }

    def referrals(self):
        rng = self._rng("referrals")
        reward_i, reward_f = 8.0, 6.0
        inviters = rng.choice(len(self.world.users), 500, replace=False)
        accepted = rng.poisson(
            social.invitations(self.p, reward_i) * social.friend_conversion(self.p, reward_f) * 4,
            500,
        )
        inviter = np.repeat(inviters, accepted)
        count = len(inviter)
        fake = rng.random(count) < (social.fraud_share(self.p, reward_i) if self.traps else 0.0)
        own = self.world.users["device"].to_numpy()[inviter]
        device = np.where(fake, own, rng.choice(["desktop", "phone"], count, p=[0.35, 0.65]))
        return {
            "inviter": inviter,
            "invitee": len(self.world.users) + np.arange(count),
            "ts": START + pd.to_timedelta(rng.integers(0, self.weeks * WEEK, count), unit="s"),
            "reward_i": reward_i,
            "reward_f": reward_f,
            "device": device,
            "first_order": True,
        }

    def groups(self):
        rng = self._rng("groups")
        return {
            "group": np.arange(40),
            "topic": rng.choice(TOPICS, 40),
            "opened": date(-rng.integers(0, 20, 40)),
            "manager": rng.integers(0, 5, 40),
        }

    def group_members(self):
        rng = self._rng("group members")
        parts = []
        for group in range(40):
            size = int(rng.integers(30, 200))
            left = rng.random(size) < 0.25
            joined = rng.integers(0, 6, size)
            gone = np.where(left, date(joined + rng.integers(1, 8, size)), np.datetime64("NaT"))
            parts.append(
                pd.DataFrame(
                    {
                        "group": group,
                        "user": rng.choice(len(self.world.users), size, replace=False),
                        "joined": date(joined),
                        "left": pd.to_datetime(gone),
                    }
                )
            )
        return pd.concat(parts, ignore_index=True)

    def group_messages(self):
        rng, opened = self._rng("group messages"), self.groups()["opened"]
        group, week = np.divmod(np.arange(40 * self.weeks), self.weeks)
        age = ((date(week + 1) - opened[group]).days / 7).to_numpy()
        messages = rng.poisson(120 * social.topic_interest(self.p, age))
        return {
            "group": group,
            "date": date(week + 1),
            "messages": messages,
            "writers": np.minimum(messages, rng.poisson(4 + messages / 10)),
        }

    def group_buys(self):
        rng, count = self._rng("group buys"), 800
        size, depth = rng.integers(2, 7, count), rng.choice([0.1, 0.2, 0.3, 0.4], count)
        friends = rng.poisson(
            self.p.groups.friends
            * np.minimum(1, self.p.groups.join * np.exp(self.p.groups.join_slope * depth))
        )
        return {
            "gb": np.arange(count),
            "product": rng.choice(len(self.world.products), count),
            "size": size,
            "depth": depth,
            "starter": rng.choice(len(self.world.users), count),
            "joined": 1 + np.minimum(friends, size - 1),
            "filled": friends >= size - 1,
        }

    # The supply side

    def merchant_weekly(self):
        items = self.order_items()
        merchant = self.world.products["merchant"].to_numpy()[items["product"]]
        week = self._visits["week"].to_numpy()[items["session"]]
        sold = (
            pd.DataFrame(
                {"merchant": merchant, "week": week, "gmv": items["qty"] * items["unit_price"]}
            )
            .groupby(["merchant", "week"])["gmv"]
            .agg(["size", "sum"])
        )
        full = pd.MultiIndex.from_product(
            [self.world.merchants["merchant"], np.arange(1, self.weeks + 1)],
            names=["merchant", "week"],
        )
        sold = sold.reindex(full, fill_value=0).reset_index()
        rng, true = (
            self._rng("merchant weeks"),
            self.world.merchants.iloc[sold["merchant"].to_numpy()],
        )
        orders = sold["size"].to_numpy().astype(int)
        return {
            "merchant": sold["merchant"],
            "week": date(sold["week"]),
            "orders": orders,
            "gmv": sold["sum"],
            "response_h": rng.gamma(2.0, 4.0, len(sold)).round(1),
            **{
                name: rng.binomial(orders, np.minimum(true[name].to_numpy(), 1.0))
                for name in ("late", "cancel", "defect")
            },
        }

    # Learning and running

    def experiments(self):
        rng, count = self._rng("experiments"), 12
        ideas = (
            "larger pictures",
            "shorter checkout",
            "reviews on top",
            "delivery date shown",
            "fewer fields",
            "sticky basket",
            "size guide",
            "video",
            "guest checkout",
            "price per unit",
            "stock shown",
            "new filters",
        )
        return {
            "exp": np.arange(count),
            "idea": ideas,
            "starts": date(rng.integers(1, 10, count)),
            "planned": 500,
            "metric": "revenue a user",
        }

    def exp_units(self, each=1000):
        rng, parts = self._rng("exp units"), []
        effect = rng.normal(self.p.ideas.mean, self.p.ideas.sd, 12) * 10
        for exp in range(12):
            user = rng.choice(len(self.world.users), each, replace=False)
            treated = rng.random(each) < 0.5
            level = self.world.users["rate"].to_numpy()[user]
            pre, post = (
                rng.gamma(0.5 + level, 20.0),
                rng.gamma((0.5 + level) * (1 + effect[exp] * treated), 20.0),
            )
            parts.append(
                pd.DataFrame(
                    {
                        "exp": exp,
                        "user": user,
                        "arm": np.where(treated, "B", "A"),
                        "pre": pre,
                        "post": post,
                    }
                )
            )
        return pd.concat(parts, ignore_index=True)

    def tickets(self):
        rng, orders = self._rng("tickets"), self.orders().query("status == 'paid'")
        asked = orders[rng.random(len(orders)) < 0.12]
        return {
            "ticket": np.arange(len(asked)),
            "user": asked["user"],
            "ts": asked["ts"] + pd.Timedelta(days=2),
            "first_response_h": rng.gamma(1.5, 5.0, len(asked)).round(1),
            "reason": rng.choice(
                ["where is it", "return", "damaged", "question"], len(asked), p=[0.4, 0.3, 0.1, 0.2]
            ),
            "solved": rng.random(len(asked)) < 0.9,
        }

    def plan(self):
        usual = expected_week(self.world)
        week = np.arange(1, self.weeks + 1)
        index = self.world.season[week - 1]
        parts = [
            pd.DataFrame(
                {"date": date(week), "metric": metric, "target": (value * index * 1.05).round(1)}
            )
            for metric, value in (
                ("sessions", usual.sessions),
                ("orders", usual.items.sum()),
                ("gmv", usual.revenue.sum()),
            )
        ]
        return pd.concat(parts, ignore_index=True)


def price_weeks(world, weeks, randomised=False):
    """Prices and units of every product in `weeks`: date, product, price, units, index.

    A category's demand moves by exp(z). Merchants see it coming and set prices by it
    (`confounding.price`), unless `randomised`: then prices move as much, but by a coin.
    """
    p, products = world.p, world.products
    usual, category = products["list_price"].to_numpy(), products["category"].to_numpy()
    pages = world.ranking()
    frames = []
    for week in np.atleast_1d(weeks):
        rng = stream(world.seed, "records", "price weeks", int(week))
        z = rng.normal(0, p.confounding.demand_sd, len(world.categories))
        follows = p.confounding.price * (
            rng.normal(0, p.confounding.demand_sd, len(products)) if randomised else z[category]
        )
        price = np.round(usual * np.exp(follows + rng.normal(0, 0.06, len(products))), 2)
        units = rng.poisson(expected_week(world, pages=pages, price=price, demand=np.exp(z)).units)
        frames.append(
            pd.DataFrame(
                {
                    "date": date(int(week)),
                    "product": products["product"],
                    "price": price,
                    "units": units,
                    "index": (np.exp(z) * np.exp(rng.normal(0, 0.03, len(z))))[category].round(3),
                }
            )
        )
    return pd.concat(frames, ignore_index=True)
