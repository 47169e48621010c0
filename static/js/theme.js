// Runs before the first paint, so that a chosen theme never flashes and the axis has its room from the start.
{
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    root.dataset.storage = "blocked"; // Private windows may refuse storage: the system's theme then stays.
  }
}
