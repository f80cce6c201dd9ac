"""Plain data as JSON lines between the learner's process and the trusted one. Never pickle: reading
it runs nothing.

Numbers, texts, lists, dictionaries, sets, dates, NumPy arrays and pandas tables
go through and come back with their exact types.

Whoever reads bounds what a message may become before it is built: its bytes, its parts, the
memory of arrays and tables, and how many items share a hash, which sets and dictionaries would
compare one by one.
"""

import base64
import collections
import datetime
import functools
import json
import math
import re
import struct
import time

import numpy as np
import pandas as pd

MAX_BYTES = 64 * 2**20
MAX_PARTS = 2_000_000  # items, lists and dictionaries of a message: about 100 bytes each
MAX_CONTAINERS = 500_000  # lists and dictionaries: up to 250 bytes each
MAX_MADE = 256 * 2**20  # bytes of arrays and columns that a message becomes
MAX_COLUMNS = 10_000
MAX_CROWD, MAX_TWINS = 64, 8  # from so many items of one hash on, so many of them may differ
MAX_STAMP = 64  # characters of a point in time
LONE = re.compile("[\ud800-\udfff]")  # half of a pair: no text that UTF-8 can hold
INSTEAD = "\N{REPLACEMENT CHARACTER}"
_SMALL = 2**18  # bytes: whatever they hold, it is little
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"')
_EXTENSIONS = (
    "str",
    "object",
    "string",
    "boolean",
    "Int64",
    "Int32",
    "UInt64",
    "Float64",
    "datetime64[ns, UTC]",
    "datetime64[us, UTC]",
)
_KINDS = "biufMm"  # bool, integers, floats, times: raw bytes; never object
_AS_THEY_ARE = {str, int, bool, type(None)}  # the same in JSON


class WireError(Exception):
    """What arrived is not a message: too long, cut off or not plain data."""


def dumps(value):
    """`value` as bytes of JSON. Raises TypeError for anything that is not plain data."""
    return json.dumps(
        _pack(value), ensure_ascii=True, allow_nan=True, separators=(",", ":")
    ).encode()


def loads(data):
    """The value that `data` stands for. Raises WireError, whatever the bytes are."""
    try:
        check_parts(data)
        return _unpack(json.loads(data), [MAX_MADE])
    except Exception as problem:  # whatever a hostile text makes a constructor do
        raise WireError(f"not a message: {type(problem).__name__}") from None


def check_parts(data):
    """Raise ValueError where the JSON text `data` (bytes) has too many parts to be built."""
    if len(data) > _SMALL:
        bare = _TEXT.sub(b"", data)
        containers = bare.count(b"[") + bare.count(b"{")
        if containers > MAX_CONTAINERS or containers + bare.count(b",") > MAX_PARTS:
            raise ValueError("too many parts")


def send(socket, value):
    """Write one message: its length as four bytes, then the JSON."""
    data = dumps(value)
    socket.sendall(struct.pack(">I", len(data)) + data)


def receive(socket, limit=MAX_BYTES, seconds=None):
    """Read one message, all of it within `seconds`. Raises WireError where it is longer than
    `limit` or cut off, TimeoutError where it is late.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    length = struct.unpack(">I", _exactly(socket, 4, deadline))[0]
    if length > limit:
        raise WireError(f"a message of {length:,} bytes; {limit:,} are allowed")
    return loads(_exactly(socket, length, deadline))


def _exactly(socket, count, deadline):
    parts = bytearray()
    while len(parts) < count:
        if deadline is not None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            socket.settimeout(left)
        more = socket.recv(min(count - len(parts), 2**20))
        if not more:
            raise WireError("the other side has closed")
        parts += more
    return bytes(parts)


def whole(value):
    """JSON data with every half of a pair of surrogates replaced, which a learner's code can print
    and no file or grade book can hold.
    """
    if type(value) is str:
        return value if value.isascii() else LONE.sub(INSTEAD, value)
    if type(value) is list:
        return [whole(item) for item in value]
    if type(value) is dict:
        return {whole(key): whole(item) for key, item in value.items()}
    return value


def _pack(value):
    kind = type(value)
    if kind in (bool, int, str, type(None)):
        return value
    if kind is float:
        return value if np.isfinite(value) else {"_": "float", "v": repr(value)}
    if kind is bytes:
        return {"_": "bytes", "v": base64.b64encode(value).decode()}
    if kind is list:
        return _pack_all(value)
    if kind in (tuple, set, frozenset):
        return {"_": kind.__name__, "v": _pack_all(value)}
    if kind is dict:
        return {"_": "dict", "v": [[_pack(key), _pack(item)] for key, item in value.items()]}
    if value is ...:
        return {"_": "ellipsis"}
    if kind is datetime.date:
        return {"_": "date", "v": value.isoformat()}
    if kind is datetime.datetime:
        return {"_": "datetime", "v": value.isoformat()}
    if kind is pd.Timestamp:
        return {"_": "stamp", "v": value.isoformat(), "unit": value.unit}
    if kind is pd.Timedelta:
        return {"_": "delta", "v": int(value.value)}
    if value is pd.NaT:
        return {"_": "nat"}
    if isinstance(value, np.generic) and kind.__module__ == "numpy":
        return {"_": "scalar", "v": _pack(np.asarray(value))}
    if kind is np.ndarray:
        if value.dtype.kind in _KINDS:
            raw = np.ascontiguousarray(value)
            return {
                "_": "array",
                "dtype": raw.dtype.str,
                "shape": list(value.shape),
                "v": base64.b64encode(raw.tobytes()).decode(),
            }
        return {
            "_": "objects",
            "text": value.dtype.kind == "U",
            "shape": list(value.shape),
            "v": _pack_all(value.ravel().tolist()),
        }
    if kind is pd.RangeIndex:
        return {"_": "range", "v": [value.start, value.stop, value.step], "name": _pack(value.name)}
    if isinstance(value, (pd.Series, pd.Index)) and not isinstance(value, pd.MultiIndex):
        index = None if isinstance(value, pd.Index) else _pack(value.index)
        return {
            "_": "index" if index is None else "series",
            "v": _column(value),
            "name": _pack(value.name),
            "index": index,
        }
    if kind is pd.DataFrame:
        return {
            "_": "frame",
            "columns": _pack(value.columns),
            "v": [_column(column) for _, column in value.items()],
            "index": _pack(value.index),
        }
    raise TypeError(f"{kind.__name__} is not plain data")


def _pack_all(items):
    """A list of the packed items. Most are plain texts or whole numbers throughout, and then there
    is nothing to do one by one.
    """
    items = list(items)
    return items if set(map(type, items)) <= _AS_THEY_ARE else [_pack(item) for item in items]


def _column(values):
    dtype = values.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        cat = values.array
        return {
            "_": "category",
            "codes": _pack(np.asarray(cat.codes)),
            "of": _pack(cat.categories),
            "ordered": bool(cat.ordered),
        }
    if isinstance(dtype, np.dtype) and dtype.kind in _KINDS:
        return _pack(values.to_numpy())
    return {"_": "column", "dtype": str(dtype), "v": _pack_all(values.tolist())}


def _take(room, count):
    room[0] -= count
    if room[0] < 0:
        raise ValueError("too large")


def _spread(items):
    """The items. Raises ValueError where many different ones share a hash: a set of them would
    compare each with each.
    """
    if len(items) <= MAX_CROWD:
        return items
    try:
        hashes = list(map(hash, items))
    except TypeError:  # lists in a list
        return items
    crowds = {each for each, count in collections.Counter(hashes).items() if count > MAX_CROWD}
    twins = collections.defaultdict(list)
    for number, item in zip(hashes, items, strict=True) if crowds else ():
        if number in crowds and item not in twins[number]:
            twins[number].append(item)
            if len(twins[number]) > MAX_TWINS:
                raise ValueError("too many items of one hash")
    return items


def _unpack(value, room):
    """`room` holds the bytes that arrays and columns may still take."""
    if type(value) is list:
        plain = set(map(type, value)) <= _AS_THEY_ARE
        return _spread(value if plain else [_unpack(item, room) for item in value])
    if type(value) is not dict:
        return value
    kind, held = value["_"], value.get("v")
    if kind == "float":
        return {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}[held]
    if kind == "bytes":
        return base64.b64decode(held)
    if kind in ("tuple", "set", "frozenset"):
        items = _spread([_unpack(item, room) for item in held])
        return {"tuple": tuple, "set": set, "frozenset": frozenset}[kind](items)
    if kind == "dict":
        keys = _spread([_unpack(key, room) for key, _ in held])
        return dict(zip(keys, [_unpack(item, room) for _, item in held], strict=True))
    if kind == "ellipsis":
        return ...
    if kind in ("date", "datetime", "stamp") and len(held) > MAX_STAMP:
        raise ValueError("no point in time")
    if kind == "date":
        return datetime.date.fromisoformat(held)
    if kind == "datetime":
        return datetime.datetime.fromisoformat(held)
    if kind == "stamp":
        return pd.Timestamp(held).as_unit(value["unit"])
    if kind == "delta":
        return pd.Timedelta(held)
    if kind == "nat":
        return pd.NaT
    if kind == "scalar":
        return _unpack(held, room)[()]
    if kind in ("array", "objects"):
        return _array(kind, value, room)
    if kind == "range":
        _take(room, 8 * len(range(*held)))  # a few bytes that would become gigabytes
        return pd.RangeIndex(*held, name=_unpack(value["name"], room))
    if kind == "index":
        return pd.Index(_spread_index(_uncolumn(held, room)), name=_unpack(value["name"], room))
    if kind == "series":
        column, index = _uncolumn(held, room), _unpack(value["index"], room)
        if len(column) != len(index):
            raise ValueError("another number of rows")
        return pd.Series(column, index=index, name=_unpack(value["name"], room))
    if kind == "frame":
        return _frame(value, room)
    raise ValueError(f"unknown kind {kind!r}")


def _array(kind, value, room):
    held, shape = value["v"], value["shape"]
    if not all(type(side) is int and side >= 0 for side in shape):
        raise ValueError("no shape")
    # Sides of nothing count as well: as lists, they are many.
    _take(room, 8 * math.prod(max(1, side) for side in shape))
    if kind == "array":
        dtype = np.dtype(value["dtype"])
        if dtype.kind not in _KINDS:
            raise ValueError("an array of objects")
        _take(room, len(held))
        return np.frombuffer(base64.b64decode(held), dtype=dtype).reshape(shape).copy()
    items = _unpack(held, room)
    if value["text"]:
        _take(room, 4 * len(items) * max(map(len, items), default=0))  # all as wide as the widest
        return np.array(items, dtype=str).reshape(shape)
    filled = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        filled[place] = item
    return filled.reshape(shape)


def _frame(value, room):
    index, columns = _unpack(value["index"], room), _unpack(value["columns"], room)
    if not len(value["v"]) == len(columns) <= MAX_COLUMNS:
        raise ValueError("another number of columns")
    made = {}
    for number, held in enumerate(value["v"]):
        made[number] = _uncolumn(held, room)
        if len(made[number]) != len(index):  # one number would become a column of its own
            raise ValueError("another number of rows")
    frame = pd.DataFrame(made, index=index)
    frame.columns = columns
    return frame


def _spread_index(values):
    if pd.api.types.is_object_dtype(values):
        _spread(list(values))
    return values


def _uncolumn(held, room):
    """A column with its length: an array of one dimension."""
    if held["_"] == "category":
        codes, of = _unpack(held["codes"], room), _unpack(held["of"], room)
        return pd.Categorical.from_codes(codes, of, ordered=held["ordered"])
    if held["_"] == "column":
        if held["dtype"] not in _EXTENSIONS:
            raise ValueError("a column of an unknown type")
        items = _unpack(held["v"], room)
        _take(room, 8 * len(items))
        if held["dtype"] == "object":
            return pd.Series(items, dtype=object).array
        if held["dtype"].startswith("datetime") and not all(
            type(item) is pd.Timestamp or item is pd.NaT for item in items
        ):  # looking at texts for what time they may mean takes long
            raise ValueError("no points in time")
        return pd.array(items, dtype=_dtype(held["dtype"]))
    found = _unpack(held, room)
    if type(found) is not np.ndarray or found.ndim != 1:
        raise ValueError("no column")
    return found


@functools.cache
def _dtype(name):
    """The pandas type of one of _EXTENSIONS: looking it up by name takes longer than making a short
    column of it.
    """
    return pd.api.types.pandas_dtype(name)
