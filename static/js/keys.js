// Keys for those who read without a mouse: `/` goes to the search, `?` opens the list of this page's keys, and a link or
// button that names keys in `data-keys` is followed or pressed by them; a field, or what has `data-focus`, takes the
// focus. Readers who dictate can switch all of it off.

const dialog = document.getElementById("keys");
const enabled = document.getElementById("keys-enabled");
const search = document.getElementById("search");

let storage = null;
try {
  storage = localStorage;
} catch {
  document.documentElement.dataset.storage = "blocked"; // Some private windows refuse it: keys then are always on.
}

enabled.checked = storage?.getItem("keys") !== "off";
enabled.addEventListener("change", () => storage?.setItem("keys", enabled.checked ? "on" : "off"));

for (const link of document.querySelectorAll("[data-opens-keys]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
}

document.addEventListener("keydown", (event) => {
  if (!enabled.checked || isForSomethingElse(event)) return;
  if (isForWhatHasTheFocus(event)) return;
  if (act(event.key, event.repeat)) event.preventDefault();
});

/** Whether the key was answered already, is part of a shortcut, or is typed into something. */
function isForSomethingElse(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  return event.target.closest("input, textarea, select, [contenteditable], chronology-axis") !== null;
}

/** Enter follows the link and presses the button that has the focus. */
function isForWhatHasTheFocus(event) {
  return event.key === "Enter" && event.target.closest("a, button, summary") !== null;
}

function act(key, isHeld) {
  if (key === "?") dialog.showModal();
  else if (key === "/") search.focus();
  else return follow(key, isHeld);
  return true;
}

function follow(key, isHeld) {
  const links = [...document.querySelectorAll("[data-keys]")];
  const link = links.find((candidate) => candidate.dataset.keys.split(" ").includes(key));
  if (link?.matches("input, select, [data-focus]")) link.focus();
  else if (!isHeld || link?.matches("a")) link?.click(); // A key held down presses a button once.
  return link !== undefined;
}
