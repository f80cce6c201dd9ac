# %% right: with sets
def active_rate(messages, members):
    last = messages["day"].max()
    speakers = {row.member for row in messages.itertuples() if row.day >= last - 6}
    answered = set(messages["reply_to"]) & set(messages["message"])
    talk = sorted(messages.groupby("member").size(), reverse=True)
    return {
        "active_rate": len(speakers) / members,
        "reply_rate": len(answered) / len(messages),
        "top_tenth": float(sum(talk[: -(-members // 10)]) / len(messages)),
    }


# %% right: with numpy
def active_rate(messages, members):
    day, who = messages["day"].to_numpy(), messages["member"].to_numpy()
    _, counts = np.unique(who, return_counts=True)
    top = np.sort(counts)[::-1][: int(np.ceil(members / 10))].sum()
    return {
        "top_tenth": float(top / len(who)),
        "reply_rate": float(np.isin(messages["message"], messages["reply_to"]).mean()),
        "active_rate": float(len(np.unique(who[day > day.max() - 7])) / members),
    }


# %% wrong: the untouched stub
# score: 0
# says: `active_rate` still holds the line that raises NotImplementedError
def active_rate(messages, members):
    raise NotImplementedError


# %% wrong: everybody who ever spoke
# score: 0.1..2
# says: Active are those of the last seven days
def active_rate(messages, members):
    counts = messages["member"].value_counts()
    return {
        "active_rate": float(messages["member"].nunique() / members),
        "reply_rate": float(messages["message"].isin(messages["reply_to"]).mean()),
        "top_tenth": float(counts.head(math.ceil(members / 10)).sum() / len(messages)),
    }


# %% wrong: messages for members
# score: 0.1..2
# says: somebody who writes fifty times is one
def active_rate(messages, members):
    recent = messages[messages["day"] > messages["day"].max() - 7]
    counts = messages["member"].value_counts()
    return {
        "active_rate": float(len(recent) / members),
        "reply_rate": float(messages["message"].isin(messages["reply_to"]).mean()),
        "top_tenth": float(counts.head(math.ceil(members / 10)).sum() / len(messages)),
    }


# %% wrong: replies for answered messages
# score: 0.1..2
# says: a message with three replies is answered once
def active_rate(messages, members):
    recent = messages[messages["day"] > messages["day"].max() - 7]
    counts = messages["member"].value_counts()
    return {
        "active_rate": float(recent["member"].nunique() / members),
        "reply_rate": float((messages["reply_to"] > 0).mean()),
        "top_tenth": float(counts.head(math.ceil(members / 10)).sum() / len(messages)),
    }


# %% wrong: eight days
# score: 0.1..2
# says: fresh weeks of 75 members
def active_rate(messages, members):
    recent = messages[messages["day"] >= messages["day"].max() - 7]
    counts = messages["member"].value_counts()
    return {
        "active_rate": float(recent["member"].nunique() / members),
        "reply_rate": float(messages["message"].isin(messages["reply_to"]).mean()),
        "top_tenth": float(counts.head(math.ceil(members / 10)).sum() / len(messages)),
    }


# %% wrong: a tenth of the speakers
# score: 0.1..2
# says: Take a tenth of all members
def active_rate(messages, members):
    recent = messages[messages["day"] > messages["day"].max() - 7]
    counts = messages["member"].value_counts()
    return {
        "active_rate": float(recent["member"].nunique() / members),
        "reply_rate": float(messages["message"].isin(messages["reply_to"]).mean()),
        "top_tenth": float(counts.head(math.ceil(len(counts) / 10)).sum() / len(messages)),
    }
