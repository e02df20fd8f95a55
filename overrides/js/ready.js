/** What the code that comes later is given by the page that asked for it. */

import { Finder } from "./finder.js";
import { Library } from "./library.js";

const parts =
  /** @type {{rcParts: {load: (name: string) => Promise<any>, base: string}}} */ (
    /** @type {unknown} */ (globalThis)
  ).rcParts;

/** Where the site's root is, seen from this page. */
export const base = parts.base;

/** @type {Promise<Finder> | undefined} */
let finder;

/**
 * The finder, once its columns are there.
 * @returns {Promise<Finder>}
 */
export function ready() {
  finder ??= parts.load("columns").then(
    (columns) => new Finder(new Library(columns), parts.load),
    (error) => {
      finder = undefined; // so that a later try can do better
      throw error;
    },
  );
  return finder;
}
