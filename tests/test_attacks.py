# ruff: noqa: E501  (an attack keeps its lines)
"""Hostile notebooks against sealed, contained grading: no point unearned, nothing read, nothing
changed, nobody else hurt.

Each attack is code of a learner who has solved nothing. After every one an
honest submission is graded in the same box and must get full marks.
"""

import json
import os
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
            if folder.startswith(("/proc", "/scratch", "/dev/shm", "/tmp", "/control", "/fonts", "/dev/pts", "/dev/mqueue")): continue
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
}


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
