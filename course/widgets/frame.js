// The frame of every widget: controls, pictures that Python has drawn, and what is said when no answer comes.

const BUSY_AFTER = 600; // ms without an answer before the widget says so: a drag does not flicker
const BUSY = "Waiting for the kernel. It is busy with another cell, or it was stopped; in that case run this cell again (Shift+Enter).";
const ASLEEP = "This widget sleeps: its kernel was restarted or stopped. To wake it, run its cell: click the cell and press Shift+Enter.";

/** Make an element: el("p", {class: "x", onclick: f}, "text", child). */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** JupyterLab listens for keys on the whole page; keep what is typed here to ourselves. */
function keepKeys(root) {
  for (const kind of ["keydown", "keyup", "keypress"]) root.addEventListener(kind, (event) => event.stopPropagation());
}

/** The heading of a part: not an <h4>, since the widget does not know under which heading it stands. */
const caption = (text) => el("p", { class: "course-caption" }, text);

/** 12,345.6 and −0.5, as Python's course.check.numbers writes them. */
const format = (number, digits = 1) =>
  number.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace("-", "−");

// Each widget of a page loads this module anew: what is counted from 0 would be there twice.
const coursePage = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
let courseIds = 0, coursePresses = Date.now() % 1e9;
/** A control with a real <label>. */
function labelled(text, control) {
  control.id = control.id || `course-control-${coursePage}-${++courseIds}`;
  return el("span", { class: "course-field" }, el("label", { for: control.id }, text), control);
}

/** One control from its description in Python; `send` sets traits. */
function makeControl(spec, send, model) {
  if (spec.kind === "button") {
    const act = () => {
      if (spec.add) send({ [spec.add[0]]: Math.min(spec.add[2], model.get(spec.add[0]) + spec.add[1]) });
      else send(spec.press ? { pressed: [spec.press, ++coursePresses] } : spec.set);
    };
    const node = el("button", { type: "button", class: spec.main ? "course-main" : "", onclick: act }, spec.label);
    return { node, set: () => {} };
  }
  if (spec.kind === "choice") {
    const value = (text) => spec.options.find(([key]) => String(key) === text)[0];
    const input = el("select", { onchange: () => send({ [spec.trait]: value(input.value) }) },
      ...spec.options.map(([key, text]) => el("option", { value: key }, text)));
    return { node: labelled(spec.label, input), set: (now) => { input.value = String(now); } };
  }
  if (spec.kind === "tick") {
    const input = el("input", { type: "checkbox", onchange: () => send({ [spec.trait]: input.checked }) });
    return { node: el("label", { class: "course-tick" }, input, spec.label), set: (now) => { input.checked = now; } };
  }
  if (spec.kind === "ticks") {
    const boxes = spec.options.map((name) => el("input", { type: "checkbox", value: name,
      onchange: () => send({ [spec.trait]: boxes.filter((box) => box.checked).map((box) => box.value) }) }));
    const node = el("fieldset", { class: "course-ticks", "aria-label": spec.label }, ...boxes.map((box) => el("label", { class: "course-tick" }, box, box.value)));
    return { node, set: (now) => { for (const box of boxes) box.checked = now.includes(box.value); } };
  }
  const words = (value) => (spec.names ? spec.names[value - spec.low] : spec.form.replace("#", format(value / spec.per, spec.digits)));
  const write = () => { shown.textContent = words(Number(input.value)); input.setAttribute("aria-valuetext", shown.textContent); };
  const input = el("input", { type: "range", min: spec.low, max: spec.high, step: spec.step, "data-trait": spec.trait,
    oninput: () => { write(); send(spec.send ? { [spec.send[0]]: [spec.send[1], Number(input.value)] } : { [spec.trait]: Number(input.value) }); } });
  const node = labelled(`${spec.label}: `, input), shown = el("b", {});
  node.classList.add("course-slider");
  node.querySelector("label").append(shown);
  return { node, set: (now) => { input.value = String(spec.item === null ? now : now[spec.item]); write(); } };
}

/** Put HTML from Python into a node and keep the keyboard's place in it. Only what differs is touched: a page that draws
 * a whole picture anew for every pixel of a drag is slow. */
function fill(node, html) {
  if (node.courseHtml === html) return;
  node.courseHtml = html;
  const active = node.getRootNode().activeElement, key = node.contains(active) ? active.dataset.key : undefined;
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  match(node, fresh.content);
  if (key !== undefined && node.getRootNode().activeElement?.dataset.key !== key) node.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Make the children of `node` those of `wanted`. */
function match(node, wanted) {
  const have = [...node.childNodes], want = [...wanted.childNodes];
  want.forEach((next, place) => {
    const now = have[place];
    if (!now) node.append(next);
    else if (now.nodeName !== next.nodeName || now.dataset?.key !== next.dataset?.key) now.replaceWith(next);
    else if (now.nodeType !== Node.ELEMENT_NODE) { if (now.nodeValue !== next.nodeValue) now.nodeValue = next.nodeValue; }
    else {
      for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
      for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
      match(now, next);
    }
  });
  for (const gone of have.slice(want.length)) gone.remove();
}

/** The frame in `host`. `build({root, body, send, view})` may add parts and returns a function that paints them. */
function frame({ model, el: host }, build = null) {
  const view = () => model.get("view");
  const root = el("div", { class: `course-widget ${view().kind}`, role: "group", "aria-label": view().name });
  const state = el("p", { class: "course-state", role: "status" });
  const body = el("div", { class: "course-body" });
  const bar = el("div", { class: "course-row course-controls" });
  const told = el("div", { class: "course-told course-redrawn", "aria-live": "polite" });
  const picture = el("div", { class: "course-redrawn" });
  let asked = 0, timer = null, controls = [], built = "", asleep = false;
  keepKeys(root);
  root.append(state, body);
  body.append(bar, told, picture);

  const say = (kind, text) => {
    if (root.dataset.state === kind) return;
    root.dataset.state = kind;
    state.textContent = text;
  };
  const send = (changes) => {
    if (asleep) return;
    asked = model.get("asked") + 1;
    for (const [name, value] of Object.entries({ ...changes, asked })) model.set(name, value);
    model.save_changes();
    root.setAttribute("aria-busy", "true");
    if (!timer) timer = setTimeout(() => { if (!asleep) say("busy", BUSY); }, BUSY_AFTER);
  };
  const settle = () => {
    if (asleep) rest(false);
    if (model.get("answered") < asked) return;
    root.removeAttribute("aria-busy");
    clearTimeout(timer);
    timer = null;
    say("", "");
    showValues();
  };
  const showValues = () => { for (const [trait, control] of controls) control.set(view().values[trait]); };
  const own = build ? build({ root, body, bar, told, picture, send, view, model }) : () => {};
  const paint = () => {
    const now = view();
    const wanted = JSON.stringify(now.controls);
    if (wanted !== built) {
      built = wanted;
      const focused = [...bar.children].findIndex((child) => child.contains(root.getRootNode().activeElement));
      controls = now.controls.map((spec) => [spec.trait, makeControl(spec, send, model)]);
      bar.replaceChildren(...controls.map(([, control]) => control.node));
      showValues();
      if (focused >= 0) bar.children[focused]?.querySelector("input, select, button")?.focus();
    }
    if (now.told !== undefined) fill(told, now.told);
    fill(picture, now.picture);
    own(now);
    settle();
  };
  root.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-set]");
    if (pressed) send(JSON.parse(pressed.dataset.set));
    const counted = event.target.closest("[data-press]");
    if (counted) send({ pressed: [JSON.parse(counted.dataset.press), ++coursePresses] });
  });

  // ipywidgets fires this event when a kernel restarts (anywidget does not hand out which way the channel went);
  // whatever answers after it is awake again.
  const rest = (now) => {
    asleep = now;
    root.removeAttribute("aria-busy");
    clearTimeout(timer);
    timer = null;
    say(now ? "asleep" : "", now ? ASLEEP : "");
  };
  let kept = new Map();
  const sleep = () => {
    rest(true);
    showValues();
    own(view());
    kept = new Map([...body.querySelectorAll("input, select")].map((control) => [control, [control.value, control.checked]]));
  };
  // What is asleep may be reached and read, but a new setting must not stand beside an old picture.
  const refuse = (event) => {
    if (!asleep || event.key === "Tab") return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (kept.has(event.target)) [event.target.value, event.target.checked] = kept.get(event.target);
  };
  for (const kind of ["beforeinput", "input", "change", "click", "keydown", "dragstart"]) root.addEventListener(kind, refuse, true);
  const fit = new ResizeObserver(() => {
    const style = getComputedStyle(body), room = Math.floor(body.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
    if (room > 0 && Math.abs(room - model.get("width")) > 4) send({ width: room });
  });
  model.on("change:view", paint);
  model.on("change:answered", settle);
  model.on("comm_live_update", sleep);
  host.append(root);
  paint();
  fit.observe(body);
  return () => {
    fit.disconnect();
    model.off("change:view", paint);
    model.off("change:answered", settle);
    model.off("comm_live_update", sleep);
  };
}
