"use strict";
// The token comes behind the # of the address, which is never sent; then it leaves the address bar.
const told = location.hash.slice(1);
if (told) { sessionStorage.setItem("token", told); history.replaceState(null, "", location.pathname); }
const token = sessionStorage.getItem("token") || "";
const $ = id => document.getElementById(id);
let all = null, entry = null, saving = Promise.resolve(true);
let target = 0, moving = false;   // the answer that is asked for, and whether it is still on its way

async function ask(path, body) {
  const options = {headers: {Authorization: `token ${token}`}};
  if (body) Object.assign(options, {method: "PUT", body: JSON.stringify(body)});
  const answer = await fetch(`/api/${path}`, options);
  const data = await answer.json();
  if (!answer.ok) throw new Error(data.error || answer.statusText);
  return data;
}

function say(words, bad) { $("saved").textContent = words; $("saved").classList.toggle("bad", !!bad); }

function button(words, press, key) {
  const made = document.createElement("button");
  made.append(words);
  if (key) { const shown = document.createElement("kbd"); shown.textContent = key; made.prepend(shown, " "); made.setAttribute("aria-keyshortcuts", key); }
  made.addEventListener("click", press);
  return made;
}

function showAll() {
  $("title").textContent = all.title;
  document.title = `${all.title} · written answers`;
  $("question").innerHTML = all.question;   // made inert by the server
  $("models").replaceChildren($("models").firstElementChild);
  for (const model of all.models) {
    const head = document.createElement("h3"), text = document.createElement("div");
    head.textContent = `${model.points} point${model.points === 1 ? "" : "s"}`;
    text.innerHTML = model.html;
    $("models").append(head, text);
  }
  $("models").hidden = !all.models.length;
  $("rubric").replaceChildren(...all.rubric.map((words, at) => {
    const made = button("", () => press(at + 1));
    const key = document.createElement("kbd"), text = document.createElement("span"), mark = document.createElement("span");
    key.textContent = at + 1; text.textContent = words.replaceAll("*", ""); mark.className = "mark";
    made.append(key, text, mark);
    made.setAttribute("aria-keyshortcuts", at + 1);
    return made;
  }));
  $("score").max = all.maximum;
  $("of").textContent = `of ${all.maximum}`;
  showRemarks();
}

function showRemarks() {
  $("remarks").replaceChildren(...all.comments.map((words, at) =>
    button(words, () => addRemark(words), at < 5 ? String(at + 5) : "")));
}

function show() {
  const done = all.entries.filter(each => each.state !== "waits").length;
  $("place").textContent = `${entry.number + 1} of ${all.entries.length}`;
  $("progress").max = all.entries.length; $("progress").value = done;
  $("left").textContent = `${all.entries.length - done} to read`;
  $("facts").replaceChildren(entry.length);
  if (entry.name !== null) $("facts").append(` · ${entry.name}`);
  if (entry.blank) $("facts").append(" · left as it was: 0 points");
  else if (entry.waits) { const note = document.createElement("b"); note.textContent = "not read yet"; $("facts").append(" · ", note); }
  if (entry.html === null) $("answer").textContent = "The graded notebook is not there or cannot be read.";
  else $("answer").innerHTML = entry.html;   // made inert by the server
  const pressed = entry.pressed || [];
  Array.from($("rubric").children).forEach((each, at) => {
    const on = pressed.includes(at + 1);
    each.setAttribute("aria-pressed", on);
    each.lastElementChild.textContent = on ? "✓ ½" : "½";
  });
  $("score").value = entry.score ?? "";
  if (document.activeElement !== $("remark")) $("remark").value = entry.remark;
}

async function go(number) {
  number = target = Math.min(Math.max(number, 0), all.entries.length - 1);
  if (!moving && !await keepRemark()) { target = entry.number; return; }
  moving = true;
  try {
    const found = await ask(`entries/${number}`);
    if (number !== target) return;   // another one was asked for meanwhile
    entry = found;
  } catch (error) {
    say(error.message, true);
    if (entry) target = entry.number;
    moving = false;
    return;
  } finally { moving = moving && number !== target; }
  $("remark").value = entry.remark;
  say("");
  show();
  scrollTo(0, 0);
}

function goUnread() {
  const n = all.entries.length;
  for (let step = 1; step <= n; step++) {
    const at = (entry.number + step) % n;
    if (all.entries[at].state === "waits") return go(at);
  }
  say("All are read.");
}

// One after the other, so that the last press is what stays.
function give(make) {
  if (moving) return saving;
  saving = saving.then(async () => {
    const number = entry.number;
    try {
      entry = await ask(`entries/${number}`, make());
      const state = entry.waits ? "waits" : entry.blank ? "blank" : "read";
      all.entries[number] = {state, score: entry.score};
      const remark = entry.remark.trim();
      if (remark && !all.comments.includes(remark)) { all.comments.unshift(remark); showRemarks(); }
      show();
      say(entry.waits ? "Saved. It waits." : `Saved: ${entry.score} of ${all.maximum}.`);
      return true;
    } catch (error) { say(`Not saved. ${error.message}`, true); return false; }
  });
  return saving;
}

const remark = () => $("remark").value;
// What was given, as the server asks for it: a change of one thing keeps the others.
const given = () => entry.waits ? {} : entry.pressed ? {pressed: entry.pressed} : entry.blank ? {} : {score: entry.score};

function press(number) {
  if (number > all.rubric.length) return;
  give(() => {
    const pressed = entry.pressed || [];
    return {remark: remark(), pressed: pressed.includes(number) ? pressed.filter(each => each !== number) : [...pressed, number]};
  });
}

function keepRemark() {
  if (!entry || remark().trim() === entry.remark.trim()) return saving.then(() => true);
  return give(() => ({...given(), remark: remark()}));
}

function addRemark(words) {
  const before = remark().trim();
  if (before.includes(words)) return;
  $("remark").value = before ? `${before}\n\n${words}` : words;
  keepRemark();
}

$("previous").addEventListener("click", () => go(target - 1));
$("next").addEventListener("click", () => go(target + 1));
$("unread").addEventListener("click", goUnread);
$("zero").addEventListener("click", () => give(() => ({remark: remark(), ...(all.rubric.length ? {pressed: []} : {score: 0})})));
$("again").addEventListener("click", () => give(() => ({remark: remark()})));
$("score").addEventListener("change", () => {
  const text = $("score").value;
  give(() => ({remark: remark(), ...(text === "" ? {} : {score: Number(text)})}));
});
$("remark").addEventListener("change", keepRemark);
document.addEventListener("keydown", event => {
  if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") { document.activeElement.blur(); return; }
  if (event.target.matches("input, textarea")) return;
  const number = Number(event.key);
  if (event.key === "ArrowLeft") go(target - 1);
  else if (event.key === "ArrowRight") go(target + 1);
  else if (event.key === "u") goUnread();
  else if (event.key === "c") { event.preventDefault(); $("remark").focus(); }
  else if (event.key === "0") $("zero").click();
  else if (number >= 1 && number <= 4) press(number);
  else if (number >= 5 && number <= 9 && all.comments[number - 5]) addRemark(all.comments[number - 5]);
});

(async () => {
  try {
    all = await ask("overview");
    showAll();
    const first = all.entries.findIndex(each => each.state === "waits");
    await go(Math.max(first, 0));
  } catch (error) {
    document.querySelector("main").textContent = "This page needs the address that `course written` printed, with what stands behind its #.";
  }
})();
