# %% right: in one line
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": c * p1 / (p1 - p0),
        "net": (p1 - p0) * m - p1 * c,
    }


# %% right: per thousand
def net_gain(p1, p0, m, c):
    a, b = 1000 * p1, 1000 * p0
    return {
        "net": (a * (m - c) - b * m) / 1000,
        "uplift": (a - b) / 1000,
        "cost_per_extra_order": a * c / (a - b),
    }


# %% wrong: the untouched stub
# score: 0
# says: `net_gain` still holds the line that raises NotImplementedError
def net_gain(p1, p0, m, c):
    raise NotImplementedError


# %% wrong: coupons for nothing
# score: 0
# says: `net` is 1.2; it should be -0.4
def net_gain(p1, p0, m, c):
    return {"uplift": p1 - p0, "cost_per_extra_order": p1 * c / (p1 - p0), "net": (p1 - p0) * m}


# %% wrong: only extra orders use one
# score: 0
# says: `net` is 0.8; it should be -0.4
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": p1 * c / (p1 - p0),
        "net": (p1 - p0) * (m - c),
    }


# %% wrong: coupons paid when sent
# score: 0.1..2
# says: It looks as if each coupon sent was paid for
def net_gain(p1, p0, m, c):
    return {"uplift": p1 - p0, "cost_per_extra_order": c / (p1 - p0), "net": p1 * (m - c) - p0 * m}


# %% wrong: an extra order costs a coupon
# score: 0.1..2
# says: Divide by the extra ones
def net_gain(p1, p0, m, c):
    return {"uplift": p1 - p0, "cost_per_extra_order": c, "net": p1 * (m - c) - p0 * m}


# %% wrong: relative uplift
# score: 0.1..2
# says: `net_gain(p1 0.4, p0 0.3, m 12, c 4)`
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 / p0 - 1,
        "cost_per_extra_order": p1 * c / (p1 - p0),
        "net": p1 * (m - c) - p0 * m,
    }


# %% wrong: the public answer typed in
# score: 0
# says: on a case that you have not seen
def net_gain(p1, p0, m, c):
    return {"uplift": 0.1, "cost_per_extra_order": 16.0, "net": -0.4}
