// The size-of-a-test slider's drawing; gains come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget sample-size", role: "group", "aria-label": "Size of a test" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice idea ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const slider = el("input", { type: "range", min: "0", max: "200", value: String(model.get("place")), class: "size-slider",
    oninput: () => send("place", Number(slider.value)) });
  const field = labelled("Visitors per arm", slider);
  const about = el("p", {});
  const told = el("div", { class: "size-told", "aria-live": "polite" });
  const chart = el("div", {});
  root.append(el("div", { class: "course-row" }, labelled("Idea", draw)), about, field, told, chart);

  const paint = () => {
    const view = model.get("view");
    if (!view.trail) return;
    draw.value = String(model.get("draw"));
    const place = model.get("place");
    if (Number(slider.value) !== place) slider.value = String(place);
    const n = view.n.toLocaleString("en-US");
    slider.setAttribute("aria-valuetext", view.n ? `${n} visitors per arm` : "no test");
    field.querySelector("label").textContent = view.n ? `Visitors per arm: ${n}` : "Visitors per arm: none, no test";
    about.textContent = `${view.visitors.toLocaleString("en-US")} visitors this season, CVR ${format(100 * view.cvr)}%, so about ${view.now.toLocaleString("en-US")} orders. Ideas like this one change the CVR by ${view.mean < 0 ? "−" : "+"}${format(Math.abs(view.mean))}% on average, give or take ${format(view.sd)}%.`;
    told.replaceChildren(
      el("div", {}, el("div", { class: "course-big", "data-gain": view.gain, "data-place": place }, `${view.gain > 0 ? "+" : view.gain < 0 ? "−" : ""}${format(Math.abs(view.gain))}`), "expected extra orders"),
      el("div", {}, el("div", { class: "course-big" }, `${format(100 * view.share)}%`), "of all visitors in each arm"),
      el("div", {}, el("div", { class: "course-big" }, format(view.best)), "best that you have found"));
    const [w, h] = [640, 230];
    const gains = view.trail.map(([, gain]) => gain);
    // The top is what matters: a loss larger than twice the best gain is drawn as an arrow at the bottom.
    const high = Math.max(1, ...gains);
    const low = Math.max(Math.min(0, ...gains), -2 * high);
    const x = (p) => 20 + (w - 40) * p / view.places;
    const y = (g) => h - 34 - (h - 52) * (Math.max(g, low) - low) / (high - low);
    const mark = ([p, g]) => {
      const look = { fill: p === place ? "var(--jp-brand-color1, #1565c0)" : "currentColor", "fill-opacity": p === place ? "1" : ".45" };
      const r = p === place ? 7 : 3.5;
      return g < low ? el("path", { d: `M ${x(p) - r} ${y(g) - r} h ${2 * r} l ${-r} ${2 * r} z`, ...look }) : el("circle", { cx: x(p), cy: y(g), r, ...look });
    };
    const svg = el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", style: "max-width:100%",
      "aria-label": `The sizes you tried and their expected extra orders; now ${n} per arm gives ${format(view.gain)}.` },
      el("line", { x1: 20, x2: w - 20, y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".6" }),
      el("text", { x: 20, y: y(0) + 16, "font-size": "11", fill: "currentColor" }, "0: leave the page alone"),
      el("text", { x: 20, y: h - 4, "font-size": "11", fill: "currentColor" }, "no test"),
      el("text", { x: w - 20, y: h - 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, "everybody tested"),
      el("text", { x: w / 2, y: h - 4, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, Math.min(...gains) < low ? "▼ a loss below the picture" : ""),
      ...view.trail.map(mark));
    chart.replaceChildren(svg);
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
