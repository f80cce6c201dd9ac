"""A class that nobody taught: a grade book and executed notebooks, made without executing any.

Abilities, difficulties and hand-ins are drawn from a seed. Five faults are planted, for tests to
find: `FAULTS`.
"""

import datetime
import json
import math
import shutil
from random import Random

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)

from course.authoring import canon, layout
from course.check.render import OUTCOME
from tests.conftest import empty_gradebook

FIRST = ["Ana", "Björn", "Chloé", "Đorđe", "Emre", "Fátima", "Giulia", "Hye-jin", "Ines", "Jürgen"]
LAST = ["Abel", "Brown", "Çelik", "D'Amico", "Ek", "Fischer, Jr.", "García", "Håkansson", "Ito"]
START = datetime.datetime(2026, 9, 7, 12)
DEPTH = datetime.timedelta(days=7)

SENTENCES = [
    "`{name}(week={a})` gave {x:.2f}; asked is a share between 0 and 1. This looks like percent.",
    "`{name}([{a}, {b}])` gave {x:.1f}. The mean of ratios is not the ratio of sums.",
    "`{name}({{'shop': '{word}', 'orders': {a}}})` gave {a}, a whole number; asked is a float.",
    "A table with no rows: `{name}` raised ZeroDivisionError.",
]
WORDS = ["olive", "nylon", "backpack", "kettle"]

# The planted faults, by the place of the exercise in the second and third lesson of a class.
FAULTS = {
    "key": (1, 1),  # who is strong loses here
    "message": (1, 2),  # half of the class meets one sentence
    "blank": (1, 3),  # half of the class left it untouched
    "baseline": (2, -2),  # most decisions earn less than the baseline
    "easy": (2, 0),  # everybody has it
}


def make(root, learners=300, lessons=4, seed=1, read=True):
    """A class of `learners` in `lessons` lessons of this course under `root`; gives
    {fault: (lesson's folder, exercise)}.

    `read`: whether the written answers have their points.
    """
    rng = Random(seed)
    shutil.copy(empty_gradebook(), root / "gradebook.db")
    chosen = layout.lessons()[:lessons]
    sources = {lesson: canon.read(lesson.notebook("source")) for lesson in chosen}
    graded = {
        lesson: [c for c in book.cells if _about(c).get("grade")]
        for lesson, book in sources.items()
    }
    planted = {
        fault: (chosen[at].folder, graded[chosen[at]][place].id.removesuffix("_test"))
        for fault, (at, place) in FAULTS.items()
        if at < lessons
    }
    people = [_person(number, rng) for number in range(learners)]
    with Gradebook(f"sqlite:///{root}/gradebook.db") as book:
        cells, solutions = {}, {}
        for place, lesson in enumerate(chosen):
            due = START + (place + 1) * DEPTH
            book.update_or_create_assignment(lesson.folder, duedate=due)
            book.update_or_create_notebook(lesson.slug, lesson.folder)
            for cell in graded[lesson]:
                about = _about(cell)
                made = book.update_or_create_grade_cell(
                    about["grade_id"], lesson.slug, lesson.folder,
                    max_score=about["points"], cell_type=cell.cell_type,
                )  # fmt: skip
                cells[lesson, cell.id] = made.id
                if about.get("solution"):
                    answered = book.update_or_create_solution_cell(
                        about["grade_id"], lesson.slug, lesson.folder
                    )
                    solutions[lesson, cell.id] = answered.id
        rows = {Student: [], SubmittedAssignment: [], SubmittedNotebook: [], Grade: [], Comment: []}
        ids = {
            lesson: (
                book.find_assignment(lesson.folder).id,
                book.find_notebook(lesson.slug, lesson.folder).id,
            )
            for lesson in chosen
        }
        for who, first, last, ability in people:
            rows[Student].append({"id": who, "first_name": first, "last_name": last})
            for place, lesson in enumerate(chosen):
                if rng.random() < 0.04 + 0.02 * place - 0.03 * ability:
                    continue
                hand_in, notebook = new_uuid(), new_uuid()
                at = (
                    START
                    + (place + 1) * DEPTH
                    - datetime.timedelta(hours=rng.expovariate(1 / 30) - 4)
                )
                rows[SubmittedAssignment].append(
                    {
                        "id": hand_in,
                        "assignment_id": ids[lesson][0],
                        "student_id": who,
                        "timestamp": at,
                    }
                )
                rows[SubmittedNotebook].append(
                    {"id": notebook, "assignment_id": hand_in, "notebook_id": ids[lesson][1]}
                )
                told = {}
                for number, cell in enumerate(graded[lesson]):
                    name = cell.id.removesuffix("_test")
                    fault = {at: fault for fault, at in planted.items()}.get((lesson.folder, name))
                    points, told[cell.id] = _done(rng, lesson, cell, number, ability, fault, read)
                    rows[Grade].append(
                        {
                            "id": new_uuid(), "notebook_id": notebook, "cell_id": cells[lesson, cell.id],
                            "auto_score": None if cell.cell_type == "markdown" else points,
                            "manual_score": points if cell.cell_type == "markdown" and read else None,
                            "needs_manual_grade": cell.cell_type == "markdown" and not read,
                        }
                    )  # fmt: skip
                    if (lesson, cell.id) in solutions:
                        rows[Comment].append(
                            {
                                "id": new_uuid(),
                                "notebook_id": notebook,
                                "cell_id": solutions[lesson, cell.id],
                            }
                        )
                _write(root, who, lesson, sources[lesson], told)
        for kind, made in rows.items():
            if made:
                book.db.bulk_insert_mappings(kind, made)
        book.db.commit()
    return planted


def _about(cell):
    return cell.metadata.get("nbgrader", {})


def _person(number, rng):
    first, last = rng.choice(FIRST), rng.choice(LAST)
    return f"{number:05d}", first, last, rng.gauss(0, 1)


def _done(rng, lesson, cell, number, ability, fault, read):
    """(points, outcome) of one exercise."""
    about = _about(cell)
    most, name = float(about["points"]), cell.id.removesuffix("_test")
    if cell.cell_type == "markdown":
        return min(
            max(round(2 * (0.6 + 0.2 * ability + rng.gauss(0, 0.2)) * most) / 2, 0.0), most
        ), None
    easy = 0.9 - 0.45 * number + Random(f"{lesson.slug}{name}").uniform(-0.5, 0.5)
    slope = {"key": -0.9}.get(fault, 1.3)
    chance = 1 / (1 + math.exp(-(slope * ability + easy)))
    if fault == "easy":
        chance = 0.99
    if rng.random() < (0.45 if fault == "blank" else 0.03):
        return 0.0, _outcome(lesson, name, "not attempted", 0.0, most, None, [])
    is_decision = number == 4
    if is_decision:
        g = round(rng.gauss((-0.4 if fault == "baseline" else 0.55) + 0.25 * ability, 0.25), 3)
        points = round(most * min(max(g / 0.8, 0.0), 1.0), 2)
        sentence = f"On 20 hidden draws your policy reaches g = {g:.2f}."
        finding = {"share": min(max(g / 0.8, 0), 1), "sentence": sentence, "core": True}
        state = "right" if points >= most else "not yet"
        return points, _outcome(lesson, name, state, points, most, g, [finding])
    stuck = fault == "message" and rng.random() < 0.5
    if rng.random() < chance and not stuck:
        return most, _outcome(lesson, name, "right", most, most, None, [])
    which = 0 if stuck else min(int(rng.expovariate(1.1)), len(SENTENCES) - 1)
    sentence = SENTENCES[which].format(
        name=name, a=rng.randint(2, 9), b=rng.randint(10, 40),
        x=rng.choice([12.5, 40.0, 33.33]), word=rng.choice(WORDS),
    )  # fmt: skip
    points = 0.0 if which < 2 else round(most * rng.choice([0.3, 0.6]), 2)
    findings = [
        {"share": 1.0, "sentence": "The example of the question comes out right.", "core": True},
        {"share": 0.0, "sentence": sentence, "core": which < 2},
    ]
    return points, _outcome(lesson, name, "not yet", points, most, None, findings)


def _outcome(lesson, name, state, earned, most, g, findings):
    return {
        "lesson": lesson.slug, "exercise": name, "state": state, "earned": earned, "maximum": most,
        "low": None if g is None else max(earned - 0.3, 0), "high": None if g is None else most,
        "g": g, "untouched": state == "not attempted", "findings": findings, "text": name,
    }  # fmt: skip


def _write(root, who, lesson, source, told):
    """The executed notebook: all cells of the lesson, outputs under the test cells."""
    folder = root / "autograded" / who / lesson.folder
    folder.mkdir(parents=True)
    cells = []
    for cell in source.cells:
        made = {
            "id": cell.id,
            "cell_type": cell.cell_type,
            "metadata": cell.metadata,
            "source": cell.source,
        }
        if cell.cell_type == "code":
            data = told.get(cell.id)
            made |= {"execution_count": None, "outputs": []}
            if data:
                bundle = {
                    "text/plain": f"{data['earned']}",
                    "text/html": "<p>" + data["text"] * 400,
                    OUTCOME: data,
                }
                made["outputs"] = [
                    {
                        "output_type": "execute_result",
                        "execution_count": 1,
                        "metadata": {},
                        "data": bundle,
                    }
                ]
        cells.append(made)
    book = {"cells": cells, "metadata": source.metadata, "nbformat": 4, "nbformat_minor": 5}
    (folder / f"{lesson.slug}.ipynb").write_text(json.dumps(book), encoding="utf-8")
