// The small card beside the mark that has the pointer or the focus. Its words are also in the mark's name, so it is
// hidden from screen readers.

import { make } from "./frame.js";

const EDGE = 4;

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
