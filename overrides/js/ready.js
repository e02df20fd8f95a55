/** What the code that comes later is given by the page that asked for it. */

import { Finder } from "./finder.js";
import { Library } from "./library.js";

/**
 * @typedef {object} Page
 * @property {{load: (name: string) => Promise<any>, base: string}} rcParts
 * @property {(name: string, data: any) => void} rcSearch
 */

const page = /** @type {Page} */ (/** @type {unknown} */ (globalThis));

/** Gives the page what it asked for under a name. */
export const answer = page.rcSearch;

/** Where the site's root is, seen from this page. */
export const base = page.rcParts.base;

/** Loads a piece of the index. */
export const loadPart = page.rcParts.load;

/** @type {Finder | undefined} */
let finder;

/**
 * The finder, once its column of names is there.
 * @returns {Promise<Finder>}
 */
export async function ready() {
  // Each caller asks for itself: a promise kept here would share its failure, see load().
  const names = await loadPart("names");
  finder ??= new Finder(new Library(names), loadPart);
  return finder;
}
