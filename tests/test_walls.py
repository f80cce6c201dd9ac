# ruff: noqa: E501  (code of learners keeps its lines)
"""The kinds that attacks come in, with members made by the test: what can be seen, what can be left
behind, what the kernel offers, what a submission may take.
"""

import json
import os
import platform
import re
import shutil
import socket
import struct
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.authoring import layout
from course.check import draws
from course.grading import sandbox, sealed, seccomp, shown, wire
from course.grading.sealed import Clock, Session
from tests.conftest import ROOT, needs

LESSON = layout.lesson("title_optimization")


# What is shown.


def test_what_is_shown_has_no_answers_and_all_that_lessons_import(tmp_path):
    shown.copy(tmp_path / "learn")
    code = """
        import importlib, pathlib, sys
        for path in sorted(pathlib.Path("course/lessons").glob("*/checks.py")):
            importlib.import_module(f"course.lessons.{path.parent.name}.checks")
            if path.with_name("scenario.py").exists():
                importlib.import_module(f"course.lessons.{path.parent.name}.scenario")
        print(all(module.__file__.startswith(sys.argv[1]) for name, module in sys.modules.items() if name.startswith("course") and module.__file__))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "learn")],
        cwd=tmp_path / "learn",
        env=os.environ | {"PYTHONPATH": str(tmp_path / "learn")},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["True"], done.stderr
    names = {path.name for path in (tmp_path / "learn").rglob("*")}
    assert not any("answers" in name for name in names)
    for lesson in layout.lessons(kind="release"):  # whatever a released notebook imports is there
        for cell in json.loads(lesson.notebook("release").read_bytes())["cells"]:
            for name in re.findall(r"from (course[\w.]*) import", "".join(cell["source"])):
                place = tmp_path.joinpath("learn", *name.split("."))
                assert place.is_dir() or place.with_suffix(".py").is_file(), name


COPIES = st.sampled_from(
    [
        "answers.py~ answers.py.orig .answers.py.swp #answers.py# answers_old.py answers2.py",
        "answers.BASE.py answers_LOCAL_77.py answers.json answers.toml answers.js my.csv.gz x.css",
        "answers.cpython-311.pyc Answers.py answers.py.rej scenario.py~ checks.json lesson.toml.bak",
    ]
).flatmap(lambda names: st.sampled_from(names.split()))
FOLDERS = st.sampled_from(
    ["", ".ipynb_checkpoints", "__pycache__", "old", ".git", "backup/course", "answers"]
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A course with one lesson."""
    root = tmp_path_factory.mktemp("small")
    for name in ("check", "grading", "market", "widgets", "lessons/title_optimization"):
        shutil.copytree(
            ROOT / "course" / name,
            root / "course" / name,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    shutil.copytree(ROOT / "release" / LESSON.folder, root / "release" / LESSON.folder)
    for path in ("course/__init__.py", "course/lessons/__init__.py", "course/once.py"):
        shutil.copy(ROOT / path, root / path)
    return root


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=COPIES, folder=FOLDERS, room=st.sampled_from(["lessons/title_optimization", "check"]))
def test_a_copy_of_the_answers_is_not_shown_under_any_name(small, name, folder, room):
    if not folder and room == "check" and shown.DATA_FILE.fullmatch(name):
        return  # data of a package that holds no answers
    place = small / "course" / room / folder / name
    was_there = place.exists()
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        if not was_there:
            place.write_text("ROLE_OF = {}")
        found = shown.files(small)
        assert place.relative_to(small) not in found
        assert Path("course/lessons/title_optimization/scenario.py") in found
        assert Path("course/lessons/title_optimization/practice.json") in found
    finally:
        if not was_there:
            place.unlink()


@pytest.mark.parametrize("umask", [0o077, 0o777])
def test_what_is_shown_can_be_read_whatever_the_umask(small, tmp_path, umask):
    before = os.umask(umask)
    try:
        shown.copy(tmp_path / "learn", small)
    finally:
        os.umask(before)
    for path in (tmp_path / "learn").rglob("*"):
        wanted = 0o005 if path.is_dir() else 0o004
        assert path.stat().st_mode & wanted == wanted


def words(monkeypatch, root, packages=()):
    """What bubblewrap is told where the checkout lies at `root`."""
    monkeypatch.setattr(shown, "ROOT", Path(root))
    monkeypatch.setattr(shown.os.path, "exists", lambda path: True)
    monkeypatch.setattr(shown, "_packages", lambda: list(packages))
    monkeypatch.setattr(shown, "_fonts", list)
    return shown.walls("/box/learn", ["/usr/lib/class/gradebook.db", "/elsewhere"])


def test_a_checkout_below_usr_is_covered_and_its_python_is_not(monkeypatch):
    interpreter = ["/usr/lib/course/.venv/lib/python3.11", "/usr/lib"]
    monkeypatch.setattr(shown, "interpreter", lambda: interpreter)
    monkeypatch.setattr(shown.os.path, "isdir", lambda path: not path.endswith(".db"))
    said = words(monkeypatch, "/usr/lib/course")
    cover = said.index("/usr/lib/course", said.index("--tmpfs"))
    assert said[cover - 1] == "--tmpfs"
    again = said.index("/usr/lib/course/.venv/lib/python3.11")
    assert cover < again
    assert said[-6:].count("--remount-ro") >= 2
    book = said.index("/usr/lib/class/gradebook.db")
    assert said[book - 2 : book] == ["--ro-bind", "/dev/null"]
    assert "/elsewhere" not in said


def test_a_course_among_the_packages_is_covered(monkeypatch):
    packages = "/opt/env/lib/python3.11/site-packages"
    monkeypatch.setattr(shown, "interpreter", lambda: ["/opt/env/lib", packages])
    monkeypatch.setattr(shown.os.path, "isdir", lambda path: True)
    said = words(monkeypatch, packages, packages=[packages])
    assert said[said.index(f"{packages}/course") - 1] == "--tmpfs"
    bound = [said[place + 1] for place, word in enumerate(said) if word == "--ro-bind"]
    assert "/opt/env/lib" in bound
    assert packages not in bound  # it would lie over the cover


# In the box.

# Traps of the kernel's own probes on x86-64, which no filter sees; they do nothing for who calls them.
UPROBES = {335, 336}
COLUMN = seccomp.MACHINES.get(platform.machine(), (0, 0))[0]
boxed = [pytest.mark.slow, pytest.mark.xdist_group("attacks"), needs(sandbox.can_contain())]


@pytest.fixture(scope="module")
def box():
    made = sandbox.Box()
    yield made
    made.close()


def say(box, code, files=None, session=None):
    """What a cell with this code prints, as JSON; in a submission of its own unless one is given."""
    own = session or Session(box, files or {})
    try:
        outputs = own.run(textwrap.dedent(code))
    finally:
        if session is None:
            own.close()
    assert all(output["output_type"] == "stream" for output in outputs), outputs
    return json.loads("".join(output["text"] for output in outputs).splitlines()[-1])


def secrets(tmp_path):
    """Files that nobody may see, with words that stand in them and nowhere else."""
    found = [draws.salt_file(), *(ROOT / "tests").glob("*.py"), *ROOT.glob("source/*/*.ipynb")]
    found += list(ROOT.glob("course/lessons/*/answers.py")) + list(ROOT.glob("course/**/*.pyc"))
    found += [path for path in (ROOT / "course" / "grading" / "sealed.py",) if path.exists()]
    book = tmp_path / "gradebook.db"
    book.write_bytes(b"SQLite format 3\0 a grade book of this test")
    return [*found, book]


class TestBox:
    pytestmark = boxed

    def test_nothing_secret_can_be_opened(self, box, tmp_path):
        """Every file and descriptor that is to be seen: by its number on the disk, and where it is
        no part of Python or the system, by what stands in it.
        """
        hidden = secrets(tmp_path)
        numbers = {f"{about.st_dev}:{about.st_ino}" for about in map(os.stat, hidden)}
        words = ["ROLE" + "_OF = ", "def " + "reference_lint", draws.read_salt()["salt"]]
        seen = say(
            box,
            f"""
            import json, os, stat
            numbers, words, found, looked = {numbers!r}, {[w[:4] + "|" + w[4:] for w in words]!r}, [], [0, 0]
            words = [word.replace("|", "", 1).encode() for word in words]
            for folder, folders, names in os.walk("/"):
                if folder == "/proc": folders[:] = ["self"]
                if folder == "/proc/self": folders[:] = ["fd"]
                for name in names + folders:
                    path = os.path.join(folder, name)
                    try: about = os.stat(path)
                    except OSError: continue
                    looked[0] += 1
                    if f"{{about.st_dev}}:{{about.st_ino}}" in numbers: found.append(path)
                    elif stat.S_ISREG(about.st_mode) and not path.startswith(("/usr", "/proc")) and "/lib/python3" not in path and about.st_size < 10**7:
                        looked[1] += 1
                        try: text = open(path, "rb").read()
                        except OSError: continue
                        if any(word in text for word in words): found.append(path)
            print(json.dumps([found, looked]))
            """,
        )
        found, (all_files, read) = seen
        assert found == []
        assert all_files > 10_000
        assert read > 250

    def test_what_descriptors_and_processes_a_submission_is_born_with(self, box):
        assert say(
            box,
            """
            import json, os
            print(json.dumps([
                {os.readlink(f"/proc/self/fd/{n}") for n in (0,)} == {"/dev/null"},
                sorted(n for n in map(int, os.listdir("/proc/self/fd")) if n > 3 and not os.path.exists(f"/proc/self/fd/{n}")),
                [each for each in os.listdir("/proc") if each.isdigit()],
                os.getuid() != 0 or os.getgid() != 0,
                open("/proc/self/status").read().split("CapEff:")[1].split()[0],
                open("/proc/self/status").read().split("NoNewPrivs:")[1].split()[0],
                open("/proc/self/status").read().split("Seccomp:")[1].split()[0],
            ]))
            """,
        )[2:] == [["1", "2"], True, "0" * 16, "1", "2"]

    LEAVE = """
        import ctypes, fcntl, json, os, socket, struct, sys
        libc, word = ctypes.CDLL(None, use_errno=True), "left"
        held = globals().get("held", [])
        def attempt(name, make):
            try: return bool(make())
            except Exception: return False
        def file(path): open(path, "w").write(word); return True
        def abstract():
            held.append(socket.socket(socket.AF_UNIX)); held[-1].bind(chr(0) + "course"); held[-1].listen(); return True
        def lock(kind):
            held.append(open("/learn/course/__init__.py")); kind(held[-1]); return True
        LEFT = {
            "/scratch/tmp": lambda: file("/scratch/tmp/left"), "/dev/shm": lambda: file("/dev/shm/left"), ".": lambda: file("left"),
            "/fonts": lambda: file("/fonts/left"), "/dev": lambda: file("/dev/left"), "/learn": lambda: file("/learn/left"),
            "/dev/pts": lambda: file("/dev/pts/left"),
            "shmget": lambda: libc.shmget(0x51, 4096, 0o1666) >= 0, "msgget": lambda: libc.msgget(0x51, 0o1666) >= 0,
            "semget": lambda: libc.semget(0x51, 1, 0o1666) >= 0, "mq_open": lambda: libc.mq_open(b"/left", 0o102, 0o666, None) >= 0,
            "abstract socket": abstract, "flock": lambda: lock(lambda f: fcntl.flock(f, fcntl.LOCK_EX)),
            "record lock": lambda: lock(lambda f: fcntl.lockf(f, fcntl.LOCK_SH)),
            "key": lambda: libc.syscall(248, b"user", b"left", b"x", 1, -4) > 0,
            "inet": lambda: held.append(socket.socket()) or held[-1].bind(("127.0.0.1", 4711)) or held[-1].listen() or True,
            "terminal": lambda: held.append(os.openpty()) or True,
            "hostname": lambda: libc.sethostname(b"left", 4) == 0,
        }
    """
    FIND = """
        def there(path): return open(path).read() == word
        def unix():
            with socket.socket(socket.AF_UNIX) as s: s.connect(chr(0) + "course"); return True
        def asked(kind):
            with open("/learn/course/__init__.py") as f: return kind(f)
        def held_by_another(f):
            told = struct.pack("hhqqi", fcntl.F_WRLCK, 0, 0, 0, 0)
            return struct.unpack("hhqqi", fcntl.fcntl(f, fcntl.F_GETLK, told))[0] != fcntl.F_UNLCK
        def flocked(f):
            try: fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError: return True
            return False
        def inet():
            with socket.socket() as s: s.connect(("127.0.0.1", 4711)); return True
        FOUND = {name: (lambda name=name: there(os.path.join(name, "left"))) for name in ("/scratch/tmp", "/dev/shm", ".", "/fonts", "/dev", "/learn", "/dev/pts")} | {
            "shmget": lambda: libc.shmget(0x51, 4096, 0) >= 0, "msgget": lambda: libc.msgget(0x51, 0) >= 0,
            "semget": lambda: libc.semget(0x51, 1, 0) >= 0, "mq_open": lambda: libc.mq_open(b"/left", 0) >= 0,
            "abstract socket": unix, "flock": lambda: asked(flocked), "record lock": lambda: asked(held_by_another),
            "key": lambda: libc.syscall(249, b"user", b"left", None, -4) > 0, "inet": inet,
            "terminal": lambda: os.path.exists("/dev/pts/0"), "hostname": lambda: os.uname().nodename == "left",
        }
    """

    @pytest.mark.parametrize("together", [False, True])
    def test_nothing_is_left_for_another_submission(self, box, together):
        """Every channel that the kernel offers: after each other, and side by side."""
        leave = self.LEAVE + "\n        print(json.dumps([n for n in LEFT if attempt(n, LEFT[n])]))"
        find = (
            self.LEAVE
            + self.FIND
            + "\n        print(json.dumps([n for n in FOUND if attempt(n, FOUND[n])]))"
        )
        first, second = Session(box, {}), Session(box, {})
        try:
            left = say(box, leave, session=first)
            # What it has for itself is there at all, or this test shows nothing.
            assert {"/scratch/tmp", "/dev/shm", ".", "abstract socket", "terminal"} <= set(left)
            assert {"/scratch/tmp", "/dev/shm", ".", "abstract socket", "terminal"} <= set(
                say(box, find, session=first)
            )
            if not together:
                first.close()
            assert say(box, find, session=second) == []
        finally:
            first.close()
            second.close()

    def test_namespaces_are_a_submissions_own(self, box):
        code = """
            import json, os
            print(json.dumps({n: os.readlink(f"/proc/self/ns/{n}") for n in ("ipc", "net", "pid", "uts", "cgroup", "mnt")}))
        """
        first = Session(box, {})
        one, other = say(box, code, session=first), say(box, code)
        first.close()
        mine = {name: os.readlink(f"/proc/self/ns/{name}") for name in one}
        for name in one:
            assert len({one[name], other[name], mine[name]}) == 3, name

    def test_the_kernel_offers_what_is_listed(self, box):
        """Every number that is not listed is no system call here, whatever it is outside."""
        listed = {
            int(number)
            for row in seccomp.CALLS.split()
            if (number := row.split(":")[1 + COLUMN]) != "-"
        } | UPROBES
        offered = say(
            box,
            f"""
            import ctypes, json
            libc = ctypes.CDLL(None, use_errno=True)
            def offered(number):
                ctypes.set_errno(0)
                return libc.syscall(number, -1, -1, -1, -1, -1, -1) != -1 or ctypes.get_errno() != 38
            print(json.dumps([n for n in range(600) if n not in {listed!r} and offered(n)]))
            """,
        )
        assert offered == []
        assert len(listed) < 192

    def test_listed_calls_take_listed_arguments_only(self, box):
        refused = say(
            box,
            """
            import ctypes, json, mmap, os, socket
            libc = ctypes.CDLL(None, use_errno=True)
            def refused(make):
                try: return make() == -1
                except OSError: return True
            print(json.dumps({
                "a user namespace": refused(lambda: libc.syscall(CLONE, 0x10000011, 0, 0, 0, 0)),
                "shared memory without a file": refused(lambda: mmap.mmap(-1, 4096)),
                "other sockets": [f for f in range(46) if f != 1 and not refused(lambda: socket.socket(f, socket.SOCK_DGRAM).close())],
                "who holds a lock": refused(lambda: __import__("fcntl").fcntl(os.open("/learn/course/__init__.py", 0), 5, bytes(32))),
                "larger pipes": refused(lambda: __import__("fcntl").fcntl(os.pipe()[0], 1031, 2**20)),
                "typing for others": refused(lambda: __import__("fcntl").ioctl(0, 0x5412, b"x")),
            }))
            """.replace("CLONE", "56" if platform.machine() == "x86_64" else "220"),
        )
        assert refused.pop("other sockets") == []
        assert all(refused.values()), refused

    HONEST = {
        "a pool of processes": "import multiprocessing as m\nwith m.Pool(2) as p: found = p.map(abs, [-1, -2]) == [1, 2]",
        "threads": "import concurrent.futures as c\nwith c.ThreadPoolExecutor(8) as p: found = list(p.map(abs, range(99))) == list(range(99))",
        "a shell command": "found = get_ipython().getoutput('echo hi') == ['hi']",
        "a command with a terminal": "import IPython.utils.process as p; found = p.system('true') == 0",
        "subprocess": "import subprocess, sys; found = subprocess.run([sys.executable, '-c', 'import pandas, course.check'], check=True).returncode == 0",
        "a database file": "import sqlite3, pandas as pd\nwith sqlite3.connect('x.db') as c: pd.DataFrame({'a': [1]}).to_sql('t', c); found = pd.read_sql('select * from t', c)['a'][0] == 1",
        "copies of files and folders": "import os, shutil; open('a', 'w').close(); shutil.copy2('a', 'b'); os.mkdir('d'); shutil.move('b', 'd'); shutil.copytree('d', 'e'); shutil.make_archive('z', 'zip', 'e'); found = True",
        "temporary files": "import tempfile\nwith tempfile.NamedTemporaryFile() as f: f.write(b'x'); found = True",
        "asyncio": "import asyncio\nloop = asyncio.new_event_loop(); found = loop.run_until_complete(asyncio.sleep(0, True)); loop.close()",
        "joblib": "import joblib; found = joblib.Parallel(2)(joblib.delayed(abs)(n) for n in (-1, -2)) == [1, 2]",
        "a picture file": "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.savefig('a.png'); plt.savefig('a.svg'); plt.close(); found = True",
        "a memory map": "import numpy as np; m = np.memmap('m', dtype=float, mode='w+', shape=10); m[:] = 1; m.flush(); found = m.sum() == 10",
        "a fit": "import numpy as np; from sklearn.linear_model import LogisticRegression as L; found = L().fit(np.c_[[1, 2, 3, 4]], [0, 0, 1, 1]).predict([[4]])[0] == 1",
        "time zones": "import zoneinfo, datetime; found = datetime.datetime.now(zoneinfo.ZoneInfo('Europe/Berlin')) is not None",
        "the number of processors": "import os; found = os.cpu_count() >= 1",
    }

    @pytest.mark.parametrize("work", HONEST)
    def test_honest_work_is_possible(self, box, work):
        code = self.HONEST[work]
        assert say(box, code + "\nimport json; print(json.dumps(bool(found)))")

    def test_files_of_a_learner_are_there(self, box):
        """Several large ones, and names that are no text."""
        files = {f"big{n}.bin": bytes(2**23) for n in range(9)} | {"caf\udce9.csv": b"x"}
        said = say(
            box,
            "import json, os; print(json.dumps([len(os.listdir('.')), sum(os.path.getsize(n) for n"
            " in os.listdir('.'))]))",
            files,
        )
        assert said == [10, 9 * 2**23 + 1]

    def test_shared_memory_counts_once(self, box, monkeypatch):
        """An honest fork: four children that share 700 MB with their parent."""
        assert say(
            box,
            """
            import json, numpy as np, os, time
            big, kids = np.ones(700 * 2**17), []
            for _ in range(4):
                if (pid := os.fork()) == 0:
                    big.sum(); time.sleep(1.5); os._exit(0)
                kids.append(pid)
            for pid in kids: os.waitpid(pid, 0)
            print(json.dumps(True))
            """,
        )

    GREEDY = {
        "one process": "held = [bytearray(2**28) for _ in range(12)]; time.sleep(9)",
        "many": "\nfor _ in range(8):\n    if os.fork() == 0: held = bytearray(3 * 2**27); time.sleep(9)\ntime.sleep(9)",
        "files and memory": "\nfor n in range(3): open(f'f{n}', 'wb').write(bytes(2**26 - 1))\nheld = [bytearray(2**27) for _ in range(15)]; time.sleep(9)",
        "processes": "\nfor _ in range(70):\n    try: os.fork()\n    except OSError: time.sleep(9)\ntime.sleep(9)",
    }

    @pytest.mark.parametrize("way", GREEDY)
    def test_who_takes_too_much_is_ended(self, box, way):
        session = Session(box, {})
        try:
            outputs = session.run("import os, time\n" + self.GREEDY[way])
        finally:
            session.close()
        if way == "processes":  # bounded by the kernel at 64, where it is not ended
            return
        assert "ProcessEnded" in str(outputs) or "MemoryError" in str(outputs)

    def test_cpu_of_all_processes_is_one_sum(self, monkeypatch):
        monkeypatch.setattr(sandbox, "CPU_SECONDS", 3)
        with_little = sandbox.Box()
        session = Session(with_little, {})
        try:
            start = time.monotonic()
            outputs = session.run(
                "import os, time\nfor _ in range(4):\n    if os.fork() == 0:\n        while True:"
                " pass\ntime.sleep(50)"
            )
            assert "ProcessEnded" in str(outputs)
            assert time.monotonic() - start < 45
        finally:
            session.close()
            with_little.close()

    def test_a_busy_submission_steps_back(self, box):
        nice = say(
            box,
            """
            import json, os, time
            for _ in range(12):
                if os.fork() == 0: time.sleep(3); os._exit(0)
            time.sleep(1.5)
            print(json.dumps(os.getpriority(os.PRIO_PROCESS, 0)))
            """,
        )
        assert nice == 19


# The wire.


class Slow:
    """A learner's side in this process: a socket whose other end does what the test wants."""

    def __init__(self, behave):
        self.ours, self.theirs = socket.socketpair()
        threading.Thread(target=self._run, args=(behave,), daemon=True).start()

    def _run(self, behave):
        try:
            wire.receive(self.theirs)
            behave(self.theirs)
        except (OSError, wire.WireError):
            pass

    def open(self):
        return self.ours

    def identity(self):
        return 1

    def answers(self):
        return True


def test_an_answer_by_drops_is_late_as_a_whole(monkeypatch):
    def drops(channel):
        wire.receive(channel)
        channel.sendall(struct.pack(">I", 1000))
        for _ in range(1000):
            channel.sendall(b"[")
            time.sleep(0.05)

    monkeypatch.setattr(sealed, "CELL_SECONDS", 0.5)
    session = Session(Slow(drops), {})
    start = time.monotonic()
    assert "ProcessEnded" in str(session.run("x = 1"))
    assert time.monotonic() - start < 5


def test_a_submission_has_a_time_in_all(monkeypatch):
    def behave(channel):
        while True:
            wire.receive(channel)
            time.sleep(0.2)
            wire.send(channel, ["ran", []])

    session = Session(Slow(behave), {}, Clock(0.5))
    said = [str(session.run("sleep")) for _ in range(6)]
    assert said[0] == "[]"
    assert "TimeUp" in said[-1]
    with pytest.raises(sealed.Stumble, match="used up"):
        session.ask("value", 1, "x")


def test_outputs_of_a_notebook_are_bounded_in_all(monkeypatch):
    monkeypatch.setattr(sealed, "OUTPUT_BYTES", 1000)
    output = {"output_type": "stream", "name": "stdout", "text": "x" * 400}

    def behave(channel):
        while True:
            wire.receive(channel)
            wire.send(channel, ["ran", [output]])

    session = Session(Slow(behave), {})
    said = [session.run("show") for _ in range(4)]
    assert said[0] == said[1] == [output]
    assert "left out" in said[2][0]["text"]


def test_a_test_cell_computes_for_a_bounded_time(monkeypatch):
    from course.grading.shell import make_shell

    monkeypatch.setattr(sealed, "TEST_SECONDS", 0.3)
    outputs = sealed._run_test(make_shell(), "while True: pass")
    assert "error" in [output["output_type"] for output in outputs]


@pytest.mark.skipif(
    not Path("/usr/include/asm-generic/unistd.h").exists(),
    reason="the kernel's headers are not here",
)
def test_numbers_of_system_calls_are_the_kernels():
    text = Path("/usr/include/asm-generic/unistd.h").read_text()
    known = {m[2]: m[3] for m in re.finditer(r"#define __NR(3264)?_(\w+)\s+(\d+)", text)}
    known["newfstatat"] = known["fstatat"] if "fstatat" in known else known["newfstatat"]
    rows = [row.split(":") for row in seccomp.CALLS.split()]
    assert len(rows) == len({name for name, _, _ in rows})
    for name, _, number in rows:
        if number != "-" and name in known:
            assert number == known[name], name
    x86 = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
    if x86.exists():
        known = dict(re.findall(r"#define __NR_(\w+)\s+(\d+)", x86.read_text()))
        for name, number, _ in rows:
            if name in known:
                assert number == known[name], name
