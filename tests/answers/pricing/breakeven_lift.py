# %% right: as a ratio of cut to what is left
def breakeven_lift(cm, d):
    if d >= cm:
        return float("inf")
    return d / (cm - d)


# %% right: with numpy
def breakeven_lift(cm, d):
    return np.inf if cm - d <= 0 else cm / (cm - d) - 1


# %% wrong: the untouched stub
# score: 0
# says: `breakeven_lift` still holds the line that raises NotImplementedError
def breakeven_lift(cm, d):
    raise NotImplementedError


# %% wrong: the cut by the old margin
# score: 0
# says: It looks as if the cut was divided by the old margin
def breakeven_lift(cm, d):
    return d / cm


# %% wrong: times instead of further
# score: 0
# says: That is how many times as many units
def breakeven_lift(cm, d):
    return cm / (cm - d) if d < cm else np.inf


# %% wrong: ten percent for ten percent
# score: 0
# says: That is the cut itself
def breakeven_lift(cm, d):
    return d


# %% wrong: in percent
# score: 0
# says: That is a percentage
def breakeven_lift(cm, d):
    return 100 * (cm / (cm - d) - 1) if d < cm else np.inf


# %% wrong: the whole margin gone is forgotten
# score: 1.8..2.9
# says: ZeroDivisionError
def breakeven_lift(cm, d):
    return cm / (cm - d) - 1


# %% wrong: the public answers typed in
# score: 0
# says: gave 1; it should be 0.666667
def breakeven_lift(cm, d):
    return 1 / 3 if cm == 0.4 else 1.0
