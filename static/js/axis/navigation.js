// One event at a time: the pointer's and the keyboard's way from mark to mark, and what the card says of it.

import { EventList } from "./accessibility.js";
import { Card } from "./frame.js";
import { Scale } from "./scale.js";

export class Navigation {
  entries = [];
  wording = null;
  #wanted = null;

  /** `act` has glide(scale), jump(scale) and filterTo(first day, last day). */
  constructor(frame, stage, act) {
    this.frame = frame;
    this.stage = stage;
    this.act = act;
    this.list = new EventList(frame.list);
    this.card = new Card(frame.card);
  }

  attach() {
    const { list } = this.frame;
    const keyOf = (event) => this.list.keyOf(event.target);
    const handlers = {
      pointerover: (event) => this.#point(keyOf(event)),
      pointerleave: () => this.#point(null),
      focusin: (event) => this.#focusedOn(keyOf(event)),
      focusout: () => this.card.hide(),
      click: (event) => this.#open(keyOf(event)),
    };
    for (const [type, handler] of Object.entries(handlers)) list.addEventListener(type, handler);
    return () => {
      for (const [type, handler] of Object.entries(handlers)) list.removeEventListener(type, handler);
    };
  }

  /** Puts links and buttons over what is in view. `more` says that finer data are on their way. */
  show(more = false) {
    const { stage } = this.frame;
    const had = stage.contains(document.activeElement);
    this.entries = this.stage.entries();
    for (const entry of this.entries) if (entry.count) entry.label = this.#spoken(entry.count);
    const wanted = this.#wanted?.();
    this.list.show(this.entries, wanted ?? (this.stage.focusedId && `e${this.stage.focusedId}`));
    // Where nothing is in view the stage itself keeps the focus, so that the keys go on working.
    stage.tabIndex = this.entries.length ? -1 : 0;
    if (wanted || had) this.list.focus(wanted) || this.list.hasFocus || this.list.focus(this.list.current) || stage.focus();
    if (!more) this.#wanted = null;
    if (this.list.hasFocus) this.#describe(this.#entry(this.list.current));
    this.stage.redraw();
  }

  #spoken(count) {
    const opening = this.wording.opening(count);
    return count.lane ? `${count.lane.label}, ${opening}` : opening;
  }

  step(step) {
    const { data, whole, focused } = this.stage;
    const index = focused + step;
    if (data.events && focused !== null) {
      if (index >= 0 && index < data.events.size) this.#goTo(index);
      else if (data !== whole) this.#beyond(step);
      return;
    }
    this.list.focus(this.list.beside(step)) || this.#beyond(step);
  }

  /** `end` is 0 for the first event, -1 for the last. */
  stepTo(end) {
    const { whole, scale } = this.stage;
    if (whole.events) {
      if (whole.events.size) this.#goTo(end < 0 ? whole.events.size - 1 : 0);
      return;
    }
    this.#wanted = () => this.entries.at(end)?.key;
    this.act.glide(scale.centredOn(whole.extent.at(end)));
  }

  /** The card first, then the axis. */
  leave() {
    if (this.card.element.hidden) document.activeElement?.blur();
    else this.card.hide();
  }

  /** Where the keys zoom: at the event that has the focus, otherwise in the middle. */
  get focusX() {
    const { scale, width } = this.stage;
    const entry = this.list.hasFocus && this.#entry(this.list.current);
    return entry ? Math.min(Math.max(scale.x(entry.at + 0.5), 0), width) : width / 2;
  }

  #goTo(index) {
    const { scale, data } = this.stage;
    const { first, last } = data.bounds(index);
    this.stage.focused = index;
    this.#wanted = () => `e${data.events.id[index]}`;
    const inView = scale.x(last + 1) > scale.width * 0.03 + this.stage.gutter && scale.x(first) < scale.width * 0.92;
    if (inView) this.show();
    else this.act.jump(scale.centredOn(first));
  }

  /** Where many events come window by window: on to the next stretch that has any. */
  #beyond(step) {
    const { scale, whole: { bins } } = this.stage;
    if (!bins) return;
    const edge = step > 0 ? scale.end : scale.start;
    const place = step > 0 ? bins.last.findIndex((day) => day > edge) : bins.first.findLastIndex((day) => day < edge);
    if (place < 0) return;
    this.#wanted = () => (
      step > 0 ? this.entries.find(({ at }) => at >= edge) : this.entries.findLast(({ at }) => at < edge)
    )?.key;
    this.act.glide(scale.centredOn(Math.max(Math.min(edge, bins.last[place]), bins.first[place])));
  }

  #focusedOn(key) {
    const entry = this.#entry(key);
    this.stage.focused = entry?.index ?? null;
    this.#describe(entry);
  }

  #point(key) {
    const entry = this.#entry(key);
    this.stage.hovered = entry?.index ?? null;
    this.stage.hoveredCount = entry?.count ?? null;
    this.#describe(entry);
  }

  #describe(entry) {
    this.stage.redraw();
    if (!entry) {
      this.card.hide();
      return;
    }
    const { stage } = this.frame;
    const lines = entry.count ? this.#aboutCount(entry.count) : this.#aboutEvent(entry.index);
    this.card.show(lines, { ...entry.box, y: entry.box.y + stage.offsetTop }, stage.clientWidth);
  }

  #aboutCount({ first, last, count }) {
    return [["date", this.wording.range(first, last)], ["title", this.wording.counted("counted", count)]];
  }

  #aboutEvent(index) {
    const { events } = this.stage.data;
    const kind = this.wording.words.kinds[events.kind[index]] ?? events.kind[index];
    const facts = `${kind} · ${this.wording.counted("sources", events.sources[index])}`;
    return [["date", events.date[index]], ["title", events.title[index]], ["facts", facts]];
  }

  /** An event is a link and opens itself; a count opens by zooming into it, or by filtering where that cannot help. */
  #open(key) {
    const { count } = this.#entry(key) ?? {};
    if (!count) return;
    const { scale, width, data } = this.stage;
    const near = Scale.fitting(count.first, count.last, width, width * 0.15);
    // Several counts may cover one stretch, finely and coarsely dated ones: go on until the events themselves come.
    const least = scale.pxPerDay * 2;
    const target = data.events || near.pxPerDay > least ? near : near.zoomedAt(width / 2, least / near.pxPerDay);
    if (target.pxPerDay <= scale.pxPerDay * 1.05) {
      this.act.filterTo(count.first, count.last);
      return;
    }
    this.#wanted = () => this.entries.find(({ at }) => at >= count.first)?.key;
    this.act.glide(target);
  }

  #entry(key) {
    return this.entries.find((entry) => entry.key === key) ?? null;
  }
}
