/**
 * Read the shelf of an address, and write it there.
 *
 * It is the fragment: name=…&e=<id>&n=<note>&e=<id> … A note belongs to the entry before it. A fragment
 * is never sent to a server.
 */

import { add, empty } from "./items.js";

/** @typedef {import("./items.js").Shelf} Shelf */

/** What can be typed; whoever made the address may have written more. */
const MAX_NAME = 120;
const MAX_NOTE = 500;

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
 * Whether two shelves hold the same.
 * @param {Shelf} one
 * @param {Shelf} other
 */
export function same(one, other) {
  return asFragment(one) === asFragment(other);
}
