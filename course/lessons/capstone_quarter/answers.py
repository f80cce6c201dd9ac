"""The quarter's autopilot: the lessons' experts, chained. Never shipped to learners."""

from course.lessons.activation_and_recall import answers as activation_and_recall
from course.lessons.activity_operation import answers as activity_operation
from course.lessons.business_operation import answers as business_operation
from course.lessons.category_operation import answers as category_operation
from course.lessons.channel_promotion import answers as channel_promotion
from course.lessons.community_operation import answers as community_operation
from course.lessons.content_operation import answers as content_operation
from course.lessons.conversion_rate import answers as conversion_rate
from course.lessons.detail_page import answers as detail_page
from course.lessons.event_acquisition import answers as event_acquisition
from course.lessons.membership_operation import answers as membership_operation
from course.lessons.merchant_operation import answers as merchant_operation
from course.lessons.new_media_operation import answers as new_media_operation
from course.lessons.paid_promotion import answers as paid_promotion
from course.lessons.pricing import answers as pricing
from course.lessons.pricing.practice_shop import threshold_profit
from course.lessons.product_growth import answers as product_growth
from course.lessons.product_operation import answers as product_operation
from course.lessons.sourcing_and_stock import answers as sourcing_and_stock
from course.lessons.strategy_operation import answers as strategy_operation
from course.lessons.title_optimization import answers as title_optimization
from course.lessons.user_operation import answers as user_operation
from course.market.quarter import chain


def threshold(baskets, fee, cost, margin):
    """The solution of lesson 08's notebook: the amount of dollars that earns most."""
    return max(range(301), key=lambda at: threshold_profit(at, baskets, fee, cost, margin))


# By the names that the functions have in their lessons; see course.market.quarter.plugs.
EXPERTS = {
    "buy": sourcing_and_stock.expert,
    "write_title": title_optimization.expert,
    "choose_modules": detail_page.expert,
    "plan": conversion_rate.expert,
    "set_prices": pricing.expert,
    "threshold": threshold,
    "bids": paid_promotion.expert,
    "allocate": channel_promotion.expert,
    "referral": event_acquisition.expert,
    "choose": content_operation.expert,
    "onboarding": product_growth.expert,
    "enrol": activity_operation.expert,
    "rank": strategy_operation.expert,
    "assort": category_operation.expert,
    "launch": product_operation.expert,
    "design": membership_operation.expert,
    "best_frequency": user_operation.reference_frequency,
    "target": activation_and_recall.expert,
    "ladder": community_operation.expert,
    "schedule": new_media_operation.expert,
    "act": merchant_operation.expert,
    "rates": business_operation.expert,
}
# Lessons 01 to 08 alone.
NOVICE = {
    name: EXPERTS[name]
    for name in ("buy", "write_title", "choose_modules", "plan", "set_prices", "threshold")
}

expert, novice = chain(EXPERTS), chain(NOVICE)
