"""Charts: readable on every theme, the same every time, in words and numbers too."""

import re
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

from course import charts
from course.charts import kinds
from course.charts.picture import STYLE
from course.charts.spread import anew
from course.check.numbers import number
from course.grading import inert
from course.widgets.chart import COLOURS

GROUPS = pd.Series({"frothers": 6.89, "cups": 2.5, "filters": -1.09})
CURVES = pd.DataFrame(
    {"both": [3.0, 3.2, 3.4], "one": [3.1, 3.1, 3.1]},
    index=pd.Index([1.0, 2.0, 3.0], name="dollars"),
)
RANGE = pd.DataFrame({"lift": [2.2, 0.7], "low": [1.5, 0.4], "high": [3.0, 1.2]}, index=["a", "b"])
PLACES = pd.DataFrame(
    {"appeal": [1.0, 2.5, 4.0], "margin": [9.0, 3.0, 6.0], "where": ["on", "off", "on"]},
    index=["cup", "tin", "jug"],
)
EVERY = {
    "bars": lambda: charts.bars(GROUPS, "What a dollar earned", "dollars", mark=["cups"]),
    "ranges": lambda: charts.ranges(RANGE, "Pairs", "lift", line=(1, "chance"), mark=["b"]),
    "dots": lambda: charts.dots(CURVES.set_index(pd.Index(["x", "y", "z"])), "Two", "dollars"),
    "lines": lambda: charts.lines(CURVES, "Where they cross", "dollars", mark=(2.0, "today")),
    "points": lambda: charts.points(PLACES, "What was chosen"),
}
each_kind = pytest.mark.parametrize("kind", EVERY)


def drawing(chart):
    """The SVG of a chart as XML."""
    return ElementTree.fromstring(re.search(r"<svg.*</svg>", chart._repr_html_(), re.S)[0])


@each_kind
def test_a_chart_is_the_same_every_time(kind):
    assert EVERY[kind]()._repr_html_() == EVERY[kind]()._repr_html_()


def test_a_learners_own_chart_is_shown_and_dots_get_a_sentence():
    own = EVERY["bars"]()
    assert charts.mine(own) is own
    assert "No chart yet" in charts.mine(...)._repr_html_()


@each_kind
def test_its_colours_are_the_pages(kind):
    """Ink is the page's own, the others are the palette's names: nothing is black or white."""
    page = {"currentColor", "none"}
    page |= {f"var(--course-{name}, {code})" for name, code in COLOURS.items()}
    used = {
        each.get(name) for each in drawing(EVERY[kind]()).iter() for name in ("fill", "stroke")
    } - {None}
    assert used <= page
    assert len(used - {"none"}) > 1


@pytest.mark.parametrize("paper", ["#ffffff", "#111111", "#131416"])
def test_the_palette_stands_out_on_light_and_dark_pages(paper):
    """Three to one is what WCAG 2 asks of graphics. Dark are JupyterLab and the book."""

    def light(code):
        parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return np.dot([0.2126, 0.7152, 0.0722], linear) + 0.05

    for code in COLOURS.values():
        a, b = sorted((light(code), light(paper)))
        assert b / a >= 3, code


@each_kind
def test_the_feedback_page_shows_it_whole(kind):
    """What a learner's notebook holds is cleaned; nothing of a chart is taken away by that."""
    html = EVERY[kind]()._repr_html_()
    shown = inert.html(html)
    for tag in ("<svg", "<path", "<text", "<figcaption", "<details", "<table", "<td", "aria-label"):
        assert shown.count(tag) == html.count(tag) > 0, tag
    assert re.findall(r" d=\"([^\"]+)\"", shown) == re.findall(r" d='([^']+)'", html)
    for name in ("fill", "stroke", "transform"):
        assert shown.count(f" {name}=") == html.count(f" {name}="), name


@each_kind
def test_its_words_and_its_table_hold_the_numbers(kind):
    chart = EVERY[kind]()
    html = chart._repr_html_()
    label = drawing(chart).get("aria-label")
    assert label == repr(chart) == chart.said
    cells = re.findall(r"<t[dh][^>]*>([^<]*)</t[dh]>", html)
    numbers = [cell for cell in cells if re.search(r"\d", cell)]
    assert numbers
    assert [cell for cell in numbers if cell not in label] == []


def test_what_is_drawn_is_where_its_number_is():
    """Bars begin at zero, are as long as their values, and negative ones go left."""
    found = []
    for each in drawing(charts.bars({"a": 4.0, "b": 2.0, "c": -1.0}, "t", "u")).iter():
        if each.get("fill", "").startswith("var("):
            x = [
                float(pair.split()[0])
                for pair in re.findall(r"[ML] ([\d.]+ [\d.]+)", each.get("d"))
            ]
            found.append((min(x), max(x)))
    (a, a_end), (b, b_end), (c, c_end) = found
    assert a == b == c_end
    assert (a_end - a) == pytest.approx(2 * (b_end - b), abs=0.3)
    assert (b_end - b) == pytest.approx(2 * (c_end - c), abs=0.3)


def test_numbers_are_written_as_everywhere_in_the_course():
    loss = charts.bars({"won": 1234.0, "lost": -55.0}, "t", "dollars", charts.money).said
    assert loss == "t: won $1,234; lost −$55."
    share = charts.bars({"a": 0.1234, "b": 0.5}, "t", "share", charts.percent).said
    assert share == "t: a 12.3%; b 50.0%."
    assert "a without limit; b 2.00" in charts.bars({"a": np.inf, "b": 2.0001}, "t", "u").said
    assert "a none" in charts.bars({"a": np.nan, "b": 2.0}, "t", "u").said
    assert "line at 1.00: chance" in EVERY["ranges"]().said


def test_dollars_and_signs_are_text():
    html = charts.bars({"from $5 to $7 & <b>": 1.0}, "A < B & $", "$ a $")._repr_html_()
    assert "from $5 to $7 &amp; &lt;b&gt;" in html
    assert "mathjax_ignore" in html
    assert "<b>" not in html


def test_many_rows_are_cut_in_words_and_listed_below():
    chart = charts.bars({f"row {n}": float(n) for n in range(70)}, "t", "u")
    assert "58 more, in the table below" in chart.said
    html = chart._repr_html_()
    assert "the first 60 of 70 rows" in html
    assert html.count("<tr") == 61


def test_a_mean_drawn_anew_is_as_sure_as_its_standard_error_says():
    rows = np.random.default_rng(3).normal(10, 2, 400)
    low, high = anew(np.mean, rows)
    assert (high - low) / 2 == pytest.approx(1.96 * rows.std() / np.sqrt(len(rows)), rel=0.1)
    assert low < rows.mean() < high
    assert anew(lambda some, power: (some**power).mean(), rows, 2)[0] > low**2


def test_the_last_text_of_a_scale_lies_in_the_picture():
    with mpl.rc_context(STYLE):
        drawn = kinds._rows(["platform"], [0, 480_000], "dollars", number, [""], None)
    drawn.figure.canvas.draw()
    last = drawn.get_xticklabels()[-1]
    assert last.get_text() == "500,000"
    assert last.get_window_extent().x1 <= drawn.figure.bbox.x1
