// The current view as a picture, SVG or PNG: drawn by the same code as on the screen, in the colours of paper.

import { SvgContext } from "./svg.js";
import { paperTheme } from "./theme.js";

const CAPTION = 26;
const FINENESS = 2;

export async function savePicture(axis, format) {
  const picture = pictureOf(axis);
  const file = format === "svg" ? svgOf(picture) : await pngOf(picture);
  const { from, to } = axis.window;
  download(file, `${axis.wording.words.file}-${from}--${to}.${format}`);
}

function pictureOf(axis) {
  const { stage, wording } = axis;
  const { start, end } = stage.scale;
  const span = wording.range(Math.ceil(start), Math.floor(end));
  return {
    stage,
    theme: paperTheme(axis),
    width: stage.width,
    height: stage.height + CAPTION,
    language: wording.language,
    title: `${wording.words.axis}, ${span}`,
    caption: `${span} · ${wording.counted("counted", stage.whole.total)}`,
    source: location.origin + location.pathname + location.search,
  };
}

function draw(context, { stage, theme, width, height, caption, source }) {
  stage.drawOn(context, theme);
  context.font = theme.dataFont;
  context.fillStyle = theme.muted;
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.fillText(caption, 4, height - 8);
  context.textAlign = "right";
  const room = width - stage.texts.width(caption, theme.dataFont) - 40;
  if (room > 80) context.fillText(stage.texts.shortened(source, theme.dataFont, room), width - 4, height - 8);
}

function svgOf(picture) {
  const context = new SvgContext();
  draw(context, picture);
  const { width, height, title, caption, source, language } = picture;
  const text = context.document({ width, height, title, description: `${caption} · ${source}`, language, paper: picture.theme.paper });
  return new Blob([text], { type: "image/svg+xml" });
}

function pngOf(picture) {
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * FINENESS;
  canvas.height = picture.height * FINENESS;
  const context = canvas.getContext("2d");
  context.scale(FINENESS, FINENESS);
  draw(context, picture);
  // Under everything that is drawn.
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = picture.theme.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}

function download(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
