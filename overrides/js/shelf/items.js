/** The data of a shelf: a name, and entries in order, each with a note. */

/** @typedef {{id: string, note: string}} Item */
/** @typedef {{name: string, items: Item[]}} Shelf */

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @returns {Shelf} */
export function empty() {
  return { name: "", items: [] };
}

/**
 * The shelf that somebody's browser has kept.
 * @param {unknown} kept
 * @returns {Shelf}
 */
export function fromKept(kept) {
  const shelf = empty();
  if (typeof kept !== "object" || kept === null) return shelf;
  const { name, items } = /** @type {{name?: unknown, items?: unknown}} */ (kept);
  if (typeof name === "string") shelf.name = name;
  for (const item of Array.isArray(items) ? items : []) {
    if (typeof item?.id === "string") add(shelf, item.id, String(item.note ?? ""));
  }
  return shelf;
}

/**
 * @param {Shelf} shelf
 * @param {string} id
 * @param {string} note
 */
export function add(shelf, id, note) {
  if (ID.test(id)) shelf.items.push({ id, note });
}

/**
 * A shelf with an entry at its end, or without it if it is there.
 * @param {Shelf} shelf
 * @param {string} id
 * @returns {Shelf}
 */
export function toggled(shelf, id) {
  const rest = shelf.items.filter((item) => item.id !== id);
  return { ...shelf, items: rest.length < shelf.items.length ? rest : [...shelf.items, { id, note: "" }] };
}
