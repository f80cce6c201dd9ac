// The title editor: what is typed and dragged. Every number comes from Python through `view`.

const ROLE_TEXT = { noun: "noun", attribute: "attribute", use: "use", audience: "audience", brand: "brand", untrue: "untrue", unknown: "not searched" };
const ENGINE = "Score of a title for a query = BM25 (k1 = 1.2, b = 0.75) + 0.8 × shop quality. A shopper looks at rank r with probability r^−0.65, down to rank 40. CTR = 10% × (0.4 + 0.6 × share of the query's words in the title). CVR = 12% × (share of the query's words that are true of the product)³ × 0.85 for every untrue word in the title.";

function build({ root, told, picture, send, view }) {
  const input = el("input", { type: "text", class: "title-text", spellcheck: "false", autocomplete: "off",
    oninput: () => send({ text: input.value }) });
  const product = el("p", { class: "title-product" });
  const preview = el("div", { class: "title-preview" });
  const chips = el("ul", { class: "title-chips", "aria-label": "Words of the title, in order" });
  const palette = el("ul", { class: "title-palette", "aria-label": "Words that shoppers search, most searched first" });
  const rules = el("ul", { class: "title-rules" }), source = el("p", { class: "course-note" }), checked = el("summary", {});
  told.before(product, el("div", { class: "title-box" }, labelled("Your title: type here, or drag the words below (a phone cuts it at the bar)", input), preview, chips));
  const sides = el("div", { class: "title-columns" });
  picture.before(sides);
  sides.append(
    el("div", {}, caption("Words with searches a week: press or drag to add"), palette),
    picture,
    el("div", { class: "title-more" }, el("details", {}, checked, rules, source),
      el("details", {}, el("summary", {}, "Engine: how the ranking works"), el("p", { class: "course-note" }, ENGINE))));

  const words = () => view().words.map(([word]) => word);
  const place = (word, at) => {
    const rest = words().filter((other) => other !== word);
    rest.splice(at, 0, word);
    send({ words: rest });
  };
  const remove = (word) => send({ words: words().filter((other) => other !== word) });

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

  // The chips of one paint serve the next: forty new buttons for each letter are slow.
  let made = new Map(), opened = null;
  const lay = (list, kind, specs, make) => {
    const nodes = specs.map((spec, place) => {
      const key = JSON.stringify([kind, spec, kind === "chip" && place]);
      if (!made.has(key)) made.set(key, make(spec, place));
      return made.get(key);
    });
    if (nodes.length !== list.children.length || nodes.some((node, place) => node !== list.children[place])) list.replaceChildren(...nodes);
  };

  let focus = null;
  return (now) => {
    if (root.getRootNode().activeElement !== input) input.value = now.sentence;
    product.replaceChildren(el("b", {}, now.product), el("span", { class: "course-note" }, ` Data sheet: ${now.sheet.join(", ")}.`));
    preview.replaceChildren(el("span", {}, now.sentence.slice(0, now.cut)),
      el("span", { class: "title-cut" }, "│"), el("span", { class: "title-beyond" }, now.sentence.slice(now.cut)));
    if (opened !== now.product) { made = new Map(); opened = now.product; }
    lay(chips, "chip", now.words, chip);
    const used = new Set(words());
    lay(palette, "offer", now.palette.filter(([word]) => !used.has(word)), offer);
    checked.textContent = `Platform check: ${now.verdicts.filter(([ok]) => ok).length} of ${now.verdicts.length} rules kept`;
    rules.replaceChildren(...now.verdicts.map(([ok, text]) => el("li", {}, `${ok ? "✓" : "✗"} ${text}`)));
    source.textContent = `Source: ${now.source}.`;
    if (focus !== null) { chips.querySelectorAll("button")[Math.min(focus, chips.children.length - 1)]?.focus(); focus = null; }
  };
}

export default { render: (context) => frame(context, build) };
