// Offers a new event for what is selected in the article: by mouse, by touch, or sentence by sentence by keyboard.
// Places are counted as the server counts them, in characters of the article's text: JavaScript's own count takes an
// emoji for two, and the numbers of the passages stand in the page but not in the article.

const article = document.getElementById("article");
const bar = document.getElementById("take");
const steps = bar.querySelector(".take__steps");
const said = document.getElementById("take-said");
const opener = document.querySelector("[data-takes-passage]");
const links = [...bar.querySelectorAll("[data-to]")];

// -- where a selection stands in the article --------------------------------------------------------------------------

/** Every stretch of the article's own text, with the place of its first character. Passages that htmx or a reader's
 *  extension marks split texts, so that they are listed anew each time. */
function stretches() {
  const found = [];
  for (const paragraph of article.querySelectorAll("[data-start]")) {
    let place = Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(".passage__number")) continue;
      const length = characters(node.data);
      found.push({ node, start: place, end: place + length });
      place += length;
    }
  }
  return found;
}

function characters(text) {
  let count = 0;
  for (const _ of text) count += 1; // Iterates over whole characters, not their halves.
  return count;
}

/** What of the article the range covers, as [start, end); null where it covers nothing of it. */
function placesOf(range) {
  let start = null;
  let end = null;
  for (const stretch of stretches()) {
    if (!range.intersectsNode(stretch.node)) continue;
    const { data } = stretch.node;
    const from = range.startContainer === stretch.node ? range.startOffset : 0;
    const to = range.endContainer === stretch.node ? range.endOffset : data.length;
    if (to <= from || !data.slice(from, to).trim()) continue;
    start ??= stretch.start + characters(data.slice(0, from));
    end = stretch.start + characters(data.slice(0, to));
  }
  return start === null ? null : [start, end];
}

/** The point in the page at which the character of that place begins, or after which the one before it ends. */
function pointAt(place, all, isEnd) {
  const stretch = all.find(({ start, end }) => (isEnd ? start < place && place <= end : start <= place && place < end));
  let offset = 0;
  let left = place - stretch.start;
  for (const character of stretch.node.data) {
    if (left === 0) break;
    offset += character.length;
    left -= 1;
  }
  return [stretch.node, offset];
}

// -- the bar ----------------------------------------------------------------------------------------------------------

function offer(places) {
  bar.hidden = places === null;
  if (places === null) return;
  for (const link of links) link.href = `${link.dataset.to}&start=${places[0]}&end=${places[1]}`;
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const isOfArticle = selection.rangeCount > 0 && !selection.isCollapsed;
  if (!steps.hidden) return; // What is selected then follows the sentence that was chosen.
  offer(isOfArticle ? placesOf(selection.getRangeAt(0)) : null);
});

// -- sentence by sentence ---------------------------------------------------------------------------------------------

const sentences = article.dataset.sentences.split(" ").filter(Boolean).map((bounds) => bounds.split("-").map(Number));
let first = 0;
let last = 0;

opener.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || sentences.length === 0) return;
  event.preventDefault();
  first = last = firstInView();
  steps.hidden = false;
  bar.hidden = false;
  show();
  steps.focus();
});

/** The sentence at which the reader is: the first that the window shows whole, or the first of all. */
function firstInView() {
  const all = stretches();
  const place = sentences.findIndex(([start, end]) => {
    const range = rangeOf(start, end, all);
    const box = range.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  return Math.max(place, 0);
}

function rangeOf(start, end, all) {
  const range = document.createRange();
  range.setStart(...pointAt(start, all, false));
  range.setEnd(...pointAt(end, all, true));
  return range;
}

const MOVES = {
  before: () => { first = last = Math.max(first - 1, 0); },
  after: () => { first = last = Math.min(last + 1, sentences.length - 1); },
  longer: () => { last = Math.min(last + 1, sentences.length - 1); },
  shorter: () => { last = Math.max(last - 1, first); },
};

function show() {
  const places = [sentences[first][0], sentences[last][1]];
  const range = rangeOf(...places, stretches());
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const box = range.getBoundingClientRect();
  const room = innerHeight - bar.offsetHeight;
  if (box.top < 0 || box.bottom > room) scrollBy({ top: box.top - room / 4 });
  offer(places);
  say(range);
}

function say(range) {
  const words = range.cloneContents();
  for (const number of words.querySelectorAll(".passage__number")) number.remove();
  const facts = { number: first + 1, total: sentences.length, count: last - first + 1, words: words.textContent };
  const wording = first === last ? bar.dataset.said : bar.dataset.saidSeveral;
  said.textContent = wording.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

function leave() {
  steps.hidden = true;
  bar.hidden = true;
  said.textContent = "";
  getSelection().removeAllRanges();
  opener.focus();
}

for (const button of steps.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => {
    MOVES[button.dataset.step]();
    show();
  });
}

bar.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || steps.hidden) return;
  const isOnSteps = event.target === steps || event.target.closest(".take__steps") !== null;
  const move = { ArrowUp: "before", ArrowLeft: "before", ArrowDown: "after", ArrowRight: "after" }[event.key];
  if (move) {
    MOVES[event.shiftKey ? { before: "shorter", after: "longer" }[move] : move]();
    show();
  } else if (event.key === "Enter" && isOnSteps && event.target.tagName !== "BUTTON") links[0].click();
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
});
