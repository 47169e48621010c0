// Counts that the server made where events are too many: grouped into columns, and drawn. Loaded with the first of them.

import { density } from "./density.js";
import { drawBars, RULER } from "./drawing.js";
import { CELL } from "./layout.js";
import { starts, stepFor } from "./ruler.js";

const COLUMN = 4;
const UNIT_DAYS = { day: 1, month: 30, year: 365, decade: 3652, century: 36524 };

/** The server's counts, added up by calendar units wide enough for a number. What is dated more coarsely than
 *  the unit keeps a stretch of its own. */
export function groupBins(bins, pxPerDay) {
  const { unit, step, days } = stepFor(pxPerDay, CELL, UNIT_DAYS[bins.unit]);
  // One unit more than there are counts, so that the last of them ends where the next would begin.
  const edges = [...starts(unit, step, Math.min(...bins.first), Math.max(...bins.last) + 1.1 * days), Infinity];
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

export function columnBox({ first, last }, scale) {
  return { x: scale.x(first) + 1, width: (last - first + 1) * scale.pxPerDay - 2 };
}

/** Counts that the server made: a skyline, and above it how many each stretch holds. */
export function drawSkyline(context, { bins, spans, scale, height, width, theme, texts, hoveredCount }) {
  const floor = height - RULER;
  const heights = density(spans, scale, Math.ceil(width / COLUMN));
  // Steps in the measure, so that the skyline does not breathe while the reader pans.
  const most = 2 ** Math.ceil(Math.log2(Math.max(...heights, 1e-9)));
  for (const bin of bins) {
    if (bin !== hoveredCount) continue;
    const { x, width: wide } = columnBox(bin, scale);
    context.fillStyle = theme.rule;
    context.fillRect(x, 0, wide, floor);
  }
  drawBars(context, heights, { floor, tallest: floor - 44, most, step: COLUMN, colour: theme.strip });
  context.textAlign = "center";
  context.textBaseline = "top";
  context.font = theme.boldFont;
  for (const bin of bins) {
    const { x, width: wide } = columnBox(bin, scale);
    if (x + wide < 0 || x > width) continue;
    context.fillStyle = bin === hoveredCount ? theme.accent : theme.ink;
    context.fillText(texts.number(bin.count), x + wide / 2, bin.coarse ? 24 : 6);
  }
}
