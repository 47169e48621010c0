// After each decision the next proposal stands in the page: the focus goes to its title, so that it is read aloud and
// the next key is about it. A key that comes while an answer is under way is dropped (`hx-sync`): nobody decides about
// what they have not seen.

const problem = document.getElementById("problem");

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "review") return;
  problem.hidden = true;
  document.querySelector("#review [data-arrive], #review [aria-invalid]")?.focus({ preventScroll: true });
});

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    problem.textContent = problem.dataset.failed;
    problem.hidden = false;
  });
}

// What is opened is for typing into; Escape leaves it, and the keys are about the proposal again.
document.addEventListener("click", (event) => {
  const details = event.target.closest?.("#review .proposal__other > summary")?.parentElement;
  if (!details) return;
  setTimeout(() => details.open && details.querySelector("select, input:not([type=hidden])").focus());
});

document.addEventListener("keydown", (event) => {
  const field = event.key === "Escape" && event.target.closest?.("#review input, #review select");
  if (!field) return;
  field.closest("details")?.removeAttribute("open");
  document.getElementById("proposal-title")?.focus();
});
