"""The way from a stranger to a friend who brings a friend: a shop's rates, and what a lift earns."""

from course.operations import STEPS


def shop(p, rng):
    """The rates of the six steps of a shop (rounded to .001), and `dear`: the step whose lift costs
    most; a dict.
    """
    rates = {name: round(p.draw(rng, f"way.{name}"), 3) for name, _, _ in STEPS}
    return rates | {"dear": str(rng.choice(["reach", "pay", "return"]))}


def week(p, shop, step=None, lift=0.0):
    """People at each stage, orders, GMV and contribution profit ($) of a week, with the rate of one
    `step` lifted by a share: a dict.
    """
    rate = {name: shop[name] * (1 + lift if name == step else 1) for name, _, _ in STEPS}
    people = [p.way.strangers]
    for name, _, _ in STEPS:
        people.append(people[-1] * rate[name])
    *_, buyers, regulars, friends = people
    orders = buyers + p.way.again * regulars + friends
    gmv = orders * p.way.basket
    profit = (
        gmv * p.way.margin
        - p.way.fulfilment * orders
        - p.way.ads * p.way.strangers * shop["reach"]
        - p.way.gift * friends
        - _lift_cost(p, shop, step, lift, gmv)
    )
    return {"people": people, "orders": orders, "gmv": gmv, "profit": profit}


def _lift_cost(p, shop, step, lift, gmv):
    """Dollars a week that a lift costs beyond what is spent anyway; in every shop one step
    is dear.
    """
    w, up, kind = p.way, max(0.0, lift), "dear" if shop["dear"] == step else "usual"
    if step == "reach":  # more of the same audience: each further person costs more
        power = getattr(w, f"reach_{kind}")
        return w.ads * w.strangers * shop["reach"] * ((1 + lift) ** power - 1)
    if step in ("pay", "return"):  # coupons and points go to those too who would have paid anyway
        return getattr(w, f"{step}_{kind}") * up * gmv
    return {"visit": w.visit_cost, "cart": w.cart_cost}.get(step, 0) * up
