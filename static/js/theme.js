// Light, dark, or as the system has it. Runs before the first paint, so that a chosen theme never flashes and the axis
// has its room from the start; the buttons in the header come to life when they are there.
{
  const root = document.documentElement;
  root.classList.add("js");

  let storage = null;
  try {
    storage = localStorage;
  } catch {
    root.dataset.storage = "blocked"; // Some private windows refuse it: a choice then lasts for the page.
  }
  const kept = storage?.getItem("theme");
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;

  const choose = (theme) => {
    if (theme === "auto") {
      delete root.dataset.theme;
      storage?.removeItem("theme");
    } else {
      root.dataset.theme = theme;
      storage?.setItem("theme", theme);
    }
  };

  // Whatever kept the axis from being defined, its room is given back to the list.
  addEventListener("load", () => root.classList.toggle("no-axis", !customElements.get("chronology-axis")));

  document.addEventListener("DOMContentLoaded", () => {
    const group = document.querySelector("[data-theme-switch]");
    if (!group) return;
    const show = () => {
      const current = root.dataset.theme ?? "auto";
      for (const button of group.children) button.setAttribute("aria-pressed", String(button.value === current));
    };
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      choose(button.value);
      show();
    });
    show();
  });
}
