// Sixty bubbles and the eight that are chosen; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget bubble-map", role: "group", "aria-label": "Bubble map" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice draw ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const slider = (name) => {
    const input = el("input", { type: "range", min: "0", max: "30", value: String(model.get(name)), class: `bubble-${name}`, oninput: () => send(name, Number(input.value)) });
    return input;
  };
  const crowd = slider("crowd"), margin = slider("margin");
  const crowdField = labelled("Weight of the crowd", crowd), marginField = labelled("Weight of the margin", margin);
  const reveal = el("input", { type: "checkbox", onchange: () => send("reveal", reveal.checked) });
  const picture = el("div", {}), list = el("div", { "aria-live": "polite" }), about = el("p", { class: "course-note" }, "Point at a bubble to read it. Once earnings are shown, a red ring marks what loses money.");
  root.append(el("div", { class: "course-row" }, labelled("Candidates", draw), crowdField, marginField, labelled("Show what they really earn", reveal)),
    el("div", { class: "bubble-sides" }, picture, list), about);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";
  const money = (number) => `${number < 0 ? "−" : ""}$${Math.abs(number).toLocaleString("en-US")}`;

  const paint = () => {
    const view = model.get("view");
    if (!view.bubbles) return;
    draw.value = String(model.get("draw"));
    for (const [name, input, field, text] of [["crowd", crowd, crowdField, "Weight of the crowd"], ["margin", margin, marginField, "Weight of the margin"]]) {
      const value = model.get(name);
      if (Number(input.value) !== value) input.value = String(value);
      input.setAttribute("aria-valuetext", (value / 10).toFixed(1));
      field.querySelector("label").textContent = `${text}: ${(value / 10).toFixed(1)}`;
    }
    reveal.checked = model.get("reveal");
    const [w, h] = [420, 330], xs = view.bubbles.map((b) => b.x), ys = view.bubbles.map((b) => b.y);
    const x = (v) => 44 + (w - 60) * (v - Math.min(...xs)) / (Math.max(...xs) - Math.min(...xs));
    const y = (v) => h - 44 - (h - 66) * (v - Math.min(...ys)) / (Math.max(...ys) - Math.min(...ys));
    picture.replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `Map of demand and competing offers; chosen are ${view.chosen.map((row) => row[0]).join(", ")}` },
      el("text", { x: w / 2, y: h - 6, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, "competing offers → (log scale)"),
      el("text", { x: 12, y: h / 2, "text-anchor": "middle", "font-size": "12", fill: "currentColor", transform: `rotate(-90 12 ${h / 2})` }, "searches a week → (log scale)"),
      ...view.bubbles.map((b) => el("circle", { cx: x(b.x), cy: y(b.y), r: b.r, fill: b.picked ? (b.loses ? red : blue) : "currentColor",
        "fill-opacity": b.picked ? ".75" : ".18", stroke: b.loses ? red : "currentColor", "stroke-opacity": b.loses ? "1" : ".5",
        onmouseenter: () => { about.textContent = b.text; } })),
      ...view.bubbles.filter((b) => b.picked).map((b) => el("text", { x: x(b.x), y: y(b.y) - b.r - 3, "text-anchor": "middle", "font-size": "11", "font-weight": "700",
        fill: "currentColor", "pointer-events": "none" }, b.id))));
    const shown = model.get("reveal");
    list.replaceChildren(caption("The eight best by your weights"), el("table", {},
      el("thead", {}, el("tr", {}, ...["Id", "Product", "Forecast", ...(shown ? ["Earned"] : [])].map((text, place) => el("th", { class: place > 1 ? "number" : "", scope: "col" }, text)))),
      el("tbody", {}, ...view.chosen.map(([id, name, said, earned]) => el("tr", { class: shown && earned < 0 ? "loses" : "" },
        el("td", {}, id), el("td", {}, name), el("td", { class: "number" }, money(said)), ...(shown ? [el("td", { class: "number" }, money(earned))] : []))),
        el("tr", {}, el("td", {}, ""), el("td", {}, el("b", {}, "together")), el("td", { class: "number" }, el("b", {}, money(view.forecast))),
          ...(shown ? [el("td", { class: "number" }, el("b", {}, money(view.earned)))] : [])))));
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
