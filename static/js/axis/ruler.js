// The marks of the time ruler: units that go from days to millennia as the reader zooms.

import { civil, dayNumber, FIRST_DAY, LAST_DAY } from "./dates.js";

const STEPS = [
  { unit: "day", step: 1, days: 1 },
  { unit: "day", step: 5, days: 5 },
  { unit: "day", step: 10, days: 10 },
  { unit: "month", step: 1, days: 30.4 },
  { unit: "month", step: 3, days: 91 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((step) => ({ unit: "year", step, days: step * 365.25 })),
];

/** The finest step that leaves `gap` pixels to each unit, and is no finer than `least` days. */
export function stepFor(pxPerDay, gap = 58, least = 1) {
  return STEPS.find(({ days }) => days * pxPerDay >= gap && days >= least) ?? STEPS.at(-1);
}

/**
 * `marks` in the finest unit that leaves `gap` pixels to each, and `spans`: the months or years that hold them. A mark
 * that lies before the window has no text: of a year that is cut off, the rest would read as another one.
 */
export function ruler(scale, calendar, gap = 58) {
  const { unit, step } = stepFor(scale.pxPerDay, gap);
  const outer = { day: "month", month: "year" }[unit];
  return {
    unit,
    marks: [...starts(unit, step, scale.start, scale.end)].map((day) => ({
      day,
      text: scale.x(day) < 0 ? "" : text(unit, day, calendar),
    })),
    spans: outer ? spans(outer, scale, calendar) : [],
  };
}

/** The first days of the units, beginning with the one in which `from` lies. */
export function* starts(unit, step, from, to) {
  const { year, month } = civil(Math.max(from, FIRST_DAY));
  if (unit === "year") {
    for (let y = Math.floor(year / step) * step; y <= 9999; y += step) {
      const day = dayNumber(Math.max(y, 1));
      if (day > to) return;
      yield day;
    }
    return;
  }
  for (let m = unit === "month" ? Math.floor((month - 1) / step) * step : month - 1; ; m += unit === "month" ? step : 1) {
    const first = dayNumber(year, m + 1);
    if (first > Math.min(to, LAST_DAY)) return;
    if (unit === "month") yield first;
    else yield* daysOfMonth(first, dayNumber(year, m + 2), step, from, to);
  }
}

function* daysOfMonth(first, next, step, from, to) {
  // The last mark of a month keeps away from the first of the next.
  for (let day = first; day <= next - Math.max(step / 2, 1) && day <= to; day += step) {
    if (day >= from - step) yield day;
  }
}

function spans(unit, scale, calendar) {
  const firsts = [...starts(unit, 1, scale.start, scale.end)];
  return firsts.map((first, place) => ({
    first,
    next: firsts[place + 1] ?? Infinity,
    text: unit === "month" ? calendar.monthAndYear(first) : String(civil(first).year),
  }));
}

function text(unit, day, calendar) {
  if (unit === "day") return String(civil(day).day);
  if (unit === "month") return calendar.month(day);
  return String(civil(day).year);
}
