"""Where a benchmark lacks packages it says which, and how to get them."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.conftest import ROOT

# Not setup.py: it measures a bare machine and needs nothing.
SCRIPTS = sorted(
    path.name
    for path in (ROOT / "benchmarks").glob("*.py")
    if path.name not in ("ready.py", "setup.py")
)


def locked(name):
    return {line.split("==")[0] for line in (ROOT / name).read_text().splitlines() if "==" in line}


def modules(names):
    """The top modules that these distributions bring."""
    return {
        module
        for module, owners in packages_distributions().items()
        if names & {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners}
    }


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_missing_package_is_named(script):
    tools = locked("requirements-test.txt") - locked("requirements.txt")
    uses_tests = "from tests" in (ROOT / "benchmarks" / script).read_text(encoding="utf-8")
    gone = modules(tools) if uses_tests else {"numpy"}  # a plain `course lab`, or a bare Python
    hidden = (
        f"import runpy, sys; sys.path.insert(0, 'benchmarks');"
        f" sys.modules.update(dict.fromkeys({sorted(gone)!r}));"
        f" sys.argv = ['benchmarks/{script}'];"
        f" runpy.run_path('benchmarks/{script}', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", hidden], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "This benchmark needs" in done.stderr
    assert ("pytest" if uses_tests else "numpy") in done.stderr
    assert "`python3 -m course test` installs" in done.stderr
