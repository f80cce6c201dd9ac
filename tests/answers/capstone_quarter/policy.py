# %% right: the lessons' functions, chained
# solution


# %% right: without the small ones
# continued
everything = policy


def policy(obs):
    small = ("test", "prices", "enrol", "threshold")
    return {lever: each for lever, each in everything(obs).items() if lever not in small}


# %% wrong: the untouched stub
# score: 0
# says: `policy` still holds the line that raises NotImplementedError
def policy(obs):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: nothing is changed
# score: 0
# says: that is the autopilot
def policy(obs):
    return {}


# %% wrong: the lessons of part 1 alone
# score: 2.4..4.2
# says: On 12 fresh draws `policy` earns g
# role: middle
# continued
everything = policy


def policy(obs):
    part_1 = ("reorder", "title", "modules", "test", "prices", "threshold")
    return {lever: each for lever, each in everything(obs).items() if lever in part_1}


# %% wrong: the plain functions of the notebook
# score: 0.5..2.5
# says: On 12 fresh draws `policy` earns g
# says: it never touches
# role: naive
def policy(obs):
    return chain(PLAIN)(obs)


# %% wrong: greatest discounts
# score: 0
# says: On 12 fresh draws `policy` earns g = −
# role: naive
def policy(obs):
    first = obs["records"]["prices"]["products"].set_index("product")["price"]
    prices = {
        name: max(0.5 * first[name], 0.8 * price)
        for name, price in obs["settings"]["prices"].items()
    }
    return {"prices": prices, "threshold": 0.0, "group": (2, 0.4), "coupons": [True] * 1000}


# %% wrong: a threshold that is not allowed
# score: 0
# says: `policy` gave an action that is not allowed: week 1: threshold
def policy(obs):
    return {"threshold": 500.0}


# %% wrong: a list
# score: 0
# says: actions must be a dictionary
def policy(obs):
    return [1]


# %% wrong: all levers in week 1, and then nothing
# score: 4..7.9
# says: all that it does, it does in week 1
# continued
everything = policy


def policy(obs):
    return everything(obs) if obs["week"] == 1 else {}
