"""One way to write numbers, in sentences and in pictures."""

import pytest

from course.check.findings import Finding
from course.check.numbers import (
    amount,
    counted,
    money,
    number,
    percent,
    short_of,
    signed,
    with_minus,
)


def test_numbers_have_thousands_a_minus_sign_and_no_exponent():
    assert number(12345.6) == "12,346"
    assert number(-0.04, 1) == "0.0"
    assert money(-13159) == "−$13,159"
    assert money(1.34e4) == "$13,400"
    assert percent(0.253, 1) == "25.3%"
    assert [signed(each, money) for each in (5, 0, -5)] == ["+$5", "$0", "−$5"]


def test_an_amount_has_the_digits_that_matter():
    assert [amount(each) for each in (11310.4, -68940, 4.5178, -0.0127, 0)] == [
        "11,310",
        "−68,940",
        "4.52",
        "−0.013",
        "0",
    ]


def test_one_row_is_no_rows():
    assert [counted(each, "row") for each in (0, 1, 2, 1200)] == [
        "0 rows",
        "1 row",
        "2 rows",
        "1,200 rows",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gave -0.4; it should be [-1, 2]", "gave −0.4; it should be [−1, 2]"),
        ("g = -.5 and -$20", "g = −.5 and −$20"),
        ("2025-01-02, 1-2, earbuds-5, `x[-1]` is -3", "2025-01-02, 1-2, earbuds-5, `x[-1]` is −3"),
    ],
)
def test_a_minus_in_a_sentence_is_a_minus_sign(text, told):
    assert with_minus(text) == told
    assert Finding(0.0, text).sentence == told


@pytest.mark.parametrize(
    ("value", "bar", "digits", "text"),
    [
        (0.848, 0.85, 2, "0.84"),
        (4.96, 5, 1, "4.9"),
        (0.85, 0.85, 2, "0.85"),
        (0.2, 0.85, 2, "0.20"),
    ],
)
def test_what_falls_short_of_a_bar_is_not_rounded_up_to_it(value, bar, digits, text):
    assert short_of(value, bar, digits) == text
