/** What the code that comes later is given by the page that asked for it. */

import { Finder } from "./finder.js";
import { Library } from "./library.js";

const parts =
  /** @type {{rcParts: {load: (name: string) => Promise<any>, base: string}}} */ (
    /** @type {unknown} */ (globalThis)
  ).rcParts;

/** Where the site's root is, seen from this page. */
export const base = parts.base;

/** Loads a piece of the index. */
export const loadPart = parts.load;

/** @type {Promise<Finder> | undefined} */
let finder;

/**
 * The finder, once its column of names are there.
 * @returns {Promise<Finder>}
 */
export function ready() {
  finder ??= parts.load("names").then(
    (names) => new Finder(new Library(names), parts.load),
    (error) => {
      finder = undefined; // so that a later try can do better
      throw error;
    },
  );
  return finder;
}
