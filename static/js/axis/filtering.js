// From a stretch of the axis to the filter of the page around it.

/** Announces the span. Unless somebody else takes it: opens the chronology that `data-chronology` names in a tab of its own,
 *  or fills the page's filter form, or opens the page filtered. */
export function requestSpan(axis, from, to) {
  const wish = new CustomEvent("axis:span", { bubbles: true, cancelable: true, detail: { from, to } });
  if (!axis.dispatchEvent(wish)) return;
  const { parameter = "when", chronology } = axis.dataset;
  const span = `${from}/${to}`;
  if (chronology) {
    open(addressWith(chronology, parameter, span), "_blank", "noopener");
    return;
  }
  const field = document.querySelector(`form [name="${CSS.escape(parameter)}"]`);
  if (!field) {
    location.assign(addressWith(location.href, parameter, span));
    return;
  }
  field.value = span;
  field.form.requestSubmit();
}

function addressWith(base, name, value) {
  const address = new URL(base, location.href);
  address.searchParams.set(name, value);
  address.searchParams.delete("page");
  return address;
}
