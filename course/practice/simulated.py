"""A simulated learner, in whom plans can be tried before anybody spends weeks on them.

The model has four rules and no more:

1. Practice. An hour on a skill adds 0.12 (1 - m) r to its mastery m: much at first, little near
   the top. Several hours are several such steps, parts of an hour the same curve in between.
2. Readiness. r is the lowest of min(1, m / 0.60) over the skills that it needs, 1 where it needs
   none: what stands on nothing is not learned.
3. Forgetting. Without practice mastery halves in 90 days. Practice does not slow it down.
4. Trying. An exercise comes out right with a chance equal to m (the mean over its skills) and
   otherwise earns nothing.

What it leaves out: moods, talent, that reviews slow forgetting (so that it is unkind to spaced
reviews), that exercises differ. A plan that wins here wins under these assumptions.

    learner = Learner({"a": 0.3, "b": 0.1}, {"b": ("a",)})
    learner.practise("a", hours=2.0)
    learner.wait(days=7)
    learner.mastery["a"]

    live(learner, sessions, days)         # sessions: (day, skill, hours), days counted from 0
    weeks(learner, choose, number, hours) # choose(learner, week) -> [(skill, hours), ...]
"""

from course.practice.numbers import values

LEARNING = values("learning")
GAIN, HALF_LIFE_DAYS, READY = LEARNING.gain, LEARNING.half_life, LEARNING.ready
HOURS_A_WEEK, WEEKS = 10.0, 26
DAYS_A_WEEK = 7


class Learner:
    """Mastery of skills, {skill: 0 to 1}, and what each needs, {skill: (skills)}; changes as time
    goes by. A needed skill that is not among the skills holds nothing back.
    """

    def __init__(self, mastery, needs):
        self.mastery = dict(mastery)
        self.needs = needs

    def readiness(self, skill):
        """How far the skills that `skill` needs carry it, 0 to 1."""
        return min(
            (
                min(1.0, self.mastery[need] / READY)
                for need in self.needs.get(skill, ())
                if need in self.mastery
            ),
            default=1.0,
        )

    def gain(self, skill, hours=1.0):
        """What `hours` on `skill` would add to its mastery now."""
        missing = 1.0 - self.mastery[skill]
        return missing * (1.0 - (1.0 - GAIN * self.readiness(skill)) ** hours)

    def practise(self, skill, hours=1.0):
        self.mastery[skill] += self.gain(skill, hours)

    def wait(self, days):
        """Forget for `days` (a number, not negative)."""
        kept = 2.0 ** (-days / HALF_LIFE_DAYS)
        for skill in self.mastery:
            self.mastery[skill] *= kept

    def chance(self, skills):
        """The chance that an exercise with these skills comes out right."""
        return sum(self.mastery[skill] for skill in skills) / len(skills)


def live(learner, sessions, days):
    """Let `learner` follow `sessions`, (day, skill, hours) in order of days, until day `days`."""
    now = 0.0
    for day, skill, hours in sessions:
        learner.wait(day - now)
        learner.practise(skill, hours)
        now = day
    learner.wait(days - now)


def weeks(learner, choose, number=WEEKS, hours=HOURS_A_WEEK):
    """Let `learner` live `number` weeks; each begins with `choose(learner, week)`, [(skill, hours),
    ...], done one after the other, evenly over the week. Raises ValueError where a week's hours are
    more than `hours`, or negative.
    """
    for week in range(number):
        chosen = list(choose(learner, week))
        spent = sum(each for _, each in chosen)
        if spent > hours + 1e-9 or any(each < 0 for _, each in chosen):
            raise ValueError(f"week {week} has {spent:g} hours of practice; there are {hours:g}")
        step = DAYS_A_WEEK / max(1, len(chosen))
        live(learner, [(place * step, *each) for place, each in enumerate(chosen)], DAYS_A_WEEK)
