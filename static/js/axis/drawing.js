// Draws one state of the axis on its canvas. Called once per change; keeps nothing but measured texts and patterns.

import { drawBand, drawInterval, drawSet, drawTick } from "./bands.js";
import { familyOf, pathOf } from "./marks.js";
import { ruler } from "./ruler.js";

export const RULER = 42;
export const LANE = 31;
const TOP = 6;
export const ROW = 40;
const TALLEST_ROW = 56;
const LABELS = 16;

/** Rows from the ruler upwards; few rows spread over the height, so that a small chronology looks composed. */
export function rowsIn(height) {
  return Math.max(Math.floor((height - RULER - LANE - TOP) / ROW), 1);
}

export function rowBase(row, usedRows, height) {
  if (row < 0) return height - RULER - 5;
  const room = height - RULER - LANE - TOP;
  const pitch = Math.min(room / Math.max(usedRows, 1), TALLEST_ROW);
  const slack = (room - pitch * usedRows) / 2;
  return height - RULER - LANE - Math.max(slack, 0) * 0.7 - row * pitch;
}

export function drawStage(context, state) {
  const { width, height, scale, calendar, theme } = state;
  context.clearRect(0, 0, width, height);
  const marks = ruler(scale, calendar);
  drawGrid(context, marks, state);
  if (state.bins) state.skyline.drawSkyline(context, state);
  const lanes = state.layout?.lanes;
  if (state.layout) {
    const visible = settled(state);
    lanes?.drawGround(context, state);
    for (const item of visible) if (item.precision === "day" && (!lanes || isChosen(item, state))) drawStem(context, item, state);
    for (const item of visible) drawExtent(context, item, state);
    for (const item of visible) drawLabel(context, item, state);
    for (const count of state.layout.counts) drawCount(context, count, state);
  }
  if (state.pinned !== null) drawPinned(context, state);
  lanes?.drawNames(context, state);
  drawRuler(context, marks, state);
  context.fillStyle = theme.ink;
}

/** The items in view, each where it stands on the screen. */
export function settled(state) {
  const { scale, width, layout } = state;
  const left = scale.start * scale.pxPerDay;
  return layout.items.filter((item) => item.right > left && item.left < left + width).map((item) => settle(item, state));
}

/** A long bar takes its label along while it is passing the left edge. */
function settle(item, { scale, height, layout, events }) {
  const edge = 6 + (layout.lanes?.gutter ?? 0);
  const shift = -scale.start * scale.pxPerDay;
  const x0 = item.x0 + shift;
  const x1 = item.x1 + shift;
  const room = Math.max(x1 - x0 - item.labelWidth - 26, 0);
  const carried = shift + Math.min(Math.max(edge - x0, 0), room);
  return {
    index: item.index,
    x0,
    x1,
    left: item.left + shift,
    right: item.right + shift,
    base: item.base ?? rowBase(item.row, layout.usedRows, height),
    lane: item.lane,
    glyphX: item.glyphX + carried,
    labelX: item.labelX === null ? null : item.labelX + carried,
    labelWidth: item.labelWidth,
    precision: events.precision[item.index],
  };
}

// -- parts ----------------------------------------------------------------------------------------------------------

function drawGrid(context, { marks }, { scale, height, theme }) {
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (const { day } of marks) {
    const x = Math.round(scale.x(day)) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, height - RULER);
  }
  context.stroke();
}

function drawStem(context, item, { height, theme, events }) {
  const x = Math.round((item.x0 + item.x1) / 2) + 0.5;
  context.strokeStyle = theme.family[familyOf(events.kind[item.index])];
  context.globalAlpha = 0.45;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, item.base);
  context.lineTo(x, height - RULER);
  context.stroke();
  context.globalAlpha = 1;
}

function drawExtent(context, item, state) {
  const { events, scale } = state;
  const mark = {
    ...item,
    colour: state.theme.family[familyOf(events.kind[item.index])],
    soft: events.qualifier[item.index] !== "",
    openStart: events.first[item.index] === null,
    openEnd: events.last[item.index] === null,
  };
  if (item.precision === "day") drawTick(context, mark);
  else if (item.precision === "interval") {
    const [from, to] = events.core[item.index] ?? [null, null];
    drawInterval(context, mark, from === null ? null : scale.x(from), to === null ? null : scale.x(to + 1));
  } else if (item.precision === "set") {
    drawSet(context, mark, events.options[item.index].map(([first, last]) => [scale.x(first), scale.x(last + 1)]));
  } else drawBand(context, mark);
}

function drawLabel(context, item, state) {
  const { theme, events, texts } = state;
  const { index, base } = item;
  const chosen = isChosen(item, state);
  drawGlyph(context, item.glyphX, base - 21, familyOf(events.kind[index]), theme, chosen);
  if (item.labelX === null) return;
  const { title, date } = texts.label(index);
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = theme.paper;
  const colour = chosen ? theme.accent : theme.ink;
  if (item.lane) {
    write(context, title, item.labelX, base - 16, theme.titleFont, colour);
    return;
  }
  write(context, title, item.labelX, base - 24, theme.titleFont, colour);
  write(context, date, item.labelX, base - 10, theme.dataFont, theme.muted);
}

function isChosen({ index }, { focused, hovered }) {
  return index === focused || index === hovered;
}

function write(context, text, x, y, font, colour) {
  context.font = font;
  // A rim of paper keeps the words legible where a stem or a band passes behind them.
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawGlyph(context, x, y, family, theme, chosen) {
  context.save();
  context.translate(x, y);
  if (chosen) context.scale(1.3, 1.3);
  const path = pathOf(family);
  context.lineWidth = 3;
  context.strokeStyle = theme.paper;
  context.stroke(path);
  context.fillStyle = theme.family[family];
  context.fill(path);
  context.restore();
}

function drawCount(context, count, state) {
  const { scale, height, theme, texts, width } = state;
  const x = count.x - scale.start * scale.pxPerDay;
  if (x < -60 || x > width + 60) return;
  const text = texts.number(count.count);
  const y = count.middle ?? height - RULER - LANE / 2 - 2;
  const pill = Math.max(texts.width(text, theme.boldFont) + 16, 24);
  const chosen = state.hoveredCount === count;
  context.lineWidth = 1.25;
  context.strokeStyle = chosen ? theme.accent : theme.muted;
  context.fillStyle = theme.paper;
  for (const lift of [3, 0]) {
    context.beginPath();
    context.roundRect(x - pill / 2 + lift, y - 11 - lift, pill, 22, 11);
    context.fill();
    context.stroke();
  }
  context.font = theme.boldFont;
  context.fillStyle = chosen ? theme.accent : theme.ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + 0.5);
}

function drawPinned(context, { scale, height, theme, events, pinned, layout }) {
  const base = layout.lanes?.baseOf(pinned) ?? height - RULER - LANE;
  const day = events.first[pinned] ?? events.last[pinned];
  const x = scale.x(day + 0.5);
  context.strokeStyle = theme.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, height - RULER);
  context.lineTo(x, base - 8);
  context.stroke();
  drawGlyph(context, x, base - 10, familyOf(events.kind[pinned]), theme, true);
}

/** Columns on a root scale, so that a single event stays visible beside thousands. */
export function drawBars(context, heights, { floor, tallest, most, step, colour }) {
  context.fillStyle = colour;
  heights.forEach((value, column) => {
    if (value <= 1e-9) return;
    const tall = Math.max(Math.sqrt(value / most) * tallest, 1.5);
    context.fillRect(column * step, floor - tall, step - 1, tall);
  });
}

function drawRuler(context, { marks, spans }, { scale, width, height, theme, texts }) {
  const top = height - RULER;
  context.fillStyle = theme.paper;
  context.fillRect(0, top, width, RULER);
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, top + 0.5);
  context.lineTo(width, top + 0.5);
  for (const { day } of marks) {
    const x = Math.round(scale.x(day)) + 0.5;
    context.moveTo(x, top);
    context.lineTo(x, top + 7);
  }
  context.stroke();
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.fillStyle = spans.length ? theme.muted : theme.ink;
  context.font = theme.dataFont;
  for (const { day, text } of marks) context.fillText(text, scale.x(day) + 4, top + 19);
  context.font = theme.boldFont;
  context.fillStyle = theme.ink;
  for (const { first, next, text } of spans) {
    const end = scale.x(next) - texts.width(text, theme.boldFont) - 10;
    const x = Math.min(Math.max(scale.x(first) + 4, 4), end);
    if (x + 4 > scale.x(first)) context.fillText(text, x, top + 37);
  }
}

/** The density strip: how much happens when, over the whole span. */
export function drawOverview(context, heights, { width, height, scale, calendar, theme }) {
  context.clearRect(0, 0, width, height);
  const floor = height - LABELS;
  const most = Math.max(...heights, 1e-9);
  drawBars(context, heights, { floor, tallest: floor - 4, most, step: width / heights.length, colour: theme.strip });
  context.fillStyle = theme.rule;
  context.fillRect(0, floor, width, 1);
  context.font = theme.dataFont;
  context.fillStyle = theme.muted;
  context.textBaseline = "alphabetic";
  for (const { day, text } of ruler(scale, calendar, 90).marks) {
    const x = scale.x(day);
    context.fillRect(Math.round(x), floor, 1, 4);
    context.fillText(text, x + 3, height - 3);
  }
}
