# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: widget-answer
word_to_drop = "girls"


# cell: museum-rank
def most_wanted(log):
    return (
        log.assign(wanted=log["ctr"] / log["rank"] ** -0.65)
        .sort_values("wanted", ascending=False)["text"]
        .iloc[0]
    )


# cell: museum-stop-word
def covered(title, query):
    fillers = {"for", "the", "with", "and", "a", "of"}
    return set(query.lower().split()) - fillers <= set(title.lower().split())


# cell: museum-rival
def popular_title(product, query_log):
    return [word for word in stuffed_title(query_log, words=20) if word in product["true"]][:7]
