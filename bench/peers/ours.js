// How the bench asks our page for what it asks of the peers: `window.bench` of the peers' own pages.

{
  const axis = () => document.querySelector("chronology-axis");
  const drawn = () => new Promise((resolve) => document.addEventListener("axis:view", resolve, { once: true }));

  window.bench = {
    item: ".axis__events *",
    box: () => document.querySelector(".axis__stage").getBoundingClientRect().toJSON(),
    /** The axis alone. */
    async filter({ slug }) {
      const address = new URL(axis().dataset.src, location);
      address.searchParams.set("actor", slug);
      const done = drawn();
      axis().dataset.src = address.pathname + address.search;
      await done;
    },
    /** The whole page as a reader filters it: list, counts and axis, by the form. */
    async filterPage({ slug }) {
      const form = document.getElementById("filters");
      const input = Object.assign(document.createElement("input"), { type: "hidden", name: "actor", value: slug });
      form.append(input);
      const swapped = new Promise((resolve) => document.addEventListener("htmx:afterSettle", resolve, { once: true }));
      const done = drawn();
      form.requestSubmit();
      await Promise.all([swapped, done]);
    },
  };
}
