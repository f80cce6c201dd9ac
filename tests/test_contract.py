"""The notebook contract, the one-way imports, and what may reach a learner."""

import ast
import importlib
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from course.authoring import canon, layout, release
from course.check import draws
from course.check.exercise import POINTS_FILE
from course.check.hints import hints_of
from course.operations import CHAINS, STEPS, functions
from tests import runs, tex
from tests.conftest import ROOT, outcome, panel_text

LESSONS = layout.lessons()
IDS = [lesson.slug for lesson in LESSONS]
ANATOMY = [
    "title",
    "ticket",
    "predict-question",
    "job",
    "worked-text",
    "widget|map|peek|size",
    "faded",
    "museum",
    "cards",
    "recap",
]
# What each room of the package may import from the course.
MAY_IMPORT = {
    "market": {"market", "operations.py"},  # the map's steps and chains are its vocabulary too
    "check": {"check"},
    "widgets": {"widgets", "check"},
    "charts": {"charts", "check", "widgets"},
    "once.py": set(),
    "data": {"data", "once.py"},
    "operations.py": set(),
    "lessons": {
        "lessons",
        "market",
        "check",
        "widgets",
        "charts",
        "data",
        "once.py",
        "operations.py",
        "practice",
    },
    "practice": {"practice", "check", "market", "operations.py"},
    "authoring": {"authoring", "check"},
    "grading": {"grading", "authoring", "check", "operations.py"},
    "book": {"book", "authoring", "check", "operations.py"},
    "cli.py": {"authoring", "book", "practice", "check", "grading", "cli.py"},
    "bootstrap.py": {"cli.py"},
    "__main__.py": {"bootstrap.py"},
    "__init__.py": set(),
}


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_source_is_canonical(lesson):
    assert canon.problems(lesson.notebook("source")) == []


def test_points_table_is_made_from_the_notebooks():
    assert POINTS_FILE.read_text(encoding="utf-8") == canon.points_table(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_a_lesson_has_twenty_points_and_its_anatomy(lesson):
    nb = canon.read(lesson.notebook("source"))
    assert sum(canon.points_of(nb).values()) == 20
    ids = [cell.id for cell in nb.cells]
    places = [
        next((place for place, one in enumerate(ids) if re.fullmatch(pattern, one)), None)
        for pattern in ANATOMY
    ]
    assert None not in places, dict(zip(ANATOMY, places, strict=True))
    assert places == sorted(places)
    assert {
        "prerequisites",
        "minutes",
        "promise",
        "title",
        "function",
        "chain",
        "skills",
    } <= lesson.about.keys()
    assert 75 <= lesson.about["minutes"] / lesson.about.get("sittings", 1) <= 110
    assert set(lesson.about["skills"]) == set(canon.points_of(nb))


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_the_words_of_a_written_answer_are_counted_below_it(lesson):
    cells = canon.read(lesson.notebook("source")).cells
    for cell, below in pairwise(cells):
        grader = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and grader.get("grade"):
            assert below.id == f"{cell.id}-words"
            assert "WordCount()" in below.source


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_every_exercise_with_a_function_has_up_to_three_hints(lesson):
    cells = canon.read(lesson.notebook("source")).cells
    functions = {
        cell.id
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("solution") and "def " in cell.source
    }
    hints = hints_of(lesson.slug)
    assert set(hints) == functions
    assert all(1 <= len(each) <= 3 for each in hints.values())


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_headings_are_ordered_and_there_is_one_title(lesson):
    prose = "\n\n".join(
        cell.source
        for cell in canon.read(lesson.notebook("source")).cells
        if cell.cell_type == "markdown"
    )
    levels = [
        len(marks)
        for marks in re.findall(r"(?m)^(#+) ", re.sub(r"```.*?```", "", prose, flags=re.S))
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not re.findall(r"!\[\]\(", prose), "an image without alt text"


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_dollars_are_dollars(lesson):
    """JupyterLab sets what stands between two dollar signs as a formula: one is written \\$, and
    where there are two in a text, in words. Formulas stand between two double ones.
    """
    for cell in canon.read(lesson.notebook("release")).cells:
        if cell.cell_type == "markdown":
            texts = re.split(r"(?s)```.*?```|`[^`\n]*`|\$\$.*?\$\$|\||\n", cell.source)
            assert not [
                text for text in texts if re.search(r"(?<!\\)\$", text) or text.count("$") > 1
            ], cell.id


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_every_exercise_is_question_answer_and_test(lesson):
    nb = canon.read(lesson.notebook("source"))
    cells = {cell.id: cell for cell in nb.cells}
    for name, points in canon.points_of(nb).items():
        question = cells[f"{name}_question"]
        assert (
            f"({points:g} {'point' if points == 1 else 'points'})" in question.source.split("\n")[0]
        )
        if f"{name}_test" in cells:
            test = cells[f"{name}_test"]
            assert ast.get_docstring(ast.parse(test.source)), (
                f"{name}: the first line says in words what is checked"
            )
            logic = [
                node
                for node in ast.parse(test.source).body
                if not isinstance(node, (ast.Expr, ast.Assign, ast.ImportFrom))
            ]
            assert logic == [], f"{name}: a test cell has no logic of its own"
            assert test.source.rstrip().endswith("ex.score()")


@pytest.mark.slow
def test_release_is_byte_equal_to_what_source_generates():
    assert release.differences() == []


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_practice_values_are_made_from_the_scenario(lesson):
    assert (lesson.room / "practice.json").read_text(encoding="utf-8") == release.practice_text(
        lesson.slug
    )


def test_imports_run_one_way():
    wrong = []
    for path in sorted((ROOT / "course").rglob("*.py")):
        inside = path.relative_to(ROOT / "course")
        room = inside.parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = []
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                modules = (
                    [node.module]
                    if node.module != "course"
                    else [f"course.{alias.name}" for alias in node.names]
                )
            elif isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            for module in modules:
                parts = module.split(".")
                if parts[0] != "course" or len(parts) < 2:
                    continue
                target = parts[1] if (ROOT / "course" / parts[1]).is_dir() else f"{parts[1]}.py"
                if target not in MAY_IMPORT[room]:
                    wrong.append(f"{inside} imports {module}")
    assert wrong == []


def test_only_hidden_blocks_and_authors_import_answers():
    for path in (ROOT / "course").rglob("*.py"):
        if path.name in ("answers.py", "feedback.py", "new.py") or path.parent.name == "authoring":
            continue
        assert not re.search(
            r"import .*\banswers\b|\banswers import", path.read_text(encoding="utf-8")
        ), path


def quiz_keys(lesson):
    """The graded halves of the dictionaries that stand as solutions in the lesson's source
    notebook.
    """
    bank = importlib.import_module(f"course.lessons.{lesson.slug}.bank")
    known = {
        item
        for name in vars(bank)
        if name.startswith(("PRACTICE", "GIVEN"))
        for item in vars(bank)[name]
    }
    for cell in canon.read(lesson.notebook("source")).cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution"):
            for node in ast.parse(cell.source).body:
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
                    key = ast.literal_eval(node.value)
                    yield {item: label for item, label in key.items() if item not in known}


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_no_module_that_learners_receive_holds_the_key_of_a_quiz(lesson):
    """`from course.lessons.x.bank import SENTENCES` must not answer an exercise; nor may the order
    of the texts.
    """
    keys = list(quiz_keys(lesson))
    assert keys
    for path in (ROOT / "course" / "lessons" / lesson.slug).glob("*.py"):
        if path.stem in ("answers", "__init__"):
            continue
        module = importlib.import_module(f"course.lessons.{lesson.slug}.{path.stem}")
        for name, value in vars(module).items():
            if isinstance(value, dict):
                for key in keys:
                    known = [item for item in key if value.get(item) == key[item]]
                    assert not known, f"{path.name}: {name} knows {known[:5]}"
            if isinstance(value, (list, tuple)):
                for key in keys:
                    labels = [key[item] for item in value if isinstance(item, str) and item in key]
                    changes = sum(one != other for one, other in pairwise(labels))
                    assert len(labels) < 10 or changes >= len(labels) / 3, (
                        f"{path.name}: {name} stands in the order of its answers"
                    )


def test_the_bootstrap_needs_only_the_standard_library_and_parses_on_old_pythons():
    for name in ("__init__.py", "__main__.py", "bootstrap.py"):
        text = (ROOT / "course" / name).read_text(encoding="utf-8")
        tree = ast.parse(text, feature_version=(3, 8))
        for node in tree.body:
            names = (
                [node.module]
                if isinstance(node, ast.ImportFrom)
                else [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            assert all(
                module.split(".")[0] in sys.stdlib_module_names | {"course"} for module in names
            )


def test_import_course_is_light():
    # What it loads, not how long it takes: the seconds are measured in benchmarks/.
    heavy = ("numpy", "pandas", "IPython", "click", "nbgrader")
    code = (
        "import sys; import course; print(','.join(sorted(m for m in sys.modules if"
        f" m.split('.')[0] in {heavy})))"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT
        ).stdout.strip()
        == ""
    )


def leaks(text, lesson):
    """What must not stand in a learner's file, found in `text`."""
    found = [
        mark
        for mark in (
            "BEGIN HIDDEN",
            "END HIDDEN",
            "BEGIN SOLUTION",
            "### BLANK",
            "import answers",
            "ex.hidden",
        )
        if mark in text
    ]
    found += re.findall(r"(?:/root/|/home/\w+/|/work/|/tmp/|C:\\\\Users)[^\s\"']*", text)
    salt = draws.read_salt()["salt"]
    return found + ([salt] if salt in text and salt != draws.PUBLIC_SALT else [])


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_release_holds_no_answer_no_salt_and_no_path(lesson):
    nb = canon.read(lesson.notebook("release"))
    text = "\n".join(cell.source for cell in nb.cells)
    assert leaks(text, lesson) == [], "a leak"
    assert leaks(json.dumps(nb.metadata), lesson) == [], "a leak"
    source = {cell.id: cell.source for cell in canon.read(lesson.notebook("source")).cells}
    solution_lines = {
        line.strip()
        for code in source.values()
        for block in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", code, re.S)
        for line in block.split("\n")
        if len(line.strip()) > 20
    }
    # A line that a worked example teaches in the open is no secret of the exercise that uses it
    # again.
    taught = "\n".join(
        re.sub(r"### BEGIN SOLUTION\n.*?### END SOLUTION", "", code, flags=re.S)
        for code in source.values()
    )
    assert not [line for line in solution_lines if line in text and line not in taught], "a leak"


def test_the_bundle_holds_no_answer(tmp_path):
    names = [path.as_posix() for path in release.learner_files()]
    assert "course/lessons/title_optimization/checks.py" in names
    assert not [
        name
        for name in names
        if "answers" in name or name.startswith(("source", "tests")) or "salt" in name
    ]
    archive = release.bundle(tmp_path / "learners.zip")
    again = release.bundle(tmp_path / "again.zip")
    assert archive.read_bytes() == again.read_bytes()


def scores(nb):
    return {
        cell.id.removesuffix("_test"): float(output.data["text/plain"])
        for cell in nb.cells
        if cell.id.endswith("_test")
        for output in cell.outputs
        if output.output_type == "execute_result"
    }


def typeset_by_accident(nb):
    """What JupyterLab's MathJax would take for a formula in the outputs: nobody writes any there."""
    return [
        f"{cell.id}: {found}"
        for cell in nb.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        for found in tex.formulas(output.get("data", {}).get("text/html", ""))
    ]


@pytest.mark.slow
@runs.each_lesson
def test_source_runs_clean_and_earns_full_marks(lesson):
    nb = runs.source(lesson)
    assert runs.troubles(nb) == []
    memory = next(cell for cell in nb.cells if cell.id == "memory")
    peak = int(memory.outputs[0].text) // 1024
    assert peak < 700, f"the kernel takes {peak} MB; Binder gives little more"
    points = canon.points_of(nb)
    short = {name for name, score in scores(nb).items() if score != points[name]}
    assert [panel_text(cell) for cell in nb.cells if cell.id.removesuffix("_test") in short] == []
    assert len(scores(nb)) == len(points) - 1
    assert typeset_by_accident(nb) == []


@pytest.mark.slow
@runs.each_lesson
def test_release_runs_without_the_answers_and_earns_nothing(lesson):
    nb = runs.release(lesson)
    assert runs.troubles(nb) == []
    assert set(scores(nb).values()) == {0.0}
    assert typeset_by_accident(nb) == []
    states = [outcome(cell)["state"] for cell in nb.cells if cell.id.endswith("_test")]
    assert set(states) == {"not attempted"}


@pytest.mark.slow
@runs.each_lesson
def test_every_widget_has_a_text_fallback_without_scripts(lesson):
    cards = [
        output.data["text/html"]
        for cell in runs.source(lesson).cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "class='course-card" in str(output.get("data", {}).get("text/html"))
    ]
    assert cards
    for card in cards:
        assert "<script" not in card
        if "<svg" in card:
            assert "role='img'" in card
            assert "aria-label=" in card
        else:  # a widget of words and numbers
            assert "<table" in card


def test_the_operations_map_holds_every_lesson_and_says_which_are_written():
    table = functions()
    assert [function.lesson for function in table if function.written] == [
        slug for slug in IDS if slug != "operations_map"
    ]
    assert len({function.lesson for function in table}) == len(table) == 26
    assert {function.chain for function in table} == set(CHAINS)
    steps = {name for name, _, _ in STEPS}
    assert {
        step for function in table for step in function.moves
    } == steps  # every step has an owner
    for function in table:
        assert function.question.endswith("?")
        assert set(function.moves) <= steps
        assert "(" in function.kpi, "a KPI has a unit"
    titles = {
        lesson.slug: lesson.about["chain"] for lesson in LESSONS if lesson.slug != "operations_map"
    }
    assert {function.lesson: function.chain for function in table if function.written} == titles


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_planned_or_existing_prerequisites(lesson):
    planned = {function.lesson for function in functions()}
    assert set(lesson.about["prerequisites"]) <= {other.slug for other in LESSONS} | planned


def test_no_machine_path_or_registry_host_in_the_repository():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True
    ).stdout.split()
    bad = re.compile(
        r"/root/|pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian|conda\.anaconda"
    )
    for name in tracked:
        path = Path(ROOT / name)
        if path.suffix in (".gz", ".png") or name == "tests/test_contract.py" or not path.is_file():
            continue
        assert not bad.search(path.read_text(encoding="utf-8")), name


def ruff(*arguments):
    command = [sys.executable, "-m", "ruff", *arguments, "."]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_the_linter_is_content():
    done = ruff("check", "--output-format", "concise")
    assert done.returncode == 0, done.stdout


def test_the_formatter_would_change_nothing():
    done = ruff("format", "--check")
    assert done.returncode == 0, done.stdout
