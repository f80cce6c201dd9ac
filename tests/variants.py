"""Reads tests/answers/<slug>/<exercise>.py: what learners may type, and what they should get for
it.

A file is plain Python in parts. Each part opens with a line
`# %% right: ...` or `# %% wrong: ...` that names what it gets right or wrong,
then `# score: 3` or `# score: 3..4` (a range for decisions; default: full
marks for right ones) and, for wrong ones, one or more `# says: ...` fragments
of the sentence that the learner gets. A policy whose worth `docs/separations.md` tells has
`# role: ablation` (or naive, middle, best found). A part that begins with `name |= ` or
`name = dict.fromkeys(name` changes the first part's answer, so that a quiz of
twenty-six lines is written once; so does one with the line `# continued`. The line `# solution`
stands for the lesson's own answer.
"""

import ast
import copy
import re
from dataclasses import dataclass, field
from pathlib import Path

from course.practice import drills

ANSWERS = Path(__file__).parent / "answers"


@dataclass
class Variant:
    """One thing that a learner may type for one exercise."""

    exercise: str
    right: bool
    name: str
    code: str
    low: float
    high: float
    says: list = field(default_factory=list)
    role: str = ""

    def __str__(self):
        return f"{self.exercise}: {'right' if self.right else 'wrong'}: {self.name}"


def variants(slug, exercise, maximum):
    """All variants of one exercise, in the file's order."""
    found = []
    for part in re.split(
        r"(?m)^# %% ", (ANSWERS / slug / f"{exercise}.py").read_text(encoding="utf-8")
    )[1:]:
        head, _, body = part.partition("\n")
        kind, _, name = head.partition(": ")
        lines = body.strip("\n").split("\n")
        low = high = float(maximum)
        says, code, role = [], [], ""
        for line in lines:
            if line == "# solution":
                code.append(drills.model_answer(slug, exercise))
            elif line == "# continued":
                code.append(found[0].code)
            elif line.startswith("# score: "):
                low, _, high = line.removeprefix("# score: ").partition("..")
                low, high = float(low), float(high or low)
            elif line.startswith("# role: "):
                role = line.removeprefix("# role: ").strip()
            elif line.startswith("# says: "):
                says.append(line.removeprefix("# says: ").strip())
            else:
                code.append(line)
        text = "\n".join(code).strip("\n") + "\n"
        if text.startswith((f"{exercise} |= ", f"{exercise} = dict.fromkeys({exercise}")):
            text = found[0].code + text
        found.append(Variant(exercise, kind == "right", name, text, low, high, says, role))
    return found


_COMPARE = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
}
_ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
_NAMES = {"any": "all", "all": "any", "min": "max", "max": "min", "lower": "upper"}


def mutants(code):
    """One-line mutations of a reference answer: a list of (what was changed, code)."""
    tree = ast.parse(code)
    found = []
    for place, node in enumerate(ast.walk(tree)):
        for change in _changes(node):
            other = copy.deepcopy(tree)
            target = list(ast.walk(other))[place]
            what = change(target)
            line = ast.unparse(other).split("\n")
            before = ast.unparse(tree).split("\n")
            changed = next(
                (new.strip() for new, old in zip(line, before, strict=False) if new != old), ""
            )
            found.append((f"{what}: {changed}", ast.unparse(other) + "\n"))
    return found


def _changes(node):
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARE:
        yield _swap_compare
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        yield _swap_arithmetic
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield _bump
    if (
        isinstance(node, (ast.Name, ast.Attribute))
        and (node.id if isinstance(node, ast.Name) else node.attr) in _NAMES
    ):
        yield _rename
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.Invert)):
        yield _drop_not


def _swap_compare(node):
    node.ops[0] = _COMPARE[type(node.ops[0])]()
    return "comparison"


def _swap_arithmetic(node):
    node.op = _ARITHMETIC[type(node.op)]()
    return "arithmetic"


def _bump(node):
    node.value = node.value + 1 if type(node.value) is int else node.value * 1.1 or 0.1
    return "constant"


def _rename(node):
    name = node.id if isinstance(node, ast.Name) else node.attr
    setattr(node, "id" if isinstance(node, ast.Name) else "attr", _NAMES[name])
    return "name"


def _drop_not(node):
    node.op = ast.UAdd() if isinstance(node.op, ast.Invert) else ast.Not()
    node.operand = (
        node.operand if isinstance(node.op, ast.UAdd) else ast.UnaryOp(ast.Not(), node.operand)
    )
    return "negation"
