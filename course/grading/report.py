"""What an instructor sees while a class is graded, and at its end."""

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

_LOOK = {"graded": "green", "kept": "dim", "repaired": "yellow", "refused": "red", "failed": "red"}


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
        task = progress.add_task(classroom.assignment, total=classroom.total, counts="")
        counts = dict.fromkeys(_LOOK, 0)

        def tell(outcome, done, _total):
            counts[outcome.state] += 1
            progress.update(
                task,
                completed=done,
                counts=", ".join(f"{count} {state}" for state, count in counts.items() if count),
            )

        return classroom.finish(tell)


def table(console, outcomes):
    """One row a submission: lesson, learner, state, points of the maximum and what was found, now
    or, where nothing has changed, last time. `outcomes` are pairs of Classroom and Outcome.
    """
    made = Table("lesson", "learner", "state", "points", "what was found")
    for room, outcome in outcomes:
        made.add_row(
            room.assignment,
            escape(outcome.learner),
            f"[{_LOOK[outcome.state]}]{outcome.state}[/]",
            f"{outcome.score:g} of {room.maximum:g}",
            escape("\n".join(outcome.said)),
        )
    console.print(made)


def next_steps(console, outcomes):
    """What an instructor does after `course grade`, as sentences; `outcomes` as in `table`."""
    for sentence in _next_steps(outcomes):
        console.print(f"• {escape(sentence)}")


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
                console.print(
                    f"[yellow]{room.assignment}/{notebook}: {', '.join(cells)} cannot be sealed."
                    " They ran contained, but beside the learner's code, which can read and forge"
                    " them.[/yellow]"
                )


def received(console, rows):
    """One row a hand-in that was collected: lesson, learner, state and what was found."""
    made = Table("lesson", "learner", "state", "what was found")
    for lesson, learner, state, said in rows:
        made.add_row(
            lesson, learner, f"[red]{state}[/]" if state == "refused" else state, "\n".join(said)
        )
    console.print(made)
