"""The file of a quarter that is played by hand: the engine's log, alone or shared by a team.

While a team's week is open, the log is followed by a line for each role that has handed in. They
are gone when the week is played, so that a finished file is the engine's log and nothing else.
"""

import json
import os
import time
from contextlib import contextmanager
from pathlib import Path

from course.market.quarter import LogError, Run, resume

TRIES, WAIT, STALE = 40, 0.05, 10.0  # times; seconds; seconds after which a lock is nobody's


class LogFile:
    """A log on the disk.

    `read()` gives what is there, `write(run, handed)` replaces it. Both raise LogError with a
    sentence that says what to do.
    """

    def __init__(self, path, seed):
        self.path, self.seed = Path(path).absolute(), seed
        self._known = None, None, {}  # what was read or written last: text, Run, roles

    def forget(self):
        """The Run that was read was changed, and the file was not."""
        self._known = None, None, {}

    def read(self):
        """(Run, {role: its line}) of the file; a new Run where there is none. A file that is as it
        was last time is not played again.
        """
        try:
            text = self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return Run(self.seed), {}
        except (OSError, UnicodeDecodeError) as problem:
            raise LogError(
                f"{self.path.name} cannot be read ({type(problem).__name__}). Give the name of"
                " another file"
            ) from None
        before, run, roles = self._known
        if text == before:
            return run, dict(roles)
        lines = text.splitlines(keepends=True)
        handed = [line for line in lines if '"kind": "role"' in line]
        run = resume("".join(line for line in lines if line not in handed))
        if (seed := run.quarter.seed) != self.seed:
            raise LogError(
                f"{self.path.name} holds the quarter of seed {seed!r}, not of {self.seed!r}. Open it"
                f" with Cockpit(seed={seed!r}), or give the name of another file"
            )
        try:
            roles = {line["role"]: line for line in map(json.loads, handed)}
        except (ValueError, KeyError, TypeError):
            raise LogError(
                f"what a role handed in cannot be read. Delete the last lines of {self.path.name}"
                ' that hold "kind": "role", and hand in again'
            ) from None
        self._known = text, run, dict(roles)
        return run, roles

    def write(self, run, handed):
        """Replace the file, all of it at once."""
        text = run.log + "".join(
            json.dumps(each, sort_keys=True) + "\n" for each in handed.values()
        )
        new = self.path.with_name(f"{self.path.name}.new")
        try:
            new.write_bytes(text.encode())
            os.replace(new, self.path)
            self._known = text, run, dict(handed)
        except OSError as problem:
            raise LogError(
                f"{self.path.name} cannot be written ({problem.strerror or problem}), so the week was"
                " not played. Give the name of a file in a folder where you may write"
            ) from None

    @contextmanager
    def alone(self):
        """Nobody else changes the file meanwhile."""
        lock = self.path.with_name(f"{self.path.name}.lock")
        for _ in range(TRIES):
            try:
                os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
                break
            except FileExistsError:
                if _age(lock) > STALE:
                    lock.unlink(missing_ok=True)
                time.sleep(WAIT)
            except OSError:
                break  # the folder cannot be written: `write` says so
        else:
            raise LogError(f"somebody else is writing {self.path.name} now. Press again")
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _age(path):
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0
