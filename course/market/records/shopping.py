"""What people did: sessions, result pages, steps to an order, orders, their items and reviews."""

import numpy as np
import pandas as pd

from course.market.records.quarter import START, WEEK

LISTS_OF_A_BOT = 6


def sessions(quarter):
    frame, rng = quarter.visits.copy(), quarter.rng("sessions")
    count = len(frame)
    frame["device"] = quarter.world.users["device"].to_numpy()[frame["user"]]
    frame["channel"] = rng.choice(
        ["direct", "search", "social", "email", "ads"], count, p=[0.34, 0.28, 0.14, 0.09, 0.15]
    )
    campaign = rng.choice(["c1", "c2", "c3", "c4"], count)
    frame["campaign"] = np.where(frame["channel"] == "ads", campaign, "")
    frame["bot"] = False
    bots = int(quarter.p.trap.bots * count) if quarter.traps else 0
    seconds = rng.integers(0, quarter.weeks * WEEK, bots)
    ghosts = {
        "session": count + np.arange(bots),
        "user": -1,
        "device": "desktop",
        "channel": "direct",
        "campaign": "",
        "bot": True,
        "ts": START + pd.to_timedelta(seconds, unit="s"),
    }
    return pd.concat([frame, pd.DataFrame(ghosts)], ignore_index=True)


def search_impressions(quarter):
    parts = []
    for log, first in quarter.weekly():
        draw = quarter.rng("logged", log.week).random(len(log.session_user))
        logged = draw < quarter.p.log.impressions
        lists = np.flatnonzero(logged[log.list_session])
        page = log.page[log.list_query[lists]]
        listed = page.shape[1]
        place = np.tile(np.arange(listed), len(lists))
        part = {
            "session": np.repeat(first + log.list_session[lists], listed),
            "query": np.repeat(log.list_query[lists], listed),
            "product": page.ravel(),
            "position": place + 1,
            "clicked": place == np.repeat(log.list_place[lists], listed),
        }
        parts.append(pd.DataFrame(part))
    frame = pd.concat(parts, ignore_index=True)
    return frame.assign(imp=np.arange(len(frame)), is_ad=False, propensity=1.0)


def events(quarter):
    parts = [_steps(log, first) for log, first in quarter.weekly()]
    frame = pd.concat(parts, ignore_index=True)
    began = quarter.visits["ts"].to_numpy()[frame["session"]]
    frame["ts"] = began + pd.to_timedelta(frame["after"], unit="s")
    frame = frame.sort_values(["ts", "session", "after"], kind="stable").reset_index(drop=True)
    frame["event"] = np.arange(len(frame))
    frame = frame.drop(columns="after")
    return _dirty(quarter, frame) if quarter.traps else frame


def _steps(log, first):
    """A week's steps: session, kind, product (-1: none) and seconds after the session began."""
    session = first + log.list_session
    clicked = log.list_place >= 0
    place = np.maximum(log.list_place, 0)
    product = np.where(clicked, log.page[log.list_query, place], -1)
    # A session's lists are half a minute apart, the steps after a click some seconds.
    nth = np.arange(len(session)) - np.searchsorted(log.list_session, log.list_session)
    nothing, every = np.full(len(session), -1), np.ones(len(session), dtype=bool)
    steps = (
        ("list", every, nothing, 0),
        ("detail", clicked, product, 4),
        ("cart", log.list_carted, product, 11),
        ("checkout", log.list_paid, product, 17),
        ("pay", log.list_paid, product, 23),
    )
    parts = []
    for kind, happened, what, after in steps:
        part = {
            "session": session[happened],
            "kind": kind,
            "product": what[happened],
            "after": 30 * nth[happened] + after,
        }
        parts.append(pd.DataFrame(part))
    return pd.concat(parts, ignore_index=True)


def _dirty(quarter, frame):
    """The events as a real log has them: bots, an outage, a shifted clock, rows written twice."""
    rng, trap = quarter.rng("traps"), quarter.p.trap
    day = (frame["ts"] - START).dt.days
    bots = sessions(quarter).query("bot")
    ghosts = bots.loc[bots.index.repeat(LISTS_OF_A_BOT), ["session", "ts"]]
    ghosts = ghosts.assign(kind="list", product=-1, event=len(frame) + np.arange(len(ghosts)))
    out, shifted = rng.choice(quarter.weeks * 7, 2, replace=False)
    frame.loc[day == shifted, "ts"] += pd.Timedelta(hours=trap.shift_hours)
    if trap.outage_days:
        frame = frame[~day.between(out, out + trap.outage_days - 1)]
    frame = pd.concat([frame, ghosts], ignore_index=True)
    again = frame[rng.random(len(frame)) < trap.duplicates]
    return pd.concat([frame, again], ignore_index=True).sort_values("ts", kind="stable")


def orders(quarter):
    items, rng, shipping = quarter.items, quarter.rng("orders"), quarter.p.shipping
    value = (items["qty"] * items["unit_price"]).groupby(items["order"]).sum()
    session = items.groupby("order")["session"].first().to_numpy()
    visits = quarter.visits.iloc[session]
    columns = {
        "order": value.index,
        "user": visits["user"].to_numpy(),
        "session": session,
        "ts": visits["ts"].to_numpy() + np.timedelta64(5, "m"),
        "items_value": value.to_numpy(),
        "discount": 0.0,
        "coupon": -1,
        "status": "paid",
        "ship_fee": np.where(value < shipping.threshold, shipping.fee, 0.0),
        "ship_cost": rng.gamma(9.0, 0.6, len(value)),
    }
    frame = pd.DataFrame(columns)
    staff = int(np.ceil(quarter.p.trap.staff * len(frame))) if quarter.traps else 0
    tests = frame.sample(staff, random_state=7)
    tests = tests.assign(order=len(frame) + np.arange(staff), status="test")
    return pd.concat([frame, tests], ignore_index=True)


def paid_orders(quarter):
    """The orders of customers: without those that staff placed to try the shop out."""
    return orders(quarter).query("status == 'paid'")


def order_items(quarter):
    items = quarter.items
    reason = quarter.rng("reasons").choice(
        ["not as described", "does not fit", "changed my mind", "damaged"],
        len(items),
        p=[0.3, 0.25, 0.3, 0.15],
    )
    return items.assign(return_reason=np.where(items["returned"], reason, ""))


def reviews(quarter):
    items = quarter.items[quarter.items["stars"] > 0]
    visits = quarter.visits.iloc[items["session"].to_numpy()]
    return {
        "review": np.arange(len(items)),
        "order": items["order"].to_numpy(),
        "product": items["product"].to_numpy(),
        "user": visits["user"].to_numpy(),
        "ts": visits["ts"].to_numpy() + np.timedelta64(9, "D"),
        "stars": items["stars"].to_numpy(),
    }
