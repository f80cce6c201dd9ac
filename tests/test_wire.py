"""Plain data comes through the wire as it went in; hostile bytes come out as an error and run
nothing.
"""

import contextlib
import datetime
import json
import socket
import struct

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
