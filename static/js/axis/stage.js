// The visible state of the axis: which data, which scale, what is focused. Paints once per change, in the next frame.

import { spansOf } from "./data.js";
import { density } from "./density.js";
import { drawOverview, drawStage, LANE, ROW, RULER, rowsIn, settled } from "./drawing.js";
import { layOut, MARGIN } from "./layout.js";
import { Scale } from "./scale.js";
import * as skyline from "./skyline.js";
import { Texts } from "./texts.js";
import { readTheme } from "./theme.js";

const LONGEST_LABEL = 230;
const MOST_CONTROLS = 250;

export class Stage {
  scale = null;
  data = null;
  focused = null;
  hovered = null;
  hoveredCount = null;
  /** Canvas pixels per pixel of the page, where it shall not be the screen's. */
  fineness = null;
  #frame;
  #request = 0;
  #theme = null;
  #texts = null;
  #layout = null;
  #sorting = null;
  #lanes = null;
  #tallest = 0;
  #overviewDrawn = false;
  #ratio = 0;
  #marked = null;

  constructor(element, frame) {
    this.element = element;
    this.#frame = frame;
    this.context = frame.canvas.getContext("2d");
  }

  /** The selection as a whole: sets the bounds of zooming and the overview. */
  begin(whole, calendar) {
    this.whole = whole;
    this.calendar = calendar;
    this.#overviewDrawn = false;
    this.use(whole);
  }

  /** The data to draw: the whole, or one window of it. */
  use(data) {
    if (this.data === data) return;
    const focusedId = this.focusedId;
    this.data = data;
    this.#texts = null;
    this.#layout = null;
    this.hoveredCount = this.hovered = null;
    const place = focusedId === null ? -1 : (data.events?.id.indexOf(focusedId) ?? -1);
    this.focused = place < 0 ? null : place;
    this.redraw();
  }

  get focusedId() {
    return this.focused === null ? null : (this.data?.events?.id[this.focused] ?? null);
  }

  get width() {
    return this.#frame.stage.clientWidth;
  }

  get height() {
    return this.#frame.stage.clientHeight;
  }

  /** Covered by the names of lanes. */
  get gutter() {
    return this.#lanes?.gutter ?? 0;
  }

  fitting() {
    const { width, gutter } = this;
    const [first, last] = this.whole.extent ?? [0, 365];
    const { start, pxPerDay } = Scale.fitting(first, last, width - gutter, Math.min(MARGIN, width * 0.08));
    return new Scale(start - gutter / pxPerDay, pxPerDay, width);
  }

  /** Sorts the events into lanes, or no longer where `sorting` is null. It has `mode`, `words` and what lanes.js exports. */
  sort(sorting) {
    this.#sorting = sorting;
    this.#tallest = 0;
    this.arrange();
  }

  /** Lanes follow what is in view when it has come to rest. They may need more room than before, never less. */
  arrange() {
    if (!this.data || !this.width) return;
    const before = this.#lanes;
    const room = Math.max(before ? this.#tallest : this.height - RULER, this.#tallest);
    this.#lanes = this.#sorted(room);
    if (before === this.#lanes) return;
    this.#tallest = this.#lanes ? Math.max(room, this.#lanes.height) : 0;
    this.element.classList.toggle("has-lanes", Boolean(this.#lanes));
    this.#frame.stage.style.blockSize = this.#lanes ? `${this.#tallest + RULER}px` : "";
    this.#layout = null;
    this.redraw();
  }

  #sorted(room) {
    const { data, width } = this;
    const { mode, words, chooseLanes, Lanes } = this.#sorting ?? {};
    if (!mode || !data.events?.size || (mode === "actor" && !data.events.actors)) return null;
    const lanes = chooseLanes(mode, data, (index) => this.#inView(index), words);
    return this.#lanes?.stillFits(lanes, data, width, room) ? this.#lanes : new Lanes(lanes, data, width, room);
  }

  #inView(index) {
    const { first, last } = this.data.bounds(index);
    return first < this.scale.end && last >= this.scale.start;
  }

  get showsAll() {
    const { extent } = this.whole;
    return !extent || (this.scale.start <= extent[0] && this.scale.end >= extent[1] + 1);
  }

  move(scale) {
    const [first, last] = this.whole.extent ?? [0, 365];
    this.scale = scale.within(first, last);
    this.redraw();
  }

  resize() {
    if (!this.scale || !this.width) return;
    this.#overviewDrawn = false;
    this.#layout = null;
    this.#texts = null;
    this.scale = this.scale.resized(this.width);
    this.arrange();
    this.redraw();
  }

  retheme() {
    this.#theme = this.#texts = this.#layout = null;
    this.#overviewDrawn = false;
    this.redraw();
  }

  redraw() {
    this.#request ||= requestAnimationFrame(() => this.paint());
  }

  stop() {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  paint() {
    const ratio = this.fineness ?? window.devicePixelRatio ?? 1;
    this.stop();
    if (!this.scale || !this.data || !this.width) return;
    this.#theme ??= readTheme(this.element);
    if (ratio !== this.#ratio) this.#overviewDrawn = false;
    this.#ratio = ratio;
    sized(this.#frame.canvas, this.width, this.height, ratio);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawStage(this.context, this.#state());
    this.#paintOverview(ratio);
    this.#marked ??= performance.mark("axis:first-marks");
  }

  /** The view as it is, without what is chosen in it, in other colours on another context. */
  drawOn(context, theme) {
    drawStage(context, { ...this.#state(), theme, focused: null, hovered: null, hoveredCount: null, pinned: null });
  }

  get texts() {
    return this.#texts;
  }

  /** What can be pointed at or focused now, in order of time. */
  entries() {
    const state = this.#state();
    const found = [...this.#eventEntries(state), ...this.#countEntries(state)];
    return found.sort((one, other) => one.at - other.at).slice(0, MOST_CONTROLS);
  }

  #state() {
    const { scale, data, width, height, calendar, focused, hovered, hoveredCount } = this;
    this.#theme ??= readTheme(this.element);
    this.#texts ??= new Texts(this.context, data.events, this.#theme, Math.min(LONGEST_LABEL, width * 0.45), data.language);
    const laid = this.#laidOut();
    const merged = focused !== null && laid.layout && !laid.layout.items.some(({ index }) => index === focused);
    return {
      scale, width, height, calendar, focused, hovered, hoveredCount, ...laid, skyline,
      events: data.events, theme: this.#theme, texts: this.#texts, pinned: merged ? focused : null, spans: spansOf(data),
    };
  }

  /** Depends on zoom, not on position: panning reuses it. */
  #laidOut() {
    const { pxPerDay } = this.scale;
    if (this.#layout?.pxPerDay !== pxPerDay) {
      const { events, bins } = this.data;
      const options = {
        pxPerDay,
        rows: rowsIn(this.height),
        labelWidth: (index) => this.#texts.label(index).width,
        extent: this.whole.extent ?? [0, 0],
      };
      this.#layout = {
        pxPerDay,
        layout: events ? (this.#lanes ?? { layOut }).layOut(events, options) : null,
        bins: bins && !events ? skyline.groupBins(bins, pxPerDay) : null,
      };
    }
    return this.#layout;
  }

  #eventEntries(state) {
    if (!state.layout) return [];
    const tall = state.layout.rowHeight ?? ROW;
    const seen = new Set();
    const entries = settled(state).map(({ index, left, right, base, lane }) => {
      // In the lanes of several actors an event stands several times, and is one stop of the keyboard.
      const again = seen.has(index) ? `@${lane.key}` : "";
      seen.add(index);
      return this.#eventEntry(index, this.#box(left, right, base - tall + 3, tall), again);
    });
    if (state.pinned !== null) {
      const x = state.scale.x(this.data.bounds(state.pinned).first + 0.5);
      const base = state.layout.lanes?.baseOf(state.pinned) ?? state.height - RULER - LANE;
      entries.push(this.#eventEntry(state.pinned, { x: x - 14, y: base - 24, width: 28, height: 28 }, ""));
    }
    return entries;
  }

  #eventEntry(index, box, again) {
    const { events, address } = this.data;
    return {
      key: `e${events.id[index]}${again}`,
      again: Boolean(again),
      index,
      at: this.data.bounds(index).first,
      label: events.label[index],
      href: address.replace("{id}", encodeURIComponent(events.id[index])),
      place: this.data === this.whole ? index : undefined,
      total: events.size,
      box,
    };
  }

  #countEntries(state) {
    const { scale, width, height } = state;
    const shift = scale.start * scale.pxPerDay;
    const counts = state.bins ?? state.layout?.counts ?? [];
    return counts.map((count) => {
      const column = state.bins ? state.skyline.columnBox(count, scale) : { x: count.x - shift - 24, width: 48 };
      const y = state.bins ? 0 : (count.middle ?? height - RULER - LANE / 2) - LANE / 2;
      return {
        key: `c${count.first}:${count.last}${count.lane?.key ?? ""}`,
        count,
        at: count.first,
        box: { ...column, y, height: state.bins ? height - RULER : LANE },
      };
    }).filter(({ box }) => box.x + box.width > 0 && box.x < width);
  }

  /** At least 24 pixels each way, within the stage. */
  #box(left, right, y, height) {
    const short = Math.max(24 - (right - left), 0) / 2;
    const from = Math.max(left - short - 2, 0);
    return { x: from, y, width: Math.min(right + short + 2, this.width) - from, height };
  }

  #paintOverview(ratio) {
    const { overview, brush } = this.#frame;
    const width = overview.parentElement.clientWidth;
    const height = overview.parentElement.clientHeight;
    const [first, last] = this.whole.extent ?? [0, 365];
    this.overviewScale = Scale.fitting(first, last, width, Math.min(MARGIN, width * 0.08));
    if (!this.#overviewDrawn) {
      sized(overview, width, height, ratio);
      const context = overview.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const heights = density(spansOf(this.whole), this.overviewScale, Math.max(Math.floor(width / 4), 1));
      drawOverview(context, heights, { width, height, scale: this.overviewScale, calendar: this.calendar, theme: this.#theme });
      this.#overviewDrawn = true;
    }
    const left = Math.max(this.overviewScale.x(this.scale.start), 0);
    const right = Math.min(this.overviewScale.x(this.scale.end), width);
    brush.style.transform = `translateX(${left}px)`;
    brush.classList.toggle("is-whole", this.showsAll);
    brush.style.width = `${Math.max(right - left, 6)}px`;
  }
}

function sized(canvas, width, height, ratio) {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}
