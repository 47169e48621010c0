// Keeps the axis in step with the list after htmx has swapped it, and the keyboard's place after a chip is gone.

document.addEventListener("htmx:afterSettle", (event) => {
  const events = document.getElementById("events");
  const axis = document.querySelector("chronology-axis");
  if (!events || event.detail.target?.id !== "events") return;
  if (axis && axis.dataset.src !== events.dataset.axisSrc) axis.dataset.src = events.dataset.axisSrc;
  if (document.activeElement === document.body) document.getElementById("count")?.focus();
});
