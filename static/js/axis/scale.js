// Which day stands at which pixel. A scale never changes; zooming and panning make a new one.

import { FIRST_DAY, LAST_DAY } from "./dates.js";

const MOST_PX_PER_DAY = 160;
const LEAST_DAYS_SHOWN = 2;

export class Scale {
  /** `start` is the day, with its fraction, at x = 0. */
  constructor(start, pxPerDay, width) {
    this.start = start;
    this.pxPerDay = pxPerDay;
    this.width = Math.max(width, 1);
  }

  /** Shows the span from its first to its last day, with a margin in pixels on both sides. */
  static fitting(first, last, width, margin = 0) {
    const usable = Math.max(width - 2 * margin, 1);
    const days = Math.max(last - first + 1, LEAST_DAYS_SHOWN);
    const pxPerDay = Math.min(usable / days, MOST_PX_PER_DAY);
    return new Scale((first + last + 1) / 2 - Math.max(width, 1) / pxPerDay / 2, pxPerDay, width);
  }

  get end() {
    return this.start + this.width / this.pxPerDay;
  }

  get middle() {
    return this.start + this.width / this.pxPerDay / 2;
  }

  get days() {
    return this.width / this.pxPerDay;
  }

  x(day) {
    return (day - this.start) * this.pxPerDay;
  }

  day(x) {
    return this.start + x / this.pxPerDay;
  }

  /** The day under `x` stays where it is. */
  zoomedAt(x, factor) {
    const least = this.width / (LAST_DAY - FIRST_DAY);
    const pxPerDay = Math.min(Math.max(this.pxPerDay * factor, least), MOST_PX_PER_DAY);
    return new Scale(this.day(x) - x / pxPerDay, pxPerDay, this.width);
  }

  /** Contents move by `px` to the right. */
  pannedBy(px) {
    return new Scale(this.start - px / this.pxPerDay, this.pxPerDay, this.width);
  }

  centredOn(day) {
    return new Scale(day - this.days / 2, this.pxPerDay, this.width);
  }

  /** As near to this scale as the span allows: its middle stays inside, and it shows at most `factor` times the span. */
  within(first, last, factor = 4) {
    const widest = Math.max((last - first + 1) * factor, 60);
    const zoomed = this.days > widest ? this.zoomedAt(this.width / 2, this.days / widest) : this;
    const middle = Math.min(Math.max(zoomed.middle, first), last + 1);
    return middle === zoomed.middle ? zoomed : zoomed.centredOn(middle);
  }

  resized(width) {
    return new Scale(this.start, (this.pxPerDay * Math.max(width, 1)) / this.width, width);
  }

  /** On the way from this scale to another, `share` between 0 and 1; zoom runs evenly by ratio. */
  towards(other, share) {
    if (share >= 1) return other;
    const pxPerDay = this.pxPerDay * (other.pxPerDay / this.pxPerDay) ** share;
    // The start moves with the visible width, so that a day common to both stays on a straight path.
    const done = this.pxPerDay === other.pxPerDay
      ? share
      : (1 / pxPerDay - 1 / this.pxPerDay) / (1 / other.pxPerDay - 1 / this.pxPerDay);
    return new Scale(this.start + (other.start - this.start) * done, pxPerDay, other.width);
  }
}
