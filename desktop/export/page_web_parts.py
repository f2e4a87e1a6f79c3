"""The style and the script of a talk as a web page. Measures are `rem`: 16 pixels where the window is 1280 by 720."""

STYLE = """\
:root {
  color-scheme: light dark; --ground: #ffffff; --raised: #ebeef3; --line: #7d8798; --text: #1a1e27; --muted: #545e70;
  --accent: #2358c4
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #1a1e25; --raised: #242a33; --line: #7f8a9d; --text: #e9ecf1; --muted: #a6b0c0; --accent: #86b3ff }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 1.375rem/1.35 system-ui, sans-serif }
h1 { margin: 1rem 2rem; font-size: 2.25rem }
.page { max-width: 80rem; margin: 0 auto; padding: 1.25rem 2rem 1rem; border-top: 1px solid var(--line) }
.page:focus { outline: none }
h2 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.2 }
h3 { margin: 0.5rem 0; font-size: 1.375rem }
p, ul { margin: 0 0 0.6rem }
ul { padding-left: 1.5rem; font-size: 1.25rem }
.lead { font-size: 2.1rem; line-height: 1.25 }
.small, footer { color: var(--muted); font-size: 0.9rem }
footer { display: flex; justify-content: space-between; gap: 2rem; margin-top: 1rem; font-size: 0.8rem }
figure { margin: 0 0 0.6rem; text-align: center }
svg { display: block; width: 100%; max-height: 30rem; margin: 0 auto }
table { width: 100%; table-layout: fixed; margin: 0 0 0.6rem; border-collapse: collapse;
  font-size: 0.9rem; line-height: 1.2 }
th, td { border: 1px solid var(--line); padding: 0.2rem 0.3rem; text-align: left; vertical-align: top }
thead th, th[scope=rowgroup] { background: var(--raised) }
thead tr > :first-child { width: 18% }
.notes { margin-top: 1rem; padding: 0.5rem 1rem; background: var(--raised) }
summary { color: var(--muted); font-size: 1rem }
a { color: var(--accent) }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
dialog { max-width: 60rem; max-height: 90vh; border: 1px solid var(--line); background: var(--ground);
  color: var(--text) }
dialog li { padding: 0.2rem 0 }
#black { position: fixed; inset: 0; background: #000000 }
@media screen {
  .talk { font-size: calc(var(--larger, 1) * max(12px, min(1.25vw, 2.2222vh))) }
  .talk body { height: 100vh; overflow: hidden }
  .talk h1 { display: none }
  .talk .page { display: none }
  .talk .page.on { display: flex; flex-direction: column; height: 100vh; max-width: none; border: 0; overflow: auto }
  .talk .parts { flex: 1 0 auto }
  .talk svg { max-height: 24rem }
}
.title h2 { margin-top: auto; font-size: 3rem }
.page.title .parts { flex: 0 0 auto }
.title footer { margin-top: auto }
@media print {
  @page { size: 1280px 720px; margin: 0 }
  h1, dialog, .notes, #black { display: none }
  .page { display: flex; flex-direction: column; width: 1280px; min-height: 719px; border: 0;
    break-after: page; break-inside: avoid }
  svg { max-height: 26rem }
  .page:last-child { break-after: auto }
  .parts { flex: 1 }
  html { font-size: 14px; print-color-adjust: exact; -webkit-print-color-adjust: exact }
}"""

SCRIPT = """\
"use strict";
const root = document.documentElement, pages = [...document.querySelectorAll(".page")];
const byId = (id) => document.getElementById(id), black = byId("black"), dialogs = [byId("overview"), byId("help")];
let at = 0, larger = 1, notes = false;
function show(to, tell) {
  at = Math.max(0, Math.min(pages.length - 1, to));
  pages.forEach((page, place) => page.classList.toggle("on", place === at));
  const page = pages[at];
  page.scrollTop = 0;
  fit(page);
  page.focus({preventScroll: root.classList.contains("talk")});
  history.replaceState(null, "", "#" + page.id);
  document.title = page.querySelector("h2").textContent;
  if (tell) byId("told").textContent = "Page " + (at + 1) + " of " + pages.length + ": " + document.title;
}
function fit(page) {
  const parts = page.querySelector(".parts");
  let zoom = 1;
  parts.style.zoom = zoom;
  if (larger > 1 || notes || !root.classList.contains("talk")) return;
  while (zoom > 0.65 && page.scrollHeight > page.clientHeight + 1) parts.style.zoom = zoom -= 0.05;
}
function fromHash() {
  const found = pages.findIndex((page) => "#" + page.id === location.hash);
  show(found < 0 ? 0 : found, false);
}
function toggle(dialog) {
  const open = dialog.open;
  dialogs.forEach((each) => each.open && each.close());
  if (!open) dialog.showModal();
}
function scrolls(way) {
  const page = pages[at];
  return way > 0 ? page.scrollTop + page.clientHeight < page.scrollHeight - 2 : page.scrollTop > 0;
}
function move(way) { show(at + way, true); }
const keys = {
  ArrowRight: () => move(1), PageDown: () => move(1), Enter: () => move(1), n: () => move(1),
  ArrowLeft: () => move(-1), PageUp: () => move(-1), Backspace: () => move(-1), p: () => move(-1),
  Home: () => show(0, true), End: () => show(pages.length - 1, true),
  b: () => { black.hidden = false; }, ".": () => { black.hidden = false; },
  o: () => toggle(dialogs[0]), "?": () => toggle(dialogs[1]),
  s: () => { notes = !notes; document.querySelectorAll(".notes").forEach((each) => { each.open = notes; }); },
  a: () => { root.classList.toggle("talk"); show(at, false); },
  "+": () => enlarge(0.1), "-": () => enlarge(-0.1),
};
function enlarge(by) {
  larger = Math.max(0.5, Math.min(3, larger + by));
  root.style.setProperty("--larger", larger);
  fit(pages[at]);
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!black.hidden) { black.hidden = true; event.preventDefault(); return; }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const open = dialogs.find((each) => each.open);
  if (open) {
    if ((key === "o" && open === dialogs[0]) || (key === "?" && open === dialogs[1])) open.close();
    return;
  }
  if ((key === "Enter" || key === " ") && event.target.closest("summary, a")) return;
  const way = {ArrowDown: 1, ArrowUp: -1, " ": event.shiftKey ? -1 : 1}[key];
  if (way !== undefined) {
    if (!root.classList.contains("talk") || scrolls(way)) return;
    move(way);
  } else if (keys[key]) keys[key]();
  else return;
  event.preventDefault();
});
dialogs[0].addEventListener("click", (event) => {
  if (event.target.closest("a")) dialogs[0].close();
});
window.addEventListener("hashchange", fromHash);
window.addEventListener("resize", () => fit(pages[at]));
root.classList.add("talk");
fromHash();
"""
