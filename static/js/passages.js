// Steps from passage to passage without loading the page anew: the passage is marked, its number takes the focus and so
// is read aloud, and Enter opens its event. The links that this answers for do the same by themselves, more slowly.

const stepper = document.querySelector(".stepper");
const numbers = [...document.querySelectorAll(".passage__number")].sort((one, other) => numberOf(one) - numberOf(other));
const entries = [...document.querySelectorAll(".source__events a[data-number]")];

if (stepper && numbers.length > 0) {
  const [before, after] = stepper.querySelectorAll(".stepper__step");
  let current = arrived();

  before.addEventListener("click", (event) => stepTo(event, current - 1));
  after.addEventListener("click", (event) => stepTo(event, current + 1));
  for (const entry of entries) entry.addEventListener("click", (event) => stepTo(event, numberOf(entry)));
  addEventListener("hashchange", () => show(arrived()));
  show(current);

  function stepTo(event, number) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const link = numbers[number - 1];
    if (!link) return;
    show(number);
    location.replace(new URL(link.href).hash);
    link.focus({ preventScroll: true });
  }

  function show(number) {
    current = number;
    stepper.querySelector("[data-current]").textContent = number || "–";
    offer(before, number - 1);
    offer(after, number + 1);
    for (const mark of document.querySelectorAll(".passage")) {
      const isCovered = mark.dataset.passages.split(" ").includes(String(number));
      mark.classList.toggle("passage--current", isCovered);
    }
    for (const entry of entries) {
      const item = entry.closest("li");
      if (numberOf(entry) === number) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }

  /** A link without an address is none: at both ends of the text there is nowhere to go. */
  function offer(link, number) {
    const target = numbers[number - 1];
    if (target) link.href = `?passage=${number}${new URL(target.href).hash}`;
    else link.removeAttribute("href");
  }
}

/** The passage to which the address leads; nought at the top of the page. */
function arrived() {
  const link = numbers.find((candidate) => new URL(candidate.href).hash === location.hash);
  if (link) return numberOf(link);
  const asked = Number(new URLSearchParams(location.search).get("passage"));
  return numbers[asked - 1] ? asked : 0;
}

function numberOf(link) {
  return Number(link.dataset.number);
}
