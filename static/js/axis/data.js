// The events behind the axis: fetched, checked, and asked for again window by window where they are many.

import { FIRST_DAY, isoDay, LAST_DAY } from "./dates.js";

const COLUMNS = ["id", "first", "last", "precision", "qualifier", "kind", "title", "date", "label", "sources"];
const WINDOWS_KEPT = 12;

export class DataError extends Error {
  /** `reason` names a text among the axis words; `detail` is what the server said itself. */
  constructor(reason, detail = "") {
    super(detail || reason);
    this.reason = reason;
    this.detail = detail;
  }
}

export class Chronology {
  #windows = new Map();
  #request = null;
  #fetching = null;

  constructor(source) {
    this.source = new URL(source, document.baseURI);
  }

  async load(signal) {
    this.whole = await fetchData(this.source, signal);
    return this.whole;
  }

  /** The finest data at hand for a view: the whole where it came event by event, otherwise the window around it. */
  at(scale) {
    if (this.whole.events) return this.whole;
    return this.#windows.get(windowAround(scale).key) ?? this.#coarserWindow(scale) ?? this.whole;
  }

  needs(scale) {
    return !this.whole.events && scale.days < this.whole.days && !this.#windows.has(windowAround(scale).key);
  }

  isFetching(scale) {
    return this.#fetching === windowAround(scale).key;
  }

  /** Fetches the window around a view. A request for another window that is still under way is dropped. */
  async fetch(scale) {
    const { key, first, last, iso } = windowAround(scale);
    this.stop();
    this.#request = new AbortController();
    this.#fetching = key;
    const address = new URL(this.source);
    address.searchParams.set("window", iso);
    const { signal } = this.#request;
    const data = await fetchData(address, signal).finally(() => !signal.aborted && this.stop());
    this.#windows.set(key, Object.assign(data, { covers: [first, last] }));
    if (this.#windows.size > WINDOWS_KEPT) this.#windows.delete(this.#windows.keys().next().value);
    return data;
  }

  stop() {
    this.#request?.abort();
    this.#request = this.#fetching = null;
  }

  #coarserWindow(scale) {
    const covering = [...this.#windows.values()].filter(({ covers }) => covers[0] <= scale.start && covers[1] >= scale.end);
    return covering.sort((one, other) => one.covers[1] - one.covers[0] - (other.covers[1] - other.covers[0]))[0];
  }
}

/** Everything that happens, as stretches of days with their counts. */
export function* spansOf({ events, bins, bounds }) {
  if (events) {
    for (let index = 0; index < events.size; index += 1) yield { ...bounds(index), count: 1 };
  } else if (bins) {
    for (let place = 0; place < bins.first.length; place += 1) {
      yield { first: bins.first[place], last: bins.last[place], count: bins.count[place] };
    }
  }
}

/** Windows are aligned and double in size, so that neighbouring views share one answer. */
export function windowAround(scale) {
  const size = 2 ** Math.max(Math.ceil(Math.log2(scale.days)), 3);
  const place = Math.floor(scale.start / size);
  const first = Math.max(place * size, FIRST_DAY);
  const last = Math.min((place + 2) * size - 1, LAST_DAY);
  return { key: `${size}:${place}`, first, last, iso: `${isoDay(first)}/${isoDay(Math.max(last, first))}` };
}

async function fetchData(address, signal) {
  let answer;
  try {
    answer = await fetch(address, { signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new DataError("unreachable");
  }
  let data;
  try {
    data = await answer.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new DataError("unreadable", answer.ok ? "" : `${answer.status} ${answer.statusText}`.trim());
  }
  if (!answer.ok) throw new DataError("unreadable", typeof data?.reason === "string" ? data.reason : String(answer.status));
  return checked(data);
}

/** Columns of one length with plausible numbers; anything else is not drawn. */
export function checked(data) {
  const sound = data && typeof data === "object" && Number.isInteger(data.total) && typeof data.words === "object"
    && (data.extent === null || isSpan(data.extent))
    && (data.events ? areColumns(data.events) : data.total === 0 || areBins(data.bins));
  if (!sound) throw new DataError("unreadable");
  keepInCalendar(data);
  if (data.events) {
    data.events.size = data.events.id.length;
    if (!areActors(data)) data.events.actors = null;
  }
  data.days = data.extent ? data.extent[1] - data.extent[0] + 1 : 0;
  data.bounds = (index) => bounds(data.events, index);
  return data;
}

/** Days that no calendar of ours reaches are drawn at its edge. */
function keepInCalendar({ events, bins, extent }) {
  const { first = [], last = [] } = events ?? bins ?? {};
  for (const column of [first, last, extent ?? []]) {
    column.forEach((day, place) => (column[place] = day === null ? null : inCalendar(day)));
  }
}

function inCalendar(day) {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
}

/** The known days of an event; an open end lasts as long as the other end. */
function bounds({ first, last }, index) {
  return { first: first[index] ?? last[index], last: last[index] ?? first[index] };
}

function areColumns(events) {
  const { length } = events.id ?? [];
  return COLUMNS.every((name) => Array.isArray(events[name]) && events[name].length === length)
    && events.first.every((day, place) => isEnd(day) && isEnd(events.last[place]) && (day ?? events.last[place]) !== null)
    && typeof events.options === "object" && typeof events.core === "object";
}

/** Who took part in each event, as places in the list of names. A server need not say it. */
function areActors({ events, actors }) {
  return Array.isArray(actors) && actors.length > 0 && Array.isArray(events.actors) && events.actors.length === events.size
    && events.actors.every((places) => Array.isArray(places) && places.every((place) => typeof actors[place] === "string"));
}

function areBins(bins) {
  return Boolean(bins) && [bins.first, bins.last, bins.count].every(
    (column) => Array.isArray(column) && column.length === bins.first.length && column.every(Number.isFinite),
  );
}

function isSpan(span) {
  return Array.isArray(span) && span.length === 2 && span.every(Number.isFinite) && span[0] <= span[1];
}

function isEnd(day) {
  return day === null || Number.isFinite(day);
}
