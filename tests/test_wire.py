"""Plain data comes through the wire as it went in; hostile bytes come out as an error and run
nothing.
"""

import contextlib
import datetime
import json
import socket
import struct
import time
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.check.plain import NotPlain, plain
from course.grading import wire

VALUES = [
    1,
    -(10**30),
    2.5,
    float("inf"),
    "ä\ud83d",
    "",
    None,
    True,
    [1, (2, {3})],
    {"a": [1], 2: "b", (1, "c"): None},
    frozenset({1}),
    ...,
    datetime.date(2026, 1, 5),
    datetime.datetime(2026, 1, 5, 10),
    pd.Timestamp("2026-01-05 10:00"),
    pd.Timedelta("36h"),
    np.float32(1.5),
    np.int64(3),
    np.bool_(True),
]
ARRAYS = [
    np.arange(6).reshape(2, 3),
    np.array([]),
    np.array(["a", "bb"]),
    np.array([1, "x", None], dtype=object),
    np.array(["2026-01-05"], dtype="datetime64[D]"),
    np.array(2.0),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_come_back_with_their_type(value):
    back = wire.loads(wire.dumps(value))
    assert type(back) is type(value)
    assert back == value


def test_not_a_number_comes_back():
    assert np.isnan(wire.loads(wire.dumps(float("nan"))))
    assert wire.loads(wire.dumps(pd.NaT)) is pd.NaT


@pytest.mark.parametrize("array", ARRAYS, ids=str)
def test_arrays_come_back_with_dtype_and_shape(array):
    back = wire.loads(wire.dumps(array))
    assert (back.dtype, back.shape) == (array.dtype, array.shape)
    assert np.array_equal(back, array)


def test_tables_come_back_with_index_and_types():
    frame = pd.DataFrame(
        {
            "n": [1, 2],
            "t": ["x", None],
            "c": pd.Categorical(["u", "v"], categories=["v", "u"], ordered=True),
            "d": pd.to_datetime(["2026-01-05", None]),
            "b": [True, False],
            "o": [[1], (2,)],
            "f": [0.5, np.nan],
        },
        index=[5, 3],
    )
    pd.testing.assert_frame_equal(wire.loads(wire.dumps(frame)), frame)
    pd.testing.assert_frame_equal(
        wire.loads(wire.dumps(frame.iloc[:0])), frame.iloc[:0], check_index_type=False
    )
    series = pd.Series([1.5, 2.0], index=["a", "b"], name="q")
    pd.testing.assert_series_equal(wire.loads(wire.dumps(series)), series)


@pytest.mark.parametrize(
    "live",
    [
        object(),
        lambda: 1,
        open,
        (n for n in ()),
        type("Int", (int,), {})(3),
        type("D", (dict,), {})(),
    ],
)
def test_live_objects_do_not_go_in(live):
    with pytest.raises(TypeError, match="not plain data"):
        wire.dumps([live])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a": 1}',
        b'{"_": "x"}',
        b'{"_": "array", "dtype": "O", "shape": [1], "v": ""}',
        b'{"_": "array", "dtype": "f8", "shape": [1000000000000], "v": ""}',
        b'{"_": "range", "v": [0, 1000000000000000, 1], "name": null}',
        b'{"_": "dict", "v": [[[1], 2]]}',
        b'{"_": "index", "v": {"_": "column", "dtype": "string[pyarrow]", "v": []}, "name": null}',
        b'{"_": "series", "v": [1, 2], "index": [1], "name": null}',
        b'{"_": "array", "dtype": "i8", "shape": [40000000, 0], "v": ""}',
        b'{"_": "objects", "text": true, "shape": [9], "v": ["'
        + b"x" * 10**7
        + b'"'
        + b',""' * 8
        + b"]}",
        b'{"_": "stamp", "v": "' + b"9" * 100 + b'", "unit": "ns"}',
        b"[" + b"[]," * 10**6 + b"[]]",
        b"[" + b"1," * (3 * 10**6) + b"1]",
        b"1" * 10_000,
    ],
)
def test_hostile_bytes_are_no_message(data):
    with pytest.raises(wire.WireError, match="not a message"):
        wire.loads(data)


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["_", "v", "dtype", "shape", "index", "columns", "name"]),
                inner | st.sampled_from(["array", "frame", "column", "range", "scalar"]),
                max_size=4,
            )
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_anything_is_a_value_or_an_error(data):
    with contextlib.suppress(wire.WireError):
        wire.loads(data)


def test_messages_are_bounded_and_whole():
    ours, theirs = socket.socketpair()
    wire.send(ours, ["run", "x = 1"])
    assert wire.receive(theirs) == ["run", "x = 1"]
    ours.sendall(struct.pack(">I", 2**31))
    with pytest.raises(wire.WireError, match="bytes"):
        wire.receive(theirs)
    ours, theirs = socket.socketpair()
    ours.sendall(struct.pack(">I", 10) + b"12")
    ours.close()
    with pytest.raises(wire.WireError, match="closed"):
        wire.receive(theirs)


COLLIDING = st.integers(1, 5).map(lambda step: [n * step * (2**61 - 1) for n in range(3000)])


@given(COLLIDING, st.sampled_from(["list", "set", "frozenset", "dict", "keys of pairs"]))
@settings(max_examples=20, deadline=2000)
def test_items_of_one_hash_are_refused_before_they_are_compared(numbers, form):
    packed = {
        "list": numbers,
        "dict": {"_": "dict", "v": [[number, 0] for number in numbers]},
        "keys of pairs": {"_": "set", "v": [{"_": "tuple", "v": [n, 1]} for n in numbers]},
    }.get(form, {"_": form, "v": numbers})
    with pytest.raises(wire.WireError):
        wire.loads(json.dumps(packed).encode())


@pytest.mark.parametrize("same", [[0] * 5000, [-1, -2] * 3000, ["a"] * 500, [1, 1.0, True] * 99])
def test_many_equal_items_are_no_crowd(same):
    assert wire.loads(wire.dumps(same)) == same


SIDES = st.sampled_from([0, 1, 3, 1000, 10**5, 10**7, 10**9])
PIECES = st.recursive(
    st.sampled_from([0, 1.5, "", "x" * 1000, None, {"_": "float", "v": "nan"}, {"_": "nat"}]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.builds(lambda item, times: [item] * times, inner, st.sampled_from([3, 300]))
        | st.builds(lambda kind, v: {"_": kind, "v": v}, st.sampled_from(["set", "tuple"]), inner)
        | st.builds(
            lambda v, a, b, text: {"_": "objects", "text": text, "shape": [a, b], "v": v},
            inner,
            SIDES,
            SIDES,
            st.booleans(),
        )
        | st.builds(
            lambda a, b: {"_": "array", "dtype": "f8", "shape": [a, b], "v": ""}, SIDES, SIDES
        )
        | st.builds(lambda n: {"_": "range", "v": [0, n, 1], "name": None}, SIDES)
        | st.builds(
            lambda v, n: {
                "_": "series",
                "v": v,
                "name": None,
                "index": {"_": "range", "v": [0, n, 1], "name": None},
            },
            inner,
            SIDES,
        )
        | st.builds(
            lambda v, m, n: {
                "_": "frame",
                "v": [v] * min(m, 50),
                "columns": {"_": "range", "v": [0, m, 1], "name": None},
                "index": {"_": "range", "v": [0, n, 1], "name": None},
            },
            inner,
            SIDES,
            SIDES,
        )
        | st.builds(
            lambda v, d: {"_": "column", "dtype": d, "v": v},
            inner,
            st.sampled_from(wire._EXTENSIONS),
        )
    ),
    max_leaves=12,
)


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_what_a_message_becomes_is_bounded(piece):
    """Memory in the proportion of its bytes or of what arrays may take at all; time as well."""
    data = json.dumps(["gave", piece]).encode()
    start = time.process_time()
    tracemalloc.start()
    try:
        with contextlib.suppress(wire.WireError):
            plain(wire.loads(data))
        peak = tracemalloc.get_traced_memory()[1]
    except NotPlain:
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 300 * len(data) + 3 * wire.MAX_MADE
    assert time.process_time() - start < 5
