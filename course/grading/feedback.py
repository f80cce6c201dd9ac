"""Preprocessors for the pages that learners get back: nothing hidden leaks, the expert's way is shown."""

import importlib
import re
from pathlib import Path

import nbformat
import nbgrader
from nbconvert.exporters import HTMLExporter
from nbgrader.preprocessors import NbGraderPreprocessor

_HIDDEN = re.compile(r"[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[ \t]*\n?", re.DOTALL)

# Ours first, then nbgrader's, on which ours is based.
TEMPLATES = [str(Path(__file__).with_name("templates")), str(Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates")]


class FeedbackPage(HTMLExporter):
    """HTMLExporter under a name of its own, so that settings for feedback leave the formgrader's pages alone."""


class HideTests(NbGraderPreprocessor):
    """Take hidden tests out of the sources, and our own frames out of tracebacks.

    nbgrader 0.9.6 puts the autograded notebook into the feedback as it is,
    hidden tests included, whether from the command or the formgrader's button.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type != "code":
            return cell, resources
        cell.source = _HIDDEN.sub("", cell.source)
        is_test = cell.metadata.get("nbgrader", {}).get("grade", False)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                last = f"{output.ename}: {output.evalue}"
                output.traceback = [
                    "This check could not be finished. Please tell your instructor." if is_test else last
                ]
                if is_test:
                    output.ename, output.evalue = "Unfinished", ""
        return cell, resources


class Debrief(NbGraderPreprocessor):
    """Put the lesson's debrief, the expert's policy with its code, at the end of the feedback."""

    def preprocess(self, nb, resources):
        slug = nb.metadata.get("course", {}).get("lesson") or resources.get("unique_key", "")
        try:
            answers = importlib.import_module(f"course.lessons.{slug}.answers")
        except ModuleNotFoundError:
            self.log.warning("No answers are installed for %s: feedback goes out without a debrief.", slug)
            return nb, resources
        if hasattr(answers, "debrief"):
            nb.cells.append(nbformat.v4.new_markdown_cell("## Debrief: what the expert does\n\n" + answers.debrief()))
        return nb, resources
