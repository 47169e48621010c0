// Dialogs of the axis: their styles come with the first of them.

import { make } from "./frame.js";

/** Opens a dialog with a name, a way to close it and what `parts` holds; it is gone when it is closed. */
export async function openDialog(axis, words, name, ...parts) {
  await styled(axis.dataset.styles);
  const close = make("button", "button", { type: "button" }, words.close);
  const dialog = make("dialog", "help", { "aria-label": name }, close, ...parts);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  axis.append(dialog);
  dialog.showModal();
}

const loaded = new Map();

/** A dialog without its styles is still one that can be read: nothing waits for a file that does not come. */
function styled(address) {
  if (!loaded.has(address)) {
    const link = make("link", "", { rel: "stylesheet", href: address });
    loaded.set(address, new Promise((resolve) => {
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve);
    }));
    document.head.append(link);
  }
  return loaded.get(address);
}
