/** Store the reader's shelf in the browser, for this site only. */

import { empty, fromKept } from "./items.js";

/** @typedef {import("./items.js").Shelf} Shelf */

/** What the browser did not take: nothing may be kept here, or it is more than fits.
 * @type {Shelf | undefined} */
let unkept;

/**
 * Sites that share a host have shelves of their own.
 * @param {string} base
 */
const key = (base) => `rc-shelf ${new URL(base || ".", location.href).pathname}`;

/**
 * @param {string} base
 * @returns {Shelf}
 */
export function kept(base) {
  if (unkept) return unkept;
  try {
    return fromKept(JSON.parse(localStorage.getItem(key(base)) ?? "null"));
  } catch {
    return empty(); // nothing may be kept here, or it was damaged
  }
}

/**
 * Keep a shelf, and tell everything on this page that shows something of it.
 * @param {string} base
 * @param {Shelf} shelf
 */
export function keep(base, shelf) {
  try {
    localStorage.setItem(key(base), JSON.stringify(shelf));
    unkept = undefined;
  } catch {
    unkept = shelf; // it lasts as long as the page
  }
  dispatchEvent(new CustomEvent("rc-shelf"));
}

/**
 * @param {() => void} listener called whenever the shelf changes, in another window too
 */
export function watch(listener) {
  addEventListener("rc-shelf", listener);
  addEventListener("storage", listener);
}
