"""What several tests share: a grader's salt of our own, and a class graded by the real nbgrader."""

import fcntl
import hashlib
import os
import shutil
import sys
import tempfile
from functools import cache, partial
from importlib.metadata import distributions
from pathlib import Path

import nbformat
import pytest

from course.authoring import layout, release
from course.check import record
from course.check.render import OUTCOME
from course.grading import classroom
from course.practice import lab
from tests import tools

tools.hide_if_asked()  # before any test module looks for one
ROOT = Path(__file__).resolve().parents[1]


def what_values_depend_on():
    """A hash of everything that baseline and expert values follow from: computing them takes many
    seconds, and every test process needs them.
    """
    packages = sorted(f"{each.name} {each.version}" for each in distributions())
    digest = hashlib.sha256(repr((sys.version_info, packages)).encode())
    for room in ("check", "data", "lessons", "market"):
        for path in sorted((ROOT / "course" / room).rglob("*")):
            if path.suffix in (".py", ".toml", ".gz"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


@pytest.fixture(scope="session", autouse=True)
def grader_salt(tmp_path_factory):
    """A salt that is not the public one, as an instructor has it. Its values are computed once for
    this state of the course and these packages, whatever tests run in whatever process.
    """
    path = tmp_path_factory.mktemp("salt") / "salt.json"
    before = os.environ.get("COURSE_SALT")
    os.environ["COURSE_SALT"] = str(path)
    kept = Path(tempfile.gettempdir()) / f"course-test-salt-{what_values_depend_on()}.json"
    with open(kept.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one test process computes them, the others wait
        if kept.exists():
            shutil.copy(kept, path)
        else:
            path.write_text('{"salt": "a-cohort-of-our-own", "values": {}}')
            release.write_salt(layout.lessons())
            half = kept.with_suffix(f".{os.getpid()}")
            shutil.copy(path, half)
            half.replace(kept)
    yield path
    if before is None:
        del os.environ["COURSE_SALT"]
    else:
        os.environ["COURSE_SALT"] = before


def sendable(text):
    """`text` with half characters escaped: test workers send UTF-8, and one report that is none
    would end the whole run.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


# Long ones begin first, so that no worker is left alone with one at the end.
LONGEST = (
    "bare",
    "binder",
    "browser",
    "widgets",
    "lab",
    "attacks",
    "screen",
    "bootstrap",
    "sealed-capstone_quarter",
    "quarter",
)


def group(item):
    """The name of the tests that share what `item` needs, "" for none."""
    return next((mark.args[0] for mark in item.iter_markers("xdist_group")), "")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Longest groups first; and groups are kept together, or the suite takes twice its time."""
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(group(item), len(place)))  # stable: files stay whole
    if getattr(config.option, "loadgroup", False):
        apart = [item.nodeid for item in items if group(item) and "@" not in item.nodeid]
        if apart:
            raise pytest.UsageError(f"pytest-xdist does not keep groups together: {apart[:3]}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """What a test printed, and what a failure names, may hold half characters."""
    report = yield
    report.sections = [(name, sendable(text)) for name, text in report.sections]
    if report.longrepr is not None and sendable(str(report.longrepr)) != str(report.longrepr):
        report.longrepr = sendable(str(report.longrepr))
    return report


def pytest_runtest_logreport(report):
    """In CI a failure is told at once: a run that is stopped for its time has no summary."""
    if report.failed and os.environ.get("COURSE_CI") and "PYTEST_XDIST_WORKER" not in os.environ:
        print(
            f"\nFAILED {report.nodeid} ({report.when})\n{report.longreprtext[-1500:]}", flush=True
        )


@pytest.fixture(scope="session", autouse=True)
def scripts_on_path():
    """nbgrader starts `alembic` by name."""
    os.environ["PATH"] = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]


@pytest.fixture(autouse=True)
def no_shell_left():
    """IPython's shell is one a process: one that a test made would take what a later test shows."""
    yield
    if "IPython.core.interactiveshell" in sys.modules:
        from IPython.core.interactiveshell import InteractiveShell

        if InteractiveShell.initialized():
            type(InteractiveShell.instance()).clear_instance()


@cache
def empty_gradebook():
    """A grade book without an assignment: nbgrader takes seconds to make one, and a copy is as
    good.
    """
    path = Path(tempfile.mkdtemp(prefix="gradebook")) / "gradebook.db"
    with release.nbgrader_api(path.parent, db_url=f"sqlite:///{path}").gradebook:
        return path


def _nbgrader(root, db_url):
    api = release.nbgrader_api(root, db_url=db_url)
    # Sockets in a short absolute folder: two cores starting kernels at once may pick the same
    # TCP port.
    api.config.KernelManager.transport = "ipc"
    api.config.KernelManager.ip = str(Path(tempfile.mkdtemp(prefix="k")) / "k")
    return api


def generate(root, lesson, db_url):
    """Lay `lesson` into the empty course `root` and generate it; returns nbgrader's interface."""
    shutil.copytree(lesson.notebook("source").parent, root / "source" / lesson.folder)
    api = _nbgrader(root, db_url)
    made = api.generate_assignment(lesson.folder, force=True)
    assert made["success"], made["log"]
    return api


@cache
def generated(lesson):
    """A folder with `lesson` generated, to be copied: nbgrader takes seconds to make one."""
    root = Path(tempfile.mkdtemp(prefix="generated"))
    shutil.copy(empty_gradebook(), root / "gradebook.db")
    generate(root, lesson, f"sqlite:///{root}/gradebook.db").gradebook.close()
    return root


def outcome(cell):
    """The facts of the panel that a test cell ended with (see render.OUTCOME), or {}."""
    return next(
        (each.data[OUTCOME] for each in cell.outputs if OUTCOME in each.get("data", {})), {}
    )


def panel_text(cell):
    """What the panel of a test cell says, as plain text."""
    return outcome(cell).get("text", "")


class Course:
    """A scratch nbgrader course with one lesson: submit, autograde, read scores and sentences."""

    def __init__(self, root, lesson, db_url=None):
        self.root, self.lesson, self.db_url = (
            root,
            lesson,
            db_url or f"sqlite:///{root}/gradebook.db",
        )
        if db_url is None:
            shutil.copytree(generated(lesson), root, dirs_exist_ok=True)
            self.api = _nbgrader(root, self.db_url)
        else:
            self.api = generate(root, lesson, db_url)

    def blank(self):
        """The learners' copy as this course generated it."""
        return nbformat.read(
            self.root / "release" / self.lesson.folder / f"{self.lesson.slug}.ipynb", as_version=4
        )

    def submit(self, student, notebook):
        folder = self.root / "submitted" / student / self.lesson.folder
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{self.lesson.slug}.ipynb")

    def classroom(self):
        """The same submissions as `course grade` sees them."""
        api = partial(release.nbgrader_api, self.root, db_url=self.db_url)
        return classroom.Classroom(
            self.root, self.lesson.folder, api, self.blank().metadata["course"]
        )

    def autograde(self, student):
        done = self.api.autograde(self.lesson.folder, student)
        assert done["success"], done["log"]
        return self.graded(student)

    def graded(self, student):
        """{exercise: (points, what the panel said)} and the autograded notebook."""
        notebook = nbformat.read(
            self.root / "autograded" / student / self.lesson.folder / f"{self.lesson.slug}.ipynb",
            as_version=4,
        )
        with self.api.gradebook as gradebook:
            submission = gradebook.find_submission(self.lesson.folder, student)
            points = {
                grade.cell.name: grade.auto_score
                for book in submission.notebooks
                for grade in book.grades
            }
        panels = {cell.id: panel_text(cell) for cell in notebook.cells if cell.id.endswith("_test")}
        return {
            name.removesuffix("_test"): (points[name], panels[name]) for name in panels
        }, notebook


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    """A learner's work folder, lessons laid out; tests of single records take `work`."""
    folder = tmp_path_factory.mktemp("laid out") / "work"
    lab.prepare(ROOT, folder)
    return folder


@pytest.fixture
def work(laid_out):
    """`laid_out`, whose record is gone after the test."""
    yield laid_out
    (laid_out / record.FILE).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def course_of(tmp_path_factory):
    """course_of("title_optimization"): a scratch course, one a session."""
    made = {}

    def get(slug):
        if slug not in made:
            made[slug] = Course(tmp_path_factory.mktemp(slug), layout.lesson(slug))
        return made[slug]

    return get


# A cell that prints the peak memory of its kernel in kB. Not ru_maxrss: a process begins with that
# of whoever started it.
PEAK_MEMORY = (
    "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)


def with_answers(notebook, answers):
    """A copy of `notebook` in which the answer cells named in `answers` hold other code."""
    filled = nbformat.from_dict(notebook)
    for cell in filled.cells:
        if cell.id in answers:
            cell.source = answers[cell.id]
    return filled


def solved(lesson):
    """The learners' copy of a lesson with the reference answers filled in."""
    source = {
        cell.id: cell for cell in nbformat.read(lesson.notebook("source"), as_version=4).cells
    }
    answers = {
        name: cell.source
        for name, cell in source.items()
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    return with_answers(nbformat.read(lesson.notebook("release"), as_version=4), answers)


def needs(missing):
    """Skip with this sentence where a tool is missing; in CI, which installs it, run and fail.

    What nobody can install, a kernel that forbids namespaces, is skipped there too.
    """
    return pytest.mark.skipif(
        bool(missing) and ("COURSE_CI" not in os.environ or "is not allowed" in missing),
        reason=missing,
    )
