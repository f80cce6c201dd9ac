"""Content, friends and groups: posts and their days, live rooms, referrals, groups, group-buys."""

import numpy as np
import pandas as pd

from course.market import posting, social
from course.market.records.quarter import START, WEEK, date

TOPICS = ("gifts", "outdoor", "home", "care", "deals")
POSTS, DAYS = 28, 10  # posts, and days on which each is counted
INVITERS = 500
REWARD, FRIEND_REWARD = 8.0, 6.0  # dollars for who invites, and for who is invited
GROUPS = 40
GROUP_BUYS = 800


def content_posts(quarter):
    rng = quarter.rng("posts")
    return {
        "post": np.arange(POSTS),
        "channel": rng.choice(["feed", "newsletter", "short video"], POSTS),
        "ts": START + pd.to_timedelta(np.arange(POSTS) * 43_200, unit="s"),
        "headline": _headlines(rng),
        "topic": rng.choice(TOPICS, POSTS),
        "cost": rng.gamma(4, 20, POSTS),
    }


def _headlines(rng):
    openings = rng.choice(["Five ideas", "What we learned", "Before you buy"], POSTS)
    endings = rng.choice(["a small flat", "a long ride", "a cold week"], POSTS)
    return [f"{opening} for {end}" for opening, end in zip(openings, endings, strict=True)]


def post_daily(quarter):
    rng = quarter.rng("post days")
    ctr = social.headline_ctr(quarter.p, rng, POSTS)
    post, day = np.divmod(np.arange(POSTS * DAYS), DAYS)
    shown = rng.poisson(800 * social.topic_interest(quarter.p, day / 7))
    return {
        "post": post,
        "date": START + pd.to_timedelta(post // 2 + day, unit="D"),
        "shown": shown,
        "clicks": rng.binomial(shown, social.tired_ctr(quarter.p, ctr[post], day)),
    }


def live_sessions(quarter):
    rng, count = quarter.rng("live"), 2 * quarter.weeks
    rooms = posting.live_rooms(quarter.p, rng, count)
    return {
        "live": np.arange(count),
        "room": rooms["room"],
        "ts": date(1 + np.arange(count) // 2) + pd.Timedelta(hours=20),
        "minutes": rng.integers(45, 150, count),
        "viewers": rooms["viewers"],
        "orders": rooms["orders"],
        "gmv": rooms["gmv"],
    }


def referrals(quarter):
    rng, p, users = quarter.rng("referrals"), quarter.p, quarter.world.users
    inviters = rng.choice(len(users), INVITERS, replace=False)
    invited = social.invitations(p, REWARD)
    accepted = rng.poisson(invited * social.friend_conversion(p, FRIEND_REWARD) * 4, INVITERS)
    inviter = np.repeat(inviters, accepted)
    count = len(inviter)
    fake = rng.random(count) < (social.fraud_share(p, REWARD) if quarter.traps else 0.0)
    own = users["device"].to_numpy()[inviter]
    device = np.where(fake, own, rng.choice(["desktop", "phone"], count, p=[0.35, 0.65]))
    seconds = rng.integers(0, quarter.weeks * WEEK, count)
    return {
        "inviter": inviter,
        "invitee": len(users) + np.arange(count),
        "ts": START + pd.to_timedelta(seconds, unit="s"),
        "reward_i": REWARD,
        "reward_f": FRIEND_REWARD,
        "device": device,
        "first_order": True,
    }


def groups(quarter):
    rng = quarter.rng("groups")
    return {
        "group": np.arange(GROUPS),
        "topic": rng.choice(TOPICS, GROUPS),
        "opened": date(-rng.integers(0, 20, GROUPS)),
        "manager": rng.integers(0, 5, GROUPS),
    }


def group_members(quarter):
    rng = quarter.rng("group members")
    parts = []
    for group in range(GROUPS):
        size = int(rng.integers(30, 200))
        leaves = rng.random(size) < 0.25
        joined = rng.integers(0, 6, size)
        left = np.where(leaves, date(joined + rng.integers(1, 8, size)), np.datetime64("NaT"))
        columns = {
            "group": group,
            "user": rng.choice(len(quarter.world.users), size, replace=False),
            "joined": date(joined),
            "left": pd.to_datetime(left),
        }
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def group_messages(quarter):
    rng, opened = quarter.rng("group messages"), groups(quarter)["opened"]
    group, week = np.divmod(np.arange(GROUPS * quarter.weeks), quarter.weeks)
    age = ((date(week + 1) - opened[group]).days / 7).to_numpy()
    messages = rng.poisson(120 * social.topic_interest(quarter.p, age))
    return {
        "group": group,
        "date": date(week + 1),
        "messages": messages,
        "writers": np.minimum(messages, rng.poisson(4 + messages / 10)),
    }


def group_buys(quarter):
    rng, p = quarter.rng("group buys"), quarter.p
    size = rng.integers(2, 7, GROUP_BUYS)
    depth = rng.choice([0.1, 0.2, 0.3, 0.4], GROUP_BUYS)
    friends = rng.poisson(p.groups.friends * social.group_joins(p, depth))
    wanted = size - 1  # beside the one who starts
    return {
        "gb": np.arange(GROUP_BUYS),
        "product": rng.choice(len(quarter.world.products), GROUP_BUYS),
        "size": size,
        "depth": depth,
        "starter": rng.choice(len(quarter.world.users), GROUP_BUYS),
        "joined": 1 + np.minimum(friends, wanted),
        "filled": friends >= wanted,
    }
