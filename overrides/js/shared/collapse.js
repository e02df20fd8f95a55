/** Collapse parts of a page that are open without JavaScript, and open them on paper. */

/** @param {Iterable<HTMLDetailsElement>} parts */
export function collapse(parts) {
  const all = [...parts];
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  for (const part of all) part.open = false;
  addEventListener("beforeprint", () => {
    opened = all.filter(({ open }) => open);
    for (const part of all) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of all) part.open = opened.includes(part);
  });
}
