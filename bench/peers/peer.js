// The events of the peers: columns of days since 1 January 1970, in order of time.

const DAY = 86_400_000;

export async function load() {
  const answer = await fetch(new URLSearchParams(location.search).get("events"));
  return answer.json();
}

/** The columns of the events of one actor. */
export function ofActor(columns, { number }) {
  const chosen = columns.actors.flatMap((actors, place) => (actors.includes(number) ? [place] : []));
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, chosen.map((place) => column[place])]));
}

export const time = (day) => day * DAY;

export const day = (date) => Math.floor(date.valueOf() / DAY);

/** The place of the first event that begins on or after the day. */
export function firstFrom(columns, sought) {
  let [low, high] = [0, columns.first.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns.first[middle] < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Says that the marks are drawn as soon as an element of them is there. */
export function announceWhenThere(selector) {
  if (document.querySelector(selector)) performance.mark("axis:first-marks");
  else requestAnimationFrame(() => announceWhenThere(selector));
}
