"""What an instructor sees while a class is graded, and at its end."""

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
    """One row a submission: lesson, learner, state, points and what was found."""
    made = Table("lesson", "learner", "state", "points", "what was found")
    for name, outcome in outcomes:
        made.add_row(
            name,
            outcome.learner,
            f"[{_LOOK[outcome.state]}]{outcome.state}[/]",
            f"{outcome.score:g}",
            "\n".join(outcome.said),
        )
    console.print(made)


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
