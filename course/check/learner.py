"""The only place that touches what a learner wrote: names looked up, functions called.

Copies of plain data go in, plain data comes out. The same cell therefore gives
the same score in a learner's kernel, under plain nbgrader and in a grader that
keeps the learner's process apart.
"""

import copy
import hashlib
import inspect
import linecache
import types

from course.check import limits
from course.check.plain import NotPlain, describe_type, plain, show

PLACEHOLDER = "?"
TIME_OUTS_ALLOWED = 3


_provided = None


def provide(make):
    """Let `make()` give the Learner of every exercise from now on; None gives back the running
    kernel's.

    A grader that keeps learners' code in another process puts its stand-in here.
    """
    global _provided
    _provided = make


def current():
    """The Learner of an exercise that was not given one."""
    return Learner() if _provided is None else _provided()


class NotAttempted(Exception):
    """The stub is untouched, or the name is missing."""


class Stumble(Exception):
    """The call gave nothing that can be checked; the message says why, in words."""


class TooSlow(Stumble):
    """A Stumble over the time limit: what comes after would most likely cost as much."""


class Learner:
    """What a learner's notebook holds, by name.

    `namespace` is the dict of the learner's names; without one it is that of
    the running IPython kernel. `copies` makes copies of arguments; where they
    come from elsewhere and nobody else holds them, they can be left as they are.
    """

    def __init__(self, namespace=None, copies=copy.deepcopy):
        self._namespace = _kernel_namespace() if namespace is None else namespace
        self._copies = copies
        self._time_outs = 0
        self._used = {}
        self.printed = []  # (how the call is written, limits.Printed) of calls that printed

    def value(self, name):
        """A plain copy of the variable `name`. Raises NotAttempted or Stumble."""
        if name not in self._namespace:
            raise NotAttempted(f"`{name}` is not there yet. Run the cell above that defines it.")
        self._used[name] = self._take(f"`{name}`", self._namespace[name])
        return self._used[name]

    def fingerprint(self):
        """A short text that changes when what was asked for so far is written in another way."""
        told = [(name, _written(each)) for name, each in sorted(self._used.items())]
        return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()[:12]

    def call(self, name, args, shown=None):
        """`name(*args)` on copies, bounded in time; returns plain data.

        `shown` is how the call stands in a sentence. Raises NotAttempted or
        Stumble.
        """
        shown = f"`{shown or call_text(name, args)}`"
        function = self._function(name, len(args))
        if self._time_outs >= TIME_OUTS_ALLOWED:
            raise Stumble(
                f"{shown} was not tried: {TIME_OUTS_ALLOWED} calls before it ran out of time."
            )
        printed = limits.Printed()
        try:
            with limits.silence() as printed, limits.time_limit():
                result = function(*self._copies(args))
        except limits.Waiting as waiting:
            raise Stumble(
                f"{shown} waits at `{waiting}` for somebody to type. Nobody can, while it is"
                " checked: take that line out. What you `print` is shown here."
            ) from None
        except NotImplementedError as error:
            stub = _last_frame(error).f_code.co_name
            where = f"`{name}`" if stub == name else f"`{stub}`, which `{name}` calls,"
            raise NotAttempted(
                f"{where} still holds the line that raises NotImplementedError. Replace it."
            ) from None
        except limits.TimeUp:
            self._time_outs += 1
            raise TooSlow(
                f"{shown} had not finished after {limits.CPU_SECONDS:.0f} seconds of computing. Is"
                " there a loop that never ends, or work that could be done once instead of every"
                " time?"
            ) from None
        except RecursionError:
            raise Stumble(f"{shown} called itself without end. What makes it stop?") from None
        except TypeError as error:
            if "ellipsis" in str(error):
                raise NotAttempted(f"`{name}` still holds a `...` to replace.") from None
            raise Stumble(f"{shown} stopped with {_error_text(error)}") from None
        except (Exception, SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            raise Stumble(f"{shown} stopped with {_error_text(error)}") from None
        finally:
            if printed.text():
                self.printed.append((shown, printed))
        return self._take(shown, result)

    def _function(self, name, arguments):
        if name not in self._namespace:
            raise NotAttempted(f"`{name}` is not there yet. Run the cell above that defines it.")
        function = self._namespace[name]
        if not inspect.isfunction(function):
            raise Stumble(
                f"`{name}` should be a function (def {name} ...), but it is"
                f" {describe_type(function)}."
            )
        self._used[name] = function
        if function.__code__.co_argcount == arguments and not function.__code__.co_kwonlyargcount:
            return function  # it fits; inspect.signature takes longer than many an answer does
        try:
            inspect.signature(function).bind(*[None] * arguments)
        except TypeError:
            wanted = "one argument" if arguments == 1 else f"{arguments} arguments"
            raise Stumble(
                f"`{name}` should take {wanted}; yours is `{name}{inspect.signature(function)}`."
            ) from None
        return function

    @staticmethod
    def _take(shown, value):
        if (
            value is ...
            or (type(value) in (list, tuple) and any(item is ... for item in value))
            or (type(value) is str and value == PLACEHOLDER)
        ):
            raise NotAttempted(f"{shown} still holds the placeholder.")
        try:
            return plain(value)
        except NotPlain as problem:
            raise Stumble(
                f"{shown} gave {problem}; the answer should be plain data such as numbers, lists or"
                " tables."
            ) from None
        except (
            Exception
        ) as error:  # a hostile or broken object may fail in any way while it is copied
            raise Stumble(
                f"{shown} gave something that cannot be read ({type(error).__name__})."
            ) from None


def call_text(name, args):
    """How a call is written in a sentence: coverage(['steel', 'bottle'], a DataFrame ...)."""
    return f"{name}({', '.join(show(arg, 40) for arg in args)})"


def _written(value):
    """What tells a function from one that does another thing, or a value from another."""
    if not isinstance(value, types.FunctionType | types.CodeType):
        return repr(value)
    code = value.__code__ if isinstance(value, types.FunctionType) else value
    inside = [_written(each) for each in code.co_consts]
    return code.co_code, code.co_names, code.co_varnames, inside


def _kernel_namespace():
    from IPython import get_ipython

    shell = get_ipython()
    return {} if shell is None else shell.user_ns


def _last_frame(error):
    """The frame in which an exception arose."""
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame


def _error_text(error):
    """An exception in words, with the learner's own line where it arose."""
    try:
        message = str(error).strip().splitlines()
    except Exception:  # an exception whose own __str__ fails
        message = []
    text = type(error).__name__ + (f": {message[0][:120]}" if message else "")
    frame = error.__traceback__
    line = ""
    while frame is not None:
        source = frame.tb_frame.f_code.co_filename
        if "ipykernel" in source or source.startswith("<ipython"):
            line = linecache.getline(source, frame.tb_lineno).strip()
        frame = frame.tb_next
    return f"{text} at your line `{line}`." if line else f"{text}."
