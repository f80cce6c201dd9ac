"""Drills: an exercise once more, on fresh numbers, as a small notebook in `work/drills/`.

A drill is made from the lesson's own cells: its question, its stub, its checks. Where the lesson's
answers lie beside it (in a clone), its hidden checks run on a draw that belongs to the drill's
number. Where they do not (in a learner's bundle), a sorting exercise is asked again as it is, and
all others are checked on the lesson's own numbers, which the record counts as one more try of the
lesson's exercise.
"""

import ast
import builtins
import dis
import importlib
import importlib.util
import json
import re
from functools import cache
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.check import decision, record, render
from course.check.draws import HiddenDraws
from course.check.exercise import Exercise
from course.market.parameters import Parameters
from course.practice import planner, skills
from course.practice.mastery import evidence, mastery
from course.practice.work import title

FOLDER = "drills"
ROOT = Path(__file__).resolve().parents[2]
_CHECKED = 'ex = checks.exercise("{name}")'
_DRILLED = 'ex = drills.exercise("{lesson}", "{name}", draw={draw}{hard})'
_IMPORT = "from course.practice import drills"
_BASES = (
    "**First:** this exercise uses {names} of the same lesson, taken from your copy, and not solved"
    " there yet. Solve it, then ask for this drill again."
)


class NoDrill(LookupError):
    """There is nothing to drill under this name; the message says what there is."""


class Drill(Exercise):
    """A lesson's exercise on the draw with the number `draw`; `hard` changes the market too."""

    def __init__(self, lesson, name, draw, hard=False, learner=None):
        super().__init__(lesson, name, learner)
        self.draw, self.hard = draw, hard
        answers = _answers(lesson)
        if hard and answers:
            scenario = harder(lesson, name)
            self._make_hidden = lambda draws: [
                decision.hidden(name, scenario, draws, answers.baseline, answers.expert)
            ]
        elif answers:
            self._make_hidden = getattr(answers, name)

    def hidden(self, make_checks):
        """A drill brings its hidden checks along."""

    def _fresh_checks(self):
        return _checks(self.lesson, self.name, self.draw, self.hard, self._make_hidden)

    def _recorded_as(self):
        # What is sorted is known or not, whenever it is asked: the same cards are a fresh try.
        fresh = self._make_hidden is not None or _kind(self.lesson, self.name) == "recall"
        return "drill", {"draw": self.draw, "hard": self.hard, "fresh": fresh}


exercise = Drill


@cache
def _kept():
    return {}


def _checks(lesson, name, draw, hard, make):
    """The checks of one drill, made once a process: the cell may be run many times."""
    key = (lesson, name, draw, hard)
    if key not in _kept():
        _kept()[key] = make(HiddenDraws(lesson, salt=f"drill-{draw}"))
    return _kept()[key]


def _kind(lesson, name):
    return skills.exercises()[lesson, name].kind


def _answers(lesson):
    """The lesson's answers where they are there, else None."""
    where = f"course.lessons.{lesson}.answers"
    return importlib.import_module(where) if importlib.util.find_spec(where) else None


def harder(lesson, name):
    """The lesson's Scenario on the harder market: a copy of its module with other numbers."""
    spec = importlib.util.find_spec(f"course.lessons.{lesson}.scenario")
    module = importlib.util.module_from_spec(spec)  # a copy of its own: the lesson's stays as it is
    spec.loader.exec_module(module)
    row = skills.ladder()[lesson, name]
    if "laws" in row or "values" in row:
        market = Parameters(row.get("values"), row.get("laws"))
        module.tideway = lambda: market
    for constant, value in row.get("set", {}).items():
        if not hasattr(module, constant):
            raise LookupError(f"{lesson} has no {constant}")
        setattr(module, constant, tuple(value) if isinstance(value, list) else value)
    return module.Scenario()


def find(name):
    """The skill that `name` means: its key, its name or a part of either. Raises NoDrill."""
    wanted = " ".join(name.replace("_", " ").lower().split())
    texts = {
        key: (key.replace("_", " "), skill.name.lower())
        for key, skill in skills.skills().items()
        if skill.kind != "written"
    }
    found = [key for key, known in texts.items() if wanted in known] or [
        key for key, known in texts.items() if any(wanted in text for text in known)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise NoDrill(f"'{name}' may be {', '.join(found[:8])}. Which one?")
    raise NoDrill(
        f"there is no skill '{name}'. `course drill --list` names them all. What you write is read"
        " by a person and has no drill."
    )


def due(lines, today):
    """The skill to drill today, from a record's lines, and why: (key, sentence), or None.

    First what is due for a review, the longest overdue; then what was tried and is shakiest. What
    was never tried is a matter for its lesson.
    """
    log = evidence(lines)
    known = mastery(log, today)
    tried, late = [], []
    for key, skill in skills.skills().items():
        own = sorted((each for each in log if each.skills[0] == key), key=lambda each: each.day)
        if not own or skill.kind == "written":
            continue
        tried.append(key)
        when = planner.review_day(own)
        if when <= today:
            late.append((when, key))
    if late:
        when, key = min(late)
        overdue = (today - when).days
        since = f", for {overdue} day{'' if overdue == 1 else 's'}" if overdue else ""
        return key, f"{skills.skills()[key].name} is due for a review{since}."
    if not tried:
        return None
    key = min(tried, key=lambda key: known[key].low)
    return key, f"Nothing is due. {skills.skills()[key].name} is what you are least sure in."


def lay(work, key, hard=False, root=ROOT):
    """Write the next drill of a skill into `work`/drills; returns its path.

    Of the exercises that are mainly about the skill it takes the one drilled least. Raises NoDrill
    where there is none, or none that has a harder market.
    """
    folder = Path(work) / FOLDER
    able = [each for each in skills.carrying(key) if each.kind != "written"]
    able = [each for each in able if each.skills[0] == key] or able
    if hard:
        able = [each for each in able if (each.lesson, each.exercise) in skills.ladder()]
        if not able:
            raise NoDrill(
                f"{skills.skills()[key].name} has no harder market; decisions have one. Leave"
                " `--hard` out."
            )
        if not _answers(able[0].lesson):
            raise NoDrill(
                "the harder markets need the course's answers, which are not in this folder: get"
                " the whole course (a clone of its repository). Leave `--hard` out."
            )
    number = {each: _next_number(work, each) for each in able}
    chosen = min(able, key=number.get)
    path = folder / f"{chosen.lesson}-{chosen.exercise}-{number[chosen]}.ipynb"
    folder.mkdir(parents=True, exist_ok=True)
    notebook = made(work, chosen, number[chosen], hard, root)
    with open(path, "x", encoding="utf-8") as file:  # a drill that is there is the learner's own
        nbformat.write(notebook, file)
    return path


def _next_number(work, chosen):
    """The next drill of an exercise: beyond what lies in the folder and what the record holds."""
    stem = f"{chosen.lesson}-{chosen.exercise}-"
    laid = [
        int(path.stem.removeprefix(stem))
        for path in (Path(work) / FOLDER).glob(f"{stem}*.ipynb")
        if path.stem.removeprefix(stem).isdigit()
    ]
    done = [
        line["draw"]
        for line in record.read(work)
        if line.get("kind") == "drill"
        and (line.get("lesson"), line.get("exercise")) == (chosen.lesson, chosen.exercise)
        and type(line.get("draw")) is int
    ]
    return 1 + max([0, *laid, *done])


def made(work, chosen, draw, hard=False, root=ROOT):
    """The notebook of a drill, made from the released lesson's cells."""
    folder = next(
        path.name for path in (Path(root) / "release").iterdir() if path.name[3:] == chosen.lesson
    )
    lesson = nbformat.read(Path(root) / "release" / folder / f"{chosen.lesson}.ipynb", as_version=4)
    cells = {cell.id: cell for cell in lesson.cells}
    name = chosen.exercise
    question, stub, test = (cells[f"{name}{end}"].source for end in ("_question", "", "_test"))
    mine = _cells_of(Path(work) / folder / f"{chosen.lesson}.ipynb")
    skill = skills.skills()[chosen.skills[0]]
    lines = [
        f"# Drill {draw} · {title(question, name)}",
        f"{skill.name}. From lesson {folder[:2]}, {skills.function_name(chosen.lesson)}"
        f" (`{folder}`): the same question, checked on numbers of its own.",
    ]
    if not _answers(chosen.lesson) and chosen.kind != "recall":
        lines[1] = lines[1].replace("numbers of its own", "the lesson's numbers")
    if hard:
        lines.append(f"**A harder market.** {skills.ladder()[chosen.lesson, name]['says']}")
    lines.append("\n".join(f"{place}. {each}" for place, each in enumerate(planner.LOOP, start=1)))
    checked = _CHECKED.format(name=name)
    if checked not in test:
        raise NoDrill(f"{chosen.lesson}/{name} is checked in a way that no drill can be made from")
    drilled = _DRILLED.format(
        lesson=chosen.lesson, name=name, draw=draw, hard=", hard=True" if hard else ""
    )
    first_import = test.index("from course.lessons")
    test = (test[:first_import] + _IMPORT + "\n" + test[first_import:]).replace(checked, drilled)
    reveal = f'{_IMPORT}\n\ndrills.reveal("{chosen.lesson}", "{name}", draw={draw})'
    setup, open_bases = _setup(lesson, mine, name, question)
    if open_bases:
        lines.append(_BASES.format(names=" and ".join(f"`{each}`" for each in open_bases)))
    notebook = new_notebook(
        metadata={
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            }
        },
        cells=[
            new_markdown_cell("\n\n".join(lines), id="about"),
            *([new_code_cell(setup, id="setup")] if setup else []),
            new_markdown_cell(question, id="question"),
            new_code_cell(stub, id="answer"),
            new_code_cell(test, id="check"),
            new_markdown_cell("After your first try, compare:", id="compare"),
            new_code_cell(reveal, id="reveal"),
        ],
    )
    return notebook


def _cells_of(path):
    """{id: source} of a learner's notebook; {} where it cannot be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return {cell["id"]: "".join(cell["source"]) for cell in cells}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _setup(lesson, mine, name, question):
    """The code that stands before the stub, and the exercises in it that are not solved: the lesson's
    imports, and the cells that define what the stub uses or the question names, the learner's own
    where that is an earlier exercise.
    """
    imports, defines, stubs = [], {}, {}
    for cell in lesson.cells:
        if cell.cell_type != "code" or cell.id == name or cell.id.endswith("_test"):
            continue
        source = cell.source
        if cell.metadata.get("nbgrader", {}).get("solution"):
            source = mine.get(cell.id, source)
            if source == cell.source:
                stubs[source] = cell.id
        tree = _parsed(source)
        for node in tree.body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                imports.append(ast.unparse(node))
        if name not in names_used(source):  # a cell that tries the answer out is no ground for it
            for defined in _defined(tree):
                defines.setdefault(defined, source)  # the first one: later ones are repeats
    stub = next(cell.source for cell in lesson.cells if cell.id == name)
    named = set(re.findall(r"`([a-z_]\w*)`", question)) - {name}
    chosen, open_names = [], names_used(stub) | named
    while open_names:
        source = defines.get(open_names.pop())
        if source and source not in chosen:
            chosen.append(source)
            open_names |= names_used(source)
    ordered = [each for each in dict.fromkeys(defines.values()) if each in chosen]
    code = "\n\n".join(["\n".join(dict.fromkeys(imports)), *ordered]).strip()
    return code, [stubs[each] for each in ordered if each in stubs]


def _parsed(source):
    try:
        return ast.parse(source)
    except SyntaxError:  # a learner's, or a line of IPython's
        return ast.parse("")


def _defined(tree):
    """The names that a cell defines at its top, imports left out. What stands in a `with` goes on
    with the learner's answers (`checks.using`) and is no ground for an exercise.
    """
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.For):
            for part in ast.walk(node):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    yield part.id


def names_used(source):
    """The names that a cell takes from elsewhere."""
    try:
        waiting = [compile(source, "cell", "exec", dont_inherit=True)]
    except SyntaxError:
        return set()
    used = set()
    while waiting:
        code = waiting.pop()
        waiting += [each for each in code.co_consts if hasattr(each, "co_code")]
        used |= {
            each.argval
            for each in dis.get_instructions(code)
            if each.opname in ("LOAD_GLOBAL", "LOAD_NAME")
        }
    return used - set(_defined(_parsed(source))) - set(dir(builtins))


def reveal(lesson, name, draw):
    """Show the model answer of a drill once it has been tried."""
    tried = any(
        line.get("kind") == "drill"
        and (line.get("lesson"), line.get("exercise"), line.get("draw")) == (lesson, name, draw)
        for line in record.read()
    )
    if not tried and record.work_folder() is not None:
        render.say("Press your check first: the first try is what counts. Then run this cell.")
        return
    answer = model_answer(lesson, name)
    if answer is None:
        render.say(
            "The model answers are not in this folder. You read them in the feedback of lesson"
            f" {skills.function_name(lesson)}."
        )
        return
    from IPython.display import Markdown, display

    display(Markdown(f"The lesson's own answer:\n\n```python\n{answer}\n```"))


def model_answer(lesson, name, root=ROOT):
    """The solution as it stands in source/, without nbgrader's marks; None where there is none."""
    found = list((Path(root) / "source").glob(f"[0-9][0-9]_{lesson}/{lesson}.ipynb"))
    if not found:
        return None
    notebook = json.loads(found[0].read_text(encoding="utf-8"))
    source = next("".join(cell["source"]) for cell in notebook["cells"] if cell["id"] == name)
    kept = [line for line in source.split("\n") if not line.strip().startswith("### ")]
    return "\n".join(line.replace("  ### BLANK", "").rstrip() for line in kept).strip()
