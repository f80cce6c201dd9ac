// A hundred groups, each a row of seats; below, dollars by discount. Numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget group-fill", role: "group", "aria-label": "Group fill" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice offer ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const size = el("input", { type: "range", min: "2", max: "8", step: "1", value: String(model.get("size")), class: "size", oninput: () => send("size", Number(size.value)) });
  const depth = el("input", { type: "range", min: "0", max: "40", step: "2", value: String(model.get("depth")), class: "depth", oninput: () => send("depth", Number(depth.value)) });
  const sizeField = labelled("Group", size), depthField = labelled("Discount", depth);
  const picture = el("div", { class: "course-row" }), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Offer", draw), sizeField, depthField), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), n = model.get("size"), d = model.get("depth");
    if (!view.joined) return;
    draw.value = String(model.get("draw"));
    if (Number(size.value) !== n) size.value = String(n);
    if (Number(depth.value) !== d) depth.value = String(d);
    size.setAttribute("aria-valuetext", `groups of ${n}`);
    depth.setAttribute("aria-valuetext", `${d} percent off`);
    sizeField.querySelector("label").textContent = `Group of ${n}`;
    depthField.querySelector("label").textContent = `Discount: ${d}%`;
    const columns = 10, [gw, gh] = [36, 18], w = columns * gw + 8, h = 10 * gh + 8, step = 30 / 8;
    const groups = view.joined.flatMap((joined, i) => {
      const x = 4 + (i % columns) * gw, y = 4 + Math.floor(i / columns) * gh, full = joined >= n - 1;
      return Array.from({ length: n }, (_, seat) => el("circle", { cx: x + 3 + seat * step, cy: y + 8, r: 1.7,
        fill: seat <= joined ? (full ? blue : "currentColor") : "none", stroke: full ? blue : "currentColor", "stroke-width": ".7", "stroke-opacity": full ? 1 : .6 }));
    });
    const [pw, ph] = [300, h], all = view.by_depth, top = Math.max(...all, 1), low = Math.min(...all, 0);
    const x = (v) => 52 + (pw - 64) * v / 40, y = (v) => 12 + (ph - 40) * (top - v) / (top - low);
    picture.replaceChildren(
      el("div", {}, caption("A hundred groups: full ones in blue"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", "aria-label": `${Math.round(100 * view.fill)} of a hundred groups fill` }, ...groups)),
      el("div", {}, caption("Dollars from 1,000 visitors, by discount"), el("svg", { viewBox: `0 0 ${pw} ${ph}`, width: pw, role: "img", "aria-label": `At ${d} percent ${view.earned} dollars` },
        el("line", { x1: x(0), x2: x(40), y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".4" }),
        el("polyline", { points: all.map((v, i) => `${x(2 * i)},${y(v)}`).join(" "), fill: "none", stroke: blue, "stroke-width": 2 }),
        el("circle", { cx: x(d), cy: y(view.earned), r: 6, fill: blue }),
        el("text", { x: 46, y: y(top) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, format(top, 0)),
        ...[0, 20, 40].map((v) => el("text", { x: x(v), y: ph - 8, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, `${v}%`)))));
    told.textContent = `${Math.round(100 * view.start)}% of the visitors start a group; ${format(view.mean)} friends join on average; ${Math.round(100 * view.fill)}% fill. 1,000 visitors leave ${format(view.earned, 0)} dollars.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
