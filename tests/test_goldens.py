"""Numbers that lessons print or check, held against libraries and published values."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import norm


def test_newsvendor_and_landed_cost():
    """The golden values of the curriculum: q = 102.510 for p=40, c=24, s=10, N(100, 30); 10.6712
    dollars landed.
    """
    from course.lessons.sourcing_and_stock import answers

    assert answers.reference_order(100.0, 30.0, 40.0, 24.0, 10.0, "normal") == pytest.approx(
        102.510, abs=5e-4
    )
    assert answers.reference_landed(8.0, 1200.0, 60.0, 0.12, 300.0, 1000) == pytest.approx(10.6712)


def test_expected_profit_of_a_lognormal_demand_is_what_draws_earn():
    from course.lessons.sourcing_and_stock.scenario import expected_profit

    mu, sigma, price, cost, salvage, quantity = 4.0, 0.6, 30.0, 18.0, 5.0, 60.0
    demand = np.exp(mu + sigma * np.random.default_rng(3).standard_normal(400_000))
    sold = np.minimum(demand, quantity)
    drawn = price * sold + salvage * (quantity - sold) - cost * quantity
    assert expected_profit(quantity, mu, sigma, price, cost, salvage) == pytest.approx(
        drawn.mean(), abs=4 * drawn.std() / np.sqrt(len(drawn))
    )


def test_the_censored_mean_of_the_napkin_and_of_fresh_days():
    from course.lessons.sourcing_and_stock import answers, checks
    from course.lessons.sourcing_and_stock.practice_shop import sales_with_gaps

    def fitted(sales, stock):
        out = sales >= stock

        def loss(theta):
            mean, sd = theta[0], np.exp(theta[1])
            return -(
                norm.logpdf(sales[~out], mean, sd).sum() + norm.logsf(stock[out], mean, sd).sum()
            )

        return minimize(
            loss,
            [sales.mean(), np.log(sales.std())],
            method="Nelder-Mead",
            options={"xatol": 1e-6, "fatol": 1e-8},
        ).x[0]

    assert fitted(*checks.tiny_days()) == pytest.approx(checks.TINY_MEAN, rel=1e-3)
    sales, stock, demand = sales_with_gaps("golden", days=400)
    assert answers.grid_mean(sales, stock) == pytest.approx(fitted(sales, stock), rel=1e-3)
    assert sales.mean() < answers.grid_mean(sales, stock) == pytest.approx(demand.mean(), rel=0.05)


def test_log_mean_parts_add_up_and_two_legs_of_berkeley():
    from course.lessons.metrics_and_funnel import checks

    one, two = {"a": 3.0, "b": 0.5, "c": 20.0}, {"a": 2.0, "b": 0.8, "c": 22.0}
    assert sum(checks.log_mean_parts(one, two).values()) == pytest.approx(2.0 * 0.8 * 22 - 30)
    men, women = (825, 560, 325, 417, 191, 373), (108, 25, 593, 375, 393, 341)
    assert sum((512, 353, 120, 138, 53, 22)) / sum(men) == pytest.approx(0.445, abs=5e-4)
    assert sum((89, 17, 202, 131, 94, 24)) / sum(women) == pytest.approx(0.304, abs=5e-4)


def test_the_top_fifth_of_households():
    from course.data import household_sales
    from course.lessons.product_selection import answers

    sales = household_sales()["sales"].to_numpy()
    assert sales.sum() == pytest.approx(4_596_039.58)
    assert answers.reference_share(sales, 0.2) == pytest.approx(0.545, abs=1e-3)


@pytest.mark.parametrize(
    ("year", "usd", "cny"), [(2022, 1.0530, 7.0788), (2023, 1.0813, 7.6600), (2024, 1.0824, 7.7875)]
)
def test_yearly_means_of_the_reference_rates_are_those_that_the_ecb_publishes(year, usd, cny):
    from course.data import ecb_rates

    rates = ecb_rates()
    means = rates[rates["date"].dt.year == year][["USD", "CNY"]].mean()
    assert means["USD"] == pytest.approx(usd, abs=5e-5)
    assert means["CNY"] == pytest.approx(cny, abs=5e-5)


def test_the_yogurt_panels_logit_is_the_published_one():
    """Helveston (2023): price -.3666, feature .4914, log-likelihood -2656.888. From statsmodels'
    conditional logit, not the lesson's own likelihood.
    """
    import pandas as pd
    from statsmodels.discrete.conditional_models import ConditionalLogit

    from course.data import yogurt

    panel, brands = yogurt(), ["dannon", "hiland", "weight", "yoplait"]
    long = pd.concat(
        [
            pd.DataFrame(
                {
                    "choice": (panel["choice"] == brand).astype(int),
                    "purchase": range(len(panel)),
                    "price": panel[f"price.{brand}"],
                    "feature": panel[f"feat.{brand}"],
                    **{other: int(other == brand) for other in brands[1:]},
                }
            )
            for brand in brands
        ]
    )
    fit = ConditionalLogit(
        long["choice"], long[["price", "feature", *brands[1:]]], groups=long["purchase"]
    ).fit(disp=False)
    assert fit.llf == pytest.approx(-2656.888, abs=2e-3)
    assert fit.params["price"] == pytest.approx(-0.3666, abs=1e-4)
    assert fit.params["feature"] == pytest.approx(0.4914, abs=1e-3)


def test_penalised_effects_and_review_words():
    from course.data import review_sentences, valence
    from course.lessons.detail_page import answers, checks

    assert answers.reference_effects(*checks.four_pages(), 10.0) == pytest.approx(
        checks.FOUR_PAGES, abs=2e-4
    )
    sentences, words = review_sentences(), valence()
    assert len(sentences) == 3708
    totals = (
        sentences["text"]
        .str.lower()
        .str.findall(r"[a-z'-]+")
        .map(lambda found: sum(words.get(word, 0) for word in found))
    )
    assert np.corrcoef(totals / np.sqrt(totals**2 + 15), sentences["rating"])[
        0, 1
    ] == pytest.approx(0.51, abs=0.01)  # VADER itself: .565


def test_second_price_auctions():
    """The curriculum's example with qualities, and that of Edelman, Ostrovsky and Schwarz (2007):
    800 and 200 dollars.
    """
    from course.lessons.paid_promotion import answers

    prices = answers.reference_gsp([10, 4, 2, 5], [1, 2, 3, 1], 4, 0.5)["price"].tolist()
    assert prices == pytest.approx([8, 3, 5 / 3, 0.5])
    table = answers.reference_gsp([10, 4, 2], [1, 1, 1], 2, 0.0)
    assert [price * clicks for price, clicks in zip(table["price"], (200, 100), strict=True)] == [
        800,
        200,
    ]


def test_credit_of_the_golden_paths():
    """Markov removal 65.70, 31.44, 20.87 (Anderl and others, 2016); last click 90, 10, 18; Shapley
    by all orders of joining (Shapley, 1953).
    """
    from itertools import permutations

    from course.lessons.channel_promotion import answers
    from course.lessons.channel_promotion.journeys import GOLDEN_PATHS

    found = answers.reference_credit(GOLDEN_PATHS)
    assert found == pytest.approx({"search": 65.70, "social": 31.44, "email": 20.87}, abs=0.005)
    last = (
        GOLDEN_PATHS.assign(last=GOLDEN_PATHS["path"].str.split(" > ").str[-1])
        .groupby("last")["conversions"]
        .sum()
        .to_dict()
    )
    assert last == {"search": 90, "social": 10, "email": 18}

    def team(members):
        return sum(
            bought
            for path, bought in zip(GOLDEN_PATHS["path"], GOLDEN_PATHS["conversions"], strict=True)
            if set(path.split(" > ")) <= members
        )

    orders = list(permutations(last))
    shapley = {
        name: (
            sum(
                team(set(order[: order.index(name) + 1])) - team(set(order[: order.index(name)]))
                for order in orders
            )
            / len(orders)
        )
        for name in last
    }
    equal_parts = dict.fromkeys(last, 0.0)  # what the lesson's cell does
    for path, bought in zip(GOLDEN_PATHS["path"], GOLDEN_PATHS["conversions"], strict=True):
        for name in path.split(" > "):
            equal_parts[name] += bought / len(path.split(" > "))
    assert shapley == pytest.approx(equal_parts)
    assert shapley == pytest.approx({"search": 65, "social": 28, "email": 25})


def test_value_of_a_robot_from_a_random_log():
    """Open Bandit, small version: IPS of Bernoulli Thompson sampling .004553, 1.198126 of the
    random plan (README of obp 0.4.1).
    """
    from course.data import open_bandit, open_bandit_policy

    log = open_bandit("random", "all").merge(open_bandit_policy(), on=["item_id", "position"])
    assert len(log) == 10_000
    gain = log["probability"] / log["propensity_score"] * log["click"]
    assert gain.mean() == pytest.approx(0.004553, abs=5e-7)
    assert gain.mean() / log["click"].mean() == pytest.approx(1.198126, abs=5e-7)
    assert open_bandit("bts", "all")["click"].mean() == pytest.approx(0.0042)


def test_chance_of_being_the_best_is_that_of_many_draws():
    """The integral that Thompson sampling is held against, beside a million draws."""
    from course.lessons.content_operation.posterior import chance_of_best

    clicks, misses = np.array([5, 2, 30]), np.array([45, 98, 470])
    draws = np.random.default_rng(1).beta(4 + clicks, 76 + misses, (1_000_000, 3)).argmax(axis=1)
    assert chance_of_best(clicks, misses) == pytest.approx(
        np.bincount(draws) / 1_000_000, abs=0.002
    )


def test_survival_curves_that_everybody_prints():
    """Eight users: .875, .5833, .3889. The 6-MP group of Freireich and others (1963): .857, .807,
    .753, .690, .627, .538, .448.
    """
    from course.lessons.product_growth import answers, checks

    assert answers.reference_km(*checks.GOLDEN)["survival"].tolist() == pytest.approx(
        [0.875, 0.5833, 0.3889], abs=5e-5
    )
    weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    ill = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    assert answers.reference_km(weeks, ill)["survival"].tolist() == pytest.approx(
        [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], abs=5e-4
    )


def test_a_milk_that_is_cheap_every_second_week():
    """Complete Journey, product 995242: elasticity about -3.6 over the year (standard error .2), by
    statsmodels.
    """
    import statsmodels.api as sm

    from course.data import milk_weeks

    milk = milk_weeks()
    fit = sm.OLS(
        np.log(milk["units"]), sm.add_constant(np.log(milk["sales"] / milk["units"]))
    ).fit()
    assert fit.params.iloc[1] == pytest.approx(-3.6, abs=0.2)
    assert fit.bse.iloc[1] == pytest.approx(0.2, abs=0.05)


def test_who_is_shown_by_a_robot_that_learns():
    """Open Bandit, small version: place makes no measurable difference; the robot shows eight of
    eighty items half of the time (statsmodels for the test).
    """
    import pandas as pd
    from statsmodels.stats.proportion import proportions_chisquare

    from course.data import open_bandit

    places = (
        pd.concat([open_bandit("random", campaign) for campaign in ("all", "men", "women")])
        .groupby("position")["click"]
        .agg(["sum", "count"])
    )
    assert proportions_chisquare(places["sum"], places["count"])[1] > 0.2
    shown = open_bandit("bts", "all")["item_id"].value_counts()
    assert shown.head(8).sum() / shown.sum() == pytest.approx(0.52, abs=0.005)


def test_pairs_in_real_baskets():
    """Complete Journey: pasta and pasta sauce lift 10.9, support 2.3%; beer and nappies 1.0.
    Counted by mlxtend's rules on the combinations.
    """
    import pandas as pd
    from mlxtend.frequent_patterns import association_rules

    from course.data import basket_counts

    table = basket_counts()
    things, n = list(table.columns[:-1]), table["baskets"].sum()
    assert n == 155_848

    def share(*names):
        return table.loc[(table[list(names)] == 1).all(axis=1), "baskets"].sum() / n

    sets = [
        *[(name,) for name in things],
        *[(a, b) for place, a in enumerate(things) for b in things[place + 1 :]],
    ]
    frequent = pd.DataFrame(
        {"itemsets": [frozenset(each) for each in sets], "support": [share(*each) for each in sets]}
    )
    found = association_rules(frequent, metric="support", min_threshold=0.0)
    pair = {
        (next(iter(row.antecedents)), next(iter(row.consequents))): row
        for row in found.itertuples()
    }
    assert pair["pasta", "pasta sauce"].lift == pytest.approx(10.9, abs=0.05)
    assert pair["pasta", "pasta sauce"].support == pytest.approx(0.023, abs=0.0005)
    assert pair["beer", "nappies"].lift == pytest.approx(1.0, abs=0.005)


def test_variance_that_is_gone_before_a_test_begins():
    """CUPED's variance identity: what is left is 1 - correlation squared (Deng and
    others, 2013).
    """
    from course.lessons.product_operation import answers
    from course.lessons.product_operation.practice_shop import experiment

    table = experiment("identity", count=4_000)
    y, x, t = (table[name].to_numpy() for name in ("during", "before", "treated"))
    theta = np.cov(x, y)[0, 1] / x.var(ddof=1)
    adjusted = y - theta * (x - x.mean())
    assert adjusted.var() / y.var() == pytest.approx(1 - np.corrcoef(x, y)[0, 1] ** 2, rel=1e-9)
    _, error = answers.reference_cuped(y, x, t)
    plain = (y[t].var(ddof=1) / t.sum() + y[~t].var(ddof=1) / (~t).sum()) ** 0.5
    assert (error / plain) ** 2 == pytest.approx(1 - np.corrcoef(x, y)[0, 1] ** 2, abs=0.01)


def test_one_mailing_and_three_answers():
    """Complete Journey: the mailed spent $38 a week more; change against change 0.9; within tenths
    of before 5.3, by the reference that grades exercise 3.
    """
    import pandas as pd

    from course.data import mailing
    from course.lessons.membership_operation import answers

    table = mailing()
    mean = table.groupby("mailed")[["before", "during"]].mean()
    assert mean["during"][1] - mean["during"][0] == pytest.approx(38.4, abs=0.05)
    assert mean["during"].diff()[1] - mean["before"].diff()[1] == pytest.approx(0.89, abs=0.01)
    bands = table.assign(
        member=table["mailed"] == 1,
        after=table["during"],
        band=pd.qcut(table["before"], 10).astype(str),
    )
    assert answers.reference_did(bands) == pytest.approx(5.3, abs=0.05)


def test_customers_of_a_cd_shop():
    """CDNOW, BG/NBD: r .2426, alpha 4.4135, a .7929, b 2.4258, log likelihood -9582.43 (Fader,
    Hardie and Lee, 2005); P(alive) of customer 1 is .7266.
    """
    from course.data import cdnow
    from course.lessons.user_operation import answers

    table = cdnow()
    case = tuple(table[name].to_numpy(dtype=float) for name in ("x", "tx", "T"))
    found = answers.best_fit(*case)
    assert len(table) == 2_357
    assert found == pytest.approx((0.2426, 4.4135, 0.7929, 2.4258), rel=3e-4)
    assert answers.log_likelihood(found, *case) == pytest.approx(-9582.43, abs=0.01)
    one = tuple(np.array([value]) for value in (2.0, 30.43, 38.86))
    assert answers.reference_alive(*one, found) == pytest.approx([0.7266], abs=1e-4)


def test_purchases_ahead_of_a_customer_are_those_that_happen():
    """The block's (1 - e^(-rate leave weeks)) / leave is the mean of simulated purchases until
    the customer leaves.
    """
    from course.lessons.user_operation.scenario import WEEKS
    from course.market.retention import purchases_ahead

    rng, rate, leave = np.random.default_rng(4), 0.3, 0.2
    bought = np.minimum(rng.geometric(leave, 200_000), rng.poisson(rate * WEEKS, 200_000))
    assert purchases_ahead(rate, leave, WEEKS) == pytest.approx(bought.mean(), rel=0.01)


def test_two_reports_of_one_mailing():
    """Complete Journey: 214 of 1,133 mailed households redeemed; they rose by 13.44 dollars a week,
    all mailed by 3.77, the others by 2.88.
    """
    from course.data import mailing

    table = mailing()
    rise = table["during"] - table["before"]
    mailed, redeemed = table["mailed"] == 1, table["redeemed"] == 1
    assert (mailed.sum(), redeemed.sum()) == (1_133, 214)
    assert [rise[redeemed].mean(), rise[mailed].mean(), rise[~mailed].mean()] == pytest.approx(
        [13.44, 3.77, 2.88], abs=0.005
    )


def test_qini_areas_that_are_known():
    """Of four customers by hand; a lot has none; turned round it changes its sign but for the
    middle.
    """
    from course.lessons.activation_and_recall import answers

    # treated, bought: (1,1) (0,0) (1,0) (0,1): extra orders 1, 1, 1, 0; the line ends at 0; mean
    # 0.75 by 2 treated
    y, t = np.array([1, 0, 0, 1]), np.array([1, 0, 1, 0])
    assert answers.reference_qini(y, t, np.array([4, 3, 2, 1])) == pytest.approx(0.375)
    rng = np.random.default_rng(5)
    t = rng.integers(0, 2, 4_000)
    y = (rng.random(4_000) < 0.3 + 0.1 * t).astype(int)
    assert np.mean(
        [answers.reference_qini(y, t, rng.random(4_000)) for _ in range(40)]
    ) == pytest.approx(0, abs=0.003)


def test_ninety_nine_one_is_not_a_law():
    """Complete Journey: the top 1% of households have 7% of the baskets, the next 9% 27%, the other
    90% 65%.
    """
    from course.data import household_sales

    baskets = np.sort(household_sales()["baskets"].to_numpy())[::-1]
    shares = [part.sum() / baskets.sum() for part in np.split(baskets, [25, 247])]
    assert shares == pytest.approx([0.074, 0.274, 0.652], abs=0.001)


def test_group_buys_that_fill_are_those_that_happen():
    """P(N >= n - 1) of a Poisson number against 200,000 simulated groups, by the market's own
    profit: one dollar for a full group and none otherwise.
    """
    from course.market import social
    from course.market.parameters import Parameters

    p = Parameters({"groups.friends": 6, "groups.join": 0.3, "groups.join_slope": 0})
    p.groups.price, p.groups.margin, p.groups.newcomer, p.groups.alone = 1.0, 0.25, 0.0, 0.0
    joined = np.random.default_rng(6).poisson(6 * 0.3, 200_000)
    assert social.group_profit(p, 4, 0.0, 1_000) / (1_000 * social.group_start(p, 0.0)) == (
        pytest.approx((joined >= 3).mean(), abs=0.004)
    )


def test_the_best_hour_of_one_half_is_not_that_of_the_other():
    """Open Bandit, 60,000 shows: 24 click rates of two halves do not correlate; chi-squared over
    the hours gives p = .72.
    """
    import pandas as pd
    from scipy.stats import chi2_contingency

    from course.data import CAMPAIGNS, open_bandit

    table = pd.concat(
        [
            open_bandit(policy, campaign).assign(policy=policy)
            for policy in ("random", "bts")
            for campaign in CAMPAIGNS
        ]
    )
    hour = table["timestamp"].dt.hour
    rates = table.groupby([hour, "policy"])["click"].mean().unstack()
    assert rates["bts"].idxmax() == 19
    assert rates["random"][19] == 0
    assert abs(rates.corr().loc["bts", "random"]) < 0.05
    assert chi2_contingency(pd.crosstab(hour, table["click"])).pvalue == pytest.approx(
        0.72, abs=0.005
    )


def test_no_post_of_a_greedy_week_can_be_moved_for_more():
    """Every single move of a post lowers the week (Fox, 1966)."""
    from course.lessons.new_media_operation import answers
    from course.lessons.new_media_operation.scenario import Scenario
    from course.market.posting import responses

    for seed in range(20):
        first, fade = Scenario().truth(f"moves-{seed}")
        posts = np.array(answers.reference_schedule(first, fade, 28))
        value = responses(first, fade, posts).sum()
        for one in np.flatnonzero(posts):
            for other in range(12):
                moved = posts.copy()
                moved[one] -= 1
                moved[other] += 1
                assert responses(first, fade, moved).sum() <= value + 1e-9


def test_the_prior_of_shops_is_that_of_scipys_distribution():
    """The public fit of lesson 23: the gradient of scipy's beta-binomial likelihood is zero there,
    and the scenario's beta is found back from many shops.
    """
    from scipy.stats import betabinom

    from course.lessons.merchant_operation import answers, checks
    from course.lessons.merchant_operation.practice_shop import shops

    table = shops(0)
    x, n = table["defects"].to_numpy(), table["orders"].to_numpy()

    def likelihood(a, b):
        return betabinom.logpmf(x, n, a, b).sum()

    a, b = checks.PUBLIC_FIT
    top = likelihood(a, b)
    assert all(
        likelihood(a * up, b * right) < top
        for up, right in ((1.05, 1), (0.95, 1), (1, 1.05), (1, 0.95), (1.05, 1.05), (0.95, 0.95))
    )
    rng = np.random.default_rng(8)
    n = rng.integers(5, 400, 20_000)
    assert answers.best_fit(rng.binomial(n, rng.beta(1.2, 40.0, 20_000)), n) == pytest.approx(
        (1.2, 40.0), rel=0.06
    )


def test_ten_best_items_of_eighty():
    """Open Bandit: ten best raw click rates 1.58%, believed .44%, in the other log .53%."""
    from course.data import open_bandit
    from course.lessons.merchant_operation import answers

    seen, later = (
        open_bandit(policy, "all").groupby("item_id")["click"].agg(["sum", "size"])
        for policy in ("random", "bts")
    )
    raw = seen["sum"] / seen["size"]
    best = raw.nlargest(10).index
    a, b = answers.best_fit(seen["sum"].to_numpy(), seen["size"].to_numpy())
    assert raw[best].mean() == pytest.approx(0.0158, abs=5e-5)
    assert ((seen["sum"] + a) / (seen["size"] + a + b))[best].mean() == pytest.approx(
        0.0044, abs=5e-5
    )
    assert later.loc[best, "sum"].sum() / later.loc[best, "size"].sum() == pytest.approx(
        0.0053, abs=5e-5
    )


def test_the_best_rate_of_a_platform():
    """(1 + .03 e) / (1 + e) is 13.78% for an elasticity of 8, and the top of what the
    board draws.
    """
    from course.market.parameters import tideway
    from course.market.supply import commission

    rates = np.arange(0.05, 0.30, 0.00001)
    assert rates[np.argmax(commission(tideway(), 1000.0, 8.0, rates))] == pytest.approx(
        0.1378, abs=5e-5
    )
    best = (1 + 0.03 * 8) / 9
    assert best == pytest.approx(0.1378, abs=5e-5)


def test_a_milk_is_forecast_by_its_price():
    """Complete Journey, one week ahead over 26 weeks: last week 96%, two weeks ago 71%, a quarter's
    mean 79%, mean of weeks at such a price 19%.
    """
    from course.data import milk_weeks

    table = milk_weeks()
    units, cheap = (
        table["units"].to_numpy(dtype=float),
        (table["sales"] / table["units"] < 1.30).to_numpy(),
    )
    weeks = np.arange(27, 53)
    told = [
        units[weeks - 1],
        units[weeks - 2],
        np.array([units[week - 13 : week].mean() for week in weeks]),
        np.array([units[:week][cheap[:week] == cheap[week]].mean() for week in weeks]),
    ]
    assert [
        np.abs(each - units[weeks]).sum() / units[weeks].sum() for each in told
    ] == pytest.approx([0.96, 0.71, 0.79, 0.19], abs=0.005)
