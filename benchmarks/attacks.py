"""Every attack of tests/test_attacks.py, against plain nbgrader and `course grade`.

Prints the table of docs/attacks.md.

    python benchmarks/attacks.py > docs/attacks.md
    python benchmarks/attacks.py patched display    # only attacks with such a word

Plain nbgrader has nothing between a submission and the machine, so it runs
inside bubblewrap here, with a copy of the course, no network and a time limit.
Takes about ten minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import ready

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SECONDS = 240
REST = Path(__file__).with_suffix(".md")  # what stands below the table
ready.packages("nbgrader", "pytest")


def attacks():
    """(kind, name, notebook, files) of every attack."""
    from tests import test_attacks as t

    for name in t.EARN:
        yield "earn points", name, t.attempt(name)
    for name, change in t.FORGED.items():
        notebook = json.loads(json.dumps(t.RELEASE))
        notebook = t.nbformat.from_dict(notebook)
        for cell in notebook.cells:
            if t.is_test(cell):
                change(cell)
        yield "earn points", f"test cells: {name}", notebook
    for name in t.READ:
        yield "read", name, t.looked_for(name)
    honest = {cell.id: cell.source for cell in t.solved(t.LESSON).cells}
    for name, code in {**t.EXHAUST, **t.SWARM}.items():
        answer = {"token_role": code + "\n" + honest["token_role"]}
        yield "exhaust", name, t.with_answers(t.solved(t.LESSON), answer)
    for name, code in t.RETURNS.items():
        answer = {"coverage": f"def coverage(title, queries):\n    {code}"}
        notebook = t.with_answers(t.solved(t.LESSON), answer)
        yield "exhaust", f"a function that gives or does {name}", notebook
    doubled = t.solved(t.LESSON)
    doubled.cells += [cell for cell in t.solved(t.LESSON).cells if t.is_test(cell)]
    yield "damage", "test cells doubled", doubled
    deleted = t.solved(t.LESSON)
    deleted.cells = [cell for cell in deleted.cells if not t.is_test(cell)]
    yield "damage", "test cells deleted", deleted


def verdict(kind, name, earned, said):
    """One table cell: what became of the attack.

    `earned` is {exercise: points} or None where the submission was lost.
    """
    if earned is None:
        lost = "the submission is lost"
        return lost if kind in ("exhaust", "damage") else f"stopped, but {lost}"
    total = sum(points or 0 for points in earned.values())
    if kind == "earn points":
        return f"**succeeds: {total:g} points**" if total else "stopped"
    if kind == "read":
        return "stopped" if said == "FOUND []" else "**succeeds**"
    own = {"exhaust": 3 if name.startswith("a function") else 2, "damage": 0}[kind]
    missing = 18 - total - own
    if missing > 0:
        return f"costs {missing:g} points of its own other exercises"
    return "costs itself only" if kind == "exhaust" else "graded"


def ours(jobs):
    from course.grading.sealed import Grader
    from tests import test_attacks as t

    with Grader() as grader:
        for kind, name, notebook in jobs:
            done = t.graded(grader, notebook)
            said = t.said_by(done) if kind == "read" else ""
            yield verdict(kind, name, t.points(done), said)


def plain(number):
    """In the box: one attack graded by nbgrader alone; prints JSON."""
    from course.authoring import layout
    from tests.conftest import Course

    notebook = list(attacks())[number][2]
    Path(os.environ["COURSE_SALT"]).write_text('{"salt": "of this course", "values": {}}')
    with tempfile.TemporaryDirectory() as folder:
        course = Course(Path(folder), layout.lesson("title_optimization"))
        course.submit("attacker", notebook)
        done = course.api.autograde(course.lesson.folder, "attacker")
        if not done["success"]:
            print(json.dumps({"earned": None}))
            return
        _, graded = course.graded("attacker")
        with course.api.gradebook as gradebook:
            books = gradebook.find_submission(course.lesson.folder, "attacker").notebooks
            grades = [grade for book in books for grade in book.grades]
            tests = [grade for grade in grades if grade.cell.name.endswith("_test")]
            earned = {grade.cell.name: grade.auto_score for grade in tests}
        outputs = next(cell.outputs for cell in graded.cells if cell.id == "write_title")
        said = outputs[0].get("text", "").strip() if outputs else ""
        print(json.dumps({"earned": earned, "said": said}))


def boxed(number):
    command = [
        "bwrap",
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--die-with-parent",
        "--ro-bind",
        "/",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--tmpfs",
        "/tmp",
        "--tmpfs",
        (
            "/root"
            if not sys.prefix.startswith("/root") and not sys.base_prefix.startswith("/root")
            else "/mnt"
        ),
        *(
            word
            for path in (sys.prefix, str(ROOT))
            if path.startswith("/tmp/")
            for word in ("--ro-bind", path, path)
        ),
        "prlimit",
        "--nproc=2000",
        "--as=6000000000",
        sys.executable,
        __file__,
        "--plain",
        str(number),
    ]
    salt = "/tmp/salt.json"
    environment = {**os.environ, "COURSE_SALT": salt, "HOME": "/tmp", "TMPDIR": "/tmp"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=SECONDS, env=environment
        )
        return json.loads(done.stdout.strip().splitlines()[-1])
    except (subprocess.TimeoutExpired, ValueError, IndexError):
        return {"earned": None}


def main():
    only = sys.argv[1:]  # words of names: a part of the table
    numbered = [
        (number, job)
        for number, job in enumerate(attacks())
        if not only or any(word in job[1] for word in only)
    ]
    jobs = [job for _, job in numbered]
    print("# Attacks: plain nbgrader and `course grade`\n")
    print(
        "Made by `python benchmarks/attacks.py`. Every row is one hostile or unlucky submission of"
        " `tests/test_attacks.py`, which also asserts the last column.\n"
    )
    print("| kind | attack | nbgrader 0.9.6 alone | `course grade` |\n|---|---|---|---|")
    counts = [0, 0]
    for (number, (kind, name, _)), own in zip(numbered, ours(jobs), strict=True):
        said = {} if name == "forks" else boxed(number)
        # A process limit does not hold for root: this one was tried once, and took the machine for
        # minutes.
        other = (
            verdict(kind, name, said["earned"], said.get("said", ""))
            if said
            else "the machine is lost"
        )
        for place, word in enumerate((other, own)):
            counts[place] += word in ("stopped", "graded") or word.startswith("costs")
        print(f"| {kind} | {name} | {other} | {own} |", flush=True)
    print(
        f"\nStopped without harm to anything else: nbgrader alone {counts[0]} of {len(jobs)},"
        f" `course grade` {counts[1]} of {len(jobs)}."
    )
    print("\n" + REST.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--plain"]:
        plain(int(sys.argv[2]))
    else:
        main()
