// The peek button's drawing; the tests are simulated in Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget peek", role: "group", "aria-label": "Peek button" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const forward = (days) => send("day", Math.min(model.get("view").days, model.get("day") + days));

  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Shop ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const every = el("input", { type: "range", min: "1", max: "10", value: String(model.get("every")), oninput: () => send("every", Number(every.value)) });
  const everyField = labelled("Look every 1 day", every);
  const peek = el("button", { type: "button", class: "peek-main", onclick: () => forward(1) }, "Peek: one more day");
  const more = el("button", { type: "button", onclick: () => forward(10) }, "Ten more days");
  const again = el("button", { type: "button", onclick: () => send("day", 0) }, "Start again");
  const told = el("div", { class: "peek-told", "aria-live": "polite" });
  const chart = el("div", {});
  const dots = el("div", { class: "peek-dots", role: "img" });
  root.append(
    el("div", { class: "course-row" }, labelled("Practice shop", draw), everyField),
    el("div", { class: "course-row" }, peek, more, again), told,
    el("div", { class: "peek-columns" }, chart, dots));

  const paint = () => {
    const view = model.get("view");
    if (!view.shares) return;
    draw.value = String(model.get("draw"));
    every.value = String(model.get("every"));
    everyField.querySelector("label").textContent = `Look every ${every.value} day${every.value === "1" ? "" : "s"}`;
    const day = model.get("day");
    const share = day ? view.shares[day - 1] : 0;
    told.replaceChildren(
      el("div", {}, el("div", { class: "course-big", "data-share": share }, `${format(100 * share)}%`), "of the tests have shown a false win"),
      el("div", {}, el("div", { class: "course-big" }, String(view.looks)), `looks in ${day} days`),
      el("div", {}, el("div", { class: "course-big" }, `${format(100 * view.now)}%`), "would be a false win if you looked only today"));
    const [w, h] = [420, 200];
    const x = (d) => 40 + (w - 50) * d / view.days;
    const y = (s) => h - 24 - (h - 36) * s / 0.5;
    const svg = el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", style: "max-width:100%",
      "aria-label": `Share of tests with a false win by day. After ${day} days: ${format(100 * share)} percent.` });
    for (const s of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) svg.append(
      el("line", { x1: 40, x2: w - 10, y1: y(s), y2: y(s), stroke: "currentColor", "stroke-opacity": s ? ".15" : ".6" }),
      el("text", { x: 34, y: y(s) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, `${Math.round(100 * s)}%`));
    svg.append(
      el("line", { x1: 40, x2: w - 10, y1: y(0.05), y2: y(0.05), stroke: "currentColor", "stroke-dasharray": "5 4" }),
      el("text", { x: w - 10, y: y(0.05) - 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, "5%: what the test promises"),
      el("text", { x: w - 10, y: h - 6, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, "days"),
      el("polyline", { points: [[0, 0], ...view.shares.map((s, d) => [d + 1, s])].map(([d, s]) => `${x(d)},${y(s)}`).join(" "),
        fill: "none", stroke: "var(--jp-brand-color1, #1565c0)", "stroke-width": "2.5" }));
    chart.replaceChildren(svg);
    dots.setAttribute("aria-label", `${view.ever} of ${view.tests} tests have shown a false win`);
    const every8 = Math.round(view.tests / 100);
    dots.replaceChildren(...Array.from({ length: 100 }, (_, i) => el("i", { class: i < Math.round(view.ever / every8) ? "won" : "" })),
      el("small", {}, "one square is 4 of 400 tests; filled: a false win so far"));
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
