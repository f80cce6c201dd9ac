"""What a benchmark needs before its numbers mean something."""

import sys
from importlib.util import find_spec

HAS_NOT_RUN = 2  # the exit code


def packages(*names):
    """Ends the script with a sentence where packages are missing."""
    missing = [name for name in names if find_spec(name) is None]
    if missing:
        print(
            f"This benchmark needs {', '.join(missing)}. `python3 -m course test` installs what is"
            " missing into .venv; run the benchmark with the Python there.",
            file=sys.stderr,
        )
        sys.exit(HAS_NOT_RUN)


def compiled():
    """Ends the script where compiled modules are not kept: every kernel compiles pandas anew then
    and seems twice as slow as it is.
    """
    if sys.dont_write_bytecode:
        sys.exit("unset PYTHONDONTWRITEBYTECODE, and run this once before you believe its numbers")
