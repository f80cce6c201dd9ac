# %% right: in one line
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": c * p1 / (p1 - p0) if p1 > p0 else np.inf,
        "net": (p1 - p0) * m - p1 * c,
    }


# %% right: per thousand
def net_gain(p1, p0, m, c):
    a, b = 1000 * p1, 1000 * p0
    return {
        "net": (a * (m - c) - b * m) / 1000,
        "uplift": (a - b) / 1000,
        "cost_per_extra_order": a * c / (a - b) if a > b else np.inf,
    }


# %% wrong: the untouched stub
# score: 0
# says: `net_gain` still holds the line that raises NotImplementedError
def net_gain(p1, p0, m, c):
    raise NotImplementedError


# %% wrong: coupons for nothing
# score: 0
# says: It looks as if coupons cost nothing
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": p1 * c / (p1 - p0) if p1 > p0 else np.inf,
        "net": (p1 - p0) * m,
    }


# %% wrong: only extra orders use one
# score: 0
# says: Sure things use theirs too
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": p1 * c / (p1 - p0) if p1 > p0 else np.inf,
        "net": (p1 - p0) * (m - c),
    }


# %% wrong: coupons paid when sent
# score: 0.1..2
# says: bears every coupon that was sent
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": c / (p1 - p0) if p1 > p0 else np.inf,
        "net": p1 * (m - c) - p0 * m,
    }


# %% wrong: each coupon sent is paid for
# score: 0
# says: It looks as if each coupon sent was paid for
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 - p0,
        "cost_per_extra_order": p1 * c / (p1 - p0) if p1 > p0 else np.inf,
        "net": (p1 - p0) * m - c,
    }


# %% wrong: divided where nobody is moved
# score: 0..2
# says: nobody is moved
def net_gain(p1, p0, m, c):
    uplift = p1 - p0
    return {
        "uplift": uplift,
        "cost_per_extra_order": p1 * c / uplift if uplift else 0.0,
        "net": p1 * (m - c) - p0 * m,
    }


# %% wrong: an extra order costs a coupon
# score: 0.1..2
# says: Divide by the extra ones
def net_gain(p1, p0, m, c):
    return {"uplift": p1 - p0, "cost_per_extra_order": c, "net": p1 * (m - c) - p0 * m}


# %% wrong: relative uplift
# score: 0.1..2
# says: It looks as if the uplift was relative
def net_gain(p1, p0, m, c):
    return {
        "uplift": p1 / p0 - 1,
        "cost_per_extra_order": p1 * c / (p1 - p0) if p1 > p0 else np.inf,
        "net": p1 * (m - c) - p0 * m,
    }


# %% wrong: the first public answer typed in
# score: 0
# says: `net` is −0.4; it should be 1.75
def net_gain(p1, p0, m, c):
    return {"uplift": 0.1, "cost_per_extra_order": 16.0, "net": -0.4}
