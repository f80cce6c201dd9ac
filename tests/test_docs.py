"""README, CONTRIBUTING and docs/ tell the truth.

What they name is there, what they show can be typed.
"""

import re
import subprocess
import sys

import pytest

from course import cli
from course.authoring import canon, layout
from course.grading import sandbox
from course.grading.sealed import is_test
from course.grading.workers import FILES_BYTES
from course.market import calibration
from tests.conftest import ROOT
from tests.pages import commands, problems

# docs/attacks.md is printed by benchmarks/attacks.py and held by test_attacks.py.
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(set((ROOT / "docs").glob("*.md")) - {ROOT / "docs" / "attacks.md"}),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page):
    assert problems(page.read_text(encoding="utf-8"), page.parent) == []


def test_the_pages_are_looked_at():
    """The finder would be content with a page in which it sees nothing."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    programs = [words[0] for words in commands(text)]
    for program in ("course", "python3", "py", "nbgrader", "pip", "uv", "dask", "docker"):
        assert program in programs
    assert programs.count("course") > 20


def test_every_verb_is_shown_somewhere():
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = {words[1] for words in commands(text) if words[0] == "course" and len(words) > 1}
    shown |= {words[3] for words in commands(text) if words[1:3] == ["-m", "course"] and words[3:]}
    assert set(cli.verbs.commands) - shown == set()


# A page, and a part of the sentence that says what is wrong with it.
WRONG = {
    "see `course.market.World`": "course.market.World",
    "see course.market.world.Wrold for more": "Wrold",
    "`course.grading.classroom.began` waits": "began",
    "`check.givs` says": "givs",
    "`draws.sedes(...)`": "sedes",
    "`os._exot`": "_exot",
    "`warmt` is a word": "warmt",
    "`course/market/record.py`": "no such file",
    "`tests/answers/<slug>/<exercise>.pyy`": "no such file",
    "`test_nothing.py`": "no such file",
    "`COURSE_FUZZ_MORE=1`": "nothing reads",
    "`--no-sandwich`": "no verb has",
    "`course grate`": "no verb grate",
    "`course grade --sudent ann`": "--sudent",
    "`course grade --jobs many`": "many",
    "`course grade title_optimisation`": "no lesson",
    "`course collect nothing.zip`": "does not exist",
    "`course new a_lesson --number 100`": "100",
    "`course submit LESSON more`": "more",
    "`python3 -m course lap`": "no verb lap",
    "`python3 -m course lab --no-bowser`": "--no-bowser",
    "`course test --kk x`": "--kk",
    "`python benchmarks/speed.py`": "no such script",
    "`python benchmarks/lessons.py --no-greeding`": "--no-greeding",
    "`nbgrader autgrade 05_title_optimization`": "no command",
    "`nbgrader autograde 05_title`": "no lesson",
    "`nbgrader autograde 05_title_optimization --sudent=x`": "--sudent",
    "`pip install distribute`": "does not know",
    "```\nuv pip compile nothing.toml\n```": "no such file",
    "```\ndask worker --nthread-count 1\n```": "--nthread-count",
    "```\ncourse collect\n```": "Missing argument",
    "`course test tests/test_nothing.py`": "no such file",
    "```\ngrade everything\n```": "no program",
    "```\npython3 -m course test && course nothing\n```": "no verb nothing",
    "```python\nc.CourseDirectory.db_uri = 1\n```": "no such setting",
    "```python\nfrom course.check import gave\n```": "gave",
    "```python\nfrom course import check\n\ncheck.gave()\n```": "gave",
    "[here](nowhere.md)": "leads nowhere",
    "[here](README.md#nothing-of-the-kind)": "no heading",
    "| It says | Do |\n|---|---|\n| `no pints are known for ...` | it |": "nothing says so",
    "| `course/practice/` | |\n|---|---|\n| `desks.py` | it |": "no such thing",
    "| `course/authoring/` | |\n|---|---|\n| `canon.py` | it |": "layout.py is missing",
}


@pytest.mark.parametrize("page", WRONG, ids=lambda page: re.sub(r"\W+", " ", page).strip())
def test_a_wrong_name_is_found(page):
    assert any(WRONG[page] in sentence for sentence in problems(page)), problems(page)


@pytest.mark.parametrize(
    "page",
    [
        "`course.market.world.World` and `World(seed, size)`, not a word of code",
        "`draws.seeds(...)`, `check.Slip`, `os._exit`, `course grade`, `--self`",
        "`course/market/world.py`, `world.py`, `work/_updates/`, `.salt.json`, `grades.csv`",
        "`tests/answers/<slug>/<exercise>.py`, `COURSE_FUZZ=2000`, `apt install bubblewrap`",
        "`course grade --course-dir ../stats101`, `course submit LESSON`",
        "```\npython3 -m course lab --no-browser --port 9000  # opens JupyterLab\n```",
        "```python\nc.CourseDirectory.db_url = 'sqlite://'\n```",
        "| It says | Do |\n|---|---|\n| `no points are known for ...` | it |",
        "[here](CONTRIBUTING.md#a-new-lesson), [there](https://example.org)",
    ],
)
def test_a_right_name_is_none(page):
    assert problems(page) == []


def test_a_lesson_is_printed_as_text():
    done = subprocess.run(
        [sys.executable, "-m", "course", "text", "title_optimization"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "Title optimization" in done.stdout


def test_the_numbers_in_pages_are_those_of_the_course():
    data = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    instructors = (ROOT / "docs" / "instructors.md").read_text(encoding="utf-8")
    facts, worlds = len(calibration.FACTS), len(calibration.SEEDS)
    assert f"{facts} facts" in data
    assert f"{['no', 'one', 'two', 'three', 'four', 'five'][worlds]} worlds" in data
    for lesson in layout.lessons():
        notebook = canon.read(lesson.notebook("source"))
        by_tests = sum(cell.metadata.nbgrader.points for cell in notebook.cells if is_test(cell))
        assert (
            f"{by_tests} of {sum(canon.points_of(notebook).values())} points are auto"
            in instructors
        )


def test_the_limits_in_the_grading_page_are_those_of_the_sandbox():
    page = (ROOT / "docs" / "grading.md").read_text(encoding="utf-8")
    assert f"a scratch folder of {sandbox.SCRATCH_BYTES // 2**20} MB" in page
    assert f"at {sandbox.MEMORY_BYTES // 2**30} GB of memory" in page
    assert f"at {sandbox.PROCESSES} processes" in page
    assert f"at {sandbox.CPU_SECONDS} s of CPU time" in page
    assert f"up to {FILES_BYTES // 2**20} MB each" in page


def test_contributing_can_be_read_at_one_sitting():
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 120, "how to make a lesson stays here; reasons go to docs/decisions.md"
