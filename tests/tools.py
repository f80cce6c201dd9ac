"""What pip cannot install: where the tests find it, and a run of them as if it were missing.

    COURSE_HIDE_TOOLS=1 python3 -m course test

runs the suite as on a machine without bubblewrap, Chromium and PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

HIDE = "COURSE_HIDE_TOOLS"
PROGRAMS = {"bwrap", "chromium", "chromium-browser", "initdb", "pg_ctl", "postgres", "psql"}
DEBIANS_POSTGRESQL = "/usr/lib/postgresql"  # where no PATH leads


def hide_if_asked():
    """Take the tools off PATH, for this process and all that it starts, where HIDE is set.

    A folder of PATH that holds one gives way to links to everything else in it.
    """
    if not os.environ.get(HIDE):
        return
    os.environ.pop("COURSE_CI", None)  # there a missing tool is a failure
    folders = [Path(folder) for folder in os.environ["PATH"].split(os.pathsep) if folder]
    os.environ["PATH"] = os.pathsep.join(str(_without_tools(folder)) for folder in folders)


def _without_tools(folder):
    if not any((folder / name).exists() for name in PROGRAMS):
        return folder
    links = Path(tempfile.mkdtemp(prefix="without-tools"))
    atexit.register(shutil.rmtree, links, ignore_errors=True)
    for program in folder.iterdir():
        if program.name not in PROGRAMS:
            (links / program.name).symlink_to(program)
    return links


def postgresql():
    """The folder of PostgreSQL's programs, or None."""
    debians = [] if os.environ.get(HIDE) else sorted(Path(DEBIANS_POSTGRESQL).glob("*/bin"))
    on_path = shutil.which("initdb")
    folders = [*reversed(debians), *([Path(on_path).parent] if on_path else [])]
    return next((folder for folder in folders if (folder / "initdb").exists()), None)
