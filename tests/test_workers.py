"""Who ends a worker is done again alone and costs nobody else a try; who goes on without end is
ended.
"""

import os
import signal
import time
from pathlib import Path

import pytest

from course.grading import workers
from course.grading.workers import TooMuch, Workers


def deadly(place):
    with open(place, "a") as file:
        file.write("x")
    time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGKILL)


def deadly_once(place):
    if not Path(place).exists():
        deadly(place)
    return "fine"


def honest(number):
    time.sleep(0.05)
    return number


def greedy():
    try:
        return len(bytearray(4 * workers.MEMORY_BYTES))
    except MemoryError:
        return "too much"


@pytest.fixture(scope="module")
def pool():
    with Workers(2, contained=False) as made:
        yield made


def test_what_ends_its_worker_is_alone_in_it(pool, tmp_path):
    evil = [pool.submit(deadly, str(tmp_path / f"evil{n}")) for n in range(2)]
    good = [pool.submit(honest, n) for n in range(30)]
    unlucky = pool.submit(deadly_once, str(tmp_path / "unlucky"))
    assert [future.result(timeout=120) for future in good] == list(range(30))
    assert unlucky.result(timeout=120) == "fine"
    for number, future in enumerate(evil):
        with pytest.raises(TooMuch):
            future.result(timeout=120)
        assert len((tmp_path / f"evil{number}").read_text()) == workers.TRIES
    assert pool.submit(honest, 7).result(timeout=120) == 7  # and the pool is as good as new


def test_a_worker_may_not_take_the_machines_memory(pool):
    assert pool.submit(greedy).result(timeout=120) == "too much"


def test_a_worker_that_hangs_ends(monkeypatch):
    ended = []
    monkeypatch.setattr(workers.os, "_exit", ended.append)
    monkeypatch.setattr(workers, "LATE_SECONDS", 0.05)
    assert workers._in_time(lambda: time.sleep(0.5)) == "null"
    assert ended == [1]
