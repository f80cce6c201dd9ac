# %% right: statsmodels for the interval
from statsmodels.stats.proportion import proportion_confint


def cvr_table(events, by, conf=0.95):
    unique = events.drop_duplicates(subset="event_id")
    bots = set(unique[unique["bot"]]["session"])
    unique = unique[~unique["session"].isin(bots)]
    rows = []
    for segment, part in sorted(unique.groupby(by)):
        n = part["session"].nunique()
        orders = part[(part["kind"] == "order") & (part["test"] == False)]["session"].nunique()
        low, high = proportion_confint(orders, n, alpha=1 - conf, method="wilson")
        rows.append((segment, n, orders, orders / n, low, high))
    return pd.DataFrame(rows, columns=["segment", "sessions", "orders", "cvr", "low", "high"])


# %% right: one flag per session, then a mean
def cvr_table(events, by, conf=0.95):
    z = norm.ppf((1 + conf) / 2)
    e = events.drop_duplicates("event_id").assign(
        real=lambda d: (d["kind"] == "order") & ~d["test"]
    )
    s = e.groupby("session").agg(segment=(by, "first"), bot=("bot", "any"), bought=("real", "any"))
    t = s[~s["bot"]].groupby("segment")["bought"].agg(["size", "sum"])
    n, k = t["size"], t["sum"]
    p = k / n
    middle, half = p + z * z / (2 * n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return pd.DataFrame(
        {
            "segment": t.index,
            "sessions": n.values,
            "orders": k.values,
            "cvr": p.values,
            "low": ((middle - half) / (1 + z * z / n)).values,
            "high": ((middle + half) / (1 + z * z / n)).values,
        }
    )


# %% wrong: the untouched stub
# score: 0
# says: `cvr_table` still holds the line that raises NotImplementedError
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answer typed in
# score: 0
# says: An interval that should miss less often is wider. Yours gave
def cvr_table(events, by, conf=0.95):
    return pd.DataFrame(
        [
            ("desktop", 2, 1, 0.5, 0.0945312057, 0.9054687943),
            ("phone", 4, 1, 0.25, 0.0455872608, 0.6993581574),
        ],
        columns=["segment", "sessions", "orders", "cvr", "low", "high"],
    )


# %% wrong: columns in another order
# score: 0
# says: has the columns ['segment', 'orders', 'sessions', 'cvr', 'low', 'high']
def cvr_table(events, by, conf=0.95):
    return pd.DataFrame(
        [("desktop", 1, 2, 0.5, 0.09, 0.9)],
        columns=["segment", "orders", "sessions", "cvr", "low", "high"],
    )


# %% wrong: bots left in
# score: 0
# says: `sessions` is [3, 4]; it should be [2
# says: `sessions` is [3, 4]; it should be [2
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    n = clean.groupby(by)["session"].nunique()
    k = real.groupby(by)["session"].nunique().reindex(n.index, fill_value=0)
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: staff orders left in
# score: 0
# says: gave desktop 2 2
# says: `orders` is [2, 1]; it should be [1
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    n = clean.groupby(by)["session"].nunique()
    k = (
        clean[clean["kind"] == "order"]
        .groupby(by)["session"]
        .nunique()
        .reindex(n.index, fill_value=0)
    )
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: counts orders, not sessions that ordered
# score: 0
# says: gave desktop 2 3
# says: `orders` is [3, 1]; it should be [1
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    n = clean.groupby(by)["session"].nunique()
    k = real.groupby(by)["session"].count().reindex(n.index, fill_value=0)
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: counts visits twice where the event came twice, and events for sessions
# score: 0.1..0.6
# says: `sessions` is [6, 5]; it should be [2
# says: `sessions` is [6, 5]; it should be [2
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    n = clean.groupby(by)["session"].count()
    k = real.groupby(by)["session"].nunique().reindex(n.index, fill_value=0)
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: the textbook interval, rate plus or minus two errors
# score: 0.1..1.8
# says: `low` is [−0.192952, −0.174345]; it should be [0.0945312
# says: `low` is [−0.192952, −0.174345]; it should be [0.0945312
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    n = clean.groupby(by)["session"].nunique()
    k = real.groupby(by)["session"].nunique().reindex(n.index, fill_value=0)
    p = k / n
    half = z * np.sqrt(p * (1 - p) / n)
    return (
        pd.DataFrame({"sessions": n, "orders": k, "cvr": p, "low": p - half, "high": p + half})
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: always 95%
# score: 0
# says: An interval that should miss less often is wider
def cvr_table(events, by, conf=0.95):
    z = 1.959963985
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    n = clean.groupby(by)["session"].nunique()
    k = real.groupby(by)["session"].nunique().reindex(n.index, fill_value=0)
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: segments without an order drop out
# score: 2.7..2.8
# says: `cvr_table(events without orders, 'device')` has 0 rows; asked were 2
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["session"].isin(clean.loc[clean["bot"], "session"])]
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    k = real.groupby(by)["session"].nunique()
    n = clean.groupby(by)["session"].nunique()[k.index]
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )


# %% wrong: only the rows that are marked as a bot's
# score: 2.4..2.9
# says: left out as a whole
def cvr_table(events, by, conf=0.95):
    z = norm.ppf(1 - (1 - conf) / 2)
    clean = events.drop_duplicates("event_id")
    clean = clean[~clean["bot"]]
    real = clean[(clean["kind"] == "order") & ~clean["test"]]
    n = clean.groupby(by)["session"].nunique()
    k = real.groupby(by)["session"].nunique().reindex(n.index, fill_value=0)
    p = k / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (
        pd.DataFrame(
            {"sessions": n, "orders": k, "cvr": p, "low": middle - half, "high": middle + half}
        )
        .rename_axis("segment")
        .reset_index()
    )
