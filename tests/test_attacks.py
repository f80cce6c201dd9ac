# ruff: noqa: E501  (an attack keeps its lines)
"""Hostile notebooks against sealed, contained grading: no point unearned, nothing read, nothing
changed, nobody else hurt.

Each attack is code of a learner who has solved nothing. After every one an
honest submission is graded in the same box and must get full marks.
"""

import json
import os
import resource
import socket
import textwrap
import time

import nbformat
import pytest

from course.authoring import canon, layout
from course.grading import doctor, sandbox
from course.grading.sealed import Grader, is_test
from tests.conftest import ROOT, needs, solved, with_answers

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("attacks"), needs(sandbox.can_contain())]
LESSON = layout.lesson("title_optimization")
SOURCE = canon.read(LESSON.notebook("source"))
RELEASE = nbformat.read(LESSON.notebook("release"), as_version=4)


@pytest.fixture(scope="module")
def grader():
    with Grader(contained=True) as made:
        yield made


def points(notebook):
    """{exercise: what the trusted side said}; a test cell without a number counts as 0."""
    found = {}
    for cell in notebook.cells:
        if is_test(cell):
            said = [
                output.data["text/plain"]
                for output in cell.outputs
                if output.output_type == "execute_result"
            ]
            found[cell.metadata["nbgrader"]["grade_id"]] = float(said[-1]) if said else 0.0
    return found


def graded(grader, notebook, files=None):
    """A submission as `course grade` treats it: read as data, repaired, executed; returns the
    executed notebook.
    """
    found = doctor.examine(nbformat.writes(notebook).encode(), SOURCE, RELEASE.metadata["course"])
    return nbformat.from_dict(
        grader.execute(
            found.notebook, {name: text.encode() for name, text in (files or {}).items()}
        )
    )


def with_code(code, cell="token_role"):
    return with_answers(RELEASE, {cell: textwrap.dedent(code)})


def everybody_else_is_fine(grader):
    assert sum(points(graded(grader, solved(LESSON))).values()) == 18.0


EARN = {
    "an object that equals everything": (
        """
        class Any(dict):
            def __eq__(self, other): return True
            def __getitem__(self, key): return "noun"
            def __len__(self): return 28
            def __hash__(self): return 1
        token_role = Any()
        class One(float):
            def __eq__(self, other): return True
            def __sub__(self, other): return 0.0
        def coverage(title, queries): return One(0.5)
        def bm25(docs, query, k1=1.2, b=0.75): return Any()
        def lint(title, attrs, rules): return Any()
        def write_title(product, query_log, rivals): return Any()
    """
    ),
    "the checks patched": (
        """
        from course.check import Exercise, findings as f, decision as d
        Exercise.score = lambda self: 2.0
        Exercise.visible = Exercise.hidden = lambda self, *checks: None
        f.same = lambda *a, **k: True
        d.score_g = lambda *a: 1.0
    """
    ),
    "builtins, numpy and pandas patched": (
        """
        import builtins, math, numpy as np, pandas as pd
        builtins.all = builtins.any = lambda *a: True
        builtins.min = lambda *a, **k: 1.0
        builtins.round = lambda *a: 5.0
        np.allclose = np.isclose = lambda *a, **k: True
        pd.testing.assert_frame_equal = lambda *a, **k: None
    """
    ),
    "transformers that rewrite every cell": (
        """
        import ast
        class Strip(ast.NodeTransformer):
            def visit_Expr(self, node): return ast.parse("2.0").body[0]
        ip = get_ipython()
        ip.ast_transformers.append(Strip())
        ip.input_transformers_post.append(lambda lines: ["2.0"])
    """
    ),
    "IPython replaced": (
        """
        from IPython.core.interactiveshell import InteractiveShell
        async def nothing(*a, **k): return False
        InteractiveShell.run_code = nothing
        get_ipython().__class__.run = lambda self, source: [{"output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1}]
    """
    ),
    "a forged display": (
        """
        from IPython.display import display
        class Full:
            def _repr_mimebundle_(self, **_): return {"text/plain": "2.0"}
            def __repr__(self): return "2.0"
        get_ipython().display_formatter.formatters["text/plain"].for_type(float, lambda v, p, c: p.text("2.0"))
        display(Full())
        Full()
    """
    ),
    "frames and garbage searched for the expected value": (
        """
        import gc, sys
        def coverage(title, queries):
            frame = sys._getframe()
            while frame:
                for name, value in frame.f_locals.items():
                    if name in ("want", "expected", "learner", "hidden") and isinstance(value, float): return value
                frame = frame.f_back
            return next((o["want"] for o in gc.get_objects() if type(o) is dict and "want" in o), 0.1)
    """
    ),
    "messages written to the channel by hand": (
        """
        import os, socket, struct, json
        def everywhere(message):
            data = json.dumps(message).encode()
            for number in range(3, 64):
                try: os.write(number, struct.pack(">I", len(data)) + data)
                except OSError: pass
        everywhere(["gave", 0.7])
        everywhere(["gave", {"_": "dict", "v": []}])
    """
    ),
    "negative and NaN as partial credit": (
        """
        numbers = iter(["-1.0", "nan", "-0.5", "nan", "-1.0", "inf"] * 20)
        get_ipython().display_formatter.formatters["text/plain"].for_type(float, lambda v, p, c: p.text(next(numbers)))
    """
    ),
    "tracing that jumps over what fails": (
        """
        import sys
        def jump(frame, event, arg):
            if event == "exception": frame.f_lineno += 1
            return jump
        sys.settrace(jump)
        import threading; threading.settrace(jump)
    """
    ),
    "answers imported": (
        """
        import importlib
        answers = importlib.import_module("course.lessons.title_optimization.answers")
        def write_title(product, query_log, rivals): return answers.expert(product, query_log, rivals)
    """
    ),
    "numbers that pass every comparison but one": (
        """
        import numpy as np, pandas as pd
        nan = float("nan")
        class Every(dict):
            def __missing__(self, key): return nan
        token_role = {word: nan for word in "abc"}
        def coverage(title, queries): return nan
        def bm25(docs, query, k1=1.2, b=0.75): return np.full(len(docs), np.nan)
        def lint(title, attrs, rules): return {nan}
        def write_title(product, query_log, rivals): return [nan]
    """
    ),
    "infinite and absurd numbers": (
        """
        import numpy as np
        def coverage(title, queries): return float("inf")
        def bm25(docs, query, k1=1.2, b=0.75): return np.full(len(docs), np.inf)
        def lint(title, attrs, rules): return {10**300, -10**300}
        def write_title(product, query_log, rivals): return [10**300] * 9
    """
    ),
    "types that are nearly right": (
        """
        import decimal, fractions, numpy as np, pandas as pd
        class Text(str):
            def __eq__(self, other): return True
            __hash__ = str.__hash__
        token_role = pd.Series({Text("a"): Text("noun")})
        def coverage(title, queries): return np.ma.masked
        def bm25(docs, query, k1=1.2, b=0.75): return np.ma.masked_all(len(docs))
        def lint(title, attrs, rules): return frozenset([Text("LENGTH")])
        def write_title(product, query_log, rivals): return [Text(word) for word in product["vocabulary"][:9]] * 3
    """
    ),
    "answers sent ahead of the questions": (
        """
        import json, os, socket, struct
        for number in range(3, 64):
            try: channel = socket.socket(fileno=os.dup(number))
            except OSError: continue
            for message in (["ran", []], ["gave", 0.7], ["gave", {"_": "set", "v": []}]) * 40:
                data = json.dumps(message).encode()
                try: channel.sendall(struct.pack(">I", len(data)) + data)
                except OSError: break
    """
    ),
    "a forged outcome beside the lesson's": (
        """
        from IPython.display import display
        for name in ("token_role", "coverage", "bm25", "lint", "write_title"):
            display({"text/plain": "5.0", "application/vnd.course.outcome+json": {"lesson": "title_optimization", "exercise": name, "state": "right", "earned": 5, "maximum": 5}}, raw=True)
        5.0
    """
    ),
    "hidden draws worked out from the public salt": (
        """
        from course.check import draws
        from course.lessons.title_optimization import scenario as s
        TABLE = {repr(s.Scenario().observe(seed)["product"]): seed for seed in draws.draws(draws.PUBLIC_SALT, "title_optimization/decision", 20)}
        hits = 0
        def write_title(product, query_log, rivals):
            global hits
            hits += repr(product) in TABLE
            return list(product["vocabulary"][:hits])
    """
    ),
    "the first try's sightings kept for the second": (
        """
        import ctypes, glob, os
        libc = ctypes.CDLL(None, use_errno=True)
        place = libc.shmget(0x7ea, 4096, 0o1666)
        kept = [open(path).read() for path in glob.glob("/tmp/seen*") + glob.glob("/dev/shm/seen*") + glob.glob("seen*")]
        def coverage(title, queries):
            for folder in ("/tmp", "/dev/shm", "."): open(f"{folder}/seen", "w").write(repr((title, queries)))
            os._exit(1)
        if kept or place >= 0:
            from course.lessons.title_optimization import answers
            token_role = answers.ROLE_OF
    """
    ),
    "code that Python runs by itself": (
        """
        import os, subprocess, sys
        for name in ("sitecustomize.py", "usercustomize.py", "course.py", "numpy.py", ".ipython/profile_default/startup/00.py"):
            os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
            open(name, "w").write("import builtins; builtins.all = lambda *_: True")
        os.environ.update(PYTHONPATH=os.getcwd(), PYTHONSTARTUP="sitecustomize.py", LD_PRELOAD="./numpy.py")
        subprocess.run([sys.executable, "-c", "import numpy"])
    """
    ),
}


def attempt(attack):
    """A blank submission with the attack in its first answer, or where it replaces an answer, in
    that one.
    """
    return with_code(
        EARN[attack],
        cell=(
            "write_title"
            if "def write_title(" in EARN[attack] and "def lint" not in EARN[attack]
            else "token_role"
        ),
    )


@pytest.mark.parametrize("attack", EARN)
def test_nothing_is_earned_by(grader, attack):
    notebook = graded(grader, attempt(attack))
    assert sum(points(notebook).values()) == 0, points(notebook)
    everybody_else_is_fine(grader)


# What one may look at: code that returns what it finds, shown by a cell that prints it.
READ = {
    "hidden tests in the notebook": (
        "import glob; found = [open(p).read() for p in glob.glob('**/*.ipynb', recursive=True)]"
    ),
    "hidden tests in history and memory": (
        """
        import gc
        needles = ["ex." + "hid" + "den(answers.bm" + "25)", "course.lessons.title_optimization import " + "answers"]
        texts = [str(v) for o in gc.get_objects() if type(o) in (dict, list) for v in (o.values() if type(o) is dict else o) if type(v) is str]
        found = [t[:200] for t in texts + list(In) if t not in needles and any(needle in t for needle in needles) and 'needles' not in t]
    """
    ),
    "source and tests": (
        "import os; found = [p for p in ('source', 'tests', '.salt.json', 'gradebook.db', '.git')"
        f" if os.path.exists(os.path.join({str(ROOT)!r}, p))]"
    ),
    "answers and their compiled form": (
        f"import glob; found = [p for p in glob.glob({str(ROOT)!r} +"
        f" '/course/lessons/*/answers.py') if open(p).read()] + glob.glob({str(ROOT)!r} +"
        " '/course/lessons/*/__pycache__/*')"
    ),
    "the salt": (
        "import os; found = [v for k, v in os.environ.items() if 'SALT' in k and os.path.exists(v)]"
    ),
    "the user's home and secrets": (
        "import os; found = [p for p in ('/etc/passwd', '/etc/shadow',"
        " os.path.expanduser('~root/.bashrc'), '/home', '/var') if os.path.exists(p) and"
        " (os.path.isfile(p) or os.listdir(p))]"
    ),
    "other processes": "import os; found = [p for p in os.listdir('/proc') if p.isdigit()][4:]",
    "sockets of the desktop": (
        "import glob; found = glob.glob('/tmp/.X11-unix/*') + glob.glob('/run/**/bus',"
        " recursive=True) + glob.glob('/run/dbus/*')"
    ),
    "the warm process's socket": (
        "import glob, socket; found = glob.glob('/control/*') + glob.glob('/tmp/box*/*')"
    ),
    "copies of the answers under any name": (
        f"""
        import os
        needle, found = "ROLE" + "_OF = ", []
        for top in ({str(ROOT)!r}, "/learn"):
            for folder, _, names in os.walk(top):
                if "site-packages" in folder: continue
                for name in names:
                    try: text = open(os.path.join(folder, name), encoding="latin-1").read()
                    except OSError: continue
                    if needle in text: found.append(name)
    """
    ),
    "the checkout": (
        f"import os; found = [name for name in os.listdir({str(ROOT)!r}) if name != '.venv'] if"
        f" os.path.exists({str(ROOT)!r}) else []"
    ),
    "answers compiled while a class is graded": (
        "import glob, sys, time; time.sleep(1); found = [name for top in sys.path + ['/learn'] for"
        " name in glob.glob(f'{top}/**/answers*.pyc', recursive=True)]"
    ),
    "descriptors of the warm process": (
        """
        import os, stat
        found = []
        for number in map(int, os.listdir("/proc/self/fd")):
            try: about = os.fstat(number)
            except OSError: continue
            where = os.readlink(f"/proc/self/fd/{number}")
            own = where in ("/dev/null",) or where.startswith(("/scratch", "/proc", "/dev/pts")) or number == 3
            own = own or where.endswith(".ttf")  # fonts, opened by this process for the lesson's charts
            if not own: found.append((number, where))
    """
    ),
    "what the warm process is told": (
        "import os; found = [text for text in (os.read(0, 100),) if text]"
    ),
    "memory of other processes": (
        """
        import os
        found = []
        for pid in [each for each in os.listdir("/proc") if each.isdigit() and int(each) != os.getpid()]:
            for name in ("mem", "environ", "maps", "fd"):
                try: found.append(os.listdir(f"/proc/{pid}/fd") if name == "fd" else open(f"/proc/{pid}/{name}", "rb").read(10))
                except OSError: pass
        found = [each for each in found if each]
    """
    ),
    "what the kernel tells of the machine": (
        "import os; found = [p for p in ('/proc/sys', '/proc/kallsyms', '/proc/keys', '/proc/net',"
        " '/proc/locks', '/proc/sysvipc', '/proc/timer_list', '/proc/kcore', '/sys', '/run') if"
        " os.path.exists(p)]"
    ),
    "keyrings": (
        "import ctypes; libc = ctypes.CDLL(None); found = [n for n in (248, 249, 250) if"
        " libc.syscall(n, 0, -3, 1) >= 0]"
    ),
    "devices": (
        "import os; found = [n for n in os.listdir('/dev') if n not in ('null', 'full', 'random',"
        " 'urandom', 'fd', 'stdin', 'stdout', 'stderr', 'pts', 'ptmx', 'shm')]"
    ),
    "other families of sockets": (
        """
        import socket
        found = []
        for family in range(46):
            for kind in (1, 2, 3, 5):
                try: socket.socket(family, kind).close()
                except OSError: continue
                if family != socket.AF_UNIX: found.append((family, kind))
    """
    ),
    "files by handle": (
        "import ctypes; libc = ctypes.CDLL(None); found = [n for n in (303, 304) if"
        " libc.syscall(n, -100, b'/', ctypes.create_string_buffer(200), 0, 0) >= 0]"
    ),
    "environment of the grader": (
        "found = [line for line in open('/proc/1/environ').read().split(chr(0)) if 'SALT=' in line"
        " and 'nowhere' not in line]"
    ),
}


def looked_for(secret):
    """A submission that prints what it finds, in a cell that stands behind most test cells."""
    code = (
        f"found = ['error']\ntry:\n    exec({textwrap.dedent(READ[secret])!r})\nexcept OSError:\n  "
        "  found = []\nprint('FOUND', found)"
    )
    return with_code(code, cell="write_title")


def said_by(notebook, cell="write_title"):
    return next(each for each in notebook.cells if each.id == cell).outputs[0].text.strip()


@pytest.mark.parametrize("secret", READ)
def test_nothing_is_seen_of(grader, secret):
    said = said_by(graded(grader, looked_for(secret)))
    assert said == "FOUND []", said[:500]


def test_the_search_for_hidden_tests_finds_them_where_they_are(grader):
    """Unsealed, tests run beside the learner's code: then the same search must succeed."""
    found = doctor.examine(
        nbformat.writes(looked_for("hidden tests in history and memory")).encode(),
        SOURCE,
        RELEASE.metadata["course"],
    )
    assert "import answers" in said_by(
        nbformat.from_dict(grader.execute(found.notebook, sealed=False))
    )


def test_nothing_outside_can_be_changed(grader, tmp_path):
    target = tmp_path / "other.ipynb"
    target.write_text("honest")
    graded(
        grader,
        with_code(f"""
        import os
        for path in ({str(target)!r}, {str(ROOT / "course" / "check" / "exercise.py")!r}, {str(ROOT / "gradebook.db")!r}, "/usr/evil"):
            try: open(path, "w").write("evil")
            except OSError: pass
    """),
    )
    assert target.read_text() == "honest"
    assert "evil" not in (ROOT / "course" / "check" / "exercise.py").read_text()
    assert not (ROOT / "gradebook.db").exists()
    everybody_else_is_fine(grader)


def test_files_and_processes_do_not_outlive_a_submission(grader):
    graded(
        grader,
        with_code("""
        import os, time
        open("left.txt", "w").write("x"); os.makedirs("deep/er")
        open("/tmp/left.txt", "w").write("x")
        for _ in range(20):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    time.sleep(600)
                os._exit(0)
    """),
    )
    seen = graded(
        grader,
        with_code(
            "import os; print(sorted(os.listdir('.')), os.path.exists('/tmp/left.txt'), len([p for"
            " p in os.listdir('/proc') if p.isdigit()]))"
        ),
    )
    said = next(cell for cell in seen.cells if cell.id == "token_role").outputs[0].text
    files, old, processes = said.strip().rsplit(" ", 2)
    assert "left.txt" not in files
    assert "deep" not in files
    assert old == "False"
    assert int(processes) <= 4


def test_no_shared_place_can_be_written_to(grader):
    """What one submission could leave there, the next would find, or run."""
    said = said_by(
        graded(
            grader,
            with_code(
                """
        import os
        found = []
        for folder, _, _ in os.walk("/"):
            if folder.startswith(("/proc", "/scratch", "/dev/pts")): continue
            try:
                open(os.path.join(folder, "left"), "w").close()
                found.append(folder)
            except OSError: pass
        print("FOUND", found)
    """,
                cell="write_title",
            ),
        )
    )
    assert said == "FOUND []"


EXHAUST = {
    "os._exit": "import os; os._exit(0)",
    "a kill of itself": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "a kill of everybody": (
        "import os, signal\nfor pid in range(1, 50):\n    try: os.kill(pid, signal.SIGKILL)\n   "
        " except OSError: pass\nos.kill(-1, signal.SIGKILL)"
    ),
    "memory": "block = [bytearray(2**28) for _ in range(64)]",
    "output": "for _ in range(300): print('x' * 10**6)",
    "output below Python": "import os\nfor _ in range(100): os.write(1, b'x' * 10**6)",
    "a disk filled": (
        "with open('big', 'wb') as file:\n    for _ in range(500): file.write(b'x' * 10**6)"
    ),
    "memory of many processes": (
        "import os, time\nfor _ in range(20):\n    if os.fork() == 0:\n        held = bytearray(400"
        " * 2**20)\n        time.sleep(60)\ntime.sleep(60)"
    ),
    "messages by the million": (
        "import sys\nfor n in range(10**6): sys.stdout.write('x'); sys.stderr.write('y')"
    ),
    "recursion": (
        "import sys; sys.setrecursionlimit(10**9)\ndef f(n): return list(map(f, [n + 1]))\nf(0)"
    ),
    "outputs by the thousand": (
        "from IPython.display import display\nfor n in range(5000): display(n)"
    ),
    "memory in files without a name": (
        "import ctypes, os\nlibc = ctypes.CDLL(None)\nfor n in range(12):\n    fd ="
        " libc.syscall(319, b'x', 0)\n    if fd < 0: break\n    os.write(fd, bytes(2**28))"
    ),
    "memory that children have touched": (
        "import mmap, os\nheld = []\nfor _ in range(8):\n    try: held.append(mmap.mmap(-1,"
        " 2**29))\n    except OSError: break\n    if os.fork() == 0:\n        for n in range(0, 2**29,"
        " 4096): held[-1][n] = 1\n        os._exit(0)\n    os.wait()"
    ),
    "System V memory, queues and semaphores": (
        "import ctypes\nlibc = ctypes.CDLL(None)\nmade = [libc.shmget(0, 2**28, 0o1600),"
        " libc.msgget(0, 0o1600), libc.semget(0, 100, 0o1600)]\nassert max(made) < 0, made"
    ),
    "files by the hundred thousand": (
        "try:\n    for n in range(10**5): open(f'f{n}', 'w').close()\nexcept OSError: pass\nimport"
        " os\nfor name in os.listdir('.'): os.path.isfile(name) and os.unlink(name)"
    ),
    "full buffers of sockets": (
        "import os, socket\nheld = []\ntry:\n    while True:\n        pair = socket.socketpair();"
        " pair[0].setblocking(False); held.append(pair)\n        while True:\n            try:"
        " pair[0].send(bytes(2**16))\n            except BlockingIOError: break\nexcept OSError:"
        " pass\nheld.clear()"
    ),
    "namespaces in namespaces": (
        "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nassert libc.unshare(0x10000000) < 0"
        "\nassert libc.syscall(56, 0x10000011, 0, 0, 0, 0) < 0"
    ),
    "io_uring, BPF, tracing, page faults, vsock": (
        "import ctypes\nlibc = ctypes.CDLL(None)\nassert all(libc.syscall(n, 1, 0, 0, 0, 0) < 0 for"
        " n in (101, 298, 321, 323, 425, 310, 446))"
    ),
    "CPU of many children": (
        "import os, time\nfor _ in range(40):\n    try:\n        if os.fork() == 0:\n           "
        " end = time.time() + 8\n            while time.time() < end: pass\n            os._exit(0)"
        "\n    except OSError: break"
    ),
    "a display of a hundred megabytes": (
        "from IPython.display import display\ndisplay({'text/html': 'x' * 10**8}, raw=True)"
    ),
    "displays that hold themselves, or are very deep": (
        "from IPython.display import display\na = []; a.append(a)\ndisplay({'application/json': a},"
        " raw=True)\nb = []\nfor _ in range(500): b = [b]\ndisplay({'application/json': b}, raw=True)"
    ),
    "half a character": "print('\\ud83d', {'\\udc00': 1})",
    "a question to nobody": "try: input('name? ')\nexcept Exception: pass",
}


@pytest.mark.parametrize("means", EXHAUST)
def test_a_cell_that_exhausts_costs_itself_only(grader, means):
    start = time.monotonic()
    honest = {cell.id: cell.source for cell in solved(LESSON).cells}
    notebook = with_answers(
        solved(LESSON), {"token_role": EXHAUST[means] + "\n" + honest["token_role"]}
    )
    executed = graded(grader, notebook)
    earned = points(executed)
    assert {name: earned[name] for name in earned if name != "token_role_test"} == {
        "coverage_test": 3,
        "bm25_test": 4,
        "lint_test": 4,
        "write_title_test": 5,
    }
    assert len(nbformat.writes(executed)) < 10 * 2**20
    assert time.monotonic() - start < 60
    everybody_else_is_fine(grader)


SWARM = {
    "threads": (
        "import threading, time\nfor _ in range(500): threading.Thread(target=time.sleep,"
        " args=(60,), daemon=True).start()"
    ),
    "forks": "import os\nfor _ in range(10**4):\n    try: os.fork()\n    except OSError: pass",
}


@pytest.mark.parametrize("what", SWARM)
def test_a_swarm_ends_with_its_submission(grader, what):
    """Its own later exercises may find no process or thread left: that is all it can spoil."""
    graded(grader, with_code(SWARM[what]))
    everybody_else_is_fine(grader)


RETURNS = {
    "a loop that swallows interrupts": (
        "while True:\n        try:\n            while True: pass\n        except BaseException:"
        " pass"
    ),
    "a gigabyte": "return 'x' * 2**30",
    "a list a million deep": "out = []\n    for _ in range(10**6): out = [out]\n    return out",
    "an exit": "import os; os._exit(1)",
    "a generator without end": "return (n for n in iter(int, 1))",
    "an array of nothing with forty million rows": "import numpy as np; return np.zeros((40_000_000, 0))",
    "whole numbers of one hash": "return {n * (2**61 - 1) for n in range(3000)}",
    "one long text among many": (
        "import numpy as np; return np.array(['x' * 10**6] + ['y'] * 1000, dtype=object)"
    ),
    "a table of a hundred thousand columns": (
        "import pandas as pd; return pd.DataFrame([range(100_000)])"
    ),
    "two million lists": "return [[] for _ in range(2_000_000)]",
}

BOMBS = {  # said on the wire by hand, as the next answer
    "a table made of single numbers": (
        '["gave",{"_":"frame","columns":{"_":"range","v":[0,70,1],"name":null},"v":['
        + ",".join(['{"_":"float","v":"nan"}'] * 70)
        + '],"index":{"_":"range","v":[0,5000000,1],"name":null}}]'
    ),
    "a range of rows": '["gave",{"_":"range","v":[0,100000000000,1],"name":null}]',
    "texts as wide as the widest": (
        '["gave",{"_":"objects","text":true,"shape":[100001],"v":["'
        + "x" * 10**6
        + '"'
        + ',""' * 100_000
        + "]}]"
    ),
    "brackets": '["gave",[' + "[]," * 4_000_000 + "[]]]",
    "depth": "[" * 100_000,
}
RAW = """
import os, socket, struct
from course.grading import wire
def instead(sock, value, data={data}):
    if value[0] == "ran": return send(sock, value)
    sock.sendall(struct.pack(">I", len(data)) + data)
send, wire.send = wire.send, instead
def coverage(title, queries): return 0.5
"""


@pytest.mark.parametrize("bomb", BOMBS)
def test_an_answer_that_would_become_gigabytes(grader, bomb):
    """Refused before it is built: this process takes no more than the bytes that came, and some."""
    code = BOMBS[bomb].encode()
    small = f"b''.join([{code[:40]!r}, {code[40:]!r}])" if len(code) < 5000 else _built(bomb)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    notebook = graded(grader, with_code(RAW.format(data=small), cell="coverage"))
    assert sum(points(notebook).values()) == 0
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 300, f"{grown:.0f} MB"
    everybody_else_is_fine(grader)


def _built(bomb):
    """Python that makes the same bytes: an answer's cell may not be that long."""
    return {
        "texts as wide as the widest": (
            'b\'["gave",{"_":"objects","text":true,"shape":[100001],"v":["\' + b\'x\' * 10**6'
            " + b'\"' + b',\"\"' * 100_000 + b']}]'"
        ),
        "brackets": "b'[\"gave\",[' + b'[],' * 4_000_000 + b'[]]]'",
        "depth": "b'[' * 100_000",
    }[bomb]


@pytest.mark.parametrize("what", RETURNS)
def test_a_function_that_gives_or_does(grader, what):
    code = f"def coverage(title, queries):\n    {RETURNS[what]}"
    earned = points(graded(grader, with_answers(solved(LESSON), {"coverage": code})))
    assert earned.pop("coverage_test") == 0
    assert sum(earned.values()) == 15.0
    everybody_else_is_fine(grader)


def test_nothing_goes_out(grader):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(1)
        port = listener.getsockname()[1]
        notebook = graded(
            grader,
            with_code(f"""
            import socket
            for host, port in (("127.0.0.1", {port}), ("1.1.1.1", 53)):
                try:
                    socket.create_connection((host, port), timeout=2)
                    print("O" + "UT")
                except OSError as problem:
                    print("in")
        """),
        )
        with pytest.raises(TimeoutError):
            listener.accept()
    assert "OUT" not in str(notebook)


FORGED = {
    "more than the maximum": lambda cell: cell.metadata["nbgrader"].update(points=1000),
    "skip-execution": lambda cell: cell.metadata.update(tags=["skip-execution"]),
    "an edited test": lambda cell: cell.update(source="5.0"),
    "unlocked and turned into an answer": (
        lambda cell: cell.metadata["nbgrader"].update(solution=True, locked=False)
    ),
}


@pytest.mark.parametrize("forgery", FORGED)
def test_a_test_cell_is_always_the_lessons_own(grader, forgery):
    notebook = nbformat.from_dict(json.loads(json.dumps(RELEASE)))
    for cell in notebook.cells:
        if is_test(cell):
            FORGED[forgery](cell)
    assert sum(points(graded(grader, notebook)).values()) == 0


def test_deleted_and_doubled_test_cells(grader):
    deleted = nbformat.from_dict(json.loads(json.dumps(solved(LESSON))))
    deleted.cells = [cell for cell in deleted.cells if not is_test(cell)]
    assert sum(points(graded(grader, deleted)).values()) == 18.0
    doubled = nbformat.from_dict(json.loads(json.dumps(RELEASE)))
    doubled.cells += [cell for cell in solved(LESSON).cells if is_test(cell)] * 2
    assert sum(points(graded(grader, doubled)).values()) == 0


def test_a_shadowing_file_changes_nothing(grader):
    files = {
        "numpy.py": "raise SystemExit",
        "course.py": "raise SystemExit",
        "course/__init__.py": "",
        "sitecustomize.py": "import os; os._exit(1)",
    }
    assert sum(points(graded(grader, RELEASE, files)).values()) == 0
    everybody_else_is_fine(grader)


def test_the_box_knows_no_salt_and_no_answer():
    """What the learner's side is started with, looked at from outside."""
    box = sandbox.Box(contained=True)
    channel = box.open()
    environ = open(f"/proc/{box._process.pid}/environ", "rb").read().decode(errors="replace")  # noqa: SIM115
    assert os.environ["COURSE_SALT"] not in environ
    channel.close()
    box.close()
