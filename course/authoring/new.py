"""An empty lesson in the contract's anatomy."""

import re

import nbformat

from course.authoring.canon import canonical, text_of
from course.authoring.layout import ROOT, lessons

_TOML = """title = "{title}"
function = "Which operations function this is"
chain = "store"
prerequisites = []
minutes = 90
promise = "What a learner can do afterwards, in one sentence."

[skills]
first_exercise = ["contribution_profit"]  # keys of course/practice/skills.toml
"""

_CHECKS = '''"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from course import check
from course.check import gives

SLUG = "{slug}"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)


def first_exercise():
    return [gives("first_exercise", (2,), 4.0, why="twice two")]
'''

_ANSWERS = '''"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

from course.check import fresh, gives
from course.market.rng import stream


def first_exercise(draws):
    rngs = [stream(seed, "number") for seed in draws.seeds(5, "first_exercise")]
    numbers = [float(rng.integers(3, 100)) for rng in rngs]
    cases = [gives("first_exercise", (n,), 2 * n, hidden=True) for n in numbers]
    return [fresh(cases, "Five fresh numbers: all right.")]
'''

_QUESTION = """## Exercise 1 · Say what is asked (0 points)

The question, the exact type, unit, one example."""

_SOLUTION = """def first_exercise(number):
    ### BEGIN SOLUTION
    return 2.0 * number
    ### END SOLUTION"""

_TEST = '''"""Twice the number is what is asked."""

from course.lessons.{slug} import checks

ex = checks.exercise("first_exercise")
ex.visible(checks.first_exercise())
### BEGIN HIDDEN TESTS
from course.lessons.{slug} import answers

ex.hidden(answers.first_exercise)
### END HIDDEN TESTS
ex.score()'''

_ANATOMY = (
    ("ticket", "## The ticket\n\nA real-looking message from a boss or a merchant."),
    ("predict", "## Predict first\n\nA number that the learner commits to before seeing data."),
    (
        "job",
        "## The job on one card\n\n"
        "Who does it, the KPIs with formula and unit, benchmarks with source and year, mistakes.",
    ),
    ("worked", "## A worked example"),
    ("widget", "## The widget\n\nOne question that only dragging answers."),
    ("faded", "## Your turn, with two blanks"),
)
_CLOSING = (
    ("museum", "## The mistake museum"),
    ("wild", "## In the wild"),
    ("cards", "## Three cards to come back to"),
    ("recap", "## What you take with you\n\n**Next.**\n\n**Sources.**"),
)


def create(slug, number=None, root=ROOT):
    """Write an empty lesson's rooms under `root`; returns the paths made.

    Raises ValueError for a bad or taken slug.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", slug):
        raise ValueError(
            f"'{slug}' is no slug: lower-case words joined by underscores, such as detail_page"
        )
    existing = lessons(root)
    if slug in [lesson.slug for lesson in existing]:
        raise ValueError(f"there is a lesson '{slug}' already")
    if number is None:
        number = max((lesson.number for lesson in existing), default=-1) + 1
    title = slug.replace("_", " ").capitalize()
    room = root / "course" / "lessons" / slug
    notebook = root / "source" / f"{number:02d}_{slug}" / f"{slug}.ipynb"
    files = {
        room / "__init__.py": f'"""{title}: what the lesson\'s notebook works with."""\n',
        room / "lesson.toml": _TOML.format(title=title),
        room / "checks.py": _CHECKS.format(slug=slug),
        room / "answers.py": _ANSWERS,
        notebook: text_of(canonical(_notebook(title, slug))),
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return list(files)


def _notebook(title, slug):
    v4 = nbformat.v4
    markdown = [
        ("title", f"# {title}\n\nWhich function this is, objectives, prerequisites, time."),
        *_ANATOMY,
    ]
    cells = [v4.new_markdown_cell(text, id=cell_id) for cell_id, text in markdown]
    cells += [
        v4.new_markdown_cell(
            _QUESTION,
            id="first_exercise_question",
            metadata=_grader("first_exercise_question", locked=True),
        ),
        v4.new_code_cell(
            _SOLUTION, id="first_exercise", metadata=_grader("first_exercise", solution=True)
        ),
        v4.new_code_cell(
            _TEST.format(slug=slug),
            id="first_exercise_test",
            metadata=_grader("first_exercise_test", locked=True, grade=True, points=20),
        ),
    ]
    cells += [v4.new_markdown_cell(text, id=cell_id) for cell_id, text in _CLOSING]
    return v4.new_notebook(cells=cells)


def _grader(grade_id, **flags):
    return {
        "nbgrader": {
            "grade": False,
            "grade_id": grade_id,
            "locked": False,
            "schema_version": 3,
            "solution": False,
            "task": False,
            **flags,
        }
    }
