// Files and folders that are dropped or picked are sent one by one, so that each has its own progress and none can
// take the others down. Without this script the form sends them all at once.

const form = document.getElementById("drop");
const [status, bar, failures] = ["status", "progress", "failures"].map((part) => form.querySelector(`.drop__${part}`));
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
for (const part of form.querySelectorAll("[hidden]:not(progress)")) part.hidden = false;
document.getElementById("files").required = false;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const picked = [...document.getElementById("files").files, ...document.getElementById("folder").files];
  send(picked.map((file) => ({ file, name: file.webkitRelativePath || file.name })));
});

addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("is-over");
});
addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("is-over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  form.classList.remove("is-over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  send((await Promise.all(entries.map((entry) => filesOf(entry)))).flat());
});

/** All files of a dropped file or folder, each with its path. */
async function filesOf(entry, folder = "") {
  const name = folder + entry.name;
  if (entry.isFile) return [{ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), name }];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    // A reader gives a folder's entries in portions, and an empty one at the end.
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return (await Promise.all(found.map((inner) => filesOf(inner, `${name}/`)))).flat();
    found.push(...some);
  }
}

async function send(files) {
  if (!files.length) return;
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  bar.hidden = false;
  try {
    const address = await begin();
    const failed = [];
    for (const [place, one] of files.entries()) {
      say(form.dataset.sending, { done: place + 1, total: files.length, name: one.name });
      const reason = await sendOne(address, one, (share) => (bar.value = (place + share) / files.length));
      if (reason) failed.push({ ...one, reason });
    }
    if (!failed.length) location.assign(address);
    else offerAgain(address, failed);
  } catch (error) {
    say(form.dataset.failed, { name: files[0].name, reason: error.message });
  } finally {
    button.disabled = false;
  }
}

/** A new import, without files as yet; answers with its address. */
async function begin() {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", token);
  const answer = await fetch(form.action, { method: "POST", body });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.url;
}

/** Empty when it arrived, otherwise the reason why not. */
function sendOne(address, { file, name }, tell) {
  return new Promise((resolve) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", token);
    body.set("name", name);
    body.set("file", file);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => tell(loaded / total);
    request.onload = () => resolve(request.status < 300 ? "" : reasonIn(request));
    request.onerror = () => resolve(form.dataset.gone);
    request.open("POST", `${address}files/`);
    request.send(body);
  });
}

/** The server's own words where it has any for this; an error page is none. */
function reasonIn(request) {
  const inWords = request.getResponseHeader("content-type")?.startsWith("text/plain");
  return inWords ? request.responseText : `${request.status} ${request.statusText}`;
}

function offerAgain(address, failed) {
  failures.replaceChildren(
    ...failed.map(({ name, reason }) => {
      const item = document.createElement("li");
      item.textContent = filled(form.dataset.failed, { name, reason });
      return item;
    }),
  );
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button";
  again.textContent = form.dataset.again;
  again.addEventListener("click", async () => {
    again.remove();
    const still = [];
    for (const one of failed) {
      const reason = await sendOne(address, one, () => {});
      if (reason) still.push({ ...one, reason });
    }
    if (still.length) offerAgain(address, still);
    else location.assign(address);
  });
  failures.after(again);
}

function say(text, values) {
  status.textContent = filled(text, values);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
}
