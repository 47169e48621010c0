// Where every mark and label stands: rows without overlap, and counts where marks would merge.
//
// Everything is measured in pixels from day 0, so that panning is a shift and needs no new layout, and marks keep
// their rows while they pass.

import { starts, stepFor } from "./ruler.js";

export const MARK = 14;
export const FADE = 90;
const GAP = 10;
export const CELL = 52;
const UNIT_DAYS = { day: 1, month: 30, year: 365, decade: 3652, century: 36524 };

/** Kept free on both sides when everything is shown. */
export const MARGIN = 72;

/**
 * `events` has `size`, `first[]` and `last[]` (null is an open end), in order of `first`.
 * `labelWidth(index)` is asked only for events that stand alone enough to have a label.
 * Returns `items` (index, row, mark from `x0` to `x1`, label at `labelX`, or null for none) and `counts`
 * (first and last day, how many events, `x` of the middle), both in order of time.
 */
export function layOut(events, { pxPerDay, rows, labelWidth, extent }) {
  const cellDays = cellSize(pxPerDay);
  const marks = markBounds(events, pxPerDay);
  const crowded = crowdedCells(marks, cellDays, rows, pxPerDay);
  const shelves = Array.from({ length: rows }, () => new Shelf());
  const merged = new Map();
  const items = [];
  for (let index = 0; index < events.size; index += 1) {
    const mark = marks[index];
    const item = crowded.has(mark.cell) && !mark.wide
      ? null
      : place(index, mark, shelves, labelWidth, (extent[1] + 1) * pxPerDay);
    if (item) items.push(item);
    else merge(merged, mark.cell, index, mark);
  }
  const usedRows = shelves.findLastIndex((shelf) => shelf.used) + 1;
  const counts = [];
  for (const count of [...merged.values()].sort((one, other) => one.first - other.first)) {
    if (count.count > 1) counts.push({ ...count, x: countPosition(count, cellDays, pxPerDay) });
    else items.push(alone(count.index, marks[count.index]));
  }
  return { items, counts, usedRows };
}

/** Counts that the server made, added up by calendar units wide enough for a number. What is dated more coarsely than
 *  the unit keeps a stretch of its own. */
export function groupBins(bins, pxPerDay) {
  const { unit, step } = stepFor(pxPerDay, CELL, UNIT_DAYS[bins.unit]);
  const edges = [...starts(unit, step, Math.min(...bins.first), Math.max(...bins.last)), Infinity];
  const groups = new Map();
  let cell = 0;
  bins.first.forEach((start, place) => {
    while (edges[cell + 1] <= start) cell += 1;
    const end = bins.last[place];
    const coarse = end >= edges[cell + 1];
    const [first, last] = coarse ? [start, end] : [edges[cell], (edges[cell + 1] < Infinity ? edges[cell + 1] : end + 1) - 1];
    const key = `${first}:${last}`;
    const group = groups.get(key) ?? { first, last, count: 0, coarse };
    group.count += bins.count[place];
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** Cells are aligned with time and double in size, so that a count stays the same while the reader pans. */
export function cellSize(pxPerDay) {
  return Math.max(2 ** Math.ceil(Math.log2(CELL / pxPerDay)), 1);
}

export function markBounds(events, pxPerDay) {
  const cellDays = cellSize(pxPerDay);
  return Array.from({ length: events.size }, (_, index) => {
    const first = events.first[index];
    const last = events.last[index];
    const x0 = first === null ? (last + 1) * pxPerDay - FADE : first * pxPerDay;
    const x1 = last === null ? x0 + FADE : (last + 1) * pxPerDay;
    const start = first ?? last;
    return { x0, x1, start, end: last ?? first, wide: x1 - x0 > CELL, cell: Math.floor(start / cellDays) };
  });
}

export function crowdedCells(marks, cellDays, rows, pxPerDay) {
  const population = new Map();
  for (const { wide, cell } of marks) if (!wide) population.set(cell, (population.get(cell) ?? 0) + 1);
  const most = rows * Math.max(Math.floor((cellDays * pxPerDay) / MARK / 2), 1);
  return new Set([...population].filter(([, count]) => count > most).map(([cell]) => cell));
}

/** The first free place, from the lowest row upwards: with its label after or before the mark, or without. */
export function place(index, mark, shelves, labelWidth, extentEnd) {
  const glyphX = mark.x1 - mark.x0 < MARK ? (mark.x0 + mark.x1) / 2 : mark.x0 + MARK / 2;
  const left = Math.min(mark.x0, glyphX - MARK / 2);
  const right = Math.max(mark.x1, glyphX + MARK / 2);
  const width = labelWidth(index);
  const after = { left, right: Math.max(right, glyphX + MARK / 2 + width + 4), labelX: glyphX + MARK / 2 + 4 };
  const before = { left: left - width - 6, right, labelX: left - width - 6 };
  // Near the end of the chronology a label looks back, so that it is not cut off by the edge.
  const labelled = after.right <= extentEnd + MARGIN ? [after, before] : [before];
  for (const box of [...labelled, { left, right, labelX: null }]) {
    const row = shelves.findIndex((shelf) => shelf.isFree(box.left - GAP, box.right + GAP));
    if (row < 0) continue;
    shelves[row].take(box.left, box.right);
    return { index, row, glyphX, x0: mark.x0, x1: mark.x1, labelWidth: width, ...box };
  }
  return null;
}

/** The stretches of a row that are taken, in the order in which they were. */
export class Shelf {
  #taken = [];
  #farthest = [];

  get used() {
    return this.#taken.length > 0;
  }

  isFree(left, right) {
    // Nothing before the first stretch that all ends precede can be in the way.
    for (let place = this.#taken.length - 1; place >= 0 && this.#farthest[place] > left; place -= 1) {
      if (this.#taken[place][0] < right && this.#taken[place][1] > left) return false;
    }
    return true;
  }

  take(left, right) {
    this.#taken.push([left, right]);
    this.#farthest.push(Math.max(right, this.#farthest.at(-1) ?? -Infinity));
  }
}

export function merge(merged, cell, index, mark) {
  const count = merged.get(cell);
  if (count) {
    count.last = Math.max(count.last, mark.end);
    count.count += 1;
  } else {
    merged.set(cell, { cell, index, first: mark.start, last: mark.end, count: 1 });
  }
}

/** A count of one is a mark of its own, without a label: below the rows, where there is a place for it. */
export function alone(index, { x0, x1 }) {
  const glyphX = (x0 + Math.min(x1, x0 + CELL)) / 2;
  return { index, row: -1, glyphX, x0, x1, labelX: null, labelWidth: 0, left: glyphX - MARK / 2, right: glyphX + MARK / 2 };
}

export function countPosition({ cell, first, last }, cellDays, pxPerDay) {
  const low = cell * cellDays;
  const middle = (first + Math.min(last, low + cellDays) + 1) / 2;
  // Far enough inside its cell that neighbours never touch.
  const reach = Math.max((cellDays * pxPerDay - CELL) / 2, 0);
  const centre = (low + cellDays / 2) * pxPerDay;
  return Math.min(Math.max(middle * pxPerDay, centre - reach), centre + reach);
}
