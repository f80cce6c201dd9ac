"""Systems and Pythons that cannot be run here: does every locked package have a wheel for them?"""

import subprocess
import sys

import pytest

from course import bootstrap
from tests.conftest import ROOT

LOCKS = ("requirements.txt", "requirements-installer.txt")


@pytest.fixture(scope="module")
def wheels_for(tmp_path_factory):
    """wheels_for(system, python, file): what uv says of the packages in a file, "" where each has a
    wheel.
    """
    folder = tmp_path_factory.mktemp("uv")
    pip = [sys.executable, "-m", "pip"]
    fetch = ["install", "-q", "--target", str(folder), "-r", str(ROOT / LOCKS[1])]
    subprocess.run([*pip, *fetch], check=True)
    environment = bootstrap.uv_environment(bootstrap.pip_settings(pip))

    def ask(system, python, file):
        where = ["--python-platform", system, "--python-version", python]
        locked = ["--no-deps", "--only-binary", ":all:", *bootstrap.ALL_INDEXES, str(file)]
        done = subprocess.run(
            [folder / "bin" / "uv", "pip", "compile", "-q", *where, *locked, "-o", folder / "out"],
            capture_output=True,
            text=True,
            env=environment,
        )
        return done.stderr if done.returncode else ""

    return ask


@pytest.mark.slow
@pytest.mark.xdist_group("wheels")
@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_every_locked_package_has_a_wheel(system, python, wheels_for):
    assert [said for lock in LOCKS if (said := wheels_for(system, python, ROOT / lock))] == []


@pytest.mark.slow
@pytest.mark.xdist_group("wheels")
def test_a_missing_wheel_is_found(wheels_for, tmp_path):
    """What is made for Windows alone, and what is too old for a Python."""
    for pin, system, python in (
        ("pywin32==312", "linux", "3.12"),
        ("numpy==1.26.4", "macos", "3.13"),
    ):
        (tmp_path / "lock.txt").write_text(pin)
        assert "wheels" in wheels_for(system, python, tmp_path / "lock.txt")
