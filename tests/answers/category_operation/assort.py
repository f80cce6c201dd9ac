# %% right: by bisection
# score: 4.9..5
def assort(products, nothing, places):
    low, high = 0.0, float(products["margin"].max())
    for _ in range(60):
        worth = (low + high) / 2
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        earned = (page["appeal"] * page["margin"]).sum() / (nothing + page["appeal"].sum())
        low, high = (worth, high) if earned > worth else (low, worth)
    return set(page["product"])


# %% right: exchanging while it pays
# score: 4.9..5
def assort(products, nothing, places):
    v, m = products["appeal"].to_numpy(), products["margin"].to_numpy()
    page = [int(place) for place in np.argsort(-v * m)[:places]]
    earned = lambda page: (v[page] * m[page]).sum() / (nothing + v[page].sum())
    better = True
    while better:
        better = False
        for out in list(page):
            for new in set(range(len(v))) - set(page):
                other = [new if each == out else each for each in page]
                if earned(other) > earned(page) + 1e-12:
                    page, better = other, True
                    break
            if better:
                break
    return set(products["product"].iloc[page])


# %% wrong: the untouched stub
# score: 0
# says: `assort` still holds the line that raises NotImplementedError
def assort(products, nothing, places):
    raise NotImplementedError


# %% wrong: the best sellers
# score: 0
# says: fresh draws `assort` earns g = −
# says: It looks as if the most wanted were taken
def assort(products, nothing, places):
    return set(products.nlargest(places, "appeal")["product"])


# %% wrong: most margin
# score: 0..0.3
# says: full points from 0.8
# says: It looks as if those with most margin were taken
def assort(products, nothing, places):
    return set(products.nlargest(places, "margin")["product"])


# %% wrong: appeal times margin
# score: 0
# says: earns g = 0.00
# says: It looks as if appeal × margin was taken, which is the baseline
def assort(products, nothing, places):
    top = (products["appeal"] * products["margin"]).nlargest(places).index
    return set(products.loc[top, "product"])


# %% wrong: everything
# score: 0
# says: at most 12 different products fit; yours are 40
def assort(products, nothing, places):
    return set(products["product"])


# %% wrong: a page left empty
# score: 0
# says: On 5 practice draws `assort` earns 0 dollars
# says: The page comes out empty, and nothing is sold
def assort(products, nothing, places):
    return set()


# %% wrong: nobody goes without
# score: 0
# says: those who take nothing are visitors too
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = (page["appeal"] * page["margin"]).sum() / page["appeal"].sum()
    return set(page["product"])


# %% wrong: a table for a set
# score: 0
# says: the choice must be a set of names
def assort(products, nothing, places):
    return products.nlargest(places, "margin")


# %% wrong: numbers of rows for names
# score: 0
# says: the choice must hold names of products
def assort(products, nothing, places):
    gain = products["appeal"] * products["margin"]
    return {int(row) for row in gain.nlargest(places).index}


# %% wrong: products of another category
# score: 0
# says: 'bread knife' is none of the 40 products
def assort(products, nothing, places):
    return {"bread knife", *products["product"].iloc[:5]}
