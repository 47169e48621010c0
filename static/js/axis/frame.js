// The element's own parts. Words come from the server; nothing here knows a language.

export function buildFrame() {
  const stage = make("div", "stage", { role: "group" });
  const canvas = make("canvas", "canvas", { "aria-hidden": "true" });
  const list = make("ol", "events", { role: "list" });
  const status = make("p", "status", { role: "status" });
  const card = make("div", "card", { "aria-hidden": "true" });
  const strip = make("div", "strip", { "aria-hidden": "true" });
  const overview = make("canvas", "canvas");
  const brush = make("div", "brush");
  const bar = make("div", "bar");
  const range = make("p", "range");
  const lanes = make("select", "lanes");
  const hint = make("p", "hint");
  const buttons = Object.fromEntries(
    ["filter", "zoom_out", "zoom_in", "fit", "help"].map((name) => [name, make("button", "button", { type: "button" })]),
  );
  const save = make("details", "save", {}, make("summary", "button"), make("div", "menu"));
  const keys = make("p", "keys", { id: `axis-keys-${(made += 1)}` });
  stage.setAttribute("aria-describedby", keys.id);
  const help = make("dialog", "help");
  card.hidden = true;
  bar.hidden = true;
  hint.hidden = true;
  bar.append(range, lanes, ...Object.values(buttons));
  buttons.help.before(save);
  stage.append(canvas, list);
  strip.append(overview, brush);
  return { bar, range, lanes, hint, buttons, save, stage, canvas, list, strip, overview, brush, status, card, keys, help };
}

let made = 0;

const SIGNS = { zoom_out: "−", zoom_in: "+", fit: "↔", help: "?" };

/** Puts the words of the page's language on every part. */
export function nameFrame(frame, words) {
  frame.stage.setAttribute("aria-label", words.axis);
  frame.list.setAttribute("aria-label", words.events);
  frame.keys.textContent = words.keys;
  frame.strip.title = words.overview;
  for (const [name, button] of Object.entries(frame.buttons)) {
    button.textContent = SIGNS[name] ?? words.filter_short;
    button.classList.toggle("axis__button--sign", name in SIGNS);
    button.setAttribute("aria-label", words[name]);
    button.title = words[name];
  }
  frame.save.firstElementChild.append(make("span", "wide", {}, words.save_short), " ↓");
  frame.save.firstElementChild.title = words.save;
  frame.save.firstElementChild.setAttribute("aria-label", words.save);
  frame.bar.hidden = false;
}

export function make(tag, part, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (part) element.className = `axis__${part}`;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What the axis is doing or why it cannot, with a way to try again. */
export function say(status, text, again = null) {
  status.textContent = text;
  status.hidden = !text;
  if (!again) return;
  const button = make("button", "button", { type: "button" }, again.word);
  button.addEventListener("click", again.act);
  status.append(" ", button);
}

const EDGE = 4;

/** Beside the mark that has the pointer or the focus. Its words are also in the mark's name: hidden from screen readers. */
export class Card {
  constructor(element) {
    this.element = element;
  }

  /** `lines` are [part, text]; `box` is the mark, in the coordinates of the card's parent, which is `width` wide. */
  show(lines, box, width) {
    this.element.replaceChildren(...lines.map(([part, text]) => make("p", `card-${part}`, {}, text)));
    this.element.hidden = false;
    const { offsetWidth, offsetHeight } = this.element;
    const x = Math.min(Math.max(box.x + Math.min(box.width, 60) / 2 - 30, EDGE), width - offsetWidth - EDGE);
    const above = box.y - offsetHeight - 6;
    const y = above >= EDGE ? above : box.y + box.height + 6;
    this.element.style.transform = `translate(${Math.round(Math.max(x, EDGE))}px, ${Math.round(y)}px)`;
  }

  hide() {
    this.element.hidden = true;
  }
}
