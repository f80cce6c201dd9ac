# %% right: with a pivot table
def cohort_table(orders):
    born = orders.groupby("customer")["month"].min()
    t = orders.drop_duplicates().assign(cohort=lambda d: d["customer"].map(born))
    wide = pd.crosstab(t["cohort"], t["month"] - t["cohort"])
    last = int(orders["month"].max())
    rows = []
    for cohort in wide.index:
        for age in range(last - cohort + 1):
            n = wide.loc[cohort, age] if age in wide.columns else 0
            rows.append([int(cohort), age, float(n / wide.loc[cohort, 0])])
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])


# %% right: with sets
def cohort_table(orders):
    seen = {}
    for row in orders.itertuples():
        seen.setdefault(row.customer, set()).add(row.month)
    last = max(orders["month"])
    out = {"cohort": [], "age": [], "retention": []}
    for cohort in sorted(set(min(months) for months in seen.values())):
        group = [months for months in seen.values() if min(months) == cohort]
        for age in range(last - cohort + 1):
            out["cohort"].append(cohort)
            out["age"].append(age)
            out["retention"].append(
                sum(1 for months in group if cohort + age in months) / len(group)
            )
    return pd.DataFrame(out)


# %% wrong: the untouched stub
# score: 0
# says: `cohort_table` still holds the line that raises NotImplementedError
def cohort_table(orders):
    raise NotImplementedError


# %% wrong: orders for customers
# score: 0
# says: Retention counts customers
def cohort_table(orders):
    table = orders.assign(cohort=orders.groupby("customer")["month"].transform("min"))
    rows = []
    for cohort, part in table.groupby("cohort"):
        for month in range(cohort, orders["month"].max() + 1):
            rows.append(
                (
                    cohort,
                    month - cohort,
                    float((part["month"] == month).sum() / part["customer"].nunique()),
                )
            )
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])


# %% wrong: survivors
# score: 0
# says: That is the retention of survivors
def cohort_table(orders):
    table = orders.assign(cohort=orders.groupby("customer")["month"].transform("min"))
    rows = []
    for cohort, part in table.groupby("cohort"):
        before = None
        for month in range(cohort, orders["month"].max() + 1):
            now = part.loc[part["month"] == month, "customer"].nunique()
            rows.append(
                (
                    cohort,
                    month - cohort,
                    1.0 if before is None else (now / before if before else 0.0),
                )
            )
            before = now
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])


# %% wrong: empty months left out
# score: 0
# says: has 5 rows; asked were 6
def cohort_table(orders):
    table = orders.assign(cohort=orders.groupby("customer")["month"].transform("min"))
    table["age"] = table["month"] - table["cohort"]
    active = table.groupby(["cohort", "age"])["customer"].nunique()
    rows = [(c, a, float(n / active[(c, 0)])) for (c, a), n in active.items()]
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])


# %% wrong: share of all customers
# score: 0
# says: A cohort is compared with itself
def cohort_table(orders):
    table = orders.assign(cohort=orders.groupby("customer")["month"].transform("min"))
    rows = []
    for cohort, part in table.groupby("cohort"):
        for month in range(cohort, orders["month"].max() + 1):
            rows.append(
                (
                    cohort,
                    month - cohort,
                    float(
                        part.loc[part["month"] == month, "customer"].nunique()
                        / orders["customer"].nunique()
                    ),
                )
            )
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])


# %% wrong: here until the last order
# score: 0
# says: Counted are those who ordered in that very month
def cohort_table(orders):
    spans = orders.groupby("customer")["month"].agg(["min", "max"])
    last, rows = orders["month"].max(), []
    for cohort in sorted(spans["min"].unique()):
        part = spans[spans["min"] == cohort]
        for age in range(last - cohort + 1):
            rows.append((int(cohort), age, float((part["max"] >= cohort + age).mean())))
    return pd.DataFrame(rows, columns=["cohort", "age", "retention"])
