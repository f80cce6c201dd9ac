# %% right: odds multiplied
def flag_fraud(referrals, budget):
    odds = np.ones(len(referrals))
    for sign, (p, q) in EVIDENCE.items():
        odds = odds * np.where(referrals[sign], p / q, (1 - p) / (1 - q))
    table = referrals.assign(odds=np.round(odds, 9)).sort_values(
        "odds", ascending=False, kind="stable"
    )
    return set(table["referral"].head(budget).tolist())


# %% right: one by one
def flag_fraud(referrals, budget):
    scores = []
    for place, row in enumerate(referrals.to_dict("records")):
        score = sum(
            np.log(p / q) if row[sign] else np.log((1 - p) / (1 - q))
            for sign, (p, q) in EVIDENCE.items()
        )
        scores.append((-round(float(score), 9), place, row["referral"]))
    return {name for _, _, name in sorted(scores)[:budget]}


# %% wrong: the untouched stub
# score: 0
# says: `flag_fraud` still holds the line that raises NotImplementedError
def flag_fraud(referrals, budget):
    raise NotImplementedError


# %% wrong: signs counted
# score: 0
# says: It looks as if signs were counted
def flag_fraud(referrals, budget):
    score = referrals[list(EVIDENCE)].sum(axis=1).to_numpy()
    return {
        int(name)
        for name in referrals["referral"].to_numpy()[np.argsort(-score, kind="stable")[:budget]]
    }


# %% wrong: missing signs ignored
# score: 0
# says: It looks as if only signs that are there were weighed
def flag_fraud(referrals, budget):
    score = sum(np.where(referrals[sign], np.log(p / q), 0.0) for sign, (p, q) in EVIDENCE.items())
    return {
        int(name)
        for name in referrals["referral"].to_numpy()[np.argsort(-score, kind="stable")[:budget]]
    }


# %% wrong: honest friends forgotten
# score: 0
# says: It looks as if the share among fakes alone was used
def flag_fraud(referrals, budget):
    score = sum(
        np.where(referrals[sign], np.log(p), np.log(1 - p)) for sign, (p, q) in EVIDENCE.items()
    )
    return {
        int(name)
        for name in referrals["referral"].to_numpy()[np.argsort(-score, kind="stable")[:budget]]
    }


# %% wrong: whoever shares a device
# score: 0
# says: friend 12 shares a device
def flag_fraud(referrals, budget):
    return set(referrals.loc[referrals["same_device"], "referral"].tolist())


# %% wrong: the honest first
# score: 0
# says: friend 11 has the other three signs
def flag_fraud(referrals, budget):
    score = sum(
        np.where(referrals[sign], np.log(p / q), np.log((1 - p) / (1 - q)))
        for sign, (p, q) in EVIDENCE.items()
    )
    return {
        int(name)
        for name in referrals["referral"].to_numpy()[np.argsort(score, kind="stable")[:budget]]
    }


# %% wrong: rows for names
# score: 0
# says: the other three signs
def flag_fraud(referrals, budget):
    score = sum(
        np.where(referrals[sign], np.log(p / q), np.log((1 - p) / (1 - q)))
        for sign, (p, q) in EVIDENCE.items()
    )
    return {int(place) for place in np.argsort(-score, kind="stable")[:budget]}


# %% wrong: the public answer typed in
# score: 0
# says: 400 fresh friends
def flag_fraud(referrals, budget):
    return {12, 11} if budget == 2 else {12, 11, 15}
