"""How sure a value from a log is: rows drawn anew (bootstrap; Efron, 1979)."""

from course.charts.spread import drawn_again

TRIES = 300


def other_logs(log):
    """TRIES logs as long as `log`, its rows drawn anew with repetition: what might have been logged
    instead.
    """
    return list(drawn_again(log, TRIES))
