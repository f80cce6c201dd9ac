"""What known policies earn, decision by decision: `python benchmarks/separations.py` writes
docs/separations.md.

A policy is an answer of `tests/answers/` with a line `# role:`, one of ROLES. It is played on fresh
draws, without a notebook; g is the share of the expert's gain over the baseline.
"""

import ast
import sys
from importlib import import_module
from pathlib import Path

import ready

ready.packages("numpy", "pandas", "pytest")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np

from course.authoring import canon, layout
from course.check.decision import points_share, run_draws, score_g
from course.check.draws import earn, reference_values
from course.check.learner import Stumble
from tests.variants import ANSWERS, variants

PAGE = ROOT / "docs" / "separations.md"
ROLES = ("naive", "ablation", "middle", "best found")
DRAWS, BATCHES = 80, 400
POINTS = 5  # of a decision
HEAD = (
    "# What known policies earn\n\n"
    "A decision is graded by g = (yours − baseline) ÷ (expert − baseline). The table says what known"
    " policies earn on {draws} fresh draws; ± is the standard deviation of g over batches of as many"
    " draws as a grade has. *Naive* rules are what one might do without the lesson. An *ablation* is"
    " the expert without one of its ideas. *Middle* policies have most of it. *Best found* is the"
    " best that anybody has found who sees what the expert sees. Points are those of the mean g, of"
    " 5.\n\nMade by `python benchmarks/separations.py` from `tests/answers/`;"
    " `tests/test_answers.py` holds the points that each gets.\n\n"
    "| Lesson | Role | Policy | g | Points |\n| --- | --- | --- | --- | --- |\n"
)


def played(slug):
    """(role, name, g, its standard deviation over batches, points of 5) of each known policy."""
    lesson = layout.lesson(slug)
    notebook = canon.read(lesson.notebook("source"))
    points = canon.points_of(notebook)
    policies = [
        (exercise, known)
        for exercise, most in points.items()
        if most == POINTS and (ANSWERS / slug / f"{exercise}.py").exists()
        for known in variants(slug, exercise, most)
        if known.role
    ]
    if not policies:
        return
    answers = import_module(f"course.lessons.{slug}.answers")
    scenario = import_module(f"course.lessons.{slug}.scenario").Scenario()
    seeds = [f"separation-{number}" for number in range(DRAWS)]
    base, expert = reference_values(scenario, answers.baseline, answers.expert, seeds)
    for exercise, known in policies:
        earned = np.array(
            _earned(scenario, exercise, known.code, _imported(notebook), seeds, base, expert)
        )
        g = score_g(earned, base, expert)
        yield (
            known.role,
            known.name,
            g,
            _spread(earned, base, expert, scenario),
            POINTS * points_share(g, scenario),
        )


def _imported(notebook):
    """The names that the cells of a lesson's notebook import, tests left out."""
    names = {}
    for cell in notebook.cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade"):
            for line in ast.parse(cell.source).body:
                if isinstance(line, ast.Import | ast.ImportFrom):
                    exec(compile(ast.Module([line], []), cell.id, "exec"), names)
    return names


def _earned(scenario, exercise, code, names, seeds, base, expert):
    exec(code, names)

    def run(seed):
        try:
            return earn(scenario, seed, lambda seen: names[exercise](**seen))
        except NameError:  # ours: the policy needs what is not there
            raise
        except Exception as problem:  # counts as a policy that fails there
            raise Stumble(str(problem)) from None

    return run_draws(scenario, seeds, base, expert, run)[0]


def _spread(earned, base, expert, scenario):
    base, expert, rng = np.array(base), np.array(expert), np.random.default_rng(0)
    rows = rng.integers(0, len(earned), (BATCHES, scenario.DRAWS))
    gain = (earned - base)[rows].sum(axis=1) / (expert - base)[rows].sum(axis=1)
    return float(gain.std())


def main():
    lines = []
    for lesson in layout.lessons():
        rows = [
            f"| {lesson.number:02d} {lesson.about['title']} | {role} | {name} | {g:.2f} ± {sd:.2f}"
            f" | {points:.1f} |".replace(" -", " −")
            for role, name, g, sd, points in sorted(
                played(lesson.slug), key=lambda row: (ROLES.index(row[0]), row[2])
            )
        ]
        lines += rows
    PAGE.write_text(HEAD.format(draws=DRAWS) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
