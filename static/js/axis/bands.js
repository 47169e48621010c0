// The extent of a mark says how much is known: a day is a tick, a month or year a hatched band (somewhere in it), an
// interval a solid bar (all of it); an open end fades, an approximate date has soft edges, one of several is linked ticks.

import { FADE } from "./layout.js";

const BAR = 5;
const SOFT = 14;

export function drawTick(context, { x0, x1, base, colour, soft }) {
  if (soft) {
    const middle = (x0 + x1) / 2;
    const reach = Math.max(SOFT, (x1 - x0) / 2);
    fade(context, middle - reach, middle, base, colour);
    fade(context, middle + reach, middle, base, colour);
    return;
  }
  const width = Math.max(x1 - x0, 2);
  const tall = width > BAR ? BAR : 13;
  context.fillStyle = colour;
  context.fillRect((x0 + x1 - width) / 2, base - tall, width, tall);
}

export function drawBand(context, { x0, x1, base, colour, soft }) {
  const right = Math.max(x1, x0 + 3);
  if (!soft) {
    hatch(context, x0, right, base, colour);
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.strokeRect(x0 + 0.5, base - BAR + 0.5, right - x0 - 1, BAR - 1);
    return;
  }
  const inner = Math.min(SOFT, (right - x0) / 2);
  hatch(context, x0 + inner, right - inner, base, colour);
  fade(context, x0 - SOFT, x0 + inner, base, colour);
  fade(context, right + SOFT, right - inner, base, colour);
}

/** `coreStart` and `coreEnd` bound what is certain: outside them, up to the ends, it is hatched. */
export function drawInterval(context, { x0, x1, base, colour, openStart, openEnd }, coreStart, coreEnd) {
  const from = coreStart ?? (openStart ? x0 + FADE : x0);
  const to = coreEnd ?? (openEnd ? x1 - FADE : x1);
  if (!openStart) hatch(context, x0, Math.min(from, x1), base, colour);
  if (!openEnd) hatch(context, Math.max(to, x0), x1, base, colour);
  if (to > from) {
    context.fillStyle = colour;
    context.fillRect(from, base - BAR, to - from, BAR);
  }
  if (openStart) fade(context, x0, from, base, colour);
  if (openEnd) fade(context, x1, to, base, colour);
  context.fillStyle = colour;
  if (!openStart) context.fillRect(x0, base - 10, 2, 10);
  if (!openEnd) context.fillRect(x1 - 2, base - 10, 2, 10);
}

export function drawSet(context, { x0, x1, base, colour }, options) {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(x0, base - 2.5);
  context.lineTo(x1, base - 2.5);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = colour;
  for (const [from, to] of options) context.fillRect(from, base - 8, Math.max(to - from, 1.5), 8);
}

/** From nothing at `clear` to the full colour at `full`, in slices: a gradient would need the colour's parts. */
function fade(context, clear, full, base, colour) {
  const slice = Math.sign(full - clear) * 2;
  const slices = Math.round((full - clear) / slice) || 0;
  context.fillStyle = colour;
  for (let place = 0; place < slices; place += 1) {
    context.globalAlpha = ((place + 0.5) / slices) ** 1.5;
    context.fillRect(clear + place * slice, base - BAR, slice, BAR);
  }
  context.globalAlpha = 1;
}

function hatch(context, from, to, base, colour) {
  if (to <= from) return;
  context.save();
  // The pattern starts with the band, so that it does not crawl while the reader pans.
  context.translate(from, base - BAR);
  context.fillStyle = context.hatching?.(colour) ?? hatching(context, colour);
  context.fillRect(0, 0, to - from, BAR);
  context.restore();
}

/** Strokes from the lower left to the upper right of a square tile. */
export const HATCH = { size: 6, line: 1.6, shifts: [-6, 0, 6] };

const patterns = new Map();

function hatching(context, colour) {
  if (!patterns.has(colour)) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = HATCH.size;
    const brush = tile.getContext("2d");
    brush.strokeStyle = colour;
    brush.lineWidth = HATCH.line;
    for (const shift of HATCH.shifts) {
      brush.moveTo(shift, HATCH.size);
      brush.lineTo(shift + HATCH.size, 0);
    }
    brush.stroke();
    patterns.set(colour, context.createPattern(tile, "repeat"));
  }
  return patterns.get(colour);
}
