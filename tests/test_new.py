"""`course new` lays out a lesson that the suite's own rules are content with."""

import subprocess
import sys

import pytest

from course.authoring import canon, new
from tests.conftest import ROOT


@pytest.fixture
def laid_out(tmp_path):
    return new.create("flash_sale", 7, root=tmp_path)


def ruff(verb, *rest):
    command = [sys.executable, "-m", "ruff", verb, "--config", ROOT / "pyproject.toml", *rest]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_lesson_is_formatted_and_canonical(laid_out):
    modules = [path for path in laid_out if path.suffix == ".py"]
    (notebook,) = [path for path in laid_out if path.suffix == ".ipynb"]
    ruff("format", "--check", *modules, notebook)
    ruff("check", *modules)  # imports of notebooks stand where a reader needs them
    assert canon.problems(notebook) == []
    assert canon.points_of(canon.read(notebook)) == {"first_exercise": 20}


def test_a_bad_or_taken_slug_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no slug"):
        new.create("Flash sale", root=tmp_path)
    new.create("flash_sale", root=tmp_path)
    with pytest.raises(ValueError, match="already"):
        new.create("flash_sale", root=tmp_path)
