"use strict";
const all = JSON.parse(document.getElementById("data").textContent);
const words = all.words;
const search = document.getElementById("search");
const found = document.getElementById("found");
const buttons = [...document.querySelectorAll("button[data-section]")];
const switches = [...document.querySelectorAll("input.switch")];

// as the directory folds names: no case, no accents, no punctuation
function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[đð]/g, "d").replace(/ł/g, "l").replace(/ø/g, "o").replace(/ı/g, "i")
    .replace(/['’‘ʼ`´]/g, "").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}
const entries = all.businesses.map((each, at) => ({
  section: each.section,
  text: " " + fold(each.search),
  item: document.getElementById("b" + (at + 1)),
  mark: document.getElementById("m" + (at + 1)),
}));

function language() {
  const on = switches.find((each) => each.checked);
  return on ? on.id : document.documentElement.lang;
}
// scripts without spaces are found anywhere, all others at the beginning of a word
function has(text, word) {
  return text.includes(" " + word) || (/[^\u0000-\u024f]/.test(word) && text.includes(word));
}
function show() {
  const wanted = fold(search.value).split(" ").filter(Boolean);
  const pressed = buttons.find((each) => each.getAttribute("aria-pressed") === "true");
  const section = pressed ? pressed.dataset.section : "";
  let count = 0;
  for (const each of entries) {
    const fits = (!section || each.section === section)
      && wanted.every((word) => has(each.text, word));
    each.item.hidden = !fits;
    if (each.mark) each.mark.toggleAttribute("hidden", !fits);
    count += fits ? 1 : 0;
  }
  for (const part of document.querySelectorAll("main section[data-section]")) {
    part.hidden = !part.querySelector("li:not([hidden])");
  }
  const said = words[language()];
  const all_of_them = count === entries.length;
  found.textContent = all_of_them ? "" : count ? said.found.replace("{n}", count) : said.nothing;
}
function speak() {
  const said = words[language()];
  document.documentElement.lang = language();
  document.title = said.title;
  search.placeholder = said.search;
  search.setAttribute("aria-label", said.search);
  show();
}
for (const button of buttons) {
  button.addEventListener("click", () => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
    show();
  });
}
// whom one points at is shown on the map as well
for (const each of entries) {
  if (!each.mark) continue;
  const point = (on) => each.mark.classList.toggle("on", on);
  for (const name of ["pointerenter", "focusin"]) each.item.addEventListener(name, () => point(true));
  for (const name of ["pointerleave", "focusout"]) each.item.addEventListener(name, () => point(false));
}
for (const each of switches) each.addEventListener("change", speak);
search.addEventListener("input", show);
const spoken = (navigator.language || "").slice(0, 2);
const own = switches.find((each) => each.id === spoken);
if (own) own.checked = true;
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0")).join("-");
document.getElementById("old").hidden = today <= all.use_by;
document.getElementById("tools").hidden = false;
speak();
