# %% right: shares first
def affinity_index(buyers, population):
    all_buyers, all_people = sum(buyers.values()), sum(population.values())
    return {
        name: buyers.get(name, 0) / all_buyers / (people / all_people) * 100
        for name, people in population.items()
        if people
    }


# %% right: rates against the mean rate
def affinity_index(buyers, population):
    mean = sum(buyers.values()) / sum(population.values())
    return {
        name: 100 * (buyers.get(name, 0) / people) / mean
        for name, people in population.items()
        if people > 0
    }


# %% wrong: the untouched stub
# score: 0
# says: `affinity_index` still holds the line that raises NotImplementedError
def affinity_index(buyers, population):
    raise NotImplementedError


# %% wrong: numbers divided
# score: 0
# says: `18-34` is 2; it should be 100
def affinity_index(buyers, population):
    return {
        name: 100 * buyers.get(name, 0) / people for name, people in population.items() if people
    }


# %% wrong: turned round
# score: 0
# says: The other way round
def affinity_index(buyers, population):
    b, p = sum(buyers.values()), sum(population.values())
    return {name: 100 * (people / p) / (buyers[name] / b) for name, people in population.items()}


# %% wrong: without the hundred
# score: 0
# says: `18-34` is 1; it should be 100
def affinity_index(buyers, population):
    b, p = sum(buyers.values()), sum(population.values())
    return {
        name: (buyers.get(name, 0) / b) / (people / p)
        for name, people in population.items()
        if people
    }


# %% wrong: a segment without buyers forgotten
# score: 1.8..2.9
# says: KeyError
def affinity_index(buyers, population):
    b, p = sum(buyers.values()), sum(population.values())
    return {
        name: 100 * (buyers[name] / b) / (people / p)
        for name, people in population.items()
        if people
    }


# %% wrong: a segment without people forgotten
# score: 1.8..2.9
# says: ZeroDivisionError
def affinity_index(buyers, population):
    b, p = sum(buyers.values()), sum(population.values())
    return {
        name: 100 * (buyers.get(name, 0) / b) / (people / p) for name, people in population.items()
    }


# %% wrong: the public answer typed in
# score: 0
# says: has the keys ['18-34', '35-54', '55+']; asked were
def affinity_index(buyers, population):
    return {"18-34": 100.0, "35-54": 200.0, "55+": 25.0}
