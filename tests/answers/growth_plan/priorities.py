# %% right: a DataFrame sorted
def priorities(m, req, d, stage):
    table = pd.DataFrame({"m": m, "req": req, "d": d})
    table = table[table["d"] > 0].rename_axis("skill").reset_index()
    if stage == "years 1-3":
        short = table[table["m"] < table["req"]].assign(stave=lambda each: each["m"] / each["req"])
        return short.sort_values(["stave", "d", "skill"], ascending=[True, False, True])[
            "skill"
        ].tolist()
    table = table.assign(worth=table["m"] * table["d"])
    strong = (
        table.sort_values(["worth", "skill"], ascending=[False, True])["skill"].head(2).tolist()
    )
    low = table[(table["m"] < 0.6) & ~table["skill"].isin(strong)]
    return strong + low.sort_values(["m", "skill"])["skill"].tolist()


# %% right: picking the next one in a loop
def priorities(m, req, d, stage):
    left = {skill for skill in m if d[skill] > 0}
    found = []

    def take(key):
        skill = min(left, key=key)
        left.discard(skill)
        found.append(skill)

    if stage == "years 1-3":
        left = {skill for skill in left if m[skill] < req[skill]}
        while left:
            take(lambda skill: (m[skill] / req[skill], -d[skill], skill))
        return found
    for _ in range(min(2, len(left))):
        take(lambda skill: (-(m[skill] * d[skill]), skill))
    left = {skill for skill in left if m[skill] < 0.6}
    while left:
        take(lambda skill: (m[skill], skill))
    return found


# %% wrong: the untouched stub
# score: 0
# says: `priorities` still holds the line that raises NotImplementedError
def priorities(m, req, d, stage):
    asked = [skill for skill in m if d[skill] > 0]
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers typed in
# score: 0
# says: on a case that you have not seen
def priorities(m, req, d, stage):
    known = {
        "ads": ["ads", "titles", "pricing"],
        "copy": ["copy", "events", "members"],
        "brand": ["ads", "pricing", "groups"],
        "stock": ["events", "search", "members", "copy"],
    }
    for name in ("brand", "stock", "ads", "copy"):
        if name in m and len(m) < 6:
            return known[name]
    return []


# %% wrong: the lowest mastery, whatever is needed
# score: 0
# says: gave ['copy', 'members', 'events']; it should be ['copy', 'events', 'members']
def priorities(m, req, d, stage):
    asked = [skill for skill in m if d[skill] > 0]
    if stage == "years 1-3":
        return sorted([s for s in asked if m[s] < req[s]], key=lambda s: m[s])
    strong = sorted(asked, key=lambda s: -m[s] * d[s])[:2]
    return strong + sorted([s for s in asked if m[s] < 0.6 and s not in strong], key=lambda s: m[s])


# %% wrong: what nobody asks for is on the list
# score: 0
# says: A skill that the job does not ask for (demand 0) is on the list
def priorities(m, req, d, stage):
    asked = list(m)
    if stage == "years 1-3":
        return sorted([s for s in asked if m[s] < req[s]], key=lambda s: (m[s] / req[s], -d[s], s))
    strong = sorted(asked, key=lambda s: -m[s] * d[s])[:2]
    return strong + sorted([s for s in asked if m[s] < 0.6 and s not in strong], key=lambda s: m[s])


# %% wrong: both stages are treated alike
# score: 0
# says: It looks as if both stages were treated alike
def priorities(m, req, d, stage):
    asked = [skill for skill in m if d[skill] > 0]
    return sorted([s for s in asked if m[s] < req[s]], key=lambda s: (m[s] / req[s], -d[s], s))


# %% wrong: strengths alone
# score: 0
# says: It looks as if the two strengths were all
def priorities(m, req, d, stage):
    asked = [skill for skill in m if d[skill] > 0]
    if stage == "years 1-3":
        return sorted([s for s in asked if m[s] < req[s]], key=lambda s: (m[s] / req[s], -d[s], s))
    return sorted(asked, key=lambda s: -m[s] * d[s])[:2]


# %% wrong: a set has no order
# score: 0
# says: it should be a list of skills, in order
def priorities(m, req, d, stage):
    return {skill for skill in m if m[skill] < req[skill]}


# %% wrong: equal ones stay as they come
# score: 2.4
# says: all is equal: the alphabet decides
def priorities(m, req, d, stage):
    asked = [skill for skill in m if d[skill] > 0]
    if stage == "years 1-3":
        short = [skill for skill in asked if m[skill] < req[skill]]
        return sorted(short, key=lambda skill: (m[skill] / req[skill], -d[skill]))
    strong = sorted(asked, key=lambda skill: -m[skill] * d[skill])[:2]
    low = [skill for skill in asked if m[skill] < 0.6 and skill not in strong]
    return strong + sorted(low, key=lambda skill: m[skill])
