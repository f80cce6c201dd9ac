# %% right: a function for each offer
def referral(offer_tests, ltv):
    def profit(offer):
        users, total = 10_000.0, 0.0
        for _ in range(6):
            signed = users * offer.invites * offer.joins
            users = signed * (1 - offer.fakes)
            total += users * ltv * 1.1 - signed * offer.reward
        return total

    best = max(predict_offers(offer_tests).itertuples(), key=profit)
    return best.reward, best.share


# %% right: the sum of a geometric row
# score: 4.9..5
def referral(offer_tests, ltv):
    t = predict_offers(offer_tests)
    joined = t["invites"] * t["joins"]
    k = joined * (1 - t["fakes"])
    waves = sum(k**wave for wave in range(6))
    profit = 10_000 * waves * (k * ltv * 1.1 - joined * t["reward"])
    best = t.loc[profit.idxmax()]
    return float(best["reward"]), float(best["share"])


# %% wrong: the untouched stub
# score: 0
# says: `referral` still holds the line that raises NotImplementedError
def referral(offer_tests, ltv):
    raise NotImplementedError


# %% wrong: the rival's twenty dollars
# score: 0
# says: fresh draws `referral` earns g = −
def referral(offer_tests, ltv):
    return 20.0, 1.0


# %% wrong: ten dollars in halves
# score: 2..3.6
# says: fresh draws `referral` earns g = 0.
def referral(offer_tests, ltv):
    return 10.0, 0.5


# %% wrong: the best of the twelve
# score: 3.4..4.9
# says: full points from 0.9
def referral(offer_tests, ltv):
    def profit(offer):
        invites, joins = offer.invites / offer.users, offer.joined / max(offer.invites, 1)
        users, total = 10_000.0, 0.0
        for _ in range(6):
            signed = users * invites * joins
            users = signed * (1 - offer.fakes / max(offer.joined, 1))
            total += users * ltv * 1.1 - signed * offer.reward
        return total

    best = max(offer_tests.itertuples(), key=profit)
    return best.reward, best.share


# %% wrong: the most sign-ups
# score: 0
# says: `referral` earns g = −
def referral(offer_tests, ltv):
    best = offer_tests.loc[offer_tests["joined"].idxmax()]
    return float(best["reward"]), float(best["share"])


# %% wrong: a hundred dollars
# score: 0
# says: the reward must be 0 to 60
def referral(offer_tests, ltv):
    return 100.0, 0.5


# %% wrong: a share in percent
# score: 0
# says: the share 0 to 1
def referral(offer_tests, ltv):
    return 10.0, 30.0


# %% wrong: only the reward
# score: 0
# says: the offer must be two numbers
def referral(offer_tests, ltv):
    return 10.0
