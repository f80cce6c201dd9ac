"""Seconds and memory of every lesson, minutes to read it, and of grading it with plain nbgrader.

    python benchmarks/lessons.py [--no-grading]

Prints one row a lesson: minutes to read its prose at 200 words a minute;
seconds to run the source notebook and peak memory of its kernel; seconds a submission for plain
`nbgrader autograde`, for a solved and for an untouched one (the baseline that faster grading is
held against), and the ratio of the two. First the time of `import course`.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import ready

ready.packages("nbclient", "nbgrader", "pytest")
import nbformat
from nbclient import NotebookClient

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from course.authoring import canon, layout
from tests.conftest import PEAK_MEMORY, Course, solved

REPEAT = 3


def seconds(action):
    """Median seconds of REPEAT runs, and what the last one gave."""
    times = []
    for _ in range(REPEAT):
        start = time.perf_counter()
        result = action()
        times.append(time.perf_counter() - start)
    return statistics.median(times), result


def run(lesson, folder):
    """Run the source notebook; returns the kernel's peak memory in MB."""
    nb = canon.read(lesson.notebook("source"))
    nb.cells.append(nbformat.v4.new_code_cell(PEAK_MEMORY))
    NotebookClient(
        nb, timeout=300, store_widget_state=False, resources={"metadata": {"path": str(folder)}}
    ).execute()
    return int(nb.cells[-1].outputs[0].text) / 1024


def reading(lesson):
    """Minutes to read the learners' copy at 200 words a minute.

    Text, tables and comments in prose, no code.
    """
    nb = canon.read(lesson.notebook("release"))
    prose = [cell.source for cell in nb.cells if cell.cell_type == "markdown"]
    return sum(len(text.split()) for text in prose) / 200


def grade(course, notebooks):
    """Seconds a submission of one `nbgrader autograde` call for each notebook, in order."""
    times = []
    for number, notebook in enumerate(notebooks):
        course.submit(f"learner-{number}", notebook)
        start = time.perf_counter()
        course.autograde(f"learner-{number}")
        times.append(time.perf_counter() - start)
    return times


def main():
    ready.compiled()
    empty, _ = seconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    imported, _ = seconds(
        lambda: subprocess.run([sys.executable, "-c", "import course"], check=True)
    )
    print(
        f"import course: {1000 * (imported - empty):.0f} ms on top of Python's {1000 * empty:.0f}"
        " ms\n"
    )
    grading = "--no-grading" not in sys.argv
    head = f"{'lesson':<26}{'read min':>9}{'run s':>8}{'peak MB':>9}"
    if grading:
        head += f"{'grade solved s':>16}{'untouched s':>13}{'ratio':>7}"
    print(head)
    for lesson in layout.lessons():
        with tempfile.TemporaryDirectory() as scratch:
            ran, peak = seconds(lambda lesson=lesson, scratch=scratch: run(lesson, scratch))
            row = f"{lesson.slug:<26}{reading(lesson):>9.0f}{ran:>8.1f}{peak:>9.0f}"
            if not grading:
                print(row, flush=True)
                continue
            (Path(scratch) / "course").mkdir()
            course = Course(Path(scratch) / "course", lesson)
            # In turns, so that both meet the same machine.
            times = grade(course, [solved(lesson), course.blank()] * REPEAT)
        full, blank = statistics.median(times[::2]), statistics.median(times[1::2])
        print(f"{row}{full:>16.2f}{blank:>13.2f}{full / blank:>7.2f}", flush=True)


if __name__ == "__main__":
    main()
