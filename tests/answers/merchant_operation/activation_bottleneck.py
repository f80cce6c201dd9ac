# %% right: in plain Python
def activation_bottleneck(df, today):
    steps = ["approved", "listed", "viewed", "ordered"]
    shops = [row for row in df.to_dict("records") if row["applied"] + 30 <= today]
    done = [len(shops)]
    for step in steps:
        done.append(sum(1 for row in shops if row[step] - row["applied"] <= 30))
    best = None
    for i, step in enumerate(steps):
        rate = done[i + 1] / done[i] if done[i] else 1.0
        if best is None or rate < best[1]:
            best = (step, rate)
    return {"step": best[0], "rate": float(best[1]), "day30": done[-1] / done[0]}


# %% right: with a frame of waits
def activation_bottleneck(df, today):
    steps = ["approved", "listed", "viewed", "ordered"]
    grown = df[df["applied"] < today - 29]
    waits = grown[steps].sub(grown["applied"], axis=0)
    done = (waits <= 30).sum()
    before = done.shift(fill_value=len(grown))
    rates = (done / before).fillna(1.0)
    return {
        "step": str(rates.idxmin()),
        "rate": float(rates.min()),
        "day30": float(done["ordered"] / len(grown)),
    }


# %% wrong: the untouched stub
# score: 0
# says: `activation_bottleneck` still holds the line that raises NotImplementedError
def activation_bottleneck(df, today):
    raise NotImplementedError


# %% wrong: shops of last week too
# score: 0.1..2.67
# says: They have not had their 30 days
def activation_bottleneck(df, today):
    steps = ["approved", "listed", "viewed", "ordered"]
    done = [len(df)] + [int((df[s] - df["applied"] <= 30).sum()) for s in steps]
    rates = [b / a if a else 1.0 for a, b in zip(done, done[1:])]
    worst = int(np.argmin(rates))
    return {"step": steps[worst], "rate": float(rates[worst]), "day30": done[-1] / done[0]}


# %% wrong: an order some day
# score: 0.1..2.67
# says: Day-30 activation asks for one within 30 days
def activation_bottleneck(df, today):
    steps = ["approved", "listed", "viewed", "ordered"]
    grown = df[df["applied"] <= today - 30]
    done = [len(grown)] + [int(grown[s].notna().sum()) for s in steps]
    rates = [b / a if a else 1.0 for a, b in zip(done, done[1:])]
    worst = int(np.argmin(rates))
    return {"step": steps[worst], "rate": float(rates[worst]), "day30": done[-1] / done[0]}


# %% wrong: always against all
# score: 0
# says: `rate` is 0.2; it should be 0.5
def activation_bottleneck(df, today):
    steps = ["approved", "listed", "viewed", "ordered"]
    grown = df[df["applied"] <= today - 30]
    done = [len(grown)] + [int((grown[s] - grown["applied"] <= 30).sum()) for s in steps]
    rates = [b / done[0] for b in done[1:]]
    worst = int(np.argmin(rates))
    return {"step": steps[worst], "rate": float(rates[worst]), "day30": done[-1] / done[0]}


# %% wrong: the most lost shops
# score: 0
# says: `activation_bottleneck(
def activation_bottleneck(df, today):
    steps = ["approved", "listed", "viewed", "ordered"]
    grown = df[df["applied"] <= today - 30]
    done = [len(grown)] + [int((grown[s] - grown["applied"] <= 30).sum()) for s in steps]
    lost = [a - b for a, b in zip(done, done[1:])]
    worst = int(np.argmax(lost))
    return {"step": steps[worst], "rate": float(lost[worst] / done[0]), "day30": done[-1] / done[0]}


# %% wrong: always the last step
# score: 0
# says: `rate` is 0.4; it should be 0.5
def activation_bottleneck(df, today):
    grown = df[df["applied"] <= today - 30]
    return {
        "step": "ordered",
        "rate": float(grown["ordered"].notna().mean()),
        "day30": float(grown["ordered"].notna().mean()),
    }
