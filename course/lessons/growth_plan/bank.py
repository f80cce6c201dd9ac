"""Two sorting exercises: thirty lines of job adverts by the function that they really are, and
twenty-four sources by how their authors can know.
"""

FUNCTIONS = {
    "paid promotion": "buys traffic: bids, budgets, cost per order",
    "event acquisition": "brings new users by an event: invitations, rewards, first accounts",
    "content operation": "plans, briefs and tests texts and films",
    "activity operation": "sales on the platform: which products, how deep, what they added",
    "strategy operation": "rules of ranking and exposure: who is shown how often",
    "category operation": "which products a category keeps, where an offer is missing",
    "user operation": "single customers: who they are, who is gone, whom to write to",
    "community operation": "groups of buyers, their leaders, group buys",
    "merchant operation": "shops on the platform: win, teach, suspend",
    "business operation": "commission, contracts with partners, the platform's revenue",
}
ADVERTS = (
    "Account manager: teaches shops that are new on the platform to ship on time.",
    "Analyst for growth: estimates which of last year's buyers are still customers.",
    "Analyst: corrects the recommendations for the fact that what stands on top is clicked because it stands there.",
    "Brand manager: plans which buying guides and short videos appear next month.",
    "Buyer: decides which forty kettles the platform's kettle shelf keeps.",
    "CRM specialist: groups customers by how lately and how often they bought.",
    "Campaign manager: plans the lottery that is to bring 20,000 people who never had an account.",
    "Category assistant: works out whether the anniversary sale sold more or only sold earlier.",
    "Community lead: sets the reward that a user gets for each friend who signs up.",
    "Content manager: raises the share of group buys that find enough members.",
    "Content operator: bids for search words every morning, within 800 dollars a day.",
    "Copy chief: tries eight headlines for one story and keeps the one that is opened most.",
    "Data operator: changes by what search results are ranked, and measures it.",
    "Finance operator: proposes the commission that each category pays next year.",
    "Growth lead: pauses the ads whose cost per order is above the margin.",
    "Host: writes the timetable and the coupon rules of the anniversary sale.",
    "Key account executive: negotiates rebate and contract with the platform's largest brand.",
    "Marketing assistant: divides the week's advertising money between search, social and affiliates.",
    "Member manager: picks the customers whom a coupon moves, and writes to them alone.",
    "Merchandiser: takes lamps off the shelf that only take sales from other lamps.",
    "New-media operator: leads forty chat groups of buyers and answers in them every evening.",
    "Operations expert: sets how much exposure products that are new get in the ranking.",
    "Planner: forecasts the platform's revenue of the next quarter and explains the gap to the plan.",
    "Product operator: briefs the writers and counts how many readers reach the end of a guide.",
    "Quality officer: suspends shops whose orders go wrong too often.",
    "Sales planner: picks fifteen products and the depth of the discount for the mid-year sale.",
    "Sales recruiter: wins thirty more shops that sell garden tools.",
    "Service agent: finds and trains the volunteers who look after the buyers' groups.",
    "Shop operator: looks for price bands of lamps in which the platform has no offer.",
    "User operator: finds the fake accounts among those who signed up for the invitation reward.",
)
GIVEN_ADVERTS = (
    "Buyer: decides which forty kettles the platform's kettle shelf keeps.",
    "Content operator: bids for search words every morning, within 800 dollars a day.",
)
PRACTICE_ADVERTS = {
    "Account manager: teaches shops that are new on the platform to ship on time.": (
        "merchant operation",
        "Shops on the platform are helped.",
    ),
    "CRM specialist: groups customers by how lately and how often they bought.": (
        "user operation",
        "Single customers, by when and how often they bought.",
    ),
    "Community lead: sets the reward that a user gets for each friend who signs up.": (
        "event acquisition",
        "An invitation reward brings new users.",
    ),
    "Copy chief: tries eight headlines for one story and keeps the one that is opened most.": (
        "content operation",
        "The subject is the story and its headline.",
    ),
    "Growth lead: pauses the ads whose cost per order is above the margin.": (
        "paid promotion",
        "Cost per order of ads: traffic is bought here.",
    ),
    "Key account executive: negotiates rebate and contract with the platform's largest brand.": (
        "business operation",
        "Terms of business with a partner.",
    ),
    "Member manager: picks the customers whom a coupon moves, and writes to them alone.": (
        "user operation",
        "It chooses single customers for a message.",
    ),
    "Operations expert: sets how much exposure products that are new get in the ranking.": (
        "strategy operation",
        "Who is shown how often is a rule of traffic.",
    ),
    "Product operator: briefs the writers and counts how many readers reach the end of a guide.": (
        "content operation",
        "Briefs and reading to the end: content.",
    ),
    "Sales planner: picks fifteen products and the depth of the discount for the mid-year sale.": (
        "activity operation",
        "Products and depth of a sale on the platform.",
    ),
    "Sales recruiter: wins thirty more shops that sell garden tools.": (
        "merchant operation",
        "Shops are won for the platform.",
    ),
    "Service agent: finds and trains the volunteers who look after the buyers' groups.": (
        "community operation",
        "Volunteers of groups.",
    ),
    "Shop operator: looks for price bands of lamps in which the platform has no offer.": (
        "category operation",
        "Gaps in the assortment of a category.",
    ),
}

LADDER = {
    "experiment": "a draw decided who got it, one trial or many put together",
    "natural experiment": "accident or a law made two groups; the other one is compared",
    "rulebook": "who makes the rule says what it is: fees, laws, help pages",
    "before and after": "then and now, in one place, without a comparison",
    "anecdote": "somebody says so",
}
CARDS = (
    "A blog of 2016: we moved the button, and in the week after sign-ups went from 3.1% to 3.9%.",
    "A chat assistant, without naming a source: the usual conversion rate in fashion is 2.7%.",
    "A colleague's report: the new product page went live on 1 June; June sold 12% more than May.",
    "A founder in a podcast: a great title is felt, not tested.",
    "A friend with a shop: long titles have always worked for me.",
    "A post with 4,000 likes: the search punishes shops that pause their ads.",
    "A shop's yearly letter: since we answer within an hour, repeat orders went from 22% to 27%.",
    "A storm closed one of two warehouses for nine days. A study compares orders in both regions, before and during.",
    "A trainer whose course costs 900 dollars: my best students all post at eight in the evening.",
    "A university paper of 2021: 40,000 shoppers, half of them drawn at random to see delivery dates. Orders +1.4%, interval 0.8 to 2.0.",
    "A vendor of mail tools, in its yearly report: subject lines split at random on 900 lists. It sells the tool.",
    "A vendor's case: a shop installed our pop-up in October, and in November its orders were 38% higher.",
    "Amazon's help page: how many characters a title may have. Opened today.",
    "An agency's slide: cost per order was 14 dollars when they hired us and is 9 now.",
    "By a software mistake the new fee came in March in the north and in June in the south. A paper compares the sellers of both.",
    "One country's law ended free returns, its neighbour's did not. Orders in both countries, two years before and after.",
    "The ad tool's manual: an order counts where the click was at most seven days ago.",
    "The customs office's list of duty rates by tariff number.",
    "The payments of one bank's customers failed for an afternoon. An analyst compares them with the customers of other banks.",
    "The platform's research team: 2% of the users, drawn by a random number, got no coupons for a year.",
    "The text of the law on consent to advertising by text message, as it is in force.",
    "Thirty randomised trials of reminder messages, put together by two researchers, with the list of trials.",
    "This year's table of fees in the seller centre.",
    "Your own A/B test: two weeks, 60,000 visitors, the size fixed beforehand.",
)
GIVEN_CARDS = (
    "A university paper of 2021: 40,000 shoppers, half of them drawn at random to see delivery dates. Orders +1.4%, interval 0.8 to 2.0.",
    "Amazon's help page: how many characters a title may have. Opened today.",
)
PRACTICE_CARDS = {
    "A blog of 2016: we moved the button, and in the week after sign-ups went from 3.1% to 3.9%.": (
        "before and after",
        "One week before, one after, ten years ago.",
    ),
    "A founder in a podcast: a great title is felt, not tested.": (
        "anecdote",
        "One person's feeling; nothing was counted.",
    ),
    "A post with 4,000 likes: the search punishes shops that pause their ads.": (
        "anecdote",
        "Likes count readers, not evidence.",
    ),
    "A storm closed one of two warehouses for nine days. A study compares orders in both regions, before and during.": (
        "natural experiment",
        "The storm chose the region, not a manager; the other region shows what would have been.",
    ),
    "A vendor's case: a shop installed our pop-up in October, and in November its orders were 38% higher.": (
        "before and after",
        "One shop, no comparison, and November is November. And they sell the pop-up.",
    ),
    "By a software mistake the new fee came in March in the north and in June in the south. A paper compares the sellers of both.": (
        "natural experiment",
        "A mistake set the dates: north and south differ in nothing else that is known.",
    ),
    "The ad tool's manual: an order counts where the click was at most seven days ago.": (
        "rulebook",
        "How the tool counts is a rule of the tool. Whether the click caused the order is another question.",
    ),
    "The platform's research team: 2% of the users, drawn by a random number, got no coupons for a year.": (
        "experiment",
        "A random holdout is an experiment that lasts.",
    ),
    "The text of the law on consent to advertising by text message, as it is in force.": (
        "rulebook",
        "The law itself says what is asked.",
    ),
    "Thirty randomised trials of reminder messages, put together by two researchers, with the list of trials.": (
        "experiment",
        "A meta-analysis of randomised trials: the top of the ladder.",
    ),
}
