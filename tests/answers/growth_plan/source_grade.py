# %% right: the whole bank
source_grade = {
    "A blog of 2016: we moved the button, and in the week after sign-ups went from 3.1% to 3.9%.": "before and after",
    "A chat assistant, without naming a source: the usual conversion rate in fashion is 2.7%.": "anecdote",
    "A colleague's report: the new product page went live on 1 June; June sold 12% more than May.": "before and after",
    "A founder in a podcast: a great title is felt, not tested.": "anecdote",
    "A friend with a shop: long titles have always worked for me.": "anecdote",
    "A post with 4,000 likes: the search punishes shops that pause their ads.": "anecdote",
    "A shop's yearly letter: since we answer within an hour, repeat orders went from 22% to 27%.": "before and after",
    "A storm closed one of two warehouses for nine days. A study compares orders in both regions, before and during.": "natural experiment",
    "A trainer whose course costs 900 dollars: my best students all post at eight in the evening.": "anecdote",
    "A university paper of 2021: 40,000 shoppers, half of them drawn at random to see delivery dates. Orders +1.4%, interval 0.8 to 2.0.": "experiment",
    "A vendor of mail tools, in its yearly report: subject lines split at random on 900 lists. It sells the tool.": "experiment",
    "A vendor's case: a shop installed our pop-up in October, and in November its orders were 38% higher.": "before and after",
    "Amazon's help page: how many characters a title may have. Opened today.": "rulebook",
    "An agency's slide: cost per order was 14 dollars when they hired us and is 9 now.": "before and after",
    "By a software mistake the new fee came in March in the north and in June in the south. A paper compares the sellers of both.": "natural experiment",
    "One country's law ended free returns, its neighbour's did not. Orders in both countries, two years before and after.": "natural experiment",
    "The ad tool's manual: an order counts where the click was at most seven days ago.": "rulebook",
    "The customs office's list of duty rates by tariff number.": "rulebook",
    "The payments of one bank's customers failed for an afternoon. An analyst compares them with the customers of other banks.": "natural experiment",
    "The platform's research team: 2% of the users, drawn by a random number, got no coupons for a year.": "experiment",
    "The text of the law on consent to advertising by text message, as it is in force.": "rulebook",
    "Thirty randomised trials of reminder messages, put together by two researchers, with the list of trials.": "experiment",
    "This year's table of fees in the seller centre.": "rulebook",
    "Your own A/B test: two weeks, 60,000 visitors, the size fixed beforehand.": "experiment",
}

# %% right: one slip is allowed
source_grade |= {
    "This year's table of fees in the seller centre.": "rulebook",
    "A friend with a shop: long titles have always worked for me.": "before and after",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
source_grade |= {
    text: "?" for text in source_grade if not text.startswith(("A university", "Amazon"))
}

# %% wrong: half left open
# score: 0
# says: `source_grade` has no answer yet for
source_grade |= dict.fromkeys(list(source_grade)[12:], "?")

# %% wrong: numbers make an experiment
# score: 1
# says: Two moments of one shop
source_grade |= {
    text: "experiment" for text, kind in source_grade.items() if kind == "before and after"
}

# %% wrong: who sells is never believed
# score: 1
# says: Split at random, so the method is good
source_grade |= {
    "A vendor of mail tools, in its yearly report: subject lines split at random on 900 lists. It sells the tool.": "anecdote",
    "This year's table of fees in the seller centre.": "anecdote",
}

# %% wrong: one for all
# score: 0
# says: 3 of the 12 graded items are right
source_grade = dict.fromkeys(source_grade, "anecdote")

# %% wrong: a rung of one's own
# score: 0
# says: choose one of
source_grade |= {"This year's table of fees in the seller centre.": "official"}
