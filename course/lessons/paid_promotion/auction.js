// An auction's table and the profit by bid; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget live-auction", role: "group", "aria-label": "Live auction" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice word ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const bid = el("input", { type: "range", min: "5", max: "300", step: "5", value: String(model.get("bid")), class: "auction-bid", oninput: () => send("bid", Number(bid.value)) });
  const quality = el("input", { type: "range", min: "40", max: "200", step: "5", value: String(model.get("quality")), class: "auction-quality", oninput: () => send("quality", Number(quality.value)) });
  const bidField = labelled("Your bid", bid), qualityField = labelled("Your quality", quality);
  const table = el("div", {}), picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Word", draw)), el("div", { class: "auction-slider" }, bidField), el("div", { class: "auction-slider" }, qualityField),
    el("div", { class: "auction-sides" }, table, picture), told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view");
    if (!view.rows) return;
    const [b, q] = [model.get("bid"), model.get("quality")];
    draw.value = String(model.get("draw"));
    if (Number(bid.value) !== b) bid.value = String(b);
    if (Number(quality.value) !== q) quality.value = String(q);
    bid.setAttribute("aria-valuetext", `${(b / 100).toFixed(2)} dollars`);
    quality.setAttribute("aria-valuetext", (q / 100).toFixed(2));
    bidField.querySelector("label").textContent = `Your bid: $${(b / 100).toFixed(2)} (a click is worth $${view.value.toFixed(2)})`;
    qualityField.querySelector("label").textContent = `Your quality: ${(q / 100).toFixed(2)}`;
    table.replaceChildren(caption("Ranked by bid × quality"), el("table", {},
      el("thead", {}, el("tr", {}, ...["Advertiser", "Bid", "Quality", "Score", "Place"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, ...view.rows.map(([name, rival, each, score], place) => el("tr", { class: name === "you" ? "you" : "" },
        el("td", {}, name), el("td", {}, `$${rival.toFixed(2)}`), el("td", {}, each.toFixed(2)), el("td", {}, score.toFixed(2)),
        el("td", {}, place < view.slots.length ? String(place + 1) : "–"))))));
    const [w, h] = [360, 200], low = Math.min(0, ...view.by_bid), high = Math.max(1, ...view.by_bid);
    const x = (cents) => 40 + (w - 56) * (cents - 5) / 295, y = (p) => h - 36 - (h - 56) * (p - low) / (high - low);
    picture.replaceChildren(caption("Profit a week, by your bid"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `Profit by bid; now ${view.profit} dollars a week` },
      el("line", { x1: 40, x2: w - 16, y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".4" }),
      el("polyline", { points: view.by_bid.map((p, place) => `${x(5 + 5 * place).toFixed(1)},${y(p).toFixed(1)}`).join(" "), fill: "none", stroke: blue, "stroke-width": "2.5" }),
      el("line", { x1: x(b), x2: x(b), y1: 10, y2: h - 36, stroke: "currentColor", "stroke-dasharray": "4 3" }),
      ...[50, 100, 200, 300].map((cents) => el("text", { x: x(cents), y: h - 18, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, `$${(cents / 100).toFixed(2)}`))));
    told.textContent = view.place ? `Place ${view.place}: ${view.clicks} clicks a week at $${view.price.toFixed(2)}, profit ${view.profit < 0 ? "−" : ""}$${Math.abs(view.profit).toFixed(0)}.` : "No place: the ad is not shown.";
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
