// The rows of one lane. It has no place of its own for counts: they stand in its lowest row, and what stood there moves.

import { alone, CELL, cellSize, countPosition, crowdedCells, merge, place, Shelf } from "./layout.js";

const MOST_ROUNDS = 6;

/** Places the events at `members`; `options.marks` are those of all events. Returns items and counts as `layOut` does. */
export function layOutLane(members, options) {
  const { pxPerDay, rows, marks } = options;
  const cellDays = cellSize(pxPerDay);
  const crowded = crowdedCells(members.map((index) => marks[index]), cellDays, rows, pxPerDay);
  const swallowed = new Set();
  let placed;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    placed = placeAll(members, marks, { ...options, crowded, swallowed, cellDays });
    if (!placed.left.length) break;
    if (round === MOST_ROUNDS - 1) break;
    for (const index of placed.left) {
      swallowed.add(index);
      crowded.add(marks[index].cell);
    }
  }
  // Rounds that do not come to an end leave marks without labels, never without a place.
  for (const index of placed.left) placed.items.push({ ...alone(index, marks[index]), row: 0 });
  return placed;
}

function placeAll(members, marks, { pxPerDay, rows, labelWidth, extent, crowded, swallowed, cellDays }) {
  const shelves = Array.from({ length: rows }, () => new Shelf());
  const merged = new Map();
  const free = [];
  for (const index of members) {
    const mark = marks[index];
    if (swallowed.has(index) || (crowded.has(mark.cell) && !mark.wide)) merge(merged, mark.cell, index, mark);
    else free.push(index);
  }
  const items = [];
  const counts = [];
  for (const count of [...merged.values()].sort((one, other) => one.first - other.first)) {
    if (count.count > 1) counts.push({ ...count, x: countPosition(count, cellDays, pxPerDay) });
    else items.push({ ...alone(count.index, marks[count.index]), row: 0 });
  }
  for (const { x } of counts) shelves[0].take(x - CELL / 2, x + CELL / 2);
  for (const { left, right } of items) shelves[0].take(left, right);
  const unplaced = [];
  for (const index of free) {
    const item = place(index, marks[index], shelves, labelWidth, (extent[1] + 1) * pxPerDay);
    if (item) items.push(item);
    else unplaced.push(index);
  }
  return { items, counts, left: unplaced };
}
