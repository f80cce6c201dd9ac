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
                _child(socket.socket(fileno=descriptors[0]), scratch, limits)
            os._exit(0)
        os.close(descriptors[0])
        os.waitpid(child, 0)
        _clean(child, scratch, contained)
        control.sendall(b"d")


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

    import course.check
    import course.market.world  # noqa: F401
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
    for entry in os.scandir(scratch):
        if entry.is_dir(follow_symlinks=False):
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
    learner = Learner(shell.user_ns)
    while True:
        kind, *arguments = wire.receive(channel)
        if kind == "run":
            answer = ["ran", shell.run(arguments[0])]
        else:
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
