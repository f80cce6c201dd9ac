"""The tests are tested: right answers earn their points, wrong ones their sentence, mutants lose.

Every variant of tests/answers and every one-line mutation of the reference
answers goes through the real notebook and sealed grading. One submission
carries one variant of every exercise. Plain nbgrader must agree: here on lesson
08, which has exercises of every kind and quick answers, on all with
`COURSE_PLAIN=1 course test tests/test_answers.py`.
"""

import ast
import os
import re
from itertools import zip_longest

import pytest

from course.authoring import canon, layout
from course.grading import classroom, sandbox
from course.grading.workers import Workers
from tests.conftest import ROOT, Course, with_answers
from tests.variants import ANSWERS, mutants, variants

LESSONS = [lesson.slug for lesson in layout.lessons()]
PLAIN = LESSONS if os.environ.get("COURSE_PLAIN") else ["pricing"]
# Decisions are graded by what they earn; a slightly different search may earn as much.
NOT_MUTATED = {
    "write_title",
    "plan",
    "fix_two",
    "choose",
    "place",
    "set_prices",
    "choose_modules",
    "bids",
    "allocate",
    "referral",
    "onboarding",
    "enrol",
    "rank",
    "assort",
    "launch",
    "design",
    "vip",
    "target",
    "ladder",
    "schedule",
    "act",
    "rates",
    "policy",
    "diagnose",  # by F1 over quarters: another threshold may find as much
}

# What a function may return, or a name hold, that no exercise asks for. A fifth of it a lesson; all
# of it with `COURSE_SILLY=1`.
SILLY = [
    "None",
    "True",
    "''",
    "'many'",
    "-1",
    "0",
    "10 ** 400",
    "1e300",
    "float('nan')",
    "float('-inf')",
    "1j",
    "b'7'",
    "[]",
    "[[]]",
    "[None] * 3",
    "list(range(40_000))",
    "{}",
    "{'': None}",
    "{1: [2, {3: 4}]}",
    "set()",
    "(1, 2, 3, 4, 5, 6, 7)",
    "np.array([])",
    "np.full((3, 3), np.nan)",
    "np.array(['a', None], dtype=object)",
    "pd.DataFrame()",
    "pd.DataFrame({'a': [1, 1]}, index=[0, 0])",
    "pd.Series([None, 'x'])",
    "pd.Timestamp('2025-01-01')",
    "print",
    "lambda *given: given",
    "(each for each in 'abc')",
    "object()",
    "1 / 0",
    "int('seven')",
    "open('nothing.csv').read()",
    "itself",
]


def auto_points(slug):
    """{exercise: points} of those that the machine grades."""
    nb = canon.read(layout.lesson(slug).notebook("source"))
    coded = {cell.id.removesuffix("_test") for cell in nb.cells if cell.id.endswith("_test")}
    return {name: points for name, points in canon.points_of(nb).items() if name in coded}


def reference(slug):
    """{exercise: code} of the source notebook, markers left out."""
    nb = canon.read(layout.lesson(slug).notebook("source"))
    return {
        cell.id: re.sub(r"\s*### (BLANK|BEGIN SOLUTION|END SOLUTION)", "", cell.source)
        for cell in nb.cells
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"
    }


# One group a lesson and kind: the two cores share them out.
def grouped(kind, lessons=LESSONS):
    return pytest.mark.parametrize(
        "slug",
        [pytest.param(slug, marks=pytest.mark.xdist_group(f"{kind}-{slug}")) for slug in lessons],
    )


def submit_variants(course, slug):
    """Submissions that carry one variant of every exercise: {learner: {exercise: variant}}."""
    columns = {name: variants(slug, name, worth) for name, worth in auto_points(slug).items()}
    rows = {}
    for number, row in enumerate(zip_longest(*columns.values())):
        rows[f"variant-{number}"] = given = {
            variant.exercise: variant for variant in row if variant
        }
        course.submit(
            f"variant-{number}",
            with_answers(course.blank(), {name: variant.code for name, variant in given.items()}),
        )
    return rows


def troubles(graded, given):
    """What a graded submission should have got and did not, a text each."""
    found = []
    for name, variant in given.items():
        score, panel = graded[name]
        if not variant.low <= score <= variant.high:
            found.append(
                f"{variant}\n  expected {variant.low:g} to {variant.high:g}, got {score:g}\n{panel}"
            )
        found += [
            f"{variant}\n  does not say {text!r}\n{panel}"
            for text in variant.says
            if text not in panel
        ]
    return found


@pytest.fixture(scope="session")
def workers():
    """One worker a test process, walled in where the system allows it, as warm as `course grade`
    makes it.
    """
    with Workers(
        1, contained=not sandbox.can_contain(), **classroom.warmth(classroom.ours(ROOT))
    ) as pool:
        yield pool


def from_sealed_grading(course, workers):
    """{learner: graded exercises} of everything handed in, which must all have been graded without
    a word.
    """
    outcomes = course.classroom().grade(workers)
    assert {(outcome.state, *outcome.said) for outcome in outcomes} == {("graded",)}
    return {outcome.learner: course.graded(outcome.learner)[0] for outcome in outcomes}


@pytest.mark.slow
@grouped("plain", PLAIN)
def test_every_variant_gets_its_score_and_its_sentence_from_plain_nbgrader(slug, course_of):
    course = course_of(slug)
    wrong = [
        trouble
        for learner, given in submit_variants(course, slug).items()
        for trouble in troubles(course.autograde(learner)[0], given)
    ]
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.slow
@grouped("sealed")
def test_every_variant_gets_its_score_and_its_sentence(slug, tmp_path, workers):
    course = Course(tmp_path, layout.lesson(slug))
    rows = submit_variants(course, slug)
    graded = from_sealed_grading(course, workers)
    wrong = [
        trouble for learner, given in rows.items() for trouble in troubles(graded[learner], given)
    ]
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.slow
@grouped("sealed")
def test_one_line_mutations_lose_points(slug, tmp_path, workers):
    course, points, code = Course(tmp_path, layout.lesson(slug)), auto_points(slug), reference(slug)
    columns = []
    for name in points:
        if name in NOT_MUTATED or "def " not in code[name]:
            continue
        harmless = harmless_mutations(slug, name)
        columns.append(
            [(name, what, mutant) for what, mutant in mutants(code[name]) if what not in harmless]
        )
    rows = {
        f"mutant-{number}": [entry for entry in row if entry]
        for number, row in enumerate(zip_longest(*columns))
    }
    # Unchanged, an exercise must earn its points beside the same blanks: what a mutant loses, it
    # loses by itself.
    controls = {
        f"control-{name}": [(name, "", code[name])]
        for name in {entry[0] for column in columns for entry in column}
    }
    for learner, given in (rows | controls).items():
        tried = {name: mutant for name, _, mutant in given}
        course.submit(learner, with_answers(course.blank(), called_by(tried, code) | tried))
    graded = from_sealed_grading(course, workers)
    assert not [
        name
        for learner, [(name, _, _)] in controls.items()
        if graded[learner][name][0] < points[name]
    ]
    survivors = [
        f"{name}: {what}"
        for learner, given in rows.items()
        for name, what, _ in given
        if graded[learner][name][0] >= points[name]
    ]
    assert not survivors, "these mutations of the reference keep full marks:\n" + "\n".join(
        survivors
    )


def called_by(tried, code):
    """{exercise: reference answer} of the other exercises whose names the answers in `tried` use;
    the rest may stay blank.
    """
    found, text = {}, "\n".join(tried.values())
    while more := {
        name: each
        for name, each in code.items()
        if name not in tried
        and name not in found
        and any(
            re.search(rf"\b{defined}\b", text)
            for defined in re.findall(r"^(?:def )?(\w+)(?=\(| =)", each, re.MULTILINE)
        )
    }:
        found |= more
        text = "\n".join(more.values())
    return found


def harmless_mutations(slug, name):
    """Mutations that change nothing a learner could see, listed with their reason in the answers'
    file `harmless.txt`.
    """
    path = ANSWERS / slug / "harmless.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line.split(" | ")[1] for line in lines if line.startswith(f"{name} | ")}


def silly(code, answer):
    """`code` with every function body and every assigned name at the top replaced by `answer`."""
    lines = []
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef):
            lines.append(
                f"def {node.name}({ast.unparse(node.args)}):\n    return {answer}"
                if answer != "itself"
                else f"{node.name} = {node.name!r}"
            )
        elif isinstance(node, ast.Assign):
            lines += [
                f"{name.id} = {answer if answer != 'itself' else name.id!r}"
                for name in node.targets
                if isinstance(name, ast.Name)
            ]
        else:
            lines.append(ast.unparse(node))
    return "\n".join(lines)


@pytest.mark.slow
@grouped("sealed")
def test_silly_answers_get_a_sentence_and_no_full_marks(slug, tmp_path, workers):
    course, points, code = Course(tmp_path, layout.lesson(slug)), auto_points(slug), reference(slug)
    answers = [
        answer
        for place, answer in enumerate(SILLY)
        if os.environ.get("COURSE_SILLY") or (place + LESSONS.index(slug)) % 5 == 0
    ]
    for number, answer in enumerate(answers):
        course.submit(
            f"silly-{number:02}",
            with_answers(course.blank(), {name: silly(code[name], answer) for name in points}),
        )
    graded, wrong = from_sealed_grading(course, workers), []
    for number, answer in enumerate(answers):
        for name, (score, panel) in graded[f"silly-{number:02}"].items():
            if (
                score >= points[name]
                or len(panel) < 20
                or re.search(r"Traceback|[/\\]course[/\\]|\bcourse\.[a-z]", panel)
            ):
                wrong.append(f"{name} = {answer}: {score:g} of {points[name]:g}\n{panel}")
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("slug", LESSONS)
def test_every_exercise_has_enough_variants(slug):
    for name, worth in auto_points(slug).items():
        found = variants(slug, name, worth)
        right, wrong = [v for v in found if v.right], [v for v in found if not v.right]
        assert len(right) >= 2, name
        assert len(wrong) >= 4, name
        assert "untouched stub" in " ".join(v.name for v in wrong), name
        assert all(v.says for v in wrong), name
        # A simple policy and an ablation are no slips: what they earn is all that can be said.
        texts = [tuple(v.says) for v in wrong if not v.role]
        assert len(set(texts)) == len(texts), f"two slips of {name} share a sentence"
