"""The table of docs/practice.md: simulated learners, four ways to spend 26 weeks. Two minutes."""

import ready

ready.packages("numpy", "scipy")

from course.practice import trial

if __name__ == "__main__":
    print("\n".join(trial.table({stage: trial.results(stage) for stage in trial.CASES})))
