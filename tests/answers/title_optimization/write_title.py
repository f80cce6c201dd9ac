# %% right: greedy, adding while it pays
# role: middle
# score: 4.8..5
def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    title, best = [product["noun"]], 0.0
    while len(title) < 9:
        orders, word = max((page.orders(title + [w]), w) for w in product["true"] if w not in title)
        if orders <= best:
            break
        title, best = title + [word], orders
    return title


# %% right: the best that the same search finds from three starts
# role: best found
# score: 4.9..5
def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    searched = stuffed_title(query_log, words=None)
    true = [word for word in searched if word in product["true"] and word != product["noun"]]
    found = []
    for count in (0, 4, 8):
        title = [product["noun"], *true[:count]]
        while True:
            others = [word for word in product["true"] if word not in title]
            tries = [
                title[:i] + [word] + title[i + 1 :] for i in range(len(title)) for word in others
            ]
            tries += [title[:i] + title[i + 1 :] for i in range(len(title)) if len(title) > 1]
            tries += [title + [word] for word in others if len(title) < 9]
            best = max(tries, key=page.orders)
            if page.orders(best) <= page.orders(title):
                break
            title = best
        found.append(title)
    return max(found, key=page.orders)


# %% right: start with all true words and drop while it pays
# role: middle
# score: 4.2..5
def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    title = [w for w in stuffed_title(query_log, words=None) if w in product["true"]][:9]
    while len(title) > 1:
        best = max([title[:i] + title[i + 1 :] for i in range(len(title))], key=page.orders)
        if page.orders(best) <= page.orders(title):
            break
        title = best
    return title


# %% wrong: the untouched stub
# score: 0
# says: `write_title` still holds the line that raises NotImplementedError
def write_title(product, query_log, rivals):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the stub's own title
# role: naive
# score: 0..1
# says: fresh draws `write_title` earns g = −
def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    title = [product["noun"]]
    return title


# %% wrong: a title that is good for practice product 2 alone
# score: 0
# says: is not in the product's vocabulary
def write_title(product, query_log, rivals):
    return ["backpack", "nylon", "usb-port", "olive"]


# %% wrong: the nine most searched words, true or not
# role: naive
# score: 0
# says: is not true of the product. Tideway takes a title down that its data sheet contradicts.
# says: a draw counts as worse than the baseline
def write_title(product, query_log, rivals):
    return stuffed_title(query_log)


# %% wrong: any word of the vocabulary while the formula pays
# role: ablation
# score: 0..4.5
# says: is not true of the product
def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    title, best = [product["noun"]], 0.0
    while len(title) < 9:
        orders, word = max(
            (page.orders(title + [w]), w) for w in product["vocabulary"] if w not in title
        )
        if orders <= best:
            break
        title, best = title + [word], orders
    return title


# %% wrong: the five most searched true words, nothing tried
# role: ablation
# score: 3.2..4.8
# says: fresh draws `write_title` earns g = 0.
def write_title(product, query_log, rivals):
    true = [word for word in stuffed_title(query_log, words=None) if word in product["true"]]
    return [product["noun"]] + [word for word in true if word != product["noun"]][:4]


# %% wrong: nine true words, a longer title is not weaker
# role: ablation
# score: 1.2..4.2
# says: `write_title` earns g = 0.
def write_title(product, query_log, rivals):
    return [word for word in stuffed_title(query_log, words=None) if word in product["true"]][:9]


# %% wrong: six words of the data sheet, nobody asks what is searched
# role: ablation
# score: 0..1
# says: draws `write_title` earns g =
def write_title(product, query_log, rivals):
    return [product["noun"], *[word for word in product["true"] if word != product["noun"]][:5]]


# %% wrong: a sentence instead of a list
# score: 0
# says: a title is a list of words
def write_title(product, query_log, rivals):
    return " ".join(product["true"][:5])


# %% wrong: nothing comes back
# score: 0
# says: nothing came back (None); is there a `return` in every branch?
def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    title = [product["noun"]]


# %% wrong: the brand with its capital letter
# score: 0
# says: in lower case, is
def write_title(product, query_log, rivals):
    return [product["brand"], *product["true"][:4]]


# %% wrong: ten words
# score: 0
# says: the title has 10 words; Tideway allows 9
def write_title(product, query_log, rivals):
    return product["true"][:10]


# %% wrong: copies the strongest rival
# score: 0
# says: That happens on every draw, and such a draw counts as worse than the baseline.
def write_title(product, query_log, rivals):
    return rivals.sort_values("quality")["title"].iloc[-1].split()[:9]


# %% wrong: tries every pair and triple, far too slow
# score: 0
# says: had not finished after 2 seconds of computing
from itertools import permutations


def write_title(product, query_log, rivals):
    page = SearchPage(product, query_log, rivals)
    return list(max(permutations(product["vocabulary"], 5), key=lambda t: page.orders(list(t))))
