"""One class graded twice: with plain nbgrader, and with `course grade` sealed and contained.

    python benchmarks/grading.py [LEARNERS] [JOBS]

Prints seconds a submission of both, start-up included, their ratio, and the
rows of the grade book that differ. Submissions are solved, partly solved,
untouched, and broken (an exception, a syntax error, a function that never ends).
"""

import os
import random
import sys
import tempfile
import time
import warnings
from pathlib import Path

if (
    __name__ == "__main__"
    # multiprocessing imports a script once more in every worker; as `course grade` is started,
    # workers import nothing of it
):
    import ready

    ready.packages("nbgrader", "pytest")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from course.authoring import layout, release
    from course.grading.classroom import begun, warmth
    from course.grading.workers import Workers
    from tests.conftest import Course, solved, with_answers

    LESSONS = [
        layout.lesson(slug) for slug in ("operations_map", "title_optimization", "conversion_rate")
    ]
BROKEN = [
    "1 / 0",
    "def coverage(title queries): pass",
    "def coverage(title, queries):\n    while True: pass",
    "def srm_p(counts, expected):\n    return counts[99]",
]


def submissions(course, count):
    """{learner: notebook}: a third solved, a third partly, the rest untouched or broken."""
    full, blank = solved(course.lesson), course.blank()
    answers = {
        cell.id: cell.source
        for cell in full.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    made = {}
    for number in range(count):
        rng = random.Random(number)
        if number % 3 == 0:
            made[f"learner-{number:03}"] = full
        elif number % 3 == 1:
            made[f"learner-{number:03}"] = with_answers(
                blank, {name: answers[name] for name in rng.sample(sorted(answers), 3)}
            )
        else:
            name = rng.choice([name for name in answers if "def " in answers[name]])
            made[f"learner-{number:03}"] = (
                with_answers(full, {name: rng.choice(BROKEN)}) if number % 2 else blank
            )
    return made


def rows(course):
    """Every row of the grade book: {(learner, exercise): (automatic points, by hand)}."""
    found = {}
    with course.api.gradebook as gradebook:
        for submission in gradebook.assignment_submissions(course.lesson.folder):
            grades = [grade for book in submission.notebooks for grade in book.grades]
            for grade in grades:
                by_hand = bool(grade.needs_manual_grade)
                found[submission.student.id, grade.cell.name] = grade.auto_score, by_hand
    return found


def main(learners=12, jobs=2):
    ready.compiled()
    warnings.filterwarnings("ignore", "Object of type .* not in session")
    plain = sealed = total = differing = 0
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["COURSE_SALT"] = f"{scratch}/salt.json"
        release.write_salt(LESSONS)
        courses = {
            kind: [Course(_folder(scratch, kind, lesson), lesson) for lesson in LESSONS]
            for kind in ("plain", "sealed")
        }
        for kind in courses:
            for course in courses[kind]:
                for learner, notebook in submissions(course, learners).items():
                    course.submit(learner, notebook)
        for course in courses["plain"]:
            start = time.perf_counter()
            for learner in submissions(course, learners):
                course.autograde(learner)
            plain += time.perf_counter() - start
        start = time.perf_counter()
        rooms = [course.classroom() for course in courses["sealed"]]
        with Workers(jobs, **warmth(rooms)) as workers:
            for room in begun([(room, room.learners()) for room in rooms], workers):
                room.finish()
        sealed = time.perf_counter() - start
        for one, other in zip(*courses.values(), strict=True):
            first, second = rows(one), rows(other)
            total += len(first)
            differing += sum(first[key] != second.get(key) for key in first)
    count = learners * len(LESSONS)
    print(f"{count} submissions of {len(LESSONS)} lessons")
    print(f"plain nbgrader            {plain / count:6.2f} s a submission")
    print(
        f"sealed, {jobs} jobs            {sealed / count:6.2f} s a submission, {plain / sealed:.1f}"
        " times as fast, start-up included"
    )
    print(f"{differing} of {total} rows differ")


def _folder(scratch, kind, lesson):
    folder = Path(scratch) / kind / lesson.slug
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
