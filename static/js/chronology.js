// Keeps the page in step when htmx swaps the list: what stood open stays open, the axis draws the same selection, and
// the keyboard has a place to go on from when the link that was followed is gone.

const open = new Set();

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  open.clear();
  for (const details of event.target.querySelectorAll("details[open]")) open.add(details.id);
});

document.addEventListener("htmx:oobAfterSwap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
});

document.addEventListener("htmx:afterSettle", (event) => {
  const events = document.getElementById("events");
  const axis = document.querySelector("chronology-axis");
  if (!events || event.detail.target?.id !== "events") return;
  if (axis && axis.dataset.src !== events.dataset.axisSrc) axis.dataset.src = events.dataset.axisSrc;
  if (document.activeElement === document.body) document.getElementById("count")?.focus();
});

// Letters typed to find a value are no filter yet: the panel's form must not hear that their field has changed.
document.addEventListener(
  "change",
  (event) => {
    if (event.target.matches?.("#filters [name=find]")) event.stopPropagation();
  },
  true,
);
