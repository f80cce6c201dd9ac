"""Pictures of what learners see, to be looked at: `python -m tests.pictures FOLDER [--only start]`.

The start page (new, half-way, done), a lesson in each state, a lesson opened
again without its kernel, and the feedback page; in both themes, at 1440 x 900
and 1000 x 700.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import nbformat

from course.authoring import layout
from course.check import record
from course.practice.lab import prepare
from course.practice.standing import PASSES, RIGHT, WRONG, lessons
from tests import browser
from tests.conftest import Course, solved, with_answers

SIZES = {"1440": (1440, 900), "1000": (1000, 700)}
LESSON = "title_optimization"
# What a learner of every state has filled in; what is not named is as it was handed out.
ANSWERS = {"blank": [], "half": ["token_role", "coverage"], "solved": None}
SLIP = "def bm25(docs, query, k1=1.2, b=0.75):\n    return [float(len(doc)) for doc in docs]"


def learner(work, stage):
    """Write the record of a learner who is `stage` ("new", "half-way", "done") in the course."""
    found = lessons(work)
    lines = []
    touched = {"new": 0, "half-way": len(found) // 2, "done": len(found)}[stage]
    for place, lesson in enumerate(found[:touched]):
        latest = stage == "half-way" and place == touched - 1
        for number, each in enumerate(lesson.checked):
            outcome = RIGHT if each.maximum == 2 else PASSES
            score = each.maximum
            if latest and number >= 2:
                if number > 2:
                    continue
                outcome, score = WRONG, 0.4 * each.maximum
            lines.append(
                {
                    "kind": "exercise",
                    "lesson": lesson.slug,
                    "exercise": each.name,
                    "outcome": outcome,
                    "score": score,
                    "maximum": each.maximum,
                }
            )
        guess = {"kind": "answer", "lesson": lesson.slug, "question": "the first guess"}
        lines.append(guess | {"value": 20 + 11 * place % 60, "answer": 35, "low": 0, "high": 100})
        if stage == "done" and place % 2 == 0:
            lines.append({"kind": "graded", "lesson": lesson.slug, "score": 18 - place % 3})
            page = work / "feedback" / f"{lesson.folder}.html"
            page.parent.mkdir(exist_ok=True)
            page.write_text("<h1>Feedback</h1>")
    text = "".join(
        json.dumps(
            {"schema": record.SCHEMA, "at": f"2026-03-02T10:{place // 60:02}:{place % 60:02}"}
            | line
        )
        + "\n"
        for place, line in enumerate(lines)
    )
    (work / record.FILE).write_text(text, encoding="utf-8")


def lab_page(lab, path, theme, size):
    """A LabPage of this size."""
    opened = browser.LabPage(*lab, path, theme)
    width, height = SIZES[size]
    opened.page.set_viewport_size({"width": width, "height": height})
    return opened


def take(out, scratch, only):
    out.mkdir(parents=True, exist_ok=True)
    root = scratch / "work"
    if "start" in only:
        for stage in ("new", "half-way", "done"):
            prepare(browser.ROOT, root / stage)
            learner(root / stage, stage)
            prepare(browser.ROOT, root / stage)
    if "lesson" in only or "feedback" in only:
        lesson = layout.lesson(LESSON)
        full = solved(lesson)
        blank = nbformat.read(lesson.notebook("release"), as_version=4)
        done = {cell.id: cell.source for cell in full.cells}
        for state, names in ANSWERS.items():
            own = full if names is None else with_answers(blank, {n: done[n] for n in names})
            if state == "half":
                own = with_answers(own, {"bm25": SLIP})
            prepare(browser.ROOT, root / state)
            nbformat.write(own, root / state / lesson.folder / f"{LESSON}.ipynb")
    if "feedback" in only:
        feedback(root, scratch)
    with browser.jupyterlab(root, scratch) as address, browser.chromium() as chromium:
        lab = chromium, address
        for size in SIZES:
            for theme in browser.THEMES:
                name = f"{size}_{theme}.png"
                if "start" in only:
                    for stage in ("new", "half-way", "done"):
                        start_page(
                            lab, f"{stage}/start.ipynb", theme, size, out, f"start_{stage}_{name}"
                        )
                if "lesson" in only:
                    for state in ANSWERS:
                        lesson_page(lab, state, theme, size, out, name)
                if "feedback" in only:
                    feedback_page(
                        chromium, root / "feedback.html", theme, size, out / f"feedback_{name}"
                    )


def start_page(lab, path, theme, size, out, name):
    page = lab_page(lab, path, theme, size)
    page.page.get_by_text("Your progress, as one file").wait_for()
    page.page.wait_for_timeout(400)
    page.page.screenshot(path=out / name)
    screens(page, out / name, 3)
    page.close()


def screens(page, path, most):
    """Further pictures a screen further down each, to at most `most` in all."""
    for number in range(2, most + 1):
        moved = page.page.evaluate(
            """() => { const box = document.querySelector('.jp-WindowedPanel-outer');
            const before = box.scrollTop; box.scrollTop += box.clientHeight - 20;
            return box.scrollTop - before; }"""
        )
        if moved < 30:
            return
        page.page.wait_for_timeout(250)
        page.page.screenshot(path=path.with_stem(f"{path.stem}_{number}"))


def lesson_page(lab, state, theme, size, out, name):
    """A lesson run from the top, at each exercise's panel; then opened again without a kernel."""
    lesson = layout.lesson(LESSON)
    page = lab_page(lab, f"{state}/{lesson.folder}/{LESSON}.ipynb", theme, size)
    page.run_all()
    for cell in ("coverage_test", "bm25_test", "write_title_test"):
        for _ in range(3):  # the first scrolls make the cells above draw, which moves everything
            page.page.evaluate(
                """async id => { const panel = window.jupyterapp.shell.currentWidget;
                const place = panel.content.widgets.findIndex(each => each.model.id === id);
                await panel.content.scrollToItem(place, 'center'); }""",
                cell,
            )
            page.page.wait_for_timeout(500)
        page.page.screenshot(path=out / f"lesson_{state}_{cell}_{name}")
    page.command("docmanager:save")
    page.close()
    if state == "solved":
        again = lab_page(lab, f"{state}/{lesson.folder}/{LESSON}.ipynb", theme, size)
        again.show(".course-card")
        again.page.screenshot(path=out / f"reopened_{name}")
        again.close()


def feedback(root, scratch):
    """The feedback on the half-done lesson, as `root`/feedback.html."""
    lesson = layout.lesson(LESSON)
    course = Course(scratch / "grading", lesson)
    target = scratch / "grading" / "submitted" / "me" / lesson.folder
    target.mkdir(parents=True)
    shutil.copy(root / "half" / lesson.folder / f"{LESSON}.ipynb", target)
    for step in (course.api.autograde, course.api.generate_feedback):
        done = step(lesson.folder, "me")
        assert done["success"], done["log"]
    made = scratch / "grading" / "feedback" / "me" / lesson.folder / f"{LESSON}.html"
    shutil.copy(made, root / "feedback.html")


def feedback_page(chromium, path, theme, size, target):
    width, height = SIZES[size]
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
    page.goto(path.as_uri())
    page.screenshot(path=target)
    page.screenshot(path=target.with_stem(f"{target.stem}_whole"), full_page=True)
    page.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", action="append", choices=["start", "lesson", "feedback"])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        take(chosen.out, Path(scratch), chosen.only or ["start", "lesson", "feedback"])
    print(f"{len(list(chosen.out.glob('*.png')))} pictures in {chosen.out}")


if __name__ == "__main__":
    main()
