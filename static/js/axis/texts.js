// Labels shortened to what fits, and the widths of texts, each measured once.

export class Texts {
  #context;
  #widths = new Map();
  #short = new Map();
  #labels = [];
  #numbers;

  constructor(context, events, theme, longest, language) {
    this.#context = context;
    this.events = events;
    this.theme = theme;
    this.longest = longest;
    this.#numbers = new Intl.NumberFormat(language);
  }

  label(index) {
    return (this.#labels[index] ??= this.#makeLabel(index));
  }

  number(count) {
    return this.#numbers.format(count);
  }

  width(text, font) {
    const key = font + text;
    if (!this.#widths.has(key)) {
      this.#context.font = font;
      this.#widths.set(key, this.#context.measureText(text).width);
    }
    return this.#widths.get(key);
  }

  #makeLabel(index) {
    const { titleFont, dataFont } = this.theme;
    const title = this.shortened(this.events.title[index], titleFont);
    const date = this.shortened(this.events.date[index], dataFont);
    return { title, date, width: Math.max(this.width(title, titleFont), this.width(date, dataFont)) };
  }

  /** Cut where it would be longer than `longest`; remembered, as the same names come with every frame. */
  shortened(text, font, longest = this.longest) {
    const key = `${font}${longest}${text}`;
    if (!this.#short.has(key)) this.#short.set(key, this.#cut(text, font, longest));
    return this.#short.get(key);
  }

  #cut(text, font, longest) {
    if (this.width(text, font) <= longest) return text;
    let short = 0;
    let long = Math.min(text.length, 120);
    while (long - short > 1) {
      const middle = (short + long) >> 1;
      if (this.width(`${text.slice(0, middle)}…`, font) <= longest) short = middle;
      else long = middle;
    }
    return `${text.slice(0, short).trimEnd()}…`;
  }
}
