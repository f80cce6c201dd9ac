# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: waves-answer
best_reward = 7


# cell: museum-invites
def better_event(events):
    return min(events, key=lambda name: events[name]["cost"] / events[name]["orders_after_30_days"])


# cell: museum-half-life
def users_in_the_end(users, k):
    return users / (1 - k)


# cell: museum-day
def buyers_won(count):
    return count["event_day"] - count["usual_day"] - count["next_week_missing"]
