// Waves of newcomers as dots, and profit by reward; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget reward-waves", role: "group", "aria-label": "Reward and waves" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice event ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const reward = el("input", { type: "range", min: "0", max: "60", step: "2", value: String(model.get("reward")), class: "reward", oninput: () => send("reward", Number(reward.value)) });
  const share = el("input", { type: "range", min: "0", max: "100", step: "10", value: String(model.get("share")), class: "share", oninput: () => send("share", Number(share.value)) });
  const rewardField = labelled("Reward", reward), shareField = labelled("Share", share);
  const dots = el("div", {}), picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Event", draw)), el("div", { class: "wave-slider" }, rewardField), el("div", { class: "wave-slider" }, shareField),
    el("div", { class: "wave-sides" }, dots, picture), told);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";

  const paint = () => {
    const view = model.get("view");
    if (!view.waves) return;
    const [r, s] = [model.get("reward"), model.get("share")];
    draw.value = String(model.get("draw"));
    if (Number(reward.value) !== r) reward.value = String(r);
    if (Number(share.value) !== s) share.value = String(s);
    reward.setAttribute("aria-valuetext", `${r} dollars`);
    share.setAttribute("aria-valuetext", `${s} percent to the inviter`);
    rewardField.querySelector("label").textContent = `Reward for a friend: $${r}`;
    shareField.querySelector("label").textContent = `${s}% of it to the inviter ($${(r * s / 100).toFixed(0)}), the rest to the friend ($${(r * (100 - s) / 100).toFixed(0)})`;
    const [w, h] = [360, 190], most = Math.max(1, ...view.waves.map(([a, b]) => a + b));
    const each = Math.max(10, Math.ceil(most / 90 / 10) * 10);   // people a dot, so that the tallest wave has at most 90
    const marks = [];
    view.waves.forEach(([honest, fake], wave) => {
      const good = Math.round(honest / each), bad = Math.round(fake / each);
      for (let n = 0; n < good + bad; n += 1) {
        const cx = 24 + wave * 56 + (n % 6) * 8, cy = h - 30 - Math.floor(n / 6) * 9;
        marks.push(n < good ? el("circle", { cx, cy, r: 3, fill: blue })
          : el("path", { d: `M${cx - 3} ${cy - 3}l6 6M${cx + 3} ${cy - 3}l-6 6`, stroke: red, "stroke-width": "1.6" }));
      }
      marks.push(el("text", { x: 44 + wave * 56, y: h - 10, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, `wave ${wave + 1}`));
    });
    dots.replaceChildren(caption(`Each dot is ${each} people; crosses are fakes`), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": view.waves.map(([a, b], wave) => `wave ${wave + 1}: ${a} honest, ${b} fake`).join("; ") }, ...marks));
    const [pw, ph] = [330, 190], low = Math.min(0, ...view.by_reward.map((p) => Math.max(p, -40000))), high = Math.max(1, ...view.by_reward);
    const x = (at) => 14 + (pw - 28) * at / 60, y = (p) => ph - 30 - (ph - 50) * (Math.max(p, low) - low) / (high - low);
    picture.replaceChildren(caption("What the event leaves, by reward"), el("svg", { viewBox: `0 0 ${pw} ${ph}`, width: pw, style: "max-width:100%", role: "img",
      "aria-label": `Profit by reward; now ${view.profit} dollars` },
      el("line", { x1: 14, x2: pw - 14, y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".4" }),
      el("polyline", { points: view.by_reward.map((p, place) => `${x(2 * place).toFixed(1)},${y(p).toFixed(1)}`).join(" "), fill: "none", stroke: blue, "stroke-width": "2.5" }),
      el("line", { x1: x(r), x2: x(r), y1: 8, y2: ph - 28, stroke: "currentColor", "stroke-dasharray": "4 3" }),
      ...[0, 20, 40, 60].map((at) => el("text", { x: x(at), y: ph - 10, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, `$${at}`))));
    told.textContent = `K = ${view.k.toFixed(2)} honest friends a user; ${Math.round(100 * view.fake)}% of the sign-ups are fake. A newcomer leaves $${view.ltv.toFixed(0)}. The event ${view.profit < 0 ? "loses" : "leaves"} $${format(Math.abs(view.profit), 0)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };
