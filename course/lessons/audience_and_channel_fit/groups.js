// Customers in groups, a persona card for each; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget customer-groups", role: "group", "aria-label": "Customer groups" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice shop ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const k = el("input", { type: "range", min: "2", max: "5", value: String(model.get("k")), oninput: () => send("k", Number(k.value)) });
  const scaled = el("input", { type: "checkbox", onchange: () => send("scaled", scaled.checked) });
  const kField = labelled("Number of groups", k);
  const picture = el("div", {}), cards = el("div", { class: "group-cards" }), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Shop", draw), kField, labelled("Give both the same spread", scaled)),
    told, el("div", { class: "group-sides" }, picture, cards));
  const colours = ["#1976d2", "#e65100", "#2e9e46", "#9c4dcc", "#8d6e63"], shapes = ["●", "▲", "■", "◆", "✚"];

  const paint = () => {
    const view = model.get("view");
    if (!view.dots) return;
    draw.value = String(model.get("draw"));
    if (Number(k.value) !== model.get("k")) k.value = String(model.get("k"));
    k.setAttribute("aria-valuetext", `${model.get("k")} groups`);
    kField.querySelector("label").textContent = `Number of groups: ${model.get("k")}`;
    scaled.checked = model.get("scaled");
    told.textContent = `Mean silhouette ${view.silhouette.toFixed(3)}: 1 is groups far apart, 0 is no groups at all.`;
    const [w, h] = [440, 300], x = (v) => 44 + (w - 60) * v / view.top[0], y = (v) => h - 36 - (h - 52) * v / view.top[1];
    const order = Object.fromEntries(view.cards.map(([group], place) => [group, place]));
    picture.replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": view.cards.map(([, count, orders, basket, name]) => `${count} ${name}, ${orders} orders, ${basket} dollars a basket`).join("; ") },
      el("text", { x: w / 2, y: h - 6, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, `orders a year (0 to ${view.top[0]}) →`),
      el("text", { x: 12, y: h / 2, "text-anchor": "middle", "font-size": "12", fill: "currentColor", transform: `rotate(-90 12 ${h / 2})` }, `$ a basket (0 to ${view.top[1]}) →`),
      el("line", { x1: 44, x2: w - 10, y1: h - 34, y2: h - 34, stroke: "currentColor", "stroke-opacity": ".4" }),
      el("line", { x1: 42, x2: 42, y1: 10, y2: h - 34, stroke: "currentColor", "stroke-opacity": ".4" }),
      ...view.dots.map(([orders, basket, group]) => el("text", { x: x(orders), y: y(basket) + 4, "text-anchor": "middle", "font-size": "11",
        fill: colours[order[group]] }, shapes[order[group]]))));
    cards.replaceChildren(...view.cards.map(([, count, orders, basket, name], place) => el("div", { class: "group-card", style: `border-left-color:${colours[place]}` },
      el("b", {}, `${shapes[place]} ${name}`), el("div", {}, `${count} customers, ${orders} orders a year, $${basket} a basket`))));
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
