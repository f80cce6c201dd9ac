"""What is shown of the data that a function will get: whole items, never half of one."""

import numpy as np
import pandas as pd

from course.check import gives
from course.check.look import ROWS, _Given, given


def shown(*args):
    one = _Given("f(...)", args)
    return repr(one), one._repr_html_()


def test_a_nested_dictionary_is_a_table_with_its_keys():
    goods = {
        name: {"buyers": 50, "margin": 2.0, "stock": 10} for name in ("tin", "press", "cup", "jug")
    }
    plain, rich = shown(goods)
    for word in ("buyers", "margin", "stock"):
        assert f">{word}<" in rich
        assert plain.count(word) == 4
    assert "&#x27;press&#x27;" in rich or "'press'" in rich


def test_long_values_keep_whole_items_and_say_how_many_there_are():
    product = {"attributes": {f"word {n}": n % 2 == 0 for n in range(40)}, "price": 3.5}
    plain, rich = shown(product)
    for text in (plain, rich):
        assert "word 0" in text
        assert "(40 in all)" in text
        assert "price" in text
    assert "False, ... (40 in all)}" in plain or "True, ... (40 in all)}" in plain
    plain, _ = shown(np.arange(400))
    assert plain.endswith("(400 in all)]")


def test_a_table_shows_its_columns_and_first_rows():
    _, rich = shown(pd.DataFrame({"a": range(50)}))
    assert f"50 rows; the first {ROWS}:" in rich


def test_given_shows_what_a_check_will_call(capsys, monkeypatch):
    # Other tests run a shell in this process; it would take the text for a notebook's.
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    given([gives("f", (1, [2, 3]), 5, shown="f(1, [2, 3])")])
    assert capsys.readouterr().out == "f(1, [2, 3]) gets:\n1\n[2, 3]\n"
