// The density strip: how much happens when, over the whole span, on a root scale so that one event stays visible.

import { drawBars } from "./drawing.js";
import { ruler } from "./ruler.js";

const LABELS = 16;

export function drawOverview(context, heights, { width, height, scale, calendar, theme }) {
  context.clearRect(0, 0, width, height);
  const floor = height - LABELS;
  const most = Math.max(...heights, 1e-9);
  drawBars(context, heights, { floor, tallest: floor - 4, most, step: width / heights.length, colour: theme.strip });
  context.fillStyle = theme.rule;
  context.fillRect(0, floor, width, 1);
  context.font = theme.dataFont;
  context.fillStyle = theme.muted;
  context.textBaseline = "alphabetic";
  for (const { day, text } of ruler(scale, calendar, 90).marks) {
    const x = scale.x(day);
    if (x < 0) continue;
    context.fillRect(Math.round(x), floor, 1, 4);
    context.fillText(text, x + 3, height - 3);
  }
}
