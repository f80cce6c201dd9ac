# %% right: with numpy
def plan_kpis(df):
    f, a = df["forecast"].to_numpy(dtype=float), df["actual"].to_numpy(dtype=float)
    return {
        "take_rate": float(df["revenue"].sum() / df["gmv"].sum()),
        "wmape": float(np.abs(f - a).sum() / a.sum()),
        "bias": float(f.sum() / a.sum() - 1),
        "attainment": float(a.sum() / f.sum()),
    }


# %% right: month by month
def plan_kpis(df):
    rev = gmv = miss = diff = act = fc = 0.0
    for r in df.itertuples():
        rev, gmv, act, fc = rev + r.revenue, gmv + r.gmv, act + r.actual, fc + r.forecast
        miss, diff = miss + abs(r.forecast - r.actual), diff + r.forecast - r.actual
    return {"bias": diff / act, "attainment": act / fc, "take_rate": rev / gmv, "wmape": miss / act}


# %% wrong: the untouched stub
# score: 0
# says: `plan_kpis` still holds the line that raises NotImplementedError
def plan_kpis(df):
    raise NotImplementedError


# %% wrong: mean of monthly rates
# score: 0.1..2.25
# says: It looks as if the months' rates were averaged
def plan_kpis(df):
    some = df[df["gmv"] > 0]
    miss = df["forecast"] - df["actual"]
    return {
        "take_rate": float((some["revenue"] / some["gmv"]).mean()),
        "wmape": float(miss.abs().sum() / df["actual"].sum()),
        "bias": float(miss.sum() / df["actual"].sum()),
        "attainment": float(df["actual"].sum() / df["forecast"].sum()),
    }


# %% wrong: MAPE
# score: 0.1..2.25
# says: It looks as if percent errors were averaged
def plan_kpis(df):
    some = df[df["actual"] > 0]
    miss = df["forecast"] - df["actual"]
    return {
        "take_rate": float(df["revenue"].sum() / df["gmv"].sum()),
        "wmape": float(((some["forecast"] - some["actual"]).abs() / some["actual"]).mean()),
        "bias": float(miss.sum() / df["actual"].sum()),
        "attainment": float(df["actual"].sum() / df["forecast"].sum()),
    }


# %% wrong: misses cancel
# score: 0.1..2.25
# says: in WMAPE each miss counts
def plan_kpis(df):
    miss = df["forecast"] - df["actual"]
    return {
        "take_rate": float(df["revenue"].sum() / df["gmv"].sum()),
        "wmape": float(abs(miss.sum()) / df["actual"].sum()),
        "bias": float(miss.sum() / df["actual"].sum()),
        "attainment": float(df["actual"].sum() / df["forecast"].sum()),
    }


# %% wrong: bias turned round
# score: 0.1..2.25
# says: a forecast that is too high is positive
def plan_kpis(df):
    miss = df["actual"] - df["forecast"]
    return {
        "take_rate": float(df["revenue"].sum() / df["gmv"].sum()),
        "wmape": float(miss.abs().sum() / df["actual"].sum()),
        "bias": float(miss.sum() / df["actual"].sum()),
        "attainment": float(df["actual"].sum() / df["forecast"].sum()),
    }


# %% wrong: by the forecast
# score: 0.1..1.5
# says: on a case that you have not seen
def plan_kpis(df):
    miss = df["forecast"] - df["actual"]
    return {
        "take_rate": float(df["revenue"].sum() / df["gmv"].sum()),
        "wmape": float(miss.abs().sum() / df["forecast"].sum()),
        "bias": float(miss.sum() / df["forecast"].sum()),
        "attainment": float(df["actual"].sum() / df["forecast"].sum()),
    }


# %% wrong: attainment turned round
# score: 0.1..2.25
# says: what came ÷ what was forecast
def plan_kpis(df):
    miss = df["forecast"] - df["actual"]
    return {
        "take_rate": float(df["revenue"].sum() / df["gmv"].sum()),
        "wmape": float(miss.abs().sum() / df["actual"].sum()),
        "bias": float(miss.sum() / df["actual"].sum()),
        "attainment": float(df["forecast"].sum() / df["actual"].sum()),
    }
