// Lanes: the events of the view sorted by family of kinds or by actor. Loaded when a reader asks for them.

import { layOutLane } from "./lane-layout.js";
import { markBounds } from "./layout.js";
import { FAMILIES, familyOf } from "./marks.js";

const MOST_ACTORS = 7;
/** Many lanes have fewer rows each, so that all of them fit on a screen. */
const MOST_ROWS = { few: 3, many: 2 };
const FEW_LANES = 5;
const ROW = 34;
const HEADER = 20;
const PAD = 6;
const LINE = 16;
const GUTTER = 148;
/** Below this width labels stand above their lane, not beside it. */
const NARROW = 640;

/** `mode` is "kind" or "actor"; `inView(index)` says which events decide what actors get a lane of their own. */
export function chooseLanes(mode, { events, actors }, inView, words) {
  const lanes = mode === "actor" ? byActor(events, actors, inView) : byFamily(events, words.families);
  const sorted = new Set(lanes.flatMap(({ members }) => members));
  const others = all(events).filter((index) => !sorted.has(index));
  return others.length ? [...lanes, { key: "others", label: words.others, members: others }] : lanes;
}

function byFamily(events, names) {
  const members = grouped(events, (index) => [familyOf(events.kind[index])]);
  const named = FAMILIES.filter((family) => family !== "other" && members.has(family));
  return named.map((family) => ({ key: family, label: names[family], members: members.get(family) }));
}

function byActor(events, actors, inView) {
  const members = grouped(events, (index) => events.actors[index]);
  const counts = new Map();
  for (const index of all(events).filter(inView)) {
    for (const actor of events.actors[index]) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  const most = [...counts].sort(([one, few], [other, many]) => many - few || one - other).slice(0, MOST_ACTORS);
  return most.map(([actor]) => ({ key: `actor${actor}`, label: actors[actor], members: members.get(actor) }));
}

function grouped(events, keysOf) {
  const groups = new Map();
  for (const index of all(events)) {
    for (const key of keysOf(index)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(index);
    }
  }
  return groups;
}

function all({ size }) {
  return Array.from({ length: size }, (_, index) => index);
}

/** Where the lanes stand. Their heights depend on the events alone, so that nothing jumps while the reader zooms. */
export class Lanes {
  rowHeight = ROW;

  constructor(lanes, data, width, room) {
    const header = width < NARROW ? HEADER : 0;
    this.gutter = header ? 0 : GUTTER;
    this.made = madeOf(lanes, width);
    this.data = data;
    this.room = room;
    this.mostRows = lanes.length > FEW_LANES ? MOST_ROWS.many : MOST_ROWS.few;
    this.lanes = lanes.map((lane) => ({ ...lane, header, rows: Math.min(rowsFor(lane.members, data.events), this.mostRows) }));
    this.#fill(room);
    let top = 0;
    for (const lane of this.lanes) {
      lane.top = top;
      lane.height = lane.header + lane.rows * ROW + PAD + this.slack;
      top += lane.height;
    }
    this.height = top;
  }

  stillFits(lanes, data, width, room) {
    return this.data === data && this.room === room && this.made === madeOf(lanes, width);
  }

  /** Room that is left goes to the lanes with the fewest rows, the rest to all of them. */
  #fill(room) {
    const tall = () => this.lanes.reduce((sum, { header, rows }) => sum + header + rows * ROW + PAD, 0);
    while (this.lanes.length && tall() + ROW <= room) {
      const least = this.lanes.reduce((one, other) => (other.rows < one.rows ? other : one));
      if (least.rows > this.mostRows) break;
      least.rows += 1;
    }
    this.slack = Math.max(Math.floor((room - tall()) / Math.max(this.lanes.length, 1)), 0);
  }

  /** Items and counts of all lanes, each with the height at which it stands. */
  layOut(events, options) {
    const marks = markBounds(events, options.pxPerDay);
    const layouts = this.lanes.map((lane) => this.#layOutOne(lane, { ...options, marks }));
    return {
      items: layouts.flatMap(({ items }) => items),
      counts: layouts.flatMap(({ counts }) => counts),
      usedRows: 0,
      rowHeight: ROW,
      lanes: this,
    };
  }

  #layOutOne(lane, options) {
    const bottom = lane.top + lane.height - PAD;
    const { items, counts } = layOutLane(lane.members, { ...options, rows: lane.rows });
    for (const item of items) Object.assign(item, { lane, base: bottom - item.row * ROW });
    for (const count of counts) Object.assign(count, { lane, middle: bottom - 15 });
    return { items, counts };
  }

  /** Where an event that a count has swallowed is shown while it has the focus. */
  baseOf(index) {
    const lane = this.lanes.find(({ members }) => members.includes(index)) ?? this.lanes[0];
    return lane.top + lane.height - PAD;
  }

  drawGround(context, { width, theme }) {
    context.fillStyle = theme.rule;
    for (const { top, height } of this.lanes) context.fillRect(0, Math.round(top + height) - 1, width, 1);
  }

  /** Names that stay while everything passes under them. */
  drawNames(context, { theme, texts, width }) {
    context.textAlign = "left";
    context.textBaseline = "alphabetic";
    for (const lane of this.lanes) {
      const number = texts.number(lane.members.length);
      if (lane.header) drawAbove(context, lane, number, { theme, texts, width });
      else drawBeside(context, lane, number, { theme, texts, width: this.gutter });
    }
    if (!this.gutter) return;
    context.fillStyle = theme.rule;
    context.fillRect(this.gutter, 0, 1, this.height);
  }
}

function drawAbove(context, { top, label, header }, number, { theme, texts, width }) {
  const name = texts.shortened(label, theme.boldFont, width * 0.7);
  const wide = texts.width(name, theme.boldFont);
  context.fillStyle = theme.paper;
  context.fillRect(0, top, wide + texts.width(number, theme.dataFont) + 22, header);
  put(context, name, 4, top + 14, theme.boldFont, theme.ink);
  put(context, number, wide + 12, top + 14, theme.dataFont, theme.muted);
}

function drawBeside(context, { top, height, label }, number, { theme, texts, width }) {
  context.fillStyle = theme.paper;
  context.fillRect(0, top, width, height - 1);
  const lines = inTwoLines(label, (text) => texts.width(text, theme.boldFont) <= width - 14);
  const y = top + height / 2 + 4 - (lines.length * LINE) / 2;
  lines.forEach((line, place) => {
    put(context, texts.shortened(line, theme.boldFont, width - 14), 4, y + place * LINE, theme.boldFont, theme.ink);
  });
  put(context, number, 4, y + lines.length * LINE, theme.dataFont, theme.muted);
}

function put(context, text, x, y, font, colour) {
  context.font = font;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** Broken at the last blank that leaves a first line that fits. */
function inTwoLines(text, fits) {
  if (fits(text)) return [text];
  for (let end = text.lastIndexOf(" ", 40); end > 0; end = text.lastIndexOf(" ", end - 1)) {
    if (fits(text.slice(0, end))) return [text.slice(0, end), text.slice(end + 1)];
  }
  return [text];
}

function madeOf(lanes, width) {
  return [width < NARROW, ...lanes.map(({ key }) => key)].join();
}

/** A row for each of the stretches that run at once, one for the days, one more where there are many. */
function rowsFor(members, events) {
  const edges = [];
  let days = 0;
  for (const index of members) {
    const [first, last] = [events.first[index], events.last[index]];
    if (first !== null && last !== null && last - first < 32) days += 1;
    else edges.push([first ?? last, 1], [(last ?? first) + 1, -1]);
  }
  let running = 0;
  let most = 0;
  for (const [, step] of edges.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    running += step;
    most = Math.max(most, running);
  }
  return Math.max(most + (days > 0) + (days > 12), 1);
}
