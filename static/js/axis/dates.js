// Days as numbers (0 is 1 January 1970) and the proleptic Gregorian calendar, from year 1 to year 9999.

const MS_PER_DAY = 86_400_000;

export const FIRST_DAY = dayNumber(1, 1, 1);
export const LAST_DAY = dayNumber(9999, 12, 31);

export function dayNumber(year, month = 1, day = 1) {
  // Date.UTC takes years below 100 for 1900 and later; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY;
}

export function civil(day) {
  const date = new Date(Math.floor(day) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2021-11-02`, kept within the years that the calendar filters know. */
export function isoDay(day) {
  const { year, month, day: dayOfMonth } = civil(Math.min(Math.max(day, FIRST_DAY), LAST_DAY));
  return [String(year).padStart(4, "0"), pad(month), pad(dayOfMonth)].join("-");
}

/** Formats days in the page's language; one formatter per choice of parts. */
export class Calendar {
  #formats = new Map();

  constructor(language) {
    this.language = language;
  }

  month(day) {
    return this.#format({ month: "short" }).format(day * MS_PER_DAY);
  }

  monthAndYear(day) {
    return this.#format({ month: "long", year: "numeric" }).format(day * MS_PER_DAY);
  }

  /** A stretch in words, as fine as its length deserves: "2005 – 2021", "mars – nov. 2021", "2–16 juin 2021". */
  range(first, last) {
    const start = Math.max(first, FIRST_DAY);
    const end = Math.max(Math.min(last, LAST_DAY), start);
    const parts = { year: "numeric" };
    if (end - start < 1100) parts.month = "short";
    if (end - start < 100) parts.day = "numeric";
    return this.#format(parts).formatRange(start * MS_PER_DAY, end * MS_PER_DAY);
  }

  #format(parts) {
    const key = Object.keys(parts).join();
    if (!this.#formats.has(key)) {
      this.#formats.set(key, new Intl.DateTimeFormat(this.language, { timeZone: "UTC", ...parts }));
    }
    return this.#formats.get(key);
  }
}

function pad(number) {
  return String(number).padStart(2, "0");
}
