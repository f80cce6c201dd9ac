# %% right: order by order
def page_contribution(cvr, margin, ret, cost):
    orders = 1000 * cvr
    back = orders * ret
    return (orders - back) * margin - back * cost


# %% right: what a return takes
def page_contribution(cvr, margin, ret, cost):
    return 1000 * cvr * (margin - ret * (margin + cost))


# %% wrong: the untouched stub
# score: 0
# says: `page_contribution` still holds the line that raises NotImplementedError
def page_contribution(cvr, margin, ret, cost):
    raise NotImplementedError


# %% wrong: returns only lose their margin
# score: 0
# says: It looks as if what comes back cost nothing but its margin
def page_contribution(cvr, margin, ret, cost):
    return 1000 * cvr * margin * (1 - ret)


# %% wrong: returns keep their margin
# score: 0
# says: A returned order's margin goes back too
def page_contribution(cvr, margin, ret, cost):
    return 1000 * cvr * (margin - ret * cost)


# %% wrong: no returns
# score: 0
# says: The returns are missing altogether
def page_contribution(cvr, margin, ret, cost):
    return 1000 * cvr * margin


# %% wrong: one view
# score: 0
# says: Asked are the dollars from 1,000 views
def page_contribution(cvr, margin, ret, cost):
    return cvr * (margin * (1 - ret) - cost * ret)


# %% wrong: returns of views
# score: 0
# says: They are a share of the **orders**
def page_contribution(cvr, margin, ret, cost):
    return 1000 * (cvr * margin * (1 - ret) - cost * ret)


# %% wrong: never a loss
# score: 1.8..2.9
# says: nothing is kept, everything costs
def page_contribution(cvr, margin, ret, cost):
    return max(0.0, 1000 * cvr * (margin * (1 - ret) - cost * ret))


# %% wrong: the public answers typed in
# score: 0
# says: on a case that you have not seen
def page_contribution(cvr, margin, ret, cost):
    return {0.05: 500.0, 0.02: -150.0}.get(cvr, 375.0)


# %% wrong: whole orders
# score: 0
# says: It looks as if orders were made whole
def page_contribution(cvr, margin, ret, cost):
    return round(1000 * cvr) * (margin * (1 - ret) - cost * ret)
