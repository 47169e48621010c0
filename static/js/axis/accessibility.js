// What is focused or read aloud: a list of real links over the marks, in order of time, with one tab stop.

import { make } from "./frame.js";

export class EventList {
  #nodes = new Map();
  #current = null;

  constructor(list) {
    this.list = list;
  }

  /** `entries` are in order: key, label, box (x, y, width, height), and `href` for an event or `open` for a count. */
  show(entries, preferred) {
    const keys = new Set(entries.map(({ key }) => key));
    for (const [key, node] of this.#nodes) if (!keys.has(key)) this.#remove(key, node);
    let cursor = this.list.firstElementChild;
    for (const entry of entries) {
      const node = this.#nodes.get(entry.key) ?? this.#add(entry);
      if (node === cursor) cursor = cursor.nextElementSibling;
      else this.list.insertBefore(node, cursor);
      this.#update(node, entry);
    }
    this.#rove(keys.has(preferred) ? preferred : keys.has(this.#current) ? this.#current : entries[0]?.key);
  }

  focus(key) {
    const control = this.#nodes.get(key)?.firstElementChild;
    if (!control) return false;
    this.#rove(key);
    control.focus({ preventScroll: true });
    return true;
  }

  get hasFocus() {
    return this.list.contains(document.activeElement);
  }

  get current() {
    return this.#current;
  }

  /** The key of the entry before or after the one that has the focus. */
  beside(step) {
    const keys = [...this.list.children].filter((node) => !node.ariaHidden).map((node) => node.dataset.key);
    return keys[keys.indexOf(this.#current) + step];
  }

  keyOf(target) {
    return target.closest?.("li")?.dataset.key ?? null;
  }

  #add({ key, href, again }) {
    const control = href ? make("a", "event", { href, draggable: "false" }) : make("button", "event", { type: "button" });
    const node = make("li", "", { "data-key": key }, control);
    if (again) {
      // For the pointer alone: the focus goes to the first of its marks.
      node.setAttribute("aria-hidden", "true");
      control.addEventListener("mousedown", (event) => event.preventDefault());
    }
    this.#nodes.set(key, node);
    return node;
  }

  #remove(key, node) {
    node.remove();
    this.#nodes.delete(key);
  }

  #update(node, { label, box, place, total, again }) {
    const control = node.firstElementChild;
    if (control.getAttribute("aria-label") !== label) control.setAttribute("aria-label", label);
    control.tabIndex = -1;
    if (place !== undefined && !again) {
      node.setAttribute("aria-posinset", place + 1);
      node.setAttribute("aria-setsize", total);
    }
    // Set by script on the element itself: a style attribute in HTML would need a weaker content security policy.
    control.style.transform = `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`;
    control.style.width = `${Math.round(box.width)}px`;
    control.style.height = `${Math.round(box.height)}px`;
  }

  #rove(key) {
    const before = this.#nodes.get(this.#current)?.firstElementChild;
    if (before) before.tabIndex = -1;
    this.#current = key ?? null;
    const control = this.#nodes.get(this.#current)?.firstElementChild;
    if (control) control.tabIndex = 0;
  }
}
