# %% right: corrected loss times half-life for each hour of work
def triage(tickets, hours=8):
    true = [row.loss / 3 if row.source == "merchant" else row.loss for row in tickets.itertuples()]
    score = np.array(true) * tickets["halves_in"] / tickets["hours"]
    return [tickets["id"].iloc[place] for place in np.argsort(-score.to_numpy())]


# %% right: what is still saved at noon
def triage(tickets, hours=8):
    loss = tickets["loss"].where(tickets["source"] != "merchant", tickets["loss"] / 3)
    score = loss * tickets["halves_in"] * 2 ** (-4 / tickets["halves_in"]) / tickets["hours"]
    return tickets.assign(score=score).sort_values("score", ascending=False)["id"].tolist()


# %% wrong: the untouched stub
# score: 0
# says: `triage` still holds the line that raises NotImplementedError
def triage(tickets, hours=8):
    score = tickets["loss"]
    raise NotImplementedError


# %% wrong: the loudest first
# score: 2.3..4
# says: fresh draws `triage` earns g = 0.5
def triage(tickets, hours=8):
    return tickets.sort_values("loss", ascending=False)["id"].tolist()


# %% wrong: the shortest first
# score: 1.7..3.3
# says: fresh draws `triage` earns g = 0.4
def triage(tickets, hours=8):
    return tickets.sort_values("hours")["id"].tolist()


# %% wrong: value for each hour, merchants believed, fading ignored
# score: 3.2..4.6
# says: fresh draws `triage` earns g = 0.7
def triage(tickets, hours=8):
    return (
        tickets.assign(score=tickets["loss"] / tickets["hours"])
        .sort_values("score", ascending=False)["id"]
        .tolist()
    )


# %% wrong: the most urgent first
# score: 0
# says: fresh draws `triage` earns g = −0.3
def triage(tickets, hours=8):
    return tickets.sort_values("halves_in")["id"].tolist()


# %% wrong: the lowest score first
# score: 0
# says: fresh draws `triage` earns g = −0.4
def triage(tickets, hours=8):
    score = tickets["loss"] * tickets["halves_in"] / tickets["hours"]
    return tickets.assign(score=score).sort_values("score")["id"].tolist()


# %% wrong: numbers of rows instead of ids
# score: 0
# says: the order must be a list of ticket ids
def triage(tickets, hours=8):
    return np.argsort(-tickets["loss"].to_numpy()).tolist()


# %% wrong: a ticket twice
# score: 0
# says: a ticket stands in the list more than once
def triage(tickets, hours=8):
    ids = tickets["id"].tolist()
    return ids[:1] + ids


# %% wrong: a column instead of a list
# score: 0
# says: such as ['T07', 'T01']
def triage(tickets, hours=8):
    return tickets.sort_values("loss", ascending=False)["id"]
