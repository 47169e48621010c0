// What a mark looks like: sixteen kinds of event in nine families, each with a shape of its own and a colour, so that
// colour never tells anything alone.

const FAMILY_OF = {
  meeting: "talks", summit: "talks", conference: "talks", negotiation: "talks",
  visit: "travel",
  call: "voice", statement: "voice",
  agreement: "accord",
  appointment: "office", tenure: "office",
  sanction: "measure", rupture: "measure",
  conflict: "force", incident: "force",
  exchange: "exchange",
};

/** Outlines around (0, 0), about 12 units across, as SVG path data: the canvas and the legend share them. */
export const SHAPES = {
  talks: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
  travel: "M-4.5-6L6.5 0L-4.5 6z",
  voice: "M-6-5H6V3.5H0L-3.5 7V3.5H-6z",
  accord: "M-5.2-5.2H5.2V5.2H-5.2z",
  office: "M0-6.4L6.4 5.2H-6.4z",
  measure: "M-5.6-2.9L-2.9-5.6L0-2.7L2.9-5.6L5.6-2.9L2.7 0L5.6 2.9L2.9 5.6L0 2.7L-2.9 5.6L-5.6 2.9L-2.7 0z",
  force: "M0-7L7 0L0 7L-7 0z",
  exchange: "M-6.5-5.5L0 0L6.5-5.5V5.5L0 0L-6.5 5.5z",
  other: "M-5.5-2.2H-2.2V-5.5H2.2V-2.2H5.5V2.2H2.2V5.5H-2.2V2.2H-5.5z",
};

export const FAMILIES = Object.keys(SHAPES);

export function familyOf(kind) {
  return FAMILY_OF[kind] ?? "other";
}

const paths = new Map();

export function pathOf(family) {
  if (!paths.has(family)) paths.set(family, new Path2D(SHAPES[family]));
  return paths.get(family);
}

/** The path data behind what `pathOf` gave; undefined for no path. */
export function outlineOf(path) {
  return path && SHAPES[FAMILIES.find((family) => paths.get(family) === path)];
}
