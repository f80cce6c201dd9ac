"""What each wall costs: milliseconds a submission, or once for a run.

    python benchmarks/walls.py [TIMES]

A process that has imported what a box imports is forked into each namespace alone, as box.py does
it; then whole submissions of one empty cell are timed, contained and not. Medians.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
import ready

ready.packages("numpy", "pandas")

NAMESPACES = {
    "mounts": 0x20000,
    "control groups": 0x02000000,
    "names": 0x04000000,
    "IPC": 0x08000000,
    "processes": 0x20000000,
    "network": 0x40000000,
}
MOUNTS = {
    "fresh /proc": ("proc", "/proc", "proc", 6, "subset=pid"),
    "scratch folder": ("tmpfs", "/mnt", "tmpfs", 6, "size=1000000,nr_inodes=1000"),
    "terminals": ("devpts", "/dev/pts", "devpts", 10, "newinstance,ptmxmode=0666"),
}


def timed(make, times):
    """Median milliseconds of `make()`."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        make()
        found.append(1000 * (time.perf_counter() - start))
    return statistics.median(found)


def forked(flags, then=lambda: None):
    """Fork into new namespaces, do something there, and wait."""
    from course.grading import box

    pid = box._fork(flags)
    if pid == 0:
        try:
            then()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


def alone(times):
    """In a process of its own, as root or in a user namespace: {wall: milliseconds}."""
    from course.check import learner  # noqa: F401  (what a box imports makes its fork as slow as it is)
    from course.grading import box, seccomp, wire  # noqa: F401

    plain = timed(lambda: forked(0), times)
    found = {"a fork": plain}
    for name, flag in NAMESPACES.items():
        found[f"namespace: {name}"] = timed(lambda flag=flag: forked(flag), times) - plain
    found["namespaces: all"] = timed(lambda: forked(box.NEW_ALL), times) - plain

    def mounted(name):
        box._mount(None, "/", None, box.PRIVATE)
        start = time.perf_counter()
        box._mount(*MOUNTS[name])
        return 1000 * (time.perf_counter() - start)

    def told(work):
        """Milliseconds that `work` says, from a process in namespaces of its own."""
        reading, writing = os.pipe()
        forked(box.NEW_ALL, lambda: os.write(writing, str(work()).encode()))
        text = os.read(reading, 100)
        os.close(reading), os.close(writing)
        return float(text)

    for name in MOUNTS:
        found[f"mount: {name}"] = statistics.median(
            told(lambda name=name: mounted(name)) for _ in range(times)
        )
    code = seccomp.program()

    def confined():
        start = time.perf_counter()
        box._prctl(box.SET_NO_NEW_PRIVS, 1)
        seccomp.confine(code)
        return 1000 * (time.perf_counter() - start)

    found["the filter of system calls"] = statistics.median(told(confined) for _ in range(times))
    return found


def submissions(times):
    """{contained or not: milliseconds of a submission of one empty cell}."""
    from course.grading.sandbox import Box

    found = {}
    for name, contained in (("not contained", False), ("contained", True)):
        made = Box(contained)
        made.open().close()
        made.answers()
        found[f"one empty submission, {name}"] = timed(made.answers, times)
        made.close()
    return found


def main(times=30):
    from course.grading import shown

    with tempfile.TemporaryDirectory() as folder:
        once = timed(lambda: shown.copy(Path(folder) / os.urandom(4).hex()), 3)
    walls = ["unshare", "-m", "--propagation", "private"]
    walls = walls if os.geteuid() == 0 else ["unshare", "-rm"]
    done = subprocess.run(
        [*walls, sys.executable, __file__, "--alone", str(times)],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = json.loads(done.stdout) | submissions(times)
    for name, cost in rows.items():
        print(f"{name:40} {cost:8.2f} ms")
    print(f"{'once: the copy of what learners get':40} {once:8.2f} ms")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        print(json.dumps(alone(int(sys.argv[2]))))
    else:
        main(*map(int, sys.argv[1:]))
