// <chronology-axis data-src="/axis.json?…">: an interactive axis over the events that the server gives it.
//
// Attributes: data-src (axis data; a new value is loaded), data-loading, data-failed, data-retry (words for the time
// before the data brings its own), data-parameter (the filter's field for a span; "when" if not given).
// Events, all bubbling: axis:view {from, to}, axis:span {from, to} (cancelable), axis:failed {reason}.
// docs/axis.md tells the rest.

import { EventList } from "./accessibility.js";
import { Card } from "./card.js";
import { Chronology, DataError } from "./data.js";
import { Calendar, isoDay } from "./dates.js";
import { buildFrame, make, nameFrame } from "./frame.js";
import { fillHelp } from "./help.js";
import { attachBrush, attachGestures, attachKeys } from "./interaction.js";
import { Motion } from "./motion.js";
import { Scale } from "./scale.js";
import { Stage } from "./stage.js";
import { watchTheme } from "./theme.js";

const SETTLE_MS = 140;
const LOADING_MS = 300;
const PRINT_RATIO = 3;

export class ChronologyAxis extends HTMLElement {
  static observedAttributes = ["data-src"];

  #frame = null;
  #detach = [];
  #motion = new Motion();
  #settling = 0;
  #wanted = null;
  #loading = null;
  #words = null;

  connectedCallback() {
    this.#frame = buildFrame();
    const { bar, stage, strip, status, card, keys, help } = this.#frame;
    this.fallback = [...this.childNodes];
    this.replaceChildren(bar, stage, strip, status, card, keys, help);
    this.stage = new Stage(this, this.#frame);
    this.list = new EventList(this.#frame.list);
    this.card = new Card(card);
    this.#attach();
    this.load();
  }

  disconnectedCallback() {
    this.#loading?.abort();
    this.chronology?.stop();
    this.#motion.stop();
    this.stage.stop();
    clearTimeout(this.#settling);
    for (const detach of this.#detach.splice(0)) detach();
    this.replaceChildren(...this.fallback);
    this.#frame = this.#words = null;
  }

  attributeChangedCallback(_name, before, after) {
    if (this.#frame && before !== null && before !== after) this.load();
  }

  /** Fetches what data-src names and shows all of it. What was drawn before stays until the answer is there. */
  async load() {
    this.#loading?.abort();
    this.chronology?.stop();
    const loading = (this.#loading = new AbortController());
    const patience = setTimeout(() => this.#say(this.#words?.loading ?? this.dataset.loading), LOADING_MS);
    try {
      const chronology = new Chronology(this.dataset.src);
      const whole = await chronology.load(loading.signal);
      this.chronology = chronology;
      this.#show(whole);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.#fail(error, () => this.load());
    } finally {
      clearTimeout(patience);
    }
  }

  #show(whole) {
    if (!this.#words) {
      this.#words = whole.words;
      nameFrame(this.#frame, whole.words);
      this.calendar = new Calendar(whole.language);
      this.plural = new Intl.PluralRules(whole.language);
      this.numbers = new Intl.NumberFormat(whole.language);
    }
    this.#motion.stop();
    this.stage.begin(whole, this.calendar);
    this.stage.scale = this.stage.fitting();
    this.stage.paint();
    this.#say(whole.total && whole.extent ? "" : whole.words.empty);
    this.#settled();
  }

  #fail(error, retry) {
    const reason = error instanceof DataError ? error.detail || this.#words?.[error.reason] || "" : String(error.message);
    const pattern = this.#words?.failed ?? this.dataset.failed ?? "{reason}";
    this.#say(pattern.replace("{reason}", reason || error.reason), retry);
    this.dispatchEvent(new CustomEvent("axis:failed", { bubbles: true, detail: { reason } }));
    if (!(error instanceof DataError)) throw error;
  }

  #say(text, retry) {
    const { status } = this.#frame;
    status.textContent = text ?? "";
    status.hidden = !text;
    if (!retry) return;
    const again = make("button", "button", { type: "button" }, this.#words?.retry ?? this.dataset.retry ?? "↻");
    again.addEventListener("click", retry);
    status.append(" ", again);
  }

  // -- moving -------------------------------------------------------------------------------------------------------

  #attach() {
    const { stage, strip, list, buttons, help } = this.#frame;
    const act = this.#wishes();
    const resized = new ResizeObserver(() => {
      this.stage.resize();
      this.#settle();
    });
    resized.observe(stage);
    const print = (event) => this.#paintFor(event.type === "beforeprint");
    addEventListener("beforeprint", print);
    addEventListener("afterprint", print);
    const pointed = (event) => this.#point(event.type === "pointerleave" ? null : this.list.keyOf(event.target));
    list.addEventListener("pointerover", pointed);
    list.addEventListener("pointerleave", pointed);
    list.addEventListener("focusin", (event) => this.#focusedOn(this.list.keyOf(event.target)));
    list.addEventListener("focusout", () => this.card.hide());
    list.addEventListener("click", (event) => this.#open(this.list.keyOf(event.target)));
    buttons.zoom_in.addEventListener("click", () => this.#zoomSmoothly(this.stage.width / 2, 2));
    buttons.zoom_out.addEventListener("click", () => this.#zoomSmoothly(this.stage.width / 2, 1 / 2));
    buttons.fit.addEventListener("click", () => this.#glide(this.stage.fitting()));
    buttons.filter.addEventListener("click", () => this.filterToWindow());
    buttons.help.addEventListener("click", () => act.help());
    this.#detach = [
      attachGestures(stage, act),
      attachKeys(stage, act),
      attachBrush(strip, act),
      watchTheme(() => this.stage.retheme()),
      () => resized.disconnect(),
      () => removeEventListener("beforeprint", print),
      () => removeEventListener("afterprint", print),
      () => help.open && help.close(),
    ];
  }

  #paintFor(paper) {
    this.classList.toggle("is-printing", paper);
    this.stage.retheme();
    this.stage.paint(paper ? PRINT_RATIO : undefined);
  }

  #wishes() {
    const { stage } = this;
    const strip = () => stage.overviewScale;
    const guarded = (wish) => (...values) => stage.scale && wish(...values);
    const wishes = {
      begin: () => this.#begin(),
      pan: (px) => stage.move(stage.scale.pannedBy(px)),
      zoom: (x, factor) => stage.move(stage.scale.zoomedAt(x, factor)),
      zoomSmoothly: (x, factor) => this.#zoomSmoothly(x, factor),
      fling: (speed) => this.#motion.fling(speed, (px) => stage.move(stage.scale.pannedBy(px)), () => this.#settled()),
      settle: () => this.#settle(),
      step: (step) => this.#step(step),
      stepTo: (end) => this.#stepTo(end),
      panBy: (share) => this.#glide(stage.scale.pannedBy(-share * stage.width)),
      zoomAtFocus: (factor) => this.#zoomSmoothly(this.#focusX(), factor),
      fit: () => this.#glide(stage.fitting()),
      leave: () => this.#leave(),
      help: () => this.#help(),
      window: () => [strip().x(stage.scale.start), strip().x(stage.scale.end)],
      centre: (x) => stage.move(stage.scale.centredOn(strip().day(x))),
      slide: (px) => stage.move(stage.scale.pannedBy((-px / strip().pxPerDay) * stage.scale.pxPerDay)),
      stretch: (end, x) => this.#stretch(end, strip().day(x)),
    };
    return Object.fromEntries(Object.entries(wishes).map(([name, wish]) => [name, guarded(wish)]));
  }

  #begin() {
    this.#motion.stop();
    this.card.hide();
    this.#frame.stage.classList.add("is-moving");
  }

  /** After the last of a run of small changes. */
  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settled(), SETTLE_MS);
  }

  #settled() {
    clearTimeout(this.#settling);
    if (!this.stage.scale || !this.#frame) return;
    this.#frame.stage.classList.remove("is-moving");
    this.#choose();
    this.#list();
    const { start, end } = this.stage.scale;
    this.#frame.range.textContent = this.calendar.range(Math.ceil(start), Math.floor(end));
    this.#frame.buttons.filter.disabled = this.stage.showsAll;
    this.#frame.buttons.fit.disabled = this.stage.showsAll;
    this.dispatchEvent(new CustomEvent("axis:view", { bubbles: true, detail: this.window }));
  }

  /** Draws from the finest data at hand, and asks for finer where the view needs it. */
  #choose() {
    const { scale } = this.stage;
    this.stage.use(this.chronology.at(scale));
    if (!this.chronology.needs(scale)) return;
    this.chronology.fetch(scale).then(() => this.#frame && this.#settled(), (error) => {
      if (error.name !== "AbortError") this.#fail(error, () => this.#settled());
    });
  }

  #list() {
    const { stage } = this.#frame;
    const had = stage.contains(document.activeElement);
    this.entries = this.stage.entries();
    for (const entry of this.entries) if (entry.count) entry.label = this.#countLabel(entry.count);
    const wanted = typeof this.#wanted === "function" ? this.#wanted() : this.#wanted;
    this.list.show(this.entries, wanted ?? (this.stage.focusedId && `e${this.stage.focusedId}`));
    // Where nothing is in view the stage itself keeps the focus, so that the keys go on working.
    stage.tabIndex = this.entries.length ? -1 : 0;
    if (wanted || had) this.list.focus(wanted) || this.list.hasFocus || this.list.focus(this.list.current) || stage.focus();
    if (!this.chronology.needs(this.stage.scale)) this.#wanted = null;
    this.stage.redraw();
  }

  #zoomSmoothly(x, factor) {
    this.#glide(this.stage.scale.zoomedAt(x, factor));
  }

  #glide(target) {
    const from = this.stage.scale;
    this.#begin();
    this.#motion.run(220, (share) => this.stage.move(from.towards(target, share)), () => this.#settled());
  }

  #stretch(end, day) {
    const { scale } = this.stage;
    const [first, last] = end === "start" ? [Math.min(day, scale.end - 2), scale.end] : [scale.start, Math.max(day, scale.start + 2)];
    this.stage.move(new Scale(first, scale.width / (last - first), scale.width));
  }

  // -- one event at a time --------------------------------------------------------------------------------------------

  #step(step) {
    const { events } = this.stage.data;
    if (!events || this.stage.focused === null) {
      const next = this.list.beside(step);
      if (next) this.list.focus(next);
      else this.#beyond(step);
      return;
    }
    const index = this.stage.focused + step;
    if (index >= 0 && index < events.size) this.#goTo(index);
    else if (this.stage.data !== this.stage.whole) this.#beyond(step);
  }

  #stepTo(end) {
    const { whole } = this.stage;
    if (whole.events) {
      this.#goTo(end < 0 ? whole.events.size - 1 : 0);
      return;
    }
    this.#wanted = () => this.entries.at(end)?.key;
    this.#glide(this.stage.scale.centredOn(whole.extent[end < 0 ? 1 : 0]));
  }

  /** Where many events come window by window: on to the next stretch that has any. */
  #beyond(step) {
    const { bins } = this.stage.whole;
    const { scale } = this.stage;
    if (!bins) return;
    const edge = step > 0 ? scale.end : scale.start;
    const place = step > 0 ? bins.last.findIndex((day) => day > edge) : bins.first.findLastIndex((day) => day < edge);
    if (place < 0) return;
    const day = Math.max(Math.min(edge, bins.last[place]), bins.first[place]);
    this.#wanted = () => (step > 0 ? this.entries.find(({ at }) => at >= edge) : this.entries.findLast(({ at }) => at < edge))?.key;
    this.#glide(scale.centredOn(day));
  }

  #goTo(index) {
    const { scale, data } = this.stage;
    const first = data.events.first[index] ?? data.events.last[index];
    const last = data.events.last[index] ?? first;
    this.stage.focused = index;
    this.#wanted = `e${data.events.id[index]}`;
    const inView = scale.x(last + 1) > scale.width * 0.03 && scale.x(first) < scale.width * 0.92;
    if (!inView) this.#glide(scale.centredOn(first));
    else this.#list();
  }

  #focusedOn(key) {
    const entry = this.#entry(key);
    this.stage.focused = entry?.index ?? null;
    this.stage.redraw();
    this.#describe(entry);
  }

  #point(key) {
    const entry = this.#entry(key);
    this.stage.hovered = entry?.index ?? null;
    this.stage.hoveredCount = entry?.count ?? null;
    this.stage.redraw();
    if (entry) this.#describe(entry);
    else this.card.hide();
  }

  #describe(entry) {
    if (!entry) return;
    const { events } = this.stage.data;
    const lines = entry.count
      ? [["date", this.calendar.range(entry.count.first, entry.count.last)], ["title", this.#counted(this.#words.counted, entry.count.count)]]
      : [
        ["date", events.date[entry.index]],
        ["title", events.title[entry.index]],
        ["kind", [this.#words.kinds[events.kind[entry.index]], this.#counted(this.#words.sources, events.sources[entry.index])].join(" · ")],
      ];
    const top = this.#frame.stage.offsetTop;
    this.card.show(lines, { ...entry.box, y: entry.box.y + top }, this.clientWidth);
  }

  /** An event is a link and opens itself; a count opens by zooming into it, or by filtering where that cannot help. */
  #open(key) {
    const { count } = this.#entry(key) ?? {};
    if (!count) return;
    const { scale, width, data } = this.stage;
    const near = Scale.fitting(count.first, count.last, width, width * 0.15);
    // Several counts may cover one stretch, finely and coarsely dated ones: go on until the events themselves come.
    const target = data.events || near.pxPerDay > scale.pxPerDay * 2 ? near : near.zoomedAt(width / 2, (2 * scale.pxPerDay) / near.pxPerDay);
    if (target.pxPerDay <= scale.pxPerDay * 1.05) {
      this.filterTo(count.first, count.last);
      return;
    }
    this.#wanted = () => this.entries.find(({ at }) => at >= count.first)?.key;
    this.#glide(target);
  }

  #leave() {
    if (this.card.element.hidden) document.activeElement?.blur();
    else this.card.hide();
  }

  #help() {
    const { help } = this.#frame;
    if (!help.hasChildNodes()) fillHelp(help, this.#words);
    help.showModal();
  }

  #entry(key) {
    return this.entries?.find((entry) => entry.key === key) ?? null;
  }

  #focusX() {
    const entry = this.list.hasFocus && this.#entry(this.list.keyOf(document.activeElement));
    return entry ? Math.min(Math.max(this.stage.scale.x(entry.at + 0.5), 0), this.stage.width) : this.stage.width / 2;
  }

  #countLabel({ first, last, count }) {
    const counted = this.#counted(this.#words.counted, count);
    return this.#words.opens.replace("{count}", counted).replace("{dates}", this.calendar.range(first, last));
  }

  #counted(forms, count) {
    return (forms[this.plural.select(count)] ?? forms.other).replace("{count}", this.numbers.format(count));
  }

  // -- the filter ---------------------------------------------------------------------------------------------------

  /** The days in view, as ISO dates. */
  get window() {
    const { start, end } = this.stage.scale;
    return { from: isoDay(Math.ceil(start)), to: isoDay(Math.max(Math.floor(end) - 1, Math.ceil(start))) };
  }

  filterToWindow() {
    const { from, to } = this.window;
    this.#requestSpan(from, to);
  }

  filterTo(first, last) {
    this.#requestSpan(isoDay(first), isoDay(last));
  }

  /** Announces the span; unless somebody else takes it, fills the page's filter form or opens the filtered page. */
  #requestSpan(from, to) {
    const wish = new CustomEvent("axis:span", { bubbles: true, cancelable: true, detail: { from, to } });
    if (!this.dispatchEvent(wish)) return;
    const name = this.dataset.parameter ?? "when";
    const field = document.querySelector(`form [name="${CSS.escape(name)}"]`);
    if (field) {
      field.value = `${from}/${to}`;
      field.form.requestSubmit();
      return;
    }
    const address = new URL(location.href);
    address.searchParams.set(name, `${from}/${to}`);
    address.searchParams.delete("page");
    location.assign(address);
  }
}

customElements.define("chronology-axis", ChronologyAxis);
