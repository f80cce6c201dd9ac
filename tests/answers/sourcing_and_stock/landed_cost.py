# %% right: bill by bill
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    value = fob * n + freight + insurance
    return (value + value * duty + brokerage) / n


# %% right: multiplied out
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return fob * (1 + duty) + (freight + insurance) * (1 + duty) / n + brokerage / n


# %% wrong: the untouched stub
# score: 0
# says: `landed_cost` still holds the line that raises NotImplementedError
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    raise NotImplementedError


# %% wrong: the whole ship on one unit
# score: 0
# says: It looks as if the whole shipment's freight was put on one unit
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return (fob + freight + insurance) * (1 + duty) + brokerage


# %% wrong: duty on the goods alone
# score: 0
# says: Duty is taken here of the value at the border
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return fob * (1 + duty) + (freight + insurance + brokerage) / n


# %% wrong: duty on the broker
# score: 0
# says: The broker's fee comes after the border
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return (fob + (freight + insurance + brokerage) / n) * (1 + duty)


# %% wrong: no freight
# score: 0
# says: Freight and insurance are missing
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return fob * (1 + duty) + brokerage / n


# %% wrong: no broker
# score: 0
# says: The broker's fee is missing
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return (fob + (freight + insurance) / n) * (1 + duty)


# %% wrong: the duty alone
# score: 0
# says: only the duty itself was taken
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return (fob + (freight + insurance) / n) * duty + brokerage / n


# %% wrong: the public answers typed in
# score: 0
# says: Twice the units carry the same ship
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return 10.6712 if fob == 8 else 8.21


# %% wrong: rounded to cents
# score: 0
# says: gave 10.67; it should be 10.6712
def landed_cost(fob, freight, insurance, duty, brokerage, n):
    return round((fob + (freight + insurance) / n) * (1 + duty) + brokerage / n, 2)
