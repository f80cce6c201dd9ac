# %% right: signs
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    signs = set(np.sign(rate1 - rate0))
    total = np.sign(
        df["orders1"].sum() / df["sessions1"].sum() - df["orders0"].sum() / df["sessions0"].sum()
    )
    growth = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
    if len(signs) == 1 and 0 not in signs and total == -signs.pop():
        return (True, df["segment"].iloc[int(growth.to_numpy().argmax())])
    return (False, "")


# %% right: weights
def is_simpson(df):
    w0, w1 = df["sessions0"] / df["sessions0"].sum(), df["sessions1"] / df["sessions1"].sum()
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (w0 * rate0).sum(), (w1 * rate1).sum()
    up, down = all(rate1 > rate0), all(rate1 < rate0)
    paradox = (up and total1 < total0) or (down and total1 > total0)
    return (True, df.set_index("segment").index[(w1 - w0).argmax()]) if paradox else (False, "")


# %% wrong: the untouched stub
# score: 0
# says: `is_simpson` still holds the line that raises NotImplementedError
def is_simpson(df):
    raise NotImplementedError


# %% wrong: rates averaged
# score: 0
# says: gave (False, ''); it should be (True, 'phone')
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = rate0.mean(), rate1.mean()
    paradox = ((rate1 > rate0).all() and total1 < total0) or (
        (rate1 < rate0).all() and total1 > total0
    )
    growth = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
    return (True, df["segment"][growth.idxmax()]) if paradox else (False, "")


# %% wrong: one direction
# score: 0
# says: gave (False, '') on a case that you have not seen
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (
        df["orders0"].sum() / df["sessions0"].sum(),
        df["orders1"].sum() / df["sessions1"].sum(),
    )
    paradox = (rate1 > rate0).all() and total1 < total0
    growth = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
    return (True, df["segment"][growth.idxmax()]) if paradox else (False, "")


# %% wrong: any segment is enough
# score: 0
# says: gave (True, 'phone'); it should be (False, '')
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (
        df["orders0"].sum() / df["sessions0"].sum(),
        df["orders1"].sum() / df["sessions1"].sum(),
    )
    paradox = ((rate1 > rate0).any() and total1 < total0) or (
        (rate1 < rate0).any() and total1 > total0
    )
    growth = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
    return (True, df["segment"][growth.idxmax()]) if paradox else (False, "")


# %% wrong: always a culprit
# score: 0
# says: gave (False, 'phone'); it should be (False, '')
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (
        df["orders0"].sum() / df["sessions0"].sum(),
        df["orders1"].sum() / df["sessions1"].sum(),
    )
    paradox = ((rate1 > rate0).all() and total1 < total0) or (
        (rate1 < rate0).all() and total1 > total0
    )
    growth = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
    return (bool(paradox), df["segment"][growth.idxmax()])


# %% wrong: the largest share
# score: 2.4..3.9
# says: Asked is the one whose share grew most
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (
        df["orders0"].sum() / df["sessions0"].sum(),
        df["orders1"].sum() / df["sessions1"].sum(),
    )
    paradox = ((rate1 > rate0).all() and total1 < total0) or (
        (rate1 < rate0).all() and total1 > total0
    )
    return (True, df["segment"][df["sessions1"].idxmax()]) if paradox else (False, "")


# %% wrong: a segment that stands still
# score: 2.4..3.9
# says: desktop did not move
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (
        df["orders0"].sum() / df["sessions0"].sum(),
        df["orders1"].sum() / df["sessions1"].sum(),
    )
    paradox = ((rate1 >= rate0).all() and total1 < total0) or (
        (rate1 <= rate0).all() and total1 > total0
    )
    growth = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
    return (True, df["segment"][growth.idxmax()]) if paradox else (False, "")


# %% wrong: a list instead of a pair
# score: 0
# says: gave [True, 'phone']; it should be (False, '')
def is_simpson(df):
    return [True, "phone"]


# %% wrong: more sessions instead of a larger share
# score: 2.4..3.9
# says: is_simpson(a shop whose sessions tripled)
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0, total1 = (
        df["orders0"].sum() / df["sessions0"].sum(),
        df["orders1"].sum() / df["sessions1"].sum(),
    )
    paradox = ((rate1 > rate0).all() and total1 < total0) or (
        (rate1 < rate0).all() and total1 > total0
    )
    growth = df["sessions1"] - df["sessions0"]
    return (True, df["segment"][growth.idxmax()]) if paradox else (False, "")


# %% wrong: the segment that grew most times
# score: 2.4..3.9
# says: phone's share grew by 35 points
def is_simpson(df):
    rate0, rate1 = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
    total0 = df["orders0"].sum() / df["sessions0"].sum()
    total1 = df["orders1"].sum() / df["sessions1"].sum()
    paradox = ((rate1 > rate0).all() and total1 < total0) or (
        (rate1 < rate0).all() and total1 > total0
    )
    growth = df["sessions1"] / df["sessions0"]
    return (True, df["segment"][growth.idxmax()]) if paradox else (False, "")
