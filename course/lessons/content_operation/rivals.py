"""Two simple plans for the weeks of exercise 5, to hold one's own against, and what is watched."""

from course.lessons.content_operation.practice_shop import best_headlines, run_week
from course.lessons.content_operation.scenario import BATCH, HEADLINES, PRIOR

EVEN = [BATCH // HEADLINES + (place < BATCH % HEADLINES) for place in range(HEADLINES)]


def even_parts(history, now, turn, seed):
    """Every headline as often as the others, all week."""
    return list(EVEN)


def one_even_round(history, now, turn, seed):
    """One round in even parts, then all for the best so far."""
    if turn == 0:
        return list(EVEN)
    ours = history[history["set"] == now]
    rates = (PRIOR[0] + ours["clicks"]) / (sum(PRIOR) + ours["shown"])
    return [BATCH * int(place == rates.to_numpy().argmax()) for place in range(HEADLINES)]


def watch(policy, number):
    """(clicks, shares) of `policy` in practice week `number`: the clicks of its 6,000 impressions,
    and the share of each of the 24 rounds that the truly best headline gets.
    """
    best, shares = best_headlines(number), []

    def watched(history, now, turn, seed):
        parts = policy(history, now, turn, seed)
        shares.append(parts[best[now]] / BATCH)
        return parts

    return run_week(number, watched), shares
