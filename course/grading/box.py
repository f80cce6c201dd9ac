"""The learner's side: a warm process that forks a child for every connection, and the child that
runs its cells.

Started by `sandbox.py`, mostly inside bubblewrap. It never holds a hidden test,
an expected value or the salt: none of that is in its files, its memory or its
messages. Everything it says is taken for a learner's word.

A submission gets three processes: the warm one forks and forgets; a guard, the
first process of namespaces of its own (mounts, processes, IPC, network, names, control groups),
never runs learner's code and ends everything when the grader hangs up or the submission has taken
too much; the learner's process does the rest, behind a filter of system calls.
"""

import builtins
import contextlib
import ctypes
import gc
import importlib
import json
import os
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback

WATCH_SECONDS = 0.25
# From here on a submission steps back behind its neighbours.
BUSY_PROCESSES, BUSY_SECONDS, LAST = 8, 20.0, 19
# Linux: clone3's number on all machines; CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
# CLONE_NEWPID, CLONE_NEWNET; CLONE_NEWUSER; MS_REC | MS_PRIVATE, MS_NOSUID | MS_NODEV,
# MS_NOSUID | MS_NOEXEC, MS_REMOUNT | MS_BIND | MS_RDONLY; prctl's orders.
CLONE3 = 435
NEW_ALL, NEW_USER = (
    0x20000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x20000000 | 0x40000000,
    0x10000000,
)
PRIVATE, TAME, TERMINALS, CLOSED = 0x44000, 0x6, 0xA, 0x1021
SET_DUMPABLE, SET_NO_NEW_PRIVS, SET_SUBREAPER = 4, 38, 36
CHANNEL = 3  # the only descriptor, beside the standard ones, that a submission is born with


def main(listening, settings):
    """Serve connections on the socket with file descriptor `listening` until the grader goes."""
    _warm(settings["modules"], settings["cells"])
    if settings["contained"]:
        _mount(None, settings["fonts"], None, CLOSED | TAME)
        from course.grading import seccomp

        settings["calls"] = seccomp.program()
    listener = socket.socket(fileno=listening)
    _prctl(
        SET_DUMPABLE, 0
    )  # a learner's process can neither trace this one nor take its descriptors
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    number, rights = 0, (os.getuid(), os.getgid())
    while True:
        ready, _, _ = select.select([listener, sys.stdin], [], [])
        if sys.stdin in ready:  # the grader holds the other end: it has gone
            return
        channel, _ = listener.accept()
        number += 1
        if _fork(_namespaces(settings)) == 0:
            with _last_words():
                channel = _only(channel)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                if settings["contained"]:
                    _wall_off(settings, *rights)
                else:
                    settings["scratch"] = tempfile.mkdtemp(dir=settings["scratch"])
                _guard(channel, settings, number)
        channel.close()


@contextlib.contextmanager
def _last_words():
    """A forked process ends here, whatever happens; why, is told to whoever debugs."""
    try:
        yield
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _prctl(order, value):
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(order, value, 0, 0, 0)


def _must(result, what):
    if result:
        raise OSError(ctypes.get_errno(), what)


def _only(channel):
    """The channel with a number of its own, and no other descriptor of the warm process."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1) if os.environ.get("COURSE_BOX_DEBUG") else (0, 1, 2):
        os.dup2(nowhere, number)
    kept = os.dup(channel.detach())
    os.dup2(kept, CHANNEL)
    os.closerange(CHANNEL + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    return socket.socket(fileno=CHANNEL)


def _namespaces(settings):
    """Which namespaces a submission has for itself, as Linux's flags."""
    if not settings["contained"]:
        return 0
    # An ordinary user needs a user namespace to make others, and a limit on processes counts in it
    # alone.
    return NEW_ALL | (0 if settings["first_user"] else NEW_USER)


def _fork(namespaces):
    """os.fork() into new namespaces. Without Linux's clone3 it would take a process more, and a
    fork of this one, with all it has imported, takes 5 ms.
    """
    if not namespaces:
        return os.fork()
    about = (ctypes.c_uint64 * 8)(namespaces, 0, 0, 0, signal.SIGCHLD)  # struct clone_args
    python, libc = (
        ctypes.pythonapi,
        ctypes.PyDLL(None, use_errno=True),
    )  # both keep the interpreter's lock, as os.fork does
    python.PyOS_BeforeFork()
    pid = libc.syscall(ctypes.c_long(CLONE3), about, ctypes.c_size_t(ctypes.sizeof(about)))
    if pid == 0:
        python.PyOS_AfterFork_Child()
    else:
        python.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone3")
    return pid


def _wall_off(settings, user, group):
    """For the first process of new namespaces: the user that it is there, and a scratch folder of
    its own. Mounts are few: each costs every submission.
    """
    if not settings["first_user"]:
        _prctl(SET_DUMPABLE, 1)  # else these files are root's
        for file, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with open(f"/proc/self/{file}", "w") as target:
                target.write(text)
        _prctl(SET_DUMPABLE, 0)
    _mount(None, "/", None, PRIVATE)
    try:
        _mount("proc", "/proc", "proc", TAME, "subset=pid")  # processes, and nothing of the kernel
    except OSError:  # before Linux 5.8
        _mount("proc", "/proc", "proc", TAME)
    options = f"size={settings['scratch_bytes']},nr_inodes={settings['scratch_files']},mode=0755"
    _mount("tmpfs", settings["root"], "tmpfs", TAME, options)
    _mount("devpts", "/dev/pts", "devpts", TERMINALS, "newinstance,ptmxmode=0666,mode=0600")
    for folder in settings["folders"]:
        os.mkdir(folder)
        os.chmod(folder, 0o1777)


def _mount(source, target, kind, flags, options=None):
    words = [word if word is None else word.encode() for word in (source, target, kind, options)]
    libc = ctypes.CDLL(None, use_errno=True)
    _must(libc.mount(*words[:3], ctypes.c_ulong(flags), words[3]), target)


def _guard(channel, settings, number):
    """Start the learner's process; end it, with everything it started, when the grader hangs up or
    it takes too much memory.
    """
    _prctl(SET_SUBREAPER, 1)
    base = _pages("self")
    # A number for each child: limits on processes are counted for each user, and never for root.
    user = settings["first_user"] and settings["first_user"] + number % 10_000
    learner = os.fork()
    if learner == 0:
        with _last_words():
            _limit(settings, user)
            _child(channel, settings["scratch"])
    hung_up = select.poll()
    hung_up.register(channel, 0)
    while not hung_up.poll(WATCH_SECONDS * 1000):
        ended = _reap(learner)
        if ended or (settings["contained"] and _takes_too_much(base, settings, user)):
            break
    if settings["contained"]:
        os._exit(0)  # the first process of a process namespace takes all others with it
    _end_all(learner)
    shutil.rmtree(settings["scratch"], ignore_errors=True)


def _reap(learner):
    """Take in what has ended; whether the learner's process is among it."""
    with contextlib.suppress(ChildProcessError):
        while pid := os.waitpid(-1, os.WNOHANG)[0]:
            if pid == learner:
                return True
    return False


def _end_all(learner):
    """Without a process namespace: the learner's group, and on Linux every orphan that
    came to us.
    """
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(learner, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError, FileNotFoundError):
            with open(f"/proc/self/task/{os.getpid()}/children") as file:
                for pid in file.read().split():
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(int(pid), signal.SIGKILL)
            os.waitpid(-1, 0)
            continue
        return


def _pages(pid):
    """Resident bytes of a process; 0 where it cannot be known."""
    with contextlib.suppress(OSError, ValueError), open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _takes_too_much(base, settings, user):
    """Whether this namespace holds too many processes, or all of them together have taken too much
    memory beyond what they were born with, files included, or too much CPU time.
    """
    others = [entry for entry in os.listdir("/proc") if entry.isdigit() and entry != "1"]
    spent = sum(map(_seconds, others)) + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    if len(others) > settings["processes"] or spent > settings["cpu_seconds"]:
        return True
    if len(others) > BUSY_PROCESSES or spent > BUSY_SECONDS:
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_USER, user or os.getuid(), LAST)
    disk = os.statvfs(settings["root"])
    room = settings["memory_bytes"] - (disk.f_blocks - disk.f_bfree) * disk.f_frsize
    if sum(max(0, _pages(pid) - base) for pid in others) <= room:
        return False
    # What several share counts once; looking that up takes long, and is seldom needed.
    return sum(_share(pid, user) for pid in others) > room + base


def _share(pid, user):
    """Bytes of memory of a process, where it shares them its part of them. One that lets nobody
    look counts in full.
    """
    libc = ctypes.CDLL(None)
    if user:
        libc.setfsgid(user), libc.setfsuid(user)
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return _pages(pid)
    finally:
        if user:
            libc.setfsuid(os.geteuid()), libc.setfsgid(os.getegid())


def _seconds(pid):
    """CPU seconds of a process and of the children that it has waited for."""
    with contextlib.suppress(OSError, ValueError), open(f"/proc/{pid}/stat") as file:
        return sum(map(int, file.read().rpartition(")")[2].split()[11:15])) / os.sysconf(
            "SC_CLK_TCK"
        )
    return 0.0


def _limit(settings, user):
    """The learner's process: no capability, no way to get one, a user of its own, bounded
    resources, a filter of system calls.
    """
    os.setsid()
    for name, value in settings["limits"].items():
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, name), (value, value))
    if not settings["contained"]:
        return
    if user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    libc = ctypes.CDLL(None, use_errno=True)
    _prctl(SET_NO_NEW_PRIVS, 1)
    _must(libc.capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()), "capset")
    _prctl(SET_DUMPABLE, 1)
    from course.grading import seccomp

    seccomp.confine(settings["calls"])


def _warm(modules, cells):
    """Import what the lessons import and run the cells that they hand out, once; children inherit
    the imports, caches and compiled code.
    """
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np  # noqa: F401
    import pandas as pd  # noqa: F401

    from course.check import learner  # noqa: F401
    from course.grading import wire  # noqa: F401
    from course.grading.shell import make_shell

    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    shell = make_shell()
    for source in ("%matplotlib inline", *cells, "1/0"):  # the first traceback is slow
        shell.run(source)
    plt.figure()
    plt.close("all")
    make_shell().run("%matplotlib inline")  # the shell in which every child runs its cells
    gc.collect()
    gc.freeze()


def _child(channel, scratch):
    from course.check.learner import Learner, NotAttempted, Stumble, TooSlow
    from course.grading import wire
    from course.grading.shell import Shell

    os.chdir(scratch)
    os.environ.update(HOME=scratch, IPYTHONDIR=f"{scratch}/.ipython")
    builtins.input = _nobody_answers
    for _ in range(wire.receive(channel)):  # the learner's other files
        name, content = wire.receive(channel)
        path = os.path.join(scratch, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
    shell = Shell.instance()
    exercises = {}
    while True:
        try:
            kind, *arguments = wire.receive(channel)
        except wire.WireError:  # the grader has hung up
            return
        if kind == "run":
            answer = ["ran", shell.run(arguments[0])]
        elif kind in ("look", "apply"):
            answer = _for_stranger(kind, shell.user_ns, *arguments)
        else:
            learner = exercises.setdefault(
                arguments.pop(0), Learner(shell.user_ns, copies=tuple)
            )  # the wire has made copies
            try:
                answer = [
                    "gave",
                    learner.value(*arguments) if kind == "value" else learner.call(*arguments),
                ]
            except NotAttempted as untouched:
                answer = ["untouched", str(untouched)]
            except TooSlow as slow:
                answer = ["too slow", str(slow)]
            except Stumble as stumble:
                answer = ["stumbled", str(stumble)]
        try:
            wire.send(channel, answer)
        except TypeError as problem:
            wire.send(
                channel,
                ["stumbled", f"`{arguments[0]}` gave something that cannot be sent: {problem}."],
            )


def _nobody_answers(prompt="", *_):
    """input(), as in a kernel without a person before it."""
    from IPython.core.error import StdinNotImplementedError

    raise StdinNotImplementedError(
        "raw_input was called, but this frontend does not support input requests."
    )


def _for_stranger(kind, space, name, args=(), kwargs=None):
    """What a test that uses a learner's name directly gets: its kind and value, or what a call of
    it gives or raises.
    """
    import inspect

    from course.check import limits
    from course.check.plain import NotPlain, plain

    try:
        found = space[name]
        if kind == "look":
            return ["function"] if inspect.isroutine(found) else ["gave", plain(found)]
        with limits.time_limit():
            return ["gave", plain(found(*args, **(kwargs or {})))]
    except NotPlain as problem:
        return ["stumbled", f"`{name}` gave {problem}."]
    except limits.TimeUp:
        return ["stumbled", f"`{name}` did not finish in time."]
    except BaseException as error:
        return ["raised", type(error).__name__, str(error)[:1000]]


if __name__ == "__main__":
    with open(int(sys.argv[2]), encoding="utf-8") as about:
        found = json.load(about)
    main(int(sys.argv[1]), found)
