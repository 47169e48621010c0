// The three buttons in the header: light, dark, or as the system has it.

const group = document.querySelector("[data-theme-switch]");
const root = document.documentElement;

function show() {
  const current = root.dataset.theme ?? "auto";
  for (const button of group.children) button.setAttribute("aria-pressed", String(button.value === current));
}

function choose(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (root.dataset.storage === "blocked") return;
  if (theme === "auto") localStorage.removeItem("theme");
  else localStorage.setItem("theme", theme);
}

if (group) {
  group.hidden = false;
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    choose(button.value);
    show();
  });
  show();
}
