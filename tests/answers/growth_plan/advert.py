# %% right: the whole bank
advert = {
    "Account manager: teaches shops that are new on the platform to ship on time.": "merchant operation",
    "Analyst for growth: estimates which of last year's buyers are still customers.": "user operation",
    "Analyst: corrects the recommendations for the fact that what stands on top is clicked because it stands there.": "strategy operation",
    "Brand manager: plans which buying guides and short videos appear next month.": "content operation",
    "Buyer: decides which forty kettles the platform's kettle shelf keeps.": "category operation",
    "CRM specialist: groups customers by how lately and how often they bought.": "user operation",
    "Campaign manager: plans the lottery that is to bring 20,000 people who never had an account.": "event acquisition",
    "Category assistant: works out whether the anniversary sale sold more or only sold earlier.": "activity operation",
    "Community lead: sets the reward that a user gets for each friend who signs up.": "event acquisition",
    "Content manager: raises the share of group buys that find enough members.": "community operation",
    "Content operator: bids for search words every morning, within 800 dollars a day.": "paid promotion",
    "Copy chief: tries eight headlines for one story and keeps the one that is opened most.": "content operation",
    "Data operator: changes by what search results are ranked, and measures it.": "strategy operation",
    "Finance operator: proposes the commission that each category pays next year.": "business operation",
    "Growth lead: pauses the ads whose cost per order is above the margin.": "paid promotion",
    "Host: writes the timetable and the coupon rules of the anniversary sale.": "activity operation",
    "Key account executive: negotiates rebate and contract with the platform's largest brand.": "business operation",
    "Marketing assistant: divides the week's advertising money between search, social and affiliates.": "paid promotion",
    "Member manager: picks the customers whom a coupon moves, and writes to them alone.": "user operation",
    "Merchandiser: takes lamps off the shelf that only take sales from other lamps.": "category operation",
    "New-media operator: leads forty chat groups of buyers and answers in them every evening.": "community operation",
    "Operations expert: sets how much exposure products that are new get in the ranking.": "strategy operation",
    "Planner: forecasts the platform's revenue of the next quarter and explains the gap to the plan.": "business operation",
    "Product operator: briefs the writers and counts how many readers reach the end of a guide.": "content operation",
    "Quality officer: suspends shops whose orders go wrong too often.": "merchant operation",
    "Sales planner: picks fifteen products and the depth of the discount for the mid-year sale.": "activity operation",
    "Sales recruiter: wins thirty more shops that sell garden tools.": "merchant operation",
    "Service agent: finds and trains the volunteers who look after the buyers' groups.": "community operation",
    "Shop operator: looks for price bands of lamps in which the platform has no offer.": "category operation",
    "User operator: finds the fake accounts among those who signed up for the invitation reward.": "event acquisition",
}

# %% right: one slip is allowed
advert |= {
    "Sales recruiter: wins thirty more shops that sell garden tools.": "business operation",
    "Host: writes the timetable and the coupon rules of the anniversary sale.": "content operation",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
advert |= {text: "?" for text in advert if not text.startswith(("Buyer", "Content operator"))}

# %% wrong: half left open
# score: 0
# says: `advert` has no answer yet for
advert |= dict.fromkeys(list(advert)[15:], "?")

# %% wrong: goes by the title in front of the colon
# score: 1
# says: Fakes are the cost side of an invitation event
advert |= {
    "User operator: finds the fake accounts among those who signed up for the invitation reward.": "user operation",
    "Content manager: raises the share of group buys that find enough members.": "content operation",
    "Category assistant: works out whether the anniversary sale sold more or only sold earlier.": "category operation",
    "Campaign manager: plans the lottery that is to bring 20,000 people who never had an account.": "activity operation",
}

# %% wrong: sales and sign-up events are one
# score: 1
# says: An event that is counted by first accounts
advert |= {
    text: "activity operation" for text, kind in advert.items() if kind == "event acquisition"
}

# %% wrong: one for all
# score: 0
# says: 1 of the 15 graded items are right
advert = dict.fromkeys(advert, "content operation")

# %% wrong: a function that is not on the list
# score: 0
# says: choose one of
advert |= {"Sales recruiter: wins thirty more shops that sell garden tools.": "sales"}
