"""Grade a class: workers execute, one writer records, and a cut run goes on where it stopped.

nbgrader's own converters write the grade book; only the execution is ours. What
workers made is handed to nbgrader by the preprocessor `Recall`.
"""

import ast
import concurrent.futures
import contextlib
import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.preprocessors import (
    AssignLatePenalties,
    IgnorePattern,
    LimitOutput,
    NbGraderPreprocessor,
    OverwriteCells,
    SaveAutoGrades,
)
from traitlets import Unicode

from course.grading import doctor
from course.grading.workers import FILES_BYTES, execute

LEDGER = ".grading.jsonl"
SCRATCH = ".grading"


@dataclass
class Outcome:
    """What became of one submission. `state`: "graded", "repaired", "refused", "failed" or "kept" (nothing had changed)."""

    learner: str
    state: str
    score: float = 0.0
    said: list = field(default_factory=list)


class Recall(NbGraderPreprocessor):
    """In the place of nbgrader's Execute: outputs that a worker has made already."""

    folder = Unicode(help="Where executed notebooks lie, as <student>/<assignment>/<notebook>.ipynb.").tag(config=True)

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        path = Path(self.folder) / about["student"] / about["assignment"] / f"{about['notebook']}.ipynb"
        done = nbformat.read(path, as_version=4)
        ours, theirs = ([cell for cell in book.cells if cell.cell_type == "code"] for book in (nb, done))
        if [cell.source for cell in ours] != [cell.source for cell in theirs]:
            raise RuntimeError(f"{path.name}: nbgrader sees other cells than were executed")
        for cell, executed in zip(ours, theirs, strict=True):
            cell.outputs, cell.execution_count = executed.outputs, executed.execution_count
        return nb, resources


class Classroom:
    """The submissions of one lesson of the nbgrader course at `root`.

    `api` makes an NbGraderAPI: `api(submitted=..., recall=...)` with those folders
    in place of the course's own. `source` is the lesson's source notebook,
    `release` the metadata of its release (lesson, version, fingerprint).
    """

    def __init__(self, root, assignment, source, api, release):
        self.root, self.assignment, self.source, self.release = Path(root), assignment, source, release
        self._source_text = nbformat.writes(source).encode()
        scratch = self.root / SCRATCH
        self._repaired, self._executed = scratch / "submitted", scratch / "executed"
        self._api = api(submitted=self._repaired, recall=self._executed)
        self._ledger = self.root / LEDGER

    def learners(self):
        """Who has handed this lesson in, sorted."""
        return sorted(path.parent.name for path in (self.root / "submitted").glob(f"*/{self.assignment}") if path.is_dir())

    def grade(self, workers, learners=None, force=False, tell=lambda outcome, done, total: None):
        """Grade `learners` (default: all) with Workers; returns a list of Outcome. `tell(outcome, done, total)` is called after each."""
        self._prepare()
        known = {} if force else self._known()
        learners = self.learners() if learners is None else list(learners)
        outcomes, waiting = [], {}

        def finished(outcome):
            outcomes.append(outcome)
            tell(outcome, len(outcomes), len(learners))

        for learner in learners:
            content, data, files = self._handed_in(learner)
            if known.get(learner) == content and self._is_graded(learner):
                finished(Outcome(learner, "kept", self._score(learner)))
                continue
            found = (
                doctor.examine(data, self.source, self.release)
                if data is not None
                else doctor.Diagnosis(said=["There is no notebook of this lesson in the folder."])
            )
            if found.notebook is None:
                self._record_nothing(learner, found, content)
                finished(Outcome(learner, "refused", 0.0, found.said))
                continue
            task = workers.submit(execute, nbformat.writes(found.notebook), files)
            waiting[task] = learner, found, content
        for task in concurrent.futures.as_completed(waiting):
            learner, found, content = waiting[task]
            finished(self._write(learner, found, content, task))
        shutil.rmtree(self.root / SCRATCH, ignore_errors=True)
        return sorted(outcomes, key=lambda outcome: outcome.learner)

    def _prepare(self):
        """Put today's source into the grade book, every time: a lesson may have changed since it was graded last."""
        shutil.rmtree(self.root / SCRATCH, ignore_errors=True)
        made = self._api.generate_assignment(self.assignment, force=True)
        if not made["success"]:
            raise RuntimeError(f"{self.assignment} could not be put into the grade book:\n{made['log']}")

    def _handed_in(self, learner):
        """(hash, notebook bytes or None, {name: text} of the other files) of a submission."""
        folder = self.root / "submitted" / learner / self.assignment
        digest, data, files = hashlib.sha256(self._source_text), None, {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
            name = path.relative_to(folder).as_posix()
            size = path.stat().st_size
            content = path.read_bytes() if size <= max(doctor.MAX_BYTES + 1, FILES_BYTES) else b" " * (doctor.MAX_BYTES + 1)
            digest.update(f"{name}\0{size}\0".encode() + content)
            if name == f"{self._notebook}.ipynb":
                data = content
            elif path.suffix != ".ipynb" and size <= FILES_BYTES:
                with contextlib.suppress(UnicodeDecodeError):
                    files[name] = content.decode("utf-8")
        return digest.hexdigest(), data, files

    @property
    def _notebook(self):
        return self.release["lesson"]

    def _write(self, learner, found, content, task):
        """Hand a worker's notebook to nbgrader, which checks and records it."""
        try:
            executed = task.result()
        except Exception as problem:  # a worker that broke must not end the class
            return Outcome(learner, "failed", 0.0, [*found.said, f"It could not be executed ({type(problem).__name__}). Grade it again."])
        for folder, text in ((self._repaired, nbformat.writes(found.notebook)), (self._executed, executed)):
            path = folder / learner / self.assignment / f"{self._notebook}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        stamp = self.root / "submitted" / learner / self.assignment / "timestamp.txt"
        if stamp.is_file():
            shutil.copy(stamp, self._repaired / learner / self.assignment)
        done = self._api.autograde(self.assignment, learner, force=True)
        if not done["success"]:
            return Outcome(
                learner, "failed", 0.0, [*found.said, f"nbgrader could not record it: {(done.get('error') or done['log']).strip().splitlines()[-1][:200]}"]
            )
        self._note(learner, content, found.said)
        return Outcome(learner, "repaired" if found.said else "graded", self._score(learner), found.said)

    def _record_nothing(self, learner, found, content):
        """A submission that cannot be read is in the grade book with zero points, and said so."""
        with self._api.gradebook as gradebook:
            gradebook.update_or_create_student(learner)
            submission = gradebook.update_or_create_submission(self.assignment, learner)
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    grade.auto_score, grade.needs_manual_grade = 0, False
            gradebook.db.commit()
        self._note(learner, content, found.said)

    def _score(self, learner):
        with self._api.gradebook as gradebook:
            return float(gradebook.find_submission(self.assignment, learner).score)

    def _is_graded(self, learner):
        with self._api.gradebook as gradebook, contextlib.suppress(MissingEntry):
            gradebook.find_submission(self.assignment, learner)
            return True
        return False

    # The ledger: one line a submission that is in the grade book, with the hash of what was graded.

    def _note(self, learner, content, said):
        with open(self._ledger, "a", encoding="utf-8") as ledger:
            ledger.write(json.dumps({"lesson": self.assignment, "learner": learner, "content": content, "said": said}) + "\n")

    def _known(self):
        found = {}
        with contextlib.suppress(FileNotFoundError):
            for line in self._ledger.read_text(encoding="utf-8").splitlines():
                with contextlib.suppress(ValueError, KeyError):  # a line that a power cut left half written
                    entry = json.loads(line)
                    if entry["lesson"] == self.assignment:
                        found[entry["learner"]] = entry["content"]
        return found


def configure(config, recall):
    """nbgrader's settings for `Classroom`: Recall in the place of Execute, and none of what the doctor has done.

    The doctor builds every notebook from the source: it has no outputs, doubled
    cells or foreign kernel to clear, and its metadata were checked at release.
    """
    from nbconvert.preprocessors import ClearMetadataPreprocessor

    config.Autograde.sanitize_preprocessors = [OverwriteCells]
    config.Autograde.autograde_preprocessors = [Recall, IgnorePattern, ClearMetadataPreprocessor, LimitOutput, SaveAutoGrades, AssignLatePenalties]
    config.Recall.folder = str(recall)
    return config


# Libraries that may be imported before a fork: they start no threads and hold no handles.
_FORK_SAFE = {
    "anywidget", "bm25s", "course", "ipywidgets", "matplotlib", "mlxtend", "networkx", "numpy", "pandas", "scipy", "seaborn", "sklearn", "statsmodels",
}


def modules(notebook):
    """What the cells of a source notebook import, of what may be imported once for all submissions; sorted."""
    found = set()
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        with contextlib.suppress(SyntaxError):   # magics
            for node in ast.walk(ast.parse(cell.source)):
                if isinstance(node, ast.Import):
                    found |= {name.name for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names if node.module.startswith("course."))}
    return sorted(name for name in found if name.split(".")[0] in _FORK_SAFE and not name.endswith(".answers"))
