// Counts and stretches of time in the page's language, from the patterns that the server sent.

import { Calendar } from "./dates.js";

export class Wording {
  #plural;
  #numbers;

  constructor({ language, words }) {
    this.words = words;
    this.language = language;
    this.calendar = new Calendar(language);
    this.#plural = new Intl.PluralRules(language);
    this.#numbers = new Intl.NumberFormat(language);
  }

  range(first, last) {
    return this.calendar.range(first, last);
  }

  /** "34 events", "1 source": `what` is `counted` or `sources`. */
  counted(what, count) {
    const forms = this.words[what];
    return (forms[this.#plural.select(count)] ?? forms.other).replace("{count}", this.#numbers.format(count));
  }

  /** What a screen reader says of a count. */
  opening({ first, last, count }) {
    return this.words.opens.replace("{count}", this.counted("counted", count)).replace("{dates}", this.range(first, last));
  }
}
