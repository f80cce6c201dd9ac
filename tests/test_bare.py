"""The suite on a machine without bubblewrap, Chromium and PostgreSQL: nothing fails there."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

import pytest

from tests import tools
from tests.conftest import ROOT

# Test files that ask for a tool or run verbs. The rest cannot tell whether there is one;
# `COURSE_HIDE_TOOLS=1 python3 -m course test` runs it too.
ASKS = re.compile(r"import .*\bneeds\b|\bsandbox\b|CliRunner")
# Classes are graded without walls there, and a book is made without a browser: one stands for all.
ONE_OF = {"test_answers": "pricing and silly", "test_book": "warning"}
RUN = {"test_cli", "test_alone", "test_intake", "test_answers"}
REMEDIES = {"apt install bubblewrap", "apt install chromium", "apt install postgresql"}


def chosen():
    """The tests to run, as pytest's -k takes them."""
    stems = [
        path.stem
        for path in sorted((ROOT / "tests").glob("test_*.py"))
        if ASKS.search(path.read_text(encoding="utf-8")) and path.stem != "test_bare"
    ]
    return " or ".join(f"({stem} and {ONE_OF[stem]})" if stem in ONE_OF else stem for stem in stems)


@pytest.mark.slow
@pytest.mark.xdist_group("bare")
@pytest.mark.skipif(bool(os.environ.get(tools.HIDE)), reason="all tests run without tools already")
def test_nothing_fails_without_the_tools_and_what_needs_them_says_so(tmp_path):
    report = tmp_path / "report.xml"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests", "-k", chosen(), f"--junitxml={report}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {tools.HIDE: "1"},
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    suite = tree.parse(report).getroot().find("testsuite")
    assert suite.attrib["failures"] == suite.attrib["errors"] == "0"
    said = {skip.attrib["message"] for skip in suite.iter("skipped")}
    assert {
        remedy for remedy in REMEDIES if any(remedy in sentence for sentence in said)
    } == REMEDIES
    ran = {
        case.attrib["classname"] for case in suite.iter("testcase") if case.find("skipped") is None
    }
    assert {f"tests.{stem}" for stem in RUN} <= ran
