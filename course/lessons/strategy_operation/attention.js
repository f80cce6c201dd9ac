// Attention by place, measured and assumed, and the order that follows; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget attention-curve", role: "group", "aria-label": "Attention curve" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice page ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const exponent = el("input", { type: "range", min: "0", max: "150", step: "5", value: String(model.get("exponent")), class: "exponent", oninput: () => send("exponent", Number(exponent.value)) });
  const field = labelled("Exponent", exponent);
  const picture = el("div", {}), table = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Page", draw)), el("div", { class: "attention-slider" }, field), el("div", { class: "attention-sides" }, picture, table), told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), e = model.get("exponent");
    if (!view.line) return;
    draw.value = String(model.get("draw"));
    if (Number(exponent.value) !== e) exponent.value = String(e);
    exponent.setAttribute("aria-valuetext", (e / 100).toFixed(2));
    field.querySelector("label").textContent = `Exponent: ${(e / 100).toFixed(2)}${e === 0 ? " (every place is seen alike: raw clicks)" : ""}`;
    const [w, h] = [340, 230], x = (k) => 34 + (w - 54) * k / 7, y = (v) => h - 34 - (h - 54) * Math.min(v, 1.1) / 1.1;
    picture.replaceChildren(caption("Attention: dots were measured by swaps"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `Measured attention ${view.measured.join(", ")}; assumed ${view.line.join(", ")}` },
      el("line", { x1: 34, x2: w - 20, y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".4" }),
      el("polyline", { points: view.line.map((v, k) => `${x(k).toFixed(1)},${y(v).toFixed(1)}`).join(" "), fill: "none", stroke: blue, "stroke-width": "2.5" }),
      ...view.measured.map((v, k) => el("circle", { cx: x(k), cy: y(v), r: 5, fill: "currentColor" })),
      ...view.measured.map((_, k) => el("text", { x: x(k), y: h - 14, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, String(k + 1))),
      ...[0, 0.5, 1].map((v) => el("text", { x: 26, y: y(v) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, v.toFixed(1)))));
    table.replaceChildren(caption("Order by clicks ÷ (views × attention)"), el("table", {},
      el("thead", {}, el("tr", {}, ...["New", "Product", "Old place", "Clicks", "Wanted"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, ...view.order.map(([name, old, clicks, wanted], place) => el("tr", { class: old - place > 3 ? "risen" : "" },
        el("td", {}, String(place + 1)), el("td", {}, old - place > 3 ? `${name} ↑` : name), el("td", {}, String(old)), el("td", {}, format(clicks, 0)), el("td", {}, wanted.toFixed(2)))))));
    told.textContent = `Line and dots differ by a factor of ${Math.exp(view.miss).toFixed(2)} on average. First now: ${view.order[0][0]}, which stood at place ${view.order[0][1]}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
