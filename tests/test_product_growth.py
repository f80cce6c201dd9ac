"""Ranges of lesson 13 against statsmodels, and by hand."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.proportion import confint_proportions_2indep

from course.lessons.product_growth import effect_ranges, nudges, step_worth, survival_band, times
from course.lessons.product_growth.answers import reference_km


def test_the_band_of_a_curve_is_greenwoods():
    t, d = times()
    band, fit = survival_band(reference_km(t, d)), SurvfuncRight(t, d)
    assert band.loc[0].tolist() == [1.0, 1.0, 1.0]
    for day, left, error in zip(fit.surv_times, fit.surv_prob, fit.surv_prob_se, strict=True):
        if day in band.index:
            low, high = np.clip([left - 1.96 * error, left + 1.96 * error], 0, 1)
            assert band.loc[day].tolist() == pytest.approx([left, low, high])
    assert band.index.tolist() == list(range(int(t[d == 1].max()) + 1))


def test_where_the_last_ones_order_the_band_closes():
    band = survival_band(
        pd.DataFrame({"time": [2], "at_risk": [3], "events": [3], "survival": [0.0]})
    )
    assert band["survival"].tolist() == [1.0, 1.0, 0.0]
    assert band.loc[2, ["low", "high"]].tolist() == [0.0, 0.0]


def test_the_range_of_a_nudge_is_that_of_two_shares():
    df = nudges(3)
    found, groups = effect_ranges(df), df.groupby("nudge")["ordered"].agg(["sum", "count"])
    assert found.index.tolist() == df.columns[2:-1].tolist()
    for name, row in found.iterrows():
        low, high = confint_proportions_2indep(
            *groups.loc[name], *groups.loc["none"], compare="diff", method="wald"
        )
        assert row.tolist() == pytest.approx([(low + high) / 2, low, high], abs=1e-4)


def test_what_a_step_is_worth_by_hand():
    steps = pd.DataFrame({"step": ["a", "b"], "drop_off": [0.1, 0.2], "gain": [0.5, 0.0]})
    share = [1 / (1 + np.exp(1.5 - gain)) for gain in (0.0, 0.5)]
    found = step_worth(steps, ["a"])
    assert found.loc["a", "worth"] == pytest.approx(10_000 * (0.9 * share[1] - share[0]))
    assert found.loc["b", "worth"] == pytest.approx(10_000 * 0.9 * share[1] * (0.8 - 1))
    assert (found["low"] < found["worth"]).all()
    assert (found["worth"] < found["high"]).all()
