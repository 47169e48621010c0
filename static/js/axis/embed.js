// The dialog with the few lines of HTML that put the axis into another page. Loaded when asked for.

import { openDialog } from "./dialog.js";
import { make } from "./frame.js";

/** Of the line above the axis in the frame. */
const HEAD = 100;
const COPIED_MS = 2500;

export async function showSnippet(axis, words) {
  const code = make("textarea", "code", { readonly: "", rows: "5", spellcheck: "false", "aria-label": words.embed });
  code.value = snippet(axis, words.axis);
  const copy = make("button", "button", { type: "button" }, words.copy);
  const said = make("span", "said", { role: "status" });
  copy.addEventListener("click", async () => {
    await copied(code);
    said.textContent = words.copied;
    setTimeout(() => (said.textContent = ""), COPIED_MS);
  });
  const parts = [make("h2", "", {}, words.embed), make("p", "", {}, words.embed_help), code, make("p", "", {}, copy, " ", said)];
  await openDialog(axis, words, words.embed, ...parts);
  code.select();
}

/** The frame of the same filter, sorted into the same lanes. */
function snippet(axis, title) {
  const address = new URL(axis.dataset.embed, location.href);
  address.search = new URL(axis.dataset.src, location.href).search;
  if (axis.lanes !== "one") address.searchParams.set("lanes", axis.lanes);
  const frame = document.createElement("iframe");
  const attributes = { src: address, title: `${title} · Aide-mémoire`, width: "100%", height: axis.offsetHeight + HEAD, frameborder: "0", loading: "lazy" };
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  return frame.outerHTML;
}

/** Pages that did not come over HTTPS may not write to the clipboard themselves; what is selected they may copy. */
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.value);
  } catch {
    code.select();
    document.execCommand("copy");
  }
}
