// Twelve bars of fading posts; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget slot-grid", role: "group", "aria-label": "Slot grid" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice month ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const slot = choice(model.get("view").names.map((name, n) => [n, name]), model.get("slot"), (value) => { send("slot", Number(value)); paint(); });
  const count = el("input", { type: "range", min: "0", max: "28", step: "1", value: "0", class: "count", oninput: () => put(model.get("slot"), Number(count.value)) });
  const field = labelled("Posts", count);
  const clear = el("button", { type: "button", class: "clear", onclick: () => send("posts", model.get("posts").map(() => 0)) }, "Empty the week");
  const picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Month", draw), labelled("Slot", slot), field, clear), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)";
  const put = (n, value) => {
    const posts = [...model.get("posts")], others = posts.reduce((a, b) => a + b, 0) - posts[n];
    posts[n] = Math.max(0, Math.min(value, 28 - others));
    send("posts", posts);
  };

  const paint = () => {
    const view = model.get("view"), posts = model.get("posts"), s = model.get("slot");
    if (!view.layers) return;
    draw.value = String(model.get("draw"));
    slot.value = String(s);
    if (Number(count.value) !== posts[s]) count.value = String(posts[s]);
    count.setAttribute("aria-valuetext", `${posts[s]} posts on ${view.names[s]}`);
    field.querySelector("label").textContent = `Posts on ${view.names[s]}: ${posts[s]}`;
    const [w, h] = [660, 230], step = (w - 46) / 12, x = (n) => 42 + step * n;
    const sums = view.layers.map((layers, n) => layers.reduce((a, b) => a + b, 0) + view.next[n]), top = Math.max(...sums), y = (v) => 10 + (h - 44) * (1 - v / top);
    const bars = view.layers.flatMap((layers, n) => {
      let at = 0;
      const drawn = layers.map((value, k) => { const bar = el("rect", { x: x(n) + 3, y: y(at + value), width: step - 6, height: Math.max(0, y(at) - y(at + value) - 1), fill: blue, "fill-opacity": Math.max(.25, .95 - .1 * k) }); at += value; return bar; });
      drawn.push(el("rect", { x: x(n) + 3, y: y(at + view.next[n]), width: step - 6, height: Math.max(0, y(at) - y(at + view.next[n]) - 1), fill: "none", stroke: n === s ? blue : "currentColor", "stroke-dasharray": "3 2", "stroke-width": n === s ? 2 : 1 }));
      drawn.push(el("text", { x: x(n) + step / 2, y: y(at + view.next[n]) - 2, "text-anchor": "middle", "font-size": "10", fill: "currentColor" }, String(Math.round(view.next[n]))));
      drawn.push(el("text", { x: x(n) + step / 2, y: h - 22, "text-anchor": "middle", "font-size": "10", fill: "currentColor" }, view.names[n].split(" ")[0]));
      drawn.push(el("text", { x: x(n) + step / 2, y: h - 9, "text-anchor": "middle", "font-size": "10", fill: "currentColor" }, view.names[n].split(" ")[1]));
      return drawn;
    });
    const svg = el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%; cursor: pointer", role: "img", "aria-label": `${view.total} responses, ${view.left} posts left` }, ...bars);
    svg.addEventListener("click", (event) => {
      const box = svg.getBoundingClientRect(), n = Math.floor(((event.clientX - box.left) / box.width * w - 42) / step);
      if (n >= 0 && n < 12) { send("slot", n); put(n, model.get("posts")[n] + 1); }
    });
    picture.replaceChildren(caption("Responses by slot, a layer for each post; hollow: what the next post there would bring"), svg);
    told.textContent = `${view.total} responses, ${view.left} posts left. The next post on ${view.names[s]} would bring ${format(view.next[s])}.`;
  };
  model.on("change:view", paint);
  model.on("change:slot", paint);
  paint();
  host.append(root);
  return () => { model.off("change:view", paint); model.off("change:slot", paint); };
}

export default { render };
