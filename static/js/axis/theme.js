// Colours and fonts of the canvas, read from the custom properties of the page.

import { FAMILIES } from "./marks.js";

const NAMES = ["ink", "muted", "paper", "rule", "band", "accent", "strip"];

export function readTheme(element) {
  // Read through `color`, because a custom property itself may hold light-dark() or another unresolved expression.
  const probe = element.appendChild(document.createElement("i"));
  const colour = (name) => {
    probe.style.color = `var(--axis-${name})`;
    return getComputedStyle(probe).color;
  };
  const font = (name) => getComputedStyle(element).getPropertyValue(`--axis-${name}-font`).trim();
  const theme = Object.fromEntries(NAMES.map((name) => [name, colour(name)]));
  theme.family = Object.fromEntries(FAMILIES.map((family) => [family, colour(`kind-${family}`)]));
  probe.remove();
  theme.titleFont = font("title");
  theme.dataFont = font("data");
  theme.boldFont = `600 ${theme.dataFont}`;
  return theme;
}

/** The colours of paper, whatever the screen has now. */
export function paperTheme(element) {
  const printing = element.classList.contains("is-printing");
  element.classList.add("is-printing");
  const theme = readTheme(element);
  element.classList.toggle("is-printing", printing);
  return theme;
}

/** Calls back when the reader or the system changes between light and dark. Returns the way to stop it. */
export function watchTheme(callback) {
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", callback);
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "data-theme", "data-mode"] });
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", callback);
  };
}
