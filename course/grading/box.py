"""The learner's side: a warm process that forks one child a submission, and the child that runs its cells.

Started by `sandbox.py`, mostly inside bubblewrap. It never holds a hidden test,
an expected value or the salt: none of that is in its files, its memory or its
messages. Everything it says is taken for a learner's word.
"""

import contextlib
import gc
import os
import shutil
import signal
import socket
import sys


def main(scratch, contained, limits_json, descriptor):
    """Serve until the grader's control socket, file descriptor `descriptor`, closes."""
    import ctypes
    import json

    _warm()
    limits = json.loads(limits_json)
    if sys.platform == "linux":
        # Not dumpable: a child of the same user can neither trace this process nor take its descriptors.
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
    control = socket.socket(fileno=int(descriptor))
    control.sendall(b"r")
    while True:
        order, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not order:
            return
        child = os.fork()
        if child == 0:
            control.close()
            with contextlib.suppress(BaseException):
                if contained:
                    _walled_off()
                _child(socket.socket(fileno=descriptors[0]), scratch, limits)
            os._exit(0)
        os.close(descriptors[0])
        os.waitpid(child, 0)
        _clean(child, scratch, contained)
        control.sendall(b"d")


def _walled_off():
    """Go on as the first process of a process namespace of its own, without any capability.

    Whatever it starts ends with it, and it can neither see nor signal the warm process.
    """
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    new_mounts, new_processes, private = 0x20000, 0x20000000, 0x44000   # CLONE_NEWNS, CLONE_NEWPID, MS_REC | MS_PRIVATE
    if libc.unshare(new_mounts | new_processes):
        raise OSError(ctypes.get_errno(), "unshare")
    first = os.fork()
    if first:
        os.waitpid(first, 0)
        os._exit(0)
    libc.mount(None, b"/", None, private, None)
    if libc.mount(b"proc", b"/proc", b"proc", 0, None):
        raise OSError(ctypes.get_errno(), "mount")
    libc.prctl(38, 1, 0, 0, 0)   # PR_SET_NO_NEW_PRIVS
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if libc.capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "capset")


def _warm():
    """Import what lessons use, once; children inherit it."""
    import matplotlib

    matplotlib.use("Agg")
    import anywidget  # noqa: F401
    import matplotlib.pyplot as plt
    import numpy as np  # noqa: F401
    import pandas as pd  # noqa: F401
    import scipy.stats  # noqa: F401
    import statsmodels.api  # noqa: F401

    from course.grading.shell import make_shell

    shell = make_shell()
    shell.run("%matplotlib inline")
    shell.run("1/0")   # the first traceback is slow
    plt.figure()
    plt.close("all")
    gc.collect()
    gc.freeze()


def _clean(child, scratch, contained):
    """Nothing of a submission may outlive it: neither processes nor files."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if contained:
            os.kill(-1, signal.SIGKILL)   # everything in our own process namespace but us
        else:
            os.killpg(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    for folder in (scratch, "/tmp", "/dev/shm") if contained else (scratch,):
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False) and not os.path.ismount(entry.path):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)


def _child(channel, scratch, limits):
    import resource

    from course.check.learner import Learner, NotAttempted, Stumble
    from course.grading import wire
    from course.grading.shell import make_shell

    os.setsid()
    for name, value in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (value, value))
    for name, content in wire.receive(channel).items():   # the learner's other files
        path = os.path.join(scratch, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
    os.chdir(scratch)
    shell = make_shell()
    shell.run("%matplotlib inline")
    exercises = {}
    while True:
        kind, *arguments = wire.receive(channel)
        if kind == "run":
            answer = ["ran", shell.run(arguments[0])]
        else:
            learner = exercises.setdefault(arguments.pop(0), Learner(shell.user_ns))
            try:
                answer = ["gave", learner.value(*arguments) if kind == "value" else learner.call(*arguments)]
            except NotAttempted as untouched:
                answer = ["untouched", str(untouched)]
            except Stumble as stumble:
                answer = ["stumbled", str(stumble)]
        try:
            wire.send(channel, answer)
        except TypeError as problem:
            wire.send(channel, ["stumbled", f"`{arguments[0]}` gave something that cannot be sent: {problem}."])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] == "contained", sys.argv[3], sys.argv[4])
