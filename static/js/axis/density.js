// How much happens when: spans of days, each with a count, spread over the columns of a strip.

/** The events per column. A span that covers several columns is shared among them: what lies somewhere in a year
 *  lifts the whole year a little, never its first day. */
export function density(spans, scale, columns) {
  const heights = new Float64Array(columns);
  const slopes = new Float64Array(columns + 1);
  const perColumn = scale.width / columns;
  for (const { first, last, count } of spans) {
    const from = scale.x(first) / perColumn;
    const to = Math.max(scale.x(last + 1) / perColumn, from + 1e-6);
    if (to <= 0 || from >= columns) continue;
    spread(heights, slopes, from, to, count / (to - from));
  }
  let level = 0;
  for (let column = 0; column < columns; column += 1) {
    level += slopes[column];
    heights[column] += level;
  }
  return heights;
}

function spread(heights, slopes, from, to, rate) {
  const first = Math.max(Math.floor(from), 0);
  const last = Math.min(Math.ceil(to) - 1, heights.length - 1);
  if (first === last) {
    heights[first] += rate * (Math.min(to, first + 1) - Math.max(from, first));
    return;
  }
  heights[first] += rate * (first + 1 - Math.max(from, first));
  heights[last] += rate * (Math.min(to, last + 1) - last);
  // The columns between are full: a rise at the first and a fall after the last, added up once for all spans.
  slopes[first + 1] += rate;
  slopes[last] -= rate;
}
