"""How fast Tideway is: worlds, expected weeks, drawn quarters and auctions.

    python benchmarks/market.py
    python benchmarks/market.py --against COMMIT

All figures come from one run on one core. The last block compares the event
engine with the same model as a plain loop over sessions (below), at size S.

`--against` measures an older commit of this repository and what lies here now, in turns, and
prints both with their ratio: worlds, weeks and auctions, and a draw of each lesson's decision. It
says which ratio is above MOST_RATIO and which draw takes more than MOST_DRAW, and ends with 1
where there is one. Run it where nothing else runs.
"""

import importlib
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from functools import partial
from pathlib import Path

import ready

ready.packages("numpy", "pandas")
import numpy as np

HERE = Path(__file__).resolve().parents[1]
FIGURES = "--figures-of"  # how this script calls itself: the figures of the course in that folder
ROOT = Path(sys.argv[2]) if sys.argv[1:2] == [FIGURES] else HERE
sys.path.insert(0, str(ROOT))
from course.market import ads, parameters
from course.market.events import draw_week, draw_weeks
from course.market.expectation import expected_week
from course.market.people import user_tastes
from course.market.world import SIZES, World

MOST_RATIO = 1.2  # after ÷ before, of worlds, weeks and auctions
MOST_DRAW = 0.020  # seconds a draw of a lesson's decision
ROUNDS, DRAWS = 5, 10


def median_seconds(action, repeat=5):
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def plain_loop(world, seed, rank_each=False):
    """A week of `world`, session by session, in plain Python: returns (sessions, orders).

    `rank_each` ranks the products of the query's category anew for every result
    page, as a search engine does; otherwise pages are looked up.
    """
    chance, p = random.Random(seed), world.p
    products, users = world.products.to_dict("records"), world.users.to_dict("records")
    page, relevance, truth = (each.tolist() for each in world.ranking())
    volume = world.queries["weekly_volume"].tolist()
    edges = np.cumsum(volume).tolist()
    position = world.price_position().tolist()
    tastes, of_category = user_tastes(p).tolist(), world.categories["price_taste"].tolist()
    return_base = world.categories["return_base"].tolist()
    sessions = orders = 0
    shown, lists, items = [], [], []  # the log, as the engine keeps one
    first, shelf = {}, []
    for place, (ids, rel, _) in enumerate(zip(*world.pages, strict=True)):
        rows = np.flatnonzero(world.queries["category"].to_numpy() == place)
        first.update(zip(rows.tolist(), range(len(rows)), strict=True))
        shelf.append((ids.tolist(), rel.tolist()))

    def rank(query):
        ids, rel = shelf[products[page[query][0]]["category"]]
        scored = []
        for j, fits in zip(ids, rel[first[query]], strict=True):
            item = products[j]
            score = (
                p.search.relevance * fits
                + p.search.reviews * math.log1p(item["reviews"])
                + p.search.rating * (item["rating"] - 4.3)
                + p.search.appeal * item["appeal"]
                - p.search.price * position[j]
            )
            scored.append((-score, j))
        scored.sort()
        return [j for _, j in scored[: len(page[query])]]

    def poisson(mean):
        count, product, limit = 0, chance.random(), math.exp(-mean)
        while product > limit:
            count, product = count + 1, product * chance.random()
        return count

    def sigmoid(x):
        return 1.0 / (1.0 + math.exp(-x))

    for user in users:
        for _ in range(poisson(user["rate"])):
            sessions += 1
            for _ in range(1 + poisson(p.arrival.lists)):
                pick, query = chance.random() * edges[-1], 0
                while edges[query] < pick:
                    query += 1
                weights = []
                listed = rank(query) if rank_each else page[query]
                for place, j in enumerate(listed):
                    item = products[j]
                    taste = tastes[user["taste"]] * of_category[item["category"]]
                    utility = (
                        p.choice.relevance * (relevance[query][place] - 0.5)
                        + p.choice.rating * (item["rating"] - 4.3)
                        + p.choice.reviews * math.log1p(item["reviews"])
                        + p.choice.appeal * item["appeal"]
                        - p.choice.price * taste * position[j]
                    )
                    weights.append((place + 1) ** -p.search.bias * math.exp(utility))
                pick, place = chance.random() * (p.choice.outside + sum(weights)), 0
                while place < len(weights) and pick > weights[place]:
                    pick -= weights[place]
                    place += 1
                shown.append((sessions, query, listed))
                if place == len(weights):
                    lists.append((user["user"], sessions, query, None, False, False))
                    continue
                j = page[query][place]
                item, phone = products[j], user["device"] == "phone"
                taste = tastes[user["taste"]] * of_category[item["category"]]
                cart = sigmoid(
                    p.cart.intercept
                    + p.cart.phone * phone
                    + p.cart.rating * (item["rating"] - 4.3)
                    + p.cart.quality * item["quality"]
                    - p.cart.price * taste * position[j]
                    + p.cart.match * (truth[query][place] - 1)
                )
                carted = chance.random() < cart
                fee = p.shipping.fee if item["list_price"] < p.shipping.threshold else 0.0
                paid = carted and chance.random() < sigmoid(
                    p.order.intercept
                    + p.order.phone * phone
                    - p.order.price * taste * position[j]
                    - p.order.fee * fee
                )
                lists.append((user["user"], sessions, query, place, carted, paid))
                if paid:
                    orders += 1
                    back = sigmoid(
                        return_base[item["category"]]
                        + p.returns.overpromise * item["overpromise"]
                        + p.returns.quality * item["quality"]
                        + p.returns.mismatch * (1 - truth[query][place])
                    )
                    stars = 0
                    if chance.random() < p.review.rate:
                        liked = chance.gauss(4.3 + 0.25 * item["quality"], p.review.noise)
                        stars = min(5, max(1, round(liked)))
                    units = 1 + poisson(user["extra"])
                    items.append((sessions, j, units, chance.random() < back, stars))
    return sessions, orders


class Shown(Exception):
    """A policy was shown what it gets; nothing more is to be measured."""


def draw(scenario, seed):
    """Draw the market and show it: once, or for the first of several rounds."""
    if hasattr(scenario, "observe"):
        return scenario.observe(seed)

    def stop(observation):
        raise Shown

    try:
        scenario.play(seed, stop)
    except Shown:
        return None


def draw_seconds():
    """{lesson: median seconds of a draw} of every lesson with a decision."""
    found = {}
    for path in sorted((ROOT / "course" / "lessons").glob("*/scenario.py")):
        slug = path.parent.name
        scenario = importlib.import_module(f"course.lessons.{slug}.scenario").Scenario()
        draw(scenario, "warm")
        each = partial(next, map(partial(draw, scenario), range(DRAWS)))
        found[slug] = median_seconds(each, DRAWS)
    return found


def figures():
    """{"market": {what: seconds}, "draws": {lesson: seconds}} of the course in ROOT."""
    world, p, rng = World(1, "M"), parameters.Parameters(), np.random.default_rng(1)
    rivals, count = np.full(ads.RIVALS, 0.65), 50_000
    market = {
        "world at M": lambda: World(1, "M"),
        "expected week at M": lambda: expected_week(world),
        "week of events at M": lambda: draw_week(world, 1),
        "quarter of events at M": lambda: draw_weeks(world, 13),
        f"{count:,} auctions": lambda: ads.draw_auctions(p, rng, 0.7, 1.1, rivals, count),
    }
    taken = {}
    for name, action in market.items():
        action()
        taken[name] = median_seconds(action)
    return {"market": taken, "draws": draw_seconds()}


def figures_of(folder):
    """The figures of the course in another folder, from a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), FIGURES, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"The course in {folder} cannot be measured:\n{done.stderr}")
    return json.loads(done.stdout)


def against(commit):
    """Measure `commit` and the course here in turns; prints both. Returns whether all is well."""
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder) / "before.tar"
        made = subprocess.run(
            ["git", "archive", "--output", str(packed), commit, "course"],
            cwd=HERE,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            sys.exit(f"git has no commit {commit!r} here: {made.stderr.strip()}")
        with tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
        rounds = [(figures_of(folder), figures_of(HERE)) for _ in range(ROUNDS)]
    well = True
    print(f"{'milliseconds':<28}{'before':>10}{'after':>10}{'ratio':>8}")
    for kind in ("market", "draws"):
        for name in rounds[0][1][kind]:
            before, after = (
                statistics.median(one[kind].get(name, math.nan) for one in side)
                for side in zip(*rounds, strict=True)
            )
            slow = after > MOST_DRAW if kind == "draws" else after > MOST_RATIO * before
            well = well and not slow
            print(
                f"{name:<28}{1000 * before:>10.2f}{1000 * after:>10.2f}{after / before:>8.2f}"
                + ("  too slow" if slow else "")
            )
    print(
        f"\nMedians of {ROUNDS} rounds. Asked: a ratio of at most {MOST_RATIO} of worlds, weeks and"
        f" auctions; a draw in at most {1000 * MOST_DRAW:.0f} ms."
    )
    return well


def main():
    if sys.argv[1:2] == [FIGURES]:
        print(json.dumps(figures()))
        return
    if sys.argv[1:2] == ["--against"]:
        if len(sys.argv) != 3:
            sys.exit("name one commit: python benchmarks/market.py --against COMMIT")
        sys.exit(0 if against(sys.argv[2]) else 1)
    print(
        f"{'size':<6}{'users':>9}{'build s':>9}{'expected week ms':>18}{'drawn week s':>14}{'us a user':>11}"
    )
    for size, (users, _, _) in SIZES.items():
        build = median_seconds(lambda size=size: World(1, size), 3)
        world = World(1, size)
        expected = median_seconds(lambda world=world: expected_week(world))
        drawn = median_seconds(lambda world=world: draw_week(world, 1), 3)
        print(
            f"{size:<6}{users:>9,}{build:>9.2f}{1000 * expected:>18.1f}{drawn:>14.3f}{1e6 * drawn / users:>11.2f}"
        )
    world = World(1, "M")
    before = peak_mb()
    quarter = median_seconds(lambda: draw_weeks(world, 13), 3)
    print(
        f"\n13 weeks at M: {quarter:.2f} s, peak memory {peak_mb():.0f} MB ({before:.0f} MB before)"
    )
    large = World(1, "L")
    start = time.perf_counter()
    for week in range(1, 14):  # a week at a time: only one is held
        draw_week(large, week)
    print(
        f"13 weeks at L, a week at a time: {time.perf_counter() - start:.2f} s, peak memory"
        f" {peak_mb():.0f} MB"
    )

    p, rng, count = parameters.Parameters(), np.random.default_rng(1), 200_000
    taken = median_seconds(
        lambda: ads.draw_auctions(p, rng, 0.7, 1.1, np.full(ads.RIVALS, 0.65), count), 3
    )
    print(f"\nauctions of 7 bidders in batches of 64, logs kept: {count / taken:,.0f} a second")

    print(
        f"\n{'a quarter':<12}{'engine ms':>11}{'loop, pages looked up':>24}{'loop, pages ranked':>24}"
    )
    for size, repeat in (("S", 3), ("M", 1)):
        world = World(1, size)
        fast = median_seconds(lambda world=world: draw_weeks(world, 13))
        loops = [
            13 * median_seconds(lambda world=world, each=each: plain_loop(world, 1, each), repeat)
            for each in (False, True)
        ]
        columns = [f"{1000 * slow:>14,.0f} ms ({slow / fast:>3.0f}x)" for slow in loops]
        print(f"{f'at {size}':<12}{1000 * fast:>11.0f}" + "".join(columns))
    small = World(1, "S")
    loop = [plain_loop(small, seed) for seed in range(20)]
    usual = expected_week(small)
    print(
        f"same model: the loop's mean of 20 weeks is {np.mean(loop, axis=0).round(1).tolist()}"
        " sessions and orders,"
    )
    print(f"expected are {usual.sessions:.1f} and {usual.items.sum():.1f}")


if __name__ == "__main__":
    main()
