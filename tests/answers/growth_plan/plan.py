# %% right: greedy on the worth that the lesson names
# score: 4.5..5
def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    job = [each for each in skills.values() if each["demand"] > 0]
    outside = [each for each in skills.values() if each["needed"] == 0.5]

    def barrel(level):
        return np.mean([max(0.02, min(1, each["mastery"] / level)) ** -4 for each in job]) ** -0.25

    def worth():
        look = np.mean([min(1, each["mastery"] / 0.5) for each in outside])
        if state["stage"] == "years 1-3":
            return 0.8 * barrel(0.8) + 0.2 * look
        best = sorted(each["mastery"] * each["demand"] for each in job)[-2:]
        most = sorted(each["demand"] for each in job)[-2:]
        return 0.6 * sum(best) / sum(most) + 0.2 * barrel(0.6) + 0.2 * look

    def gain(target):
        before, old = worth(), target["mastery"]
        target["mastery"] = old + 0.12 * (1 - old)
        more, target["mastery"] = worth() - before, old
        cost, below = 1, target["builds_on"]
        while below:
            cost += 3 * max(0, 0.6 - skills[below]["mastery"])
            below = skills[below]["builds_on"]
        return more / cost

    sessions = []
    for hour in range(20):
        target = max(job + outside, key=gain)
        chain = [target]
        while chain[-1]["builds_on"]:
            chain.append(skills[chain[-1]["builds_on"]])
        weak = [each for each in chain[1:] if each["mastery"] < 0.55]
        practise(weak[-1] if weak else target, skills)
        sessions.append((weak[-1] if weak else target)["skill"])
    return sessions


# %% right: a fixed split of hours, group by group
# score: 4..5
def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    job = [each for each in skills.values() if each["demand"] > 0]
    outside = [each for each in skills.values() if not each["demand"] and each["needed"]]
    early = state["stage"] == "years 1-3"
    hours = {"outside": 4, "short": 16 if early else 5, "strong": 0 if early else 11}
    sessions = []
    for group, count in hours.items():
        for _ in range(count):
            if group == "outside":
                target = min(outside, key=lambda each: each["mastery"])
            elif group == "short":
                target = min(job, key=lambda each: each["mastery"])
            else:
                best = sorted(job, key=lambda each: each["mastery"] * each["demand"])[-2:]
                target = min(best, key=lambda each: each["mastery"])
            base = skills.get(target["builds_on"])
            if base and base["mastery"] < 0.6:
                target = base
                deeper = skills.get(base["builds_on"])
                if deeper and deeper["mastery"] < 0.6:
                    target = deeper
            practise(target, skills)
            sessions.append(target["skill"])
    return sessions


# %% wrong: the untouched stub
# score: 0
# says: `plan` still holds the line that raises NotImplementedError
def plan(state):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: one learner's plan typed in
# score: 0
# says: in this learner's list
def plan(state):
    return ["Pricing: method"] * 10 + ["Pricing: decisions"] * 10


# %% wrong: always the lowest mastery
# score: 0..1.6
# says: fresh draws `plan` earns g = 0.23
def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    sessions = []
    for hour in range(20):
        target = min(skills.values(), key=lambda each: each["mastery"])
        practise(target, skills)
        sessions.append(target["skill"])
    return sessions


# %% wrong: lessons in order
# score: 0..0.2
# says: fresh draws `plan` earns
def plan(state):
    names = [each["skill"] for each in state["skills"]]
    start = (13 - state["fortnights_left"]) * 20
    return [names[(start + hour) * len(names) // 260] for hour in range(20)]


# %% wrong: decisions without their bases
# score: 0..4.2
# says: fresh draws `plan` earns g = 0.58
def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    job = [each for each in skills.values() if each["demand"] > 0]
    outside = [each for each in skills.values() if each["needed"] > 0 and each["demand"] == 0]
    sessions = []
    for hour in range(20):
        strong = sorted(job, key=lambda each: -each["mastery"] * each["demand"])[:2]
        group = job if state["stage"] == "years 1-3" or hour % 5 == 0 else strong
        target = min(outside if hour % 5 == 4 else group, key=lambda each: each["mastery"])
        practise(target, skills)
        sessions.append(target["skill"])
    return sessions


# %% wrong: what is reached once is never practised again
# score: 0..4.2
# says: fresh draws `plan` earns g = 0.53
done = {}


def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    if state["fortnights_left"] == 13:
        done.clear()
    job = [each for each in skills.values() if each["demand"] > 0]
    outside = [each for each in skills.values() if each["needed"] > 0 and each["demand"] == 0]
    sessions = []
    for hour in range(20):
        strong = sorted(job, key=lambda each: -each["mastery"] * each["demand"])[:2]
        group = job if state["stage"] == "years 1-3" or hour % 5 == 0 else strong
        group = [
            each for each in (outside if hour % 5 == 4 else group) if each["skill"] not in done
        ]
        if not group:
            continue
        target = min(group, key=lambda each: each["mastery"])
        while target["builds_on"] and skills[target["builds_on"]]["mastery"] < 0.6:
            target = skills[target["builds_on"]]
        practise(target, skills)
        if target["needed"] and target["mastery"] >= target["needed"]:
            done[target["skill"]] = True
        sessions.append(target["skill"])
    return sessions


# %% wrong: nothing outside the job
# score: 0..4.2
# says: fresh draws `plan` earns g = 0.6
def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    job = [each for each in skills.values() if each["demand"] > 0]
    sessions = []
    for hour in range(20):
        strong = sorted(job, key=lambda each: -each["mastery"] * each["demand"])[:2]
        group = job if state["stage"] == "years 1-3" or hour % 5 == 0 else strong
        target = min(group, key=lambda each: each["mastery"])
        while target["builds_on"] and skills[target["builds_on"]]["mastery"] < 0.6:
            target = skills[target["builds_on"]]
        practise(target, skills)
        sessions.append(target["skill"])
    return sessions


# %% wrong: the stage makes no difference
# score: 0..4.2
# says: fresh draws `plan` earns g = 0.29
def plan(state):
    skills = {each["skill"]: each for each in state["skills"]}
    job = [each for each in skills.values() if each["demand"] > 0]
    outside = [each for each in skills.values() if each["needed"] > 0 and each["demand"] == 0]
    sessions = []
    for hour in range(20):
        group = outside if hour % 5 == 4 else job
        target = max(group, key=lambda each: (1 - each["mastery"]) * (each["demand"] or 1))
        while target["builds_on"] and skills[target["builds_on"]]["mastery"] < 0.6:
            target = skills[target["builds_on"]]
        practise(target, skills)
        sessions.append(target["skill"])
    return sessions


# %% wrong: twenty-one sessions
# score: 0
# says: the plan has 21 sessions; a fortnight has 20
def plan(state):
    return [state["skills"][0]["skill"]] * 21


# %% wrong: dictionaries instead of names
# score: 0
# says: a plan is a list of names of skills
def plan(state):
    return state["skills"][:20]
