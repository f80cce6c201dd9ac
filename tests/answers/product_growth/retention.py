# %% right: with sets
def retention(cohort, k, today):
    at_risk = {
        user for user, signup in zip(cohort["user"], cohort["signup"]) if signup + k <= today
    }
    active = {
        user
        for user, signup, day in zip(cohort["user"], cohort["signup"], cohort["active"])
        if day == signup + k
    }
    return len(active & at_risk) / len(at_risk) if at_risk else 0.0


# %% right: user by user
def retention(cohort, k, today):
    users = hits = 0
    for _, rows in cohort.groupby("user"):
        signup = rows["signup"].iloc[0]
        if signup + k <= today:
            users += 1
            hits += bool((rows["active"] == signup + k).any())
    return hits / users if users else 0.0


# %% wrong: the untouched stub
# score: 0
# says: `retention` still holds the line that raises NotImplementedError
def retention(cohort, k, today):
    raise NotImplementedError


# %% wrong: the young below the line
# score: 0
# says: gave 0.25; it should be 0
def retention(cohort, k, today):
    return (
        cohort.loc[cohort["active"] == cohort["signup"] + k, "user"].nunique()
        / cohort["user"].nunique()
    )


# %% wrong: any day up to k
# score: 0
# says: gave 0.666667; it should be 0
def retention(cohort, k, today):
    there = cohort[cohort["signup"] + k <= today]
    active = there.loc[
        (there["active"] > there["signup"]) & (there["active"] <= there["signup"] + k), "user"
    ].nunique()
    return active / there["user"].nunique()


# %% wrong: rows for users
# score: 0
# says: It looks as if rows were counted
def retention(cohort, k, today):
    there = cohort[cohort["signup"] + k <= today]
    return float((there["active"] == there["signup"] + k).sum() / len(there))


# %% wrong: whose day k is today left out
# score: 0
# says: users 1, 2 and 3 have had their day 7 by day 10
def retention(cohort, k, today):
    there = cohort[cohort["signup"] + k < today]
    users = there["user"].nunique()
    return (
        there.loc[there["active"] == there["signup"] + k, "user"].nunique() / users
        if users
        else 0.0
    )


# %% wrong: the calendar's day k
# score: 0
# says: user 1 was active
def retention(cohort, k, today):
    there = cohort[cohort["signup"] + k <= today]
    return there.loc[there["active"] == k + 1, "user"].nunique() / there["user"].nunique()


# %% wrong: the public answer typed in
# score: 0
# says: a fresh cohort
def retention(cohort, k, today):
    return 1 / 3 if k == 7 else 0.25
