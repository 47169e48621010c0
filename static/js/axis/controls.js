// The controls that a reader may leave alone: lanes, the menu that saves, the hint of the first visit.

import { make } from "./frame.js";

const MODES = ["one", "kind", "actor"];

/** `act` has lanes(mode), save(format) and, where the page can be embedded, embed(). Returns the way to detach. */
export function attachControls({ lanes, save, hint }, words, act) {
  lanes.setAttribute("aria-label", words.lanes);
  lanes.replaceChildren(...MODES.map((mode) => make("option", "", { value: mode }, words[`lanes_${mode}`])));
  const choose = () => {
    keep("sessionStorage", "axis-lanes", lanes.value);
    used(hint);
    act.lanes(lanes.value);
  };
  lanes.addEventListener("change", choose);
  fillMenu(save, words, act);
  fillHint(hint, words);
  const away = (event) => save.contains(event.target) || (save.open = false);
  document.addEventListener("pointerdown", away);
  return () => {
    lanes.removeEventListener("change", choose);
    document.removeEventListener("pointerdown", away);
  };
}

/** The lanes that these data can be sorted into. Counts cannot: the control stays in its place and says why. */
export function offerLanes(lanes, { events }, mode, words) {
  const able = { one: true, kind: Boolean(events), actor: Boolean(events?.actors) };
  for (const option of lanes.options) option.disabled = !able[option.value];
  lanes.value = MODES.includes(mode) && (able[mode] || !events) ? mode : "one";
  const reason = events ? "" : words.lanes_many;
  lanes.title = reason;
  lanes.setAttribute("aria-disabled", String(!events));
  lanes.setAttribute("aria-description", reason);
}

export function keptLanes() {
  return kept("sessionStorage", "axis-lanes");
}

function fillMenu(save, words, act) {
  const [summary, menu] = save.children;
  const items = [
    [words.save_svg, () => act.save("svg")],
    [words.save_png, () => act.save("png")],
    ...(act.embed ? [[words.embed, act.embed]] : []),
  ];
  menu.replaceChildren(...items.map(([text, wish]) => {
    const button = make("button", "button", { type: "button" }, text);
    button.addEventListener("click", () => {
      save.open = false;
      summary.focus();
      wish();
    });
    return button;
  }));
  save.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !save.open) return;
    save.open = false;
    summary.focus();
  });
  save.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !save.contains(relatedTarget)) save.open = false;
  });
}

// -- the first visit ------------------------------------------------------------------------------------------------

function fillHint(hint, words) {
  hint.hidden = kept("localStorage", "axis-used") !== null;
  if (hint.hidden) return;
  const close = make("button", "dismiss", { type: "button", "aria-label": words.dismiss, title: words.dismiss }, "×");
  close.addEventListener("click", () => used(hint));
  hint.replaceChildren(matchMedia("(pointer: coarse)").matches ? words.hint_touch : words.hint, " ", close);
}

/** The reader knows how: the hint goes, and does not come again. */
export function used(hint) {
  if (hint.hidden) return;
  hint.hidden = true;
  keep("localStorage", "axis-used", "yes");
}

/** A browser may keep nothing for us: a choice then lasts for the page. */
function kept(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

function keep(storage, name, value) {
  try {
    window[storage].setItem(name, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
