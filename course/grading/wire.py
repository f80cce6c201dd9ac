"""Plain data as JSON lines between the learner's process and the trusted one. Never pickle: reading
it runs nothing.

Numbers, texts, lists, dictionaries, sets, dates, NumPy arrays and pandas tables
go through and come back with their exact types. Whoever reads bounds the size.
"""

import base64
import datetime
import functools
import json
import struct

import numpy as np
import pandas as pd

MAX_BYTES = 64 * 2**20
MAX_ROWS = 5_000_000
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
        return _unpack(json.loads(data))
    except Exception as problem:  # whatever a hostile text makes a constructor do
        raise WireError(f"not a message: {type(problem).__name__}") from None


def send(socket, value):
    """Write one message: its length as four bytes, then the JSON."""
    data = dumps(value)
    socket.sendall(struct.pack(">I", len(data)) + data)


def receive(socket, limit=MAX_BYTES):
    """Read one message. Raises WireError where it is longer than `limit` or cut off; socket
    time-outs pass through.
    """
    length = struct.unpack(">I", _exactly(socket, 4))[0]
    if length > limit:
        raise WireError(f"a message of {length:,} bytes; {limit:,} are allowed")
    return loads(_exactly(socket, length))


def _exactly(socket, count):
    parts = bytearray()
    while len(parts) < count:
        more = socket.recv(min(count - len(parts), 2**20))
        if not more:
            raise WireError("the other side has closed")
        parts += more
    return bytes(parts)


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


def _unpack(value):
    if type(value) is list:
        return value if set(map(type, value)) <= _AS_THEY_ARE else [_unpack(item) for item in value]
    if type(value) is not dict:
        return value
    kind, held = value["_"], value.get("v")
    if kind == "float":
        return {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}[held]
    if kind == "bytes":
        return base64.b64decode(held)
    if kind in ("tuple", "set", "frozenset"):
        return {"tuple": tuple, "set": set, "frozenset": frozenset}[kind](
            _unpack(item) for item in held
        )
    if kind == "dict":
        return {_unpack(key): _unpack(item) for key, item in held}
    if kind == "ellipsis":
        return ...
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
        return _unpack(held)[()]
    if kind == "array":
        dtype = np.dtype(value["dtype"])
        if dtype.kind not in _KINDS:
            raise ValueError("an array of objects")
        return np.frombuffer(base64.b64decode(held), dtype=dtype).reshape(value["shape"]).copy()
    if kind == "objects":
        items = _unpack(held)
        if value["text"]:
            return np.array(items, dtype=str).reshape(value["shape"])
        filled = np.empty(len(items), dtype=object)
        for place, item in enumerate(items):
            filled[place] = item
        return filled.reshape(value["shape"])
    if kind == "range":
        if len(range(*held)) > MAX_ROWS:  # a few bytes that would become gigabytes
            raise ValueError("too many rows")
        return pd.RangeIndex(*held, name=_unpack(value["name"]))
    if kind == "index":
        return pd.Index(_uncolumn(held), name=_unpack(value["name"]))
    if kind == "series":
        return pd.Series(
            _uncolumn(held), index=_unpack(value["index"]), name=_unpack(value["name"])
        )
    if kind == "frame":
        index = _unpack(value["index"])
        frame = pd.DataFrame(dict(enumerate(map(_uncolumn, held))), index=index)
        frame.columns = _unpack(value["columns"])
        return frame
    raise ValueError(f"unknown kind {kind!r}")


def _uncolumn(held):
    if held["_"] == "category":
        return pd.Categorical.from_codes(
            _unpack(held["codes"]), _unpack(held["of"]), ordered=held["ordered"]
        )
    if held["_"] == "column":
        if held["dtype"] not in _EXTENSIONS:
            raise ValueError("a column of an unknown type")
        items = _unpack(held["v"])
        if held["dtype"] == "object":
            return pd.Series(items, dtype=object).array
        return pd.array(items, dtype=_dtype(held["dtype"]))
    return _unpack(held)


@functools.cache
def _dtype(name):
    """The pandas type of one of _EXTENSIONS: looking it up by name takes longer than making a short
    column of it.
    """
    return pd.api.types.pandas_dtype(name)
