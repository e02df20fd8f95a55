/**
 * The data of a shelf: a name, and entries in order, each with a note.
 *
 * In a URL it is the fragment: name=…&e=<id>&n=<note>&e=<id> … A note belongs to the entry before it.
 * A fragment is never sent to a server.
 */

/** @typedef {{id: string, note: string}} Item */
/** @typedef {{name: string, items: Item[]}} Shelf */

/** What can be typed; whoever made the address may have written more. */
const MAX_NAME = 120;
const MAX_NOTE = 500;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @returns {Shelf} */
export function empty() {
  return { name: "", items: [] };
}

/**
 * A shelf as what follows the "#"; nothing when it is empty.
 * @param {Shelf} shelf
 */
export function asFragment({ name, items }) {
  const found = new URLSearchParams();
  if (name) found.append("name", name);
  for (const { id, note } of items) {
    found.append("e", id);
    if (note) found.append("n", note);
  }
  return items.length ? found.toString() : "";
}

/**
 * The shelf of an address; whatever is none is left out.
 * @param {string} fragment
 * @returns {Shelf}
 */
export function fromFragment(fragment) {
  const shelf = empty();
  const there = new Set();
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const last = shelf.items.at(-1);
    if (key === "name") shelf.name = value.slice(0, MAX_NAME);
    else if (key === "n" && last) last.note = value.slice(0, MAX_NOTE);
    else if (key === "e" && !there.has(value)) {
      there.add(value);
      add(shelf, value, "");
    }
  }
  return shelf;
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
function add(shelf, id, note) {
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

/**
 * Whether two shelves hold the same.
 * @param {Shelf} one
 * @param {Shelf} other
 */
export function same(one, other) {
  return asFragment(one) === asFragment(other);
}
