// <chronology-axis data-src="/axis.json?…">: an interactive axis over the events that the server gives it.
//
// Attributes: data-src (axis data; a new value is loaded), data-lanes ("kind", "actor" or "one"), data-embed (the page
// that shows the axis in a frame), data-parameter (the filter's field for a span; "when" if not given), data-chronology (where
// a filter opens, if not on this page), and the words for the time before the data brings its own.
// Events, all bubbling: axis:view {from, to}, axis:span {from, to} (cancelable), axis:failed {reason}.
// docs/axis.md tells the rest.

import { attachControls, keptLanes, offerLanes, used } from "./controls.js";
import { Chronology, DataError } from "./data.js";
import { isoDay } from "./dates.js";
import { buildFrame, nameFrame, say } from "./frame.js";
import { attachBrush, attachGestures, attachKeys } from "./interaction.js";
import { Motion } from "./motion.js";
import { Navigation } from "./navigation.js";
import { Scale } from "./scale.js";
import { Stage } from "./stage.js";
import { Wording } from "./texts.js";
import { watchPrint, watchTheme } from "./theme.js";

const SETTLE_MS = 140;
const LOADING_MS = 300;
const PRINT_RATIO = 3;

export class ChronologyAxis extends HTMLElement {
  static observedAttributes = ["data-src", "data-lanes"];

  #frame = null;
  #detach = [];
  #motion = new Motion();
  #settling = 0;
  #loading = null;
  wording = null;

  connectedCallback() {
    this.#frame = buildFrame();
    const { bar, stage, strip, status, hint, card, keys } = this.#frame;
    this.fallback = [...this.childNodes];
    this.replaceChildren(bar, stage, strip, status, hint, card, keys);
    this.stage = new Stage(this, this.#frame);
    this.navigation = new Navigation(this.#frame, this.stage, {
      glide: (scale) => this.#glide(scale),
      jump: (scale) => this.#jump(scale),
      filterTo: (first, last) => this.filterTo({ from: isoDay(first), to: isoDay(last) }),
    });
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
    this.classList.remove("has-lanes");
    this.replaceChildren(...this.fallback);
    this.#frame = this.wording = null;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#frame || before === after) return;
    if (name === "data-lanes") this.#sort();
    else if (before !== null) this.load();
  }

  /** Fetches what data-src names and shows all of it. What was drawn before stays until the answer is there. */
  async load() {
    this.#loading?.abort();
    this.chronology?.stop();
    const loading = (this.#loading = new AbortController());
    const patience = setTimeout(() => this.#say(this.#word("loading")), LOADING_MS);
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
    this.classList.remove("has-failed");
    if (!this.wording) this.#name(whole);
    this.#motion.stop();
    this.stage.begin(whole, this.wording.calendar);
    this.stage.scale = this.stage.fitting();
    this.stage.paint();
    this.#say(whole.total && whole.extent ? "" : whole.words.empty);
    this.#settled();
  }

  /** The first data bring the words of the reader's language. */
  #name(whole) {
    const { words } = whole;
    this.wording = this.navigation.wording = new Wording(whole);
    nameFrame(this.#frame, words);
    const act = {
      lanes: (mode) => (this.dataset.lanes = mode),
      save: (format) => import("./export.js").then(({ savePicture }) => savePicture(this, format)),
      embed: this.dataset.embed && (() => import("./embed.js").then(({ showSnippet }) => showSnippet(this, words))),
    };
    this.#detach.push(attachControls(this.#frame, words, act));
    if (this.lanes !== "one") this.#sort();
  }

  get lanes() {
    return this.dataset.lanes ?? keptLanes() ?? "one";
  }

  async #sort() {
    const sorting = this.lanes === "one" ? null : { ...(await import("./lanes.js")), mode: this.lanes, words: this.wording.words };
    const { stage } = this;
    if (!this.#frame || !stage.scale) return;
    const whole = stage.showsAll;
    stage.sort(sorting);
    if (whole) stage.scale = stage.fitting();
    this.#settled();
  }

  #fail(error, retry) {
    const known = error instanceof DataError;
    const reason = known ? error.detail || this.#word(error.reason) : String(error.message);
    this.#say(this.#word("failed").replace("{reason}", reason), retry);
    if (!this.stage.data) this.classList.add("has-failed");
    this.dispatchEvent(new CustomEvent("axis:failed", { bubbles: true, detail: { reason } }));
    if (!known) throw error;
  }

  #say(text, retry) {
    say(this.#frame.status, text, retry && { word: this.#word("retry"), act: retry });
  }

  /** From the data, and before any have come from the element's attributes. */
  #word(name) {
    return this.wording?.words[name] ?? this.dataset[name] ?? "";
  }

  // -- moving -------------------------------------------------------------------------------------------------------

  #attach() {
    const { stage, strip, buttons } = this.#frame;
    const act = this.#wishes();
    const resized = new ResizeObserver(() => {
      this.stage.resize();
      this.#settle();
    });
    resized.observe(stage);
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
      watchPrint((paper) => this.#paintFor(paper)),
      this.navigation.attach(),
    ];
  }

  #paintFor(paper) {
    this.classList.toggle("is-printing", paper);
    this.stage.fineness = paper ? PRINT_RATIO : null;
    this.stage.retheme();
    this.stage.paint();
  }

  #wishes() {
    const { stage, navigation } = this;
    const strip = () => stage.overviewScale;
    const guarded = (wish) => (...values) => {
      if (!stage.scale) return undefined;
      used(this.#frame.hint);
      return wish(...values);
    };
    const wishes = {
      begin: () => this.#begin(),
      pan: (px) => stage.move(stage.scale.pannedBy(px)),
      zoom: (x, factor) => stage.move(stage.scale.zoomedAt(x, factor)),
      zoomSmoothly: (x, factor) => this.#zoomSmoothly(x, factor),
      fling: (speed) => this.#motion.fling(speed, (px) => stage.move(stage.scale.pannedBy(px)), () => this.#settled()),
      settle: () => this.#settle(),
      step: (step) => navigation.step(step),
      stepTo: (end) => navigation.stepTo(end),
      panBy: (share) => this.#glide(stage.scale.pannedBy(-share * stage.width)),
      zoomAtFocus: (factor) => this.#zoomSmoothly(navigation.focusX, factor),
      fit: () => this.#glide(stage.fitting()),
      leave: () => navigation.leave(),
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
    used(this.#frame.hint);
    this.navigation.card.hide();
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
    this.stage.arrange();
    offerLanes(this.#frame.lanes, this.stage.data, this.lanes, this.wording.words);
    this.navigation.show(this.chronology.needs(this.stage.scale));
    const { start, end } = this.stage.scale;
    this.#frame.range.textContent = this.wording.range(Math.ceil(start), Math.floor(end));
    this.#frame.buttons.filter.disabled = this.stage.showsAll;
    this.#frame.buttons.fit.disabled = this.stage.showsAll;
    this.dispatchEvent(new CustomEvent("axis:view", { bubbles: true, detail: this.window }));
  }

  #help() {
    import("./help.js").then(({ showHelp }) => showHelp(this, this.wording.words));
  }

  /** Draws from the finest data at hand, and asks for finer where the view needs it. */
  #choose() {
    const { scale } = this.stage;
    this.stage.use(this.chronology.at(scale));
    if (!this.chronology.needs(scale) || this.chronology.isFetching(scale)) return;
    this.chronology.fetch(scale).then(() => {
      if (!this.#frame) return;
      this.#say("");
      this.#settled();
    }, (error) => {
      if (error.name !== "AbortError" && this.#frame) this.#fail(error, () => this.#settled());
    });
  }

  #zoomSmoothly(x, factor) {
    this.#glide(this.stage.scale.zoomedAt(x, factor));
  }

  #glide(target) {
    const from = this.stage.scale;
    this.#begin();
    this.#motion.run(220, (share) => this.stage.move(from.towards(target, share)), () => this.#settled());
  }

  /** At once: keys that follow each other quickly must find the focus where the last one put it. */
  #jump(target) {
    this.#begin();
    this.stage.move(target);
    this.#settled();
  }

  #stretch(end, day) {
    const { scale } = this.stage;
    const [first, last] = end === "start" ? [Math.min(day, scale.end - 2), scale.end] : [scale.start, Math.max(day, scale.start + 2)];
    this.stage.move(new Scale(first, scale.width / (last - first), scale.width));
  }

  // -- the filter ---------------------------------------------------------------------------------------------------

  /** The days in view, as ISO dates. */
  get window() {
    const { start, end } = this.stage.scale;
    return { from: isoDay(Math.ceil(start)), to: isoDay(Math.max(Math.floor(end) - 1, Math.ceil(start))) };
  }

  filterToWindow() {
    this.filterTo(this.window);
  }

  async filterTo({ from, to }) {
    const { requestSpan } = await import("./filtering.js");
    requestSpan(this, from, to);
  }
}

customElements.define("chronology-axis", ChronologyAxis);
