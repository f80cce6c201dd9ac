// A promotion's bump as a stack, and profit by depth; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget promotion-bump", role: "group", "aria-label": "Promotion bump" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice item ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const depth = el("input", { type: "range", min: "0", max: "60", step: "1", value: String(model.get("depth")), class: "depth", oninput: () => send("depth", Number(depth.value)) });
  const field = labelled("Cut", depth);
  const stack = el("div", {}), picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Item", draw)), el("div", { class: "bump-slider" }, field), el("div", { class: "bump-sides" }, stack, picture), told);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";
  const names = ["bought anyway", "pulled forward", "from siblings", "truly new"];
  const fills = ["currentColor", "var(--jp-warn-color1, #b45309)", "var(--jp-error-color1, #c62828)", blue], opacity = [".25", ".85", ".75", ".9"];

  const paint = () => {
    const view = model.get("view"), d = model.get("depth");
    if (!view.parts) return;
    draw.value = String(model.get("draw"));
    if (Number(depth.value) !== d) depth.value = String(d);
    depth.setAttribute("aria-valuetext", `${d} percent`);
    field.querySelector("label").textContent = `Cut by ${d}% (price $${view.price.toFixed(2)}, margin ${Math.round(100 * view.margin)}%)`;
    const [w, h] = [400, 46 + 22 * 4], units = view.parts.slice(1), sum = view.parts[0] || 1;
    let at = 0;
    stack.replaceChildren(caption(`${format(view.parts[0], 0)} units in the week`), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": names.map((name, place) => `${name}: ${Math.round(units[place])} units`).join("; ") },
      ...units.map((each, place) => { const x = at; at += (w - 4) * each / sum; return el("rect", { x, y: 4, width: (w - 4) * each / sum, height: 26, fill: fills[place], "fill-opacity": opacity[place] }); }),
      ...units.flatMap((each, place) => [el("rect", { x: 2, y: 42 + 22 * place, width: 12, height: 12, fill: fills[place], "fill-opacity": opacity[place] }),
        el("text", { x: 22, y: 53 + 22 * place, "font-size": "13", fill: "currentColor" }, `${names[place]}: ${format(each, 0)} units`)])));
    const [pw, ph] = [340, 190], high = Math.max(1, ...view.by_depth), low = Math.max(-6 * high, Math.min(0, ...view.by_depth));
    const x = (cut) => 14 + (pw - 28) * cut / 60, y = (p) => ph - 30 - (ph - 48) * (Math.max(p, low) - low) / (high - low);
    picture.replaceChildren(caption("Profit that the cut adds, by depth"), el("svg", { viewBox: `0 0 ${pw} ${ph}`, width: pw, style: "max-width:100%", role: "img",
      "aria-label": `Incremental profit by depth; now ${view.profit} dollars` },
      el("line", { x1: 14, x2: pw - 14, y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".5" }),
      el("polyline", { points: view.by_depth.map((p, place) => `${x(2 * place).toFixed(1)},${y(p).toFixed(1)}`).join(" "), fill: "none", stroke: blue, "stroke-width": "2.5" }),
      el("line", { x1: x(d), x2: x(d), y1: 8, y2: ph - 28, stroke: "currentColor", "stroke-dasharray": "4 3" }),
      el("circle", { cx: x(d), cy: y(view.profit), r: 5, fill: view.profit < 0 ? red : blue }),
      ...[0, 20, 40, 60].map((cut) => el("text", { x: x(cut), y: ph - 10, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, `${cut}%`))));
    told.textContent = `GMV $${format(view.gmv, 0)} (usual week $${format(view.usual_gmv, 0)}). The campaign ${view.profit < 0 ? "loses" : "adds"} $${format(Math.abs(view.profit), 0)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
