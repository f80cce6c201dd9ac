# %% right: nothing was changed in it
my_log = play(baseline, 3).log

# %% right: a threshold in the first week
my_log = play(lambda obs: {"threshold": 40.0} if obs["week"] == 1 else {}, 3).log

# %% wrong: the untouched stub
# score: 0
# says: still holds the placeholder
my_log = ...

# %% wrong: the value instead of the log
# score: 0
# says: should be a text, the log itself; it is a number
my_log = play(baseline, 3).value

# %% wrong: of another quarter
# score: 0
# says: is that of quarter 4
my_log = play(baseline, 4).log

# %% wrong: a better value written in
# score: 0
# says: line 15 comes out differently
my_log = play(baseline, 3).log
my_log = my_log[: my_log.rindex("value")] + 'value": 9000000.0}\n'

# %% wrong: another action written in
# score: 0
# says: line 2 comes out differently
my_log = play(baseline, 3).log.replace('"actions": {}', '"actions": {"threshold": 45.0}', 1)

# %% wrong: twelve weeks
# score: 0
# says: has 12 of 13 weeks
my_log = "\n".join(play(baseline, 3).log.splitlines()[:13]) + "\n"

# %% wrong: an action that no lever takes
# score: 0
# says: cannot be played again
my_log = play(baseline, 3).log.replace('"actions": {}', '"actions": {"magic": 1}', 1)

# %% wrong: not a log
# score: 0
# says: is no log
my_log = "week 1: nothing"
