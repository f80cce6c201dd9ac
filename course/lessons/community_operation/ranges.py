"""What a group causes, among people who spent the same before."""

import numpy as np
import statsmodels.api as sm

from course.charts.spread import LEVEL


def effect_with_before(df):
    """(effect, low, high) in dollars: how much more those who joined spend after than those who did
    not and had spent the same before (least squares of after on joined and before).
    """
    columns = np.column_stack([df["joined"].astype(float), df["before"]])
    fit = sm.OLS(df["after"].to_numpy(), sm.add_constant(columns)).fit(cov_type="HC3")
    low, high = fit.conf_int(1 - LEVEL)[1]
    return float(fit.params[1]), float(low), float(high)
