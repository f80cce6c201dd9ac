"""Run a notebook's cells on IPython in this process, with outputs as a kernel would give them.

No sockets, no kernel process: that is what makes grading fast. Output of cells
is bounded; a cell that prints gigabytes keeps its first part. Outputs are plain
dictionaries, because importing nbformat takes longer than all of IPython.
"""

import json
import os
import sys
import tempfile

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type

MAX_TEXT = 1_000_000  # characters of stdout and stderr a cell
MAX_OUTPUTS = 200
MAX_SHOWN = 8 * 2**20  # characters of JSON: what a cell shows, pictures and charts included
MAX_LINES = 500  # of a traceback


class _Outputs:
    """What one cell has put out so far, in order."""

    def __init__(self):
        self.cells, self._room = [], MAX_TEXT

    def stream(self, name, text):
        text = text[: max(self._room, 0)]
        self._room -= len(text)
        if not text:
            return
        if (
            self.cells
            and self.cells[-1]["output_type"] == "stream"
            and self.cells[-1]["name"] == name
        ):
            self.cells[-1]["text"] += text
        else:
            self.add("stream", name=name, text=text)

    def add(self, kind, **content):
        if len(self.cells) < MAX_OUTPUTS:
            self.cells.append({"output_type": kind, **content})


class _Stream:
    """sys.stdout or sys.stderr of the cells."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, shell, name):
        self._shell, self.name = shell, name

    def write(self, text):
        text = text if isinstance(text, str) else str(text)
        self._shell.outputs.stream(self.name, text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return {"stdout": 1, "stderr": 2}[self.name]


class _Publisher(DisplayPublisher):
    def publish(self, data, metadata=None, **_):
        self.shell.outputs.add("display_data", data=data, metadata=metadata or {})


class _Hook(DisplayHook):
    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.outputs.add(
            "execute_result",
            data=format_dict,
            metadata=md_dict or {},
            execution_count=self.prompt_count,
        )


class Shell(InteractiveShell):
    """IPython that collects outputs instead of printing them."""

    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)

    def __init__(self, **kwargs):
        self.outputs = _Outputs()
        super().__init__(**kwargs)
        self.history_manager.enabled = False

    def init_history(self):
        from IPython.core.history import HistoryManager

        self.history_manager = HistoryManager(
            shell=self, parent=self, hist_file=":memory:", enabled=False
        )

    def enable_gui(self, gui=None):
        pass

    def _showtraceback(self, etype, evalue, stb):
        try:
            value = str(evalue)
        except Exception:  # an exception whose own text fails
            value = ""
        self.outputs.add(
            "error",
            ename=str(etype.__name__),
            evalue=value[:10_000],
            traceback=[line[:10_000] for line in stb[:MAX_LINES]],
        )

    def run(self, source):
        """Run one cell's source; returns its outputs as a list of dicts, as nbformat has them."""
        self.outputs = _Outputs()
        kept = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Stream(self, "stdout"), _Stream(self, "stderr")
        with _Descriptors() as below:
            try:
                self.run_cell(source, store_history=True, silent=False)
            except BaseException as error:  # SystemExit and the like must not end the process
                self.outputs.add(
                    "error", ename=type(error).__name__, evalue="", traceback=[type(error).__name__]
                )
            finally:
                sys.stdout, sys.stderr = kept
        for name, text in below.texts().items():
            self.outputs.stream(name, text)
        return _bounded(self.outputs.cells)


def _bounded(outputs):
    """The outputs through JSON, as what is not JSON is no output; one that is too large becomes a
    sentence.
    """
    kept, room = [], MAX_SHOWN
    for output in outputs:
        try:
            text = json.dumps(output, default=str)
            if len(text) > room:
                raise ValueError(f"it has {len(text) / 2**20:,.0f} MB")
            room -= len(text)
            kept.append(json.loads(text))
        except (ValueError, TypeError, RecursionError) as problem:
            said = (
                f"[An output was left out: {problem}. A cell may show {MAX_SHOWN // 2**20} MB.]\n"
            )
            kept.append({"output_type": "stream", "name": "stdout", "text": said})
    return kept


class _Descriptors:
    """What is written straight to the file descriptors 1 and 2, by C code or subprocesses, goes to
    files of bounded reading.
    """

    def __enter__(self):
        self._kept = [os.dup(number) for number in (1, 2)]
        self._files = [tempfile.TemporaryFile() for _ in (1, 2)]  # noqa: SIM115  (closed in texts)
        for number, file in zip((1, 2), self._files, strict=True):
            os.dup2(file.fileno(), number)
        return self

    def __exit__(self, *_):
        for number, kept in zip((1, 2), self._kept, strict=True):
            os.dup2(kept, number)
            os.close(kept)

    def texts(self):
        found = {}
        for name, file in zip(("stdout", "stderr"), self._files, strict=True):
            file.seek(0)
            found[name] = file.read(MAX_TEXT).decode("utf-8", "replace")
            file.close()
        return found


def make_shell():
    """A fresh shell for this process. Plots come out as pictures, as in a kernel."""
    Shell.clear_instance()
    return Shell.instance()
