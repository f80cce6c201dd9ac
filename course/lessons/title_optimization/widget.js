// The title editor's drawing; every number comes from Python through `view`.

const ROLE_TEXT = { noun: "noun", attribute: "attribute", use: "use", audience: "audience", brand: "brand", untrue: "untrue", unknown: "not searched" };
const PLATFORMS = [["amazon", "Amazon"], ["taobao", "Taobao"], ["google", "Google Shopping"]];

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget title-editor", role: "group", "aria-label": "Title editor" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };

  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice product ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const platform = choice(PLATFORMS, model.get("platform"), (value) => send("platform", value));
  const input = el("input", { type: "text", class: "title-text", spellcheck: "false", autocomplete: "off",
    oninput: () => send("text", input.value) });
  const product = el("div", { class: "title-product" });
  const preview = el("div", { class: "title-preview" });
  const chips = el("ul", { class: "title-chips", "aria-label": "Words of the title, in order" });
  const meters = el("div", { class: "title-meters", "aria-live": "polite" });
  const table = el("div", { class: "title-table" });
  const rules = el("ul", { class: "title-rules" });
  const source = el("p", { class: "course-note" });
  const palette = el("ul", { class: "title-palette", "aria-label": "Words that shoppers search, most searched first" });
  const engine = el("details", {}, el("summary", {}, "Engine: how the ranking works"),
    el("p", { class: "course-note" }, "Score of a title for a query = BM25 (k1 = 1.2, b = 0.75) + 0.8 × shop quality. A shopper looks at rank r with probability r^−0.65, down to rank 40. CTR = 10% × (0.4 + 0.6 × share of the query's words in the title). CVR = 12% × (share of the query's words that are true of the product)³ × 0.85 for every untrue word in the title."));

  root.append(
    el("div", { class: "course-row" }, labelled("Product", draw), labelled("Rules of", platform)),
    product,
    el("div", { class: "title-box" }, labelled("Your title: type here, or drag the words below", input), preview, chips),
    meters,
    el("div", { class: "title-columns" },
      el("div", {}, caption("Where you rank, best-selling queries first"), table),
      el("div", {}, caption("Words shoppers search (press or drag to add)"), palette, caption("Platform check"), rules, source, engine)));

  const words = () => model.get("view").words.map(([word]) => word);
  const place = (word, at) => {
    const rest = words().filter((other) => other !== word);
    rest.splice(at, 0, word);
    send("words", rest);
  };
  const remove = (word) => send("words", words().filter((other) => other !== word));

  chips.addEventListener("dragover", (event) => event.preventDefault());
  chips.addEventListener("drop", (event) => {
    event.preventDefault();
    const word = event.dataTransfer.getData("text/plain");
    const over = event.target.closest("li");
    const at = over ? words().filter((other) => other !== word).indexOf(over.dataset.word) : words().length;
    if (word) place(word, at < 0 ? words().length : at);
  });
  palette.addEventListener("dragover", (event) => event.preventDefault());
  palette.addEventListener("drop", (event) => { event.preventDefault(); remove(event.dataTransfer.getData("text/plain")); });

  const chip = ([word, role, searches], index) => {
    const button = el("button", { type: "button", draggable: "true", class: `title-chip role-${role}`,
      "aria-label": `${word}, ${ROLE_TEXT[role]}, ${searches} searches a week. Delete removes it, arrow keys move it.`,
      ondragstart: (event) => event.dataTransfer.setData("text/plain", word),
      onkeydown: (event) => {
        if (event.key === "Delete" || event.key === "Backspace") { focus = Math.max(0, index - 1); remove(word); }
        else if (event.key === "ArrowLeft" && index > 0) { focus = index - 1; place(word, index - 1); }
        else if (event.key === "ArrowRight") { focus = index + 1; place(word, index + 1); }
        else return;
        event.preventDefault();
      },
      onclick: () => remove(word) },
      el("span", {}, word), el("small", {}, ROLE_TEXT[role]), el("span", { "aria-hidden": "true" }, "×"));
    return el("li", { "data-word": word }, button);
  };
  const offer = ([word, role, searches]) => el("li", {}, el("button", { type: "button", draggable: "true", class: `title-chip role-${role}`,
    "aria-label": `Add ${word}, ${ROLE_TEXT[role]}, ${searches} searches a week`,
    ondragstart: (event) => event.dataTransfer.setData("text/plain", word),
    onclick: () => place(word, words().length) },
    el("span", {}, word), el("small", {}, `${searches.toLocaleString("en-US")}${role === "untrue" ? " untrue" : ""}`)));

  let focus = null;
  const paint = () => {
    const view = model.get("view");
    if (!view.words) return;
    draw.value = String(model.get("draw"));
    platform.value = model.get("platform");
    if (document.activeElement !== input && root.getRootNode().activeElement !== input) input.value = view.sentence;
    product.replaceChildren(el("b", {}, view.product), el("div", { class: "course-note" }, `Data sheet: ${view.sheet.join(", ")}.`));
    preview.replaceChildren(el("span", {}, view.sentence.slice(0, view.cut)),
      el("span", { class: "title-cut", title: "mobile cut" }, "│"), el("span", { class: "title-beyond" }, view.sentence.slice(view.cut)),
      el("small", {}, ` a phone shows the first ${view.cut} characters`));
    chips.replaceChildren(...view.words.map(chip));
    const used = new Set(words());
    palette.replaceChildren(...view.palette.filter(([word]) => !used.has(word)).map(offer));
    const truths = view.words.length - view.untrue.length;
    const over = view.words.length > view.limit;
    meters.replaceChildren(
      el("div", {}, el("div", { class: "course-big", "data-orders": view.orders }, format(view.orders)), "orders a week",
        el("div", { class: "title-change" }, `${view.change > 0 ? "▲ +" : view.change < 0 ? "▼ −" : "± "}${format(Math.abs(view.change))} against the start`)),
      el("div", {}, el("div", { class: "course-big" }, format(view.clicks, 0)), "clicks a week"),
      el("div", {}, el("div", { class: "course-big" }, `${truths} of ${view.words.length}`), "words are true",
        el("div", { class: "title-truth", "aria-hidden": "true" }, ...view.words.map(([, role]) => el("i", { class: role === "untrue" ? "no" : "yes" }))),
        view.untrue.length ? `untrue: ${view.untrue.join(", ")}` : "nothing untrue"),
      el("div", {}, el("div", { class: "course-big" }, `${view.words.length}${over ? " ✗" : ""}`), `words, ${view.limit} allowed`));
    table.replaceChildren(el("table", {},
      el("thead", {}, el("tr", {}, ...["Query", "Searches", "Rank", "Looked at", "CTR", "Orders"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, ...view.rows.map(([text, volume, rank, seen, ctr, orders]) => el("tr", {},
        el("td", {}, text), el("td", {}, volume.toLocaleString("en-US")), el("td", {}, rank ? String(rank) : "not seen"),
        el("td", {}, `${format(100 * seen, 0)}%`), el("td", {}, `${format(100 * ctr)}%`), el("td", {}, format(orders, 2)))))));
    rules.replaceChildren(...view.verdicts.map(([ok, text]) => el("li", {}, `${ok ? "✓" : "✗"} ${text}`)));
    source.textContent = `Source: ${view.source}.`;
    if (focus !== null) { chips.querySelectorAll("button")[Math.min(focus, chips.children.length - 1)]?.focus(); focus = null; }
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
