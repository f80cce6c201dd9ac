// A timeline of purchases and the chance of being still a customer; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget heartbeat", role: "group", "aria-label": "Heartbeat" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const today = el("input", { type: "range", min: "1", max: "60", step: "1", value: String(model.get("today")), class: "today", oninput: () => send("today", Number(today.value)) });
  const week = el("input", { type: "number", min: "1", max: "60", step: "1", value: "22", class: "week" });
  const toggle = (n) => {
    if (!(n >= 1 && n <= 60)) return;
    const weeks = model.get("weeks");
    send("weeks", weeks.includes(n) ? weeks.filter((w) => w !== n) : [...weeks, n].sort((a, b) => a - b));
  };
  const button = el("button", { type: "button", class: "course-button", onclick: () => toggle(Math.round(Number(week.value))) }, "Add or remove a purchase");
  const field = labelled("Today", today);
  const picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, field, labelled("Week", week), button), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), t = model.get("today"), weeks = model.get("weeks");
    if (!view.mine) return;
    if (Number(today.value) !== t) today.value = String(t);
    today.setAttribute("aria-valuetext", `week ${t}`);
    field.querySelector("label").textContent = `Today: week ${t}`;
    const [w, h, left] = [640, 220, 44], x = (n) => left + (w - left - 10) * n / 60, y = (v) => 10 + 130 * (1 - v);
    const path = (values) => values.map((v, i) => `${x(i + 1)},${y(v)}`).join(" ");
    const line = (at, list, colour, name, open) => [
      el("line", { x1: x(0), x2: x(60), y1: at, y2: at, stroke: "currentColor", "stroke-opacity": ".4" }),
      ...list.map((n) => el("circle", { cx: x(n), cy: at, r: 5, fill: n <= t ? colour : "none", stroke: colour }))];
    const svg = el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%; cursor: pointer", role: "img",
      "aria-label": `Week ${t}: this customer is still here with a chance of ${Math.round(100 * view.mine.at(-1))} percent, the one who buys seldom with ${Math.round(100 * view.rare.at(-1))}` },
      ...[0, .5, 1].flatMap((v) => [el("line", { x1: x(0), x2: x(60), y1: y(v), y2: y(v), stroke: "currentColor", "stroke-opacity": ".2" }),
        el("text", { x: left - 6, y: y(v) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, `${100 * v}%`)]),
      el("polyline", { points: path(view.rare), fill: "none", stroke: "currentColor", "stroke-dasharray": "5 4" }),
      el("polyline", { points: path(view.mine), fill: "none", stroke: blue, "stroke-width": 2.5 }),
      el("line", { x1: x(t), x2: x(t), y1: 6, y2: 196, stroke: "currentColor", "stroke-dasharray": "2 3" }),
      ...line(165, weeks, blue), ...line(190, view.rare_weeks, "currentColor"),
      ...[0, 10, 20, 30, 40, 50, 60].map((n) => el("text", { x: x(n), y: 214, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, String(n))));
    svg.addEventListener("click", (event) => {
      const box = svg.getBoundingClientRect();
      toggle(Math.round(((event.clientX - box.left) / box.width * w - left) / (w - left - 10) * 60));
    });
    picture.replaceChildren(caption("Chance of being still a customer: this one (blue; upper row of dots) and one who buys seldom (dashed; lower row)"), svg);
    told.textContent = `Week ${t}. ${view.count} repeat purchases: still a customer with ${Math.round(100 * view.mine.at(-1))}%. The one who buys seldom: ${Math.round(100 * view.rare.at(-1))}%.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
