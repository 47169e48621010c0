// A canvas context that writes SVG: it knows the calls that the axis draws with, so that what is drawn is what is saved.

import { HATCH } from "./bands.js";
import { outlineOf } from "./marks.js";

const PLAIN = { x: 0, y: 0, size: 1 };
const KEPT = ["fillStyle", "strokeStyle", "lineWidth", "globalAlpha", "font", "textAlign", "textBaseline", "lineJoin"];
const ANCHORS = { left: "start", center: "middle", right: "end" };
/** How far below its point the foot of a text lies, in parts of its size: other programs place baselines differently. */
const FEET = { alphabetic: 0, middle: 0.35, top: 0.82 };

export class SvgContext {
  fillStyle = "#000";
  strokeStyle = "#000";
  lineWidth = 1;
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign = "left";
  textBaseline = "alphabetic";
  lineJoin = "miter";
  #elements = [];
  #hatches = new Map();
  #stack = [];
  #place = PLAIN;
  #dash = [];
  #path = "";
  #rim = null;

  // -- state --------------------------------------------------------------------------------------------------------

  save() {
    this.#stack.push({ place: this.#place, ...Object.fromEntries(KEPT.map((name) => [name, this[name]])) });
  }

  restore() {
    const { place, ...kept } = this.#stack.pop();
    this.#place = place;
    Object.assign(this, kept);
  }

  translate(x, y) {
    const { x: left, y: top, size } = this.#place;
    this.#place = { x: left + x * size, y: top + y * size, size };
  }

  scale(size) {
    this.#place = { ...this.#place, size: this.#place.size * size };
  }

  setLineDash(dash) {
    this.#dash = dash;
  }

  // -- paths and areas ----------------------------------------------------------------------------------------------

  beginPath() {
    this.#path = "";
  }

  moveTo(x, y) {
    this.#path += `M${short(x)} ${short(y)}`;
  }

  lineTo(x, y) {
    this.#path += `L${short(x)} ${short(y)}`;
  }

  roundRect(x, y, width, height, round) {
    const r = Math.min(round, width / 2, height / 2);
    const [wide, high, arc] = [short(width - 2 * r), short(height - 2 * r), `${short(r)} ${short(r)} 0 0 1`];
    this.#path += `M${short(x + r)} ${short(y)}h${wide}a${arc} ${short(r)} ${short(r)}v${high}`
      + `a${arc} ${short(-r)} ${short(r)}h${-wide}a${arc} ${short(-r)} ${short(-r)}v${-high}a${arc} ${short(r)} ${short(-r)}z`;
  }

  stroke(path) {
    this.#add("path", { d: outlineOf(path) ?? this.#path, fill: "none", ...this.#line() });
  }

  fill(path) {
    this.#add("path", { d: outlineOf(path) ?? this.#path, fill: this.fillStyle });
  }

  fillRect(x, y, width, height) {
    const [left, top] = [Math.min(x, x + width), Math.min(y, y + height)];
    this.#add("rect", { ...box(left, top, Math.abs(width), Math.abs(height)), fill: this.fillStyle });
  }

  strokeRect(x, y, width, height) {
    this.#add("rect", { ...box(x, y, Math.max(width, 0), Math.max(height, 0)), fill: "none", ...this.#line() });
  }

  /** Paper is what the picture begins with. */
  clearRect() {
    this.#elements = [];
  }

  /** What fills a band of that colour. */
  hatching(colour) {
    if (!this.#hatches.has(colour)) this.#hatches.set(colour, `hatch${this.#hatches.size + 1}`);
    return `url(#${this.#hatches.get(colour)})`;
  }

  // -- texts --------------------------------------------------------------------------------------------------------

  /** The rim of the text that follows: one element, so that the text stands in the file once. */
  strokeText() {
    this.#rim = { stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": this.lineJoin, "paint-order": "stroke" };
  }

  fillText(text, x, y) {
    const { weight, size, family } = fontOf(this.font);
    this.#add("text", {
      x: short(x),
      y: short(y + size * FEET[this.textBaseline]),
      "font-family": family,
      "font-size": size,
      ...(weight && { "font-weight": weight }),
      "text-anchor": ANCHORS[this.textAlign],
      fill: this.fillStyle,
      ...this.#rim,
    }, text);
    this.#rim = null;
  }

  // -- the file -----------------------------------------------------------------------------------------------------

  /** `title` and `description` are what a screen reader says of the picture. */
  document({ width, height, title, description, language, paper }) {
    const hatches = [...this.#hatches].map(([colour, id]) => hatchElement(id, colour)).join("");
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
      + ` role="img" aria-labelledby="title description" xml:lang="${escaped(language)}">`
      + `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>`
      + `${hatches && `<defs>${hatches}</defs>`}${element("rect", { ...box(0, 0, width, height), fill: paper })}\n${this.#elements.join("\n")}\n</svg>\n`;
  }

  #line() {
    return {
      stroke: this.strokeStyle,
      "stroke-width": this.lineWidth,
      ...(this.#dash.length && { "stroke-dasharray": this.#dash.join(" ") }),
    };
  }

  #add(tag, attributes, text = "") {
    const { x, y, size } = this.#place;
    const moved = this.#place === PLAIN ? {} : { transform: `translate(${short(x)} ${short(y)})${size === 1 ? "" : ` scale(${size})`}` };
    const faint = this.globalAlpha < 1 ? { opacity: short(this.globalAlpha) } : {};
    this.#elements.push(element(tag, { ...attributes, ...faint, ...moved }, text));
  }
}

function hatchElement(id, colour) {
  const { size, line, shifts } = HATCH;
  const path = shifts.map((shift) => `M${shift} ${size}l${size} ${-size}`).join("");
  return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">`
    + `${element("path", { d: path, stroke: colour, "stroke-width": line })}</pattern>`;
}

/** "600 12.5px A, sans-serif": weight, size in pixels and families. */
function fontOf(font) {
  const [, weight, size, family] = /^(?:(\d+|bold)\s+)?([\d.]+)px\s+(.*)$/s.exec(font);
  return { weight, size: Number(size), family };
}

function box(x, y, width, height) {
  return { x: short(x), y: short(y), width: short(width), height: short(height) };
}

function element(tag, attributes, text = "") {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  return text === "" ? `<${tag}${written}/>` : `<${tag}${written}>${escaped(text)}</${tag}>`;
}

function short(number) {
  return Math.round(number * 100) / 100;
}

function escaped(value) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // What XML does not allow even when escaped is left out.
  return String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => signs[sign]);
}
