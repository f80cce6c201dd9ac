"""What an instructor sees while a class is graded, and at its end."""

import unicodedata

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

# Letters that steer a terminal, turn the reading direction, or show nothing; half characters.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LOOK = {"graded": "green", "kept": "dim", "repaired": "yellow", "refused": "red", "failed": "red"}


def inert(text, line_ends=False):
    """A name or sentence as it may be printed: what is no letter that one sees is written out
    (an escape
    character as four letters).
    """
    return "".join(
        letter.encode("unicode_escape").decode()
        if unicodedata.category(letter) in _UNSEEN and not (line_ends and letter == "\n")
        else letter
        for letter in str(text)
    )


def _cell(text, style=""):
    """Text for a table: no markup in it is obeyed."""
    return Text(inert(text, line_ends=True), style=style)


def _sentences(said):
    return _cell("\n".join(inert(sentence) for sentence in said))


def follow(console, classroom):
    """Finish a Classroom that has begun, with a progress display; returns the outcomes."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[counts]}"),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(
            escape(inert(classroom.assignment)), total=classroom.total, counts=""
        )
        counts = dict.fromkeys(_LOOK, 0)

        def tell(outcome, done, _total):
            counts[outcome.state] += 1
            progress.update(
                task,
                completed=done,
                counts=", ".join(f"{count} {state}" for state, count in counts.items() if count),
            )

        return classroom.finish(tell)


def table(console, outcomes, lost=()):
    """One row a submission: lesson, learner, state, points of the maximum and what was found, now
    or, where nothing has changed, last time. `outcomes` are pairs of Classroom and Outcome; `lost`
    are pairs of a lesson's name and an Outcome of what lies where nobody grades it.
    """
    made = Table("lesson", "learner", "state", "points", "what was found")
    rows = [
        (room.assignment, outcome, f"{outcome.score:g} of {room.maximum:g}")
        for room, outcome in outcomes
    ]
    for name, outcome, points in [*rows, *((name, outcome, "") for name, outcome in lost)]:
        made.add_row(
            _cell(name),
            _cell(outcome.learner),
            _cell(outcome.state, _LOOK.get(outcome.state, "red")),
            _cell(points),
            _sentences(outcome.said),
        )
    console.print(made)


def next_steps(console, outcomes):
    """What an instructor does after `course grade`, as sentences; `outcomes` as in `table`."""
    for sentence in _next_steps(outcomes):
        console.print(Text(f"• {inert(sentence)}"))


def _next_steps(outcomes):
    learners = {
        state: [outcome.learner for _, outcome in outcomes if outcome.state == state]
        for state in _LOOK
    }
    if learners["failed"]:
        yield (
            f"{_count(learners['failed'], 'submission')} could not be graded"
            f" ({_some(learners['failed'])}). Type `course grade` again: only these are done anew."
        )
    if learners["refused"]:
        yield (
            f"{_count(learners['refused'], 'submission')} cannot be graded as handed in"
            f" ({_some(learners['refused'])}). Ask for a new file; then `course collect` and"
            " `course grade`."
        )
    rooms = list({id(room): room for room, _ in outcomes}.values())
    waiting = {room.assignment: room.waiting() for room in rooms}
    for assignment, count in waiting.items():
        if count:
            answers = "1 written answer waits" if count == 1 else f"{count} written answers wait"
            yield f"{answers} for you: `course written {assignment}`."
    if not any(waiting.values()):
        names = " ".join(f"`nbgrader generate_feedback {name}`" for name in waiting)
        yield f"All that was graded is read. Give it back: {names}."
    yield (
        "`course report` shows what the class has learned; `course export canvas`, `moodle` or"
        " `csv` makes the file of grades."
    )


def _count(things, name):
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _some(names, most=5):
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "")


def unsealed(console, classrooms):
    """Which test cells of another course ran beside the learner's code, and what that means."""
    for room in classrooms:
        for notebook, cells in room.unsealed.items():
            if cells:
                say(
                    console,
                    f"{room.assignment}/{notebook}: {', '.join(cells)} cannot be sealed. They ran"
                    " contained, but beside the learner's code, which can read and forge them.",
                )


def say(console, sentence):
    """Print a sentence that asks for attention."""
    console.print(Text(inert(sentence), style="yellow"))


def received(console, rows):
    """One row (intake.Row) a hand-in that was collected."""
    made = Table("lesson", "learner", "state", "what was found")
    for row in rows:
        made.add_row(
            _cell(row.lesson),
            _cell(row.learner),
            _cell(row.state, _LOOK.get(row.state, "" if row.whole else "yellow")),
            _sentences(row.said),
        )
    console.print(made)


def dates(console, rows):
    """One row (deadlines.Row) a date: assignment, for whom, and until when."""
    made = Table("lesson", "for", "due")
    for row in rows:
        made.add_row(
            _cell(row.assignment),
            _cell(row.learner or "everybody"),
            _cell(f"{row.until:%Y-%m-%d %H:%M %Z}"),
        )
    console.print(made)
