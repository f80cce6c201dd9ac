# %% right: customer by customer
def p_alive(x, tx, T, parameters):
    r, alpha, a, b = parameters
    out = []
    for n, last, seen in zip(x, tx, T):
        out.append(
            1.0
            if n == 0
            else 1 / (1 + a / (b + n - 1) * ((alpha + seen) / (alpha + last)) ** (r + n))
        )
    return np.array(out)


# %% right: in logarithms
def p_alive(x, tx, T, parameters):
    r, alpha, a, b = parameters
    chance = np.ones(len(x))
    i = x > 0
    odds = (
        np.log(a)
        - np.log(b + x[i] - 1)
        + (r + x[i]) * (np.log(alpha + T[i]) - np.log(alpha + tx[i]))
    )
    chance[i] = 1 / (1 + np.exp(odds))
    return chance


# %% wrong: the untouched stub
# score: 0
# says: `p_alive` still holds the line that raises NotImplementedError
def p_alive(x, tx, T, parameters):
    raise NotImplementedError


# %% wrong: newcomers can be gone
# score: 0
# says: cannot have left yet
def p_alive(x, tx, T, parameters):
    r, alpha, a, b = parameters
    return 1 / (1 + a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x))


# %% wrong: r forgotten
# score: 0
# says: The power is r + x
def p_alive(x, tx, T, parameters):
    r, alpha, a, b = parameters
    return np.where(
        x > 0, 1 / (1 + a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** x), 1.0
    )


# %% wrong: b + x
# score: 0
# says: Below a stands b + x − 1
def p_alive(x, tx, T, parameters):
    r, alpha, a, b = parameters
    return np.where(x > 0, 1 / (1 + a / (b + x) * ((alpha + T) / (alpha + tx)) ** (r + x)), 1.0)


# %% wrong: the chance to be gone
# score: 0
# says: That is the chance that the customer has left
def p_alive(x, tx, T, parameters):
    r, alpha, a, b = parameters
    odds = a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x)
    return np.where(x > 0, odds / (1 + odds), 0.0)


# %% wrong: recency alone
# score: 0
# says: `p_alive(x [0, 2, 10]
def p_alive(x, tx, T, parameters):
    return np.exp(-(T - tx) / T)
