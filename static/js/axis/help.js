// The help dialog: keys, and what the marks say.

import { openDialog } from "./dialog.js";
import { make } from "./frame.js";
import { familyOf, SHAPES } from "./marks.js";

const SVG = "http://www.w3.org/2000/svg";

export function showHelp(axis, words) {
  return openDialog(
    axis,
    words,
    words.help,
    make("h2", "", {}, words.keyboard),
    make("dl", "pairs", {}, ...words.key.flatMap(([key, text]) => pair(make("kbd", "", {}, key), text))),
    make("p", "", {}, words.pointer),
    make("h2", "", {}, words.marks),
    make("dl", "pairs axis__pairs--marks", {}, ...Object.entries(words.mark).flatMap(
      ([name, text]) => pair(make("span", `sample axis__sample--${name}`), text),
    )),
    make("ul", "legend", {}, ...legend(words.kinds)),
  );
}

function pair(term, text) {
  return [make("dt", "", {}, term), make("dd", "", {}, text)];
}

/** Kinds that share a shape share an entry: "Meeting, Summit, Negotiation". */
function legend(kinds) {
  const families = new Map();
  for (const [kind, name] of Object.entries(kinds)) {
    const family = familyOf(kind);
    families.set(family, [...(families.get(family) ?? []), name]);
  }
  return [...families].map(([family, names]) => make("li", "", {}, glyph(family), names.join(", ")));
}

function glyph(family) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `axis__glyph axis__glyph--${family}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[family]);
  svg.append(path);
  return svg;
}
