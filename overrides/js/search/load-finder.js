/** The library and the finder of a page; the index of names is loaded when it is first needed. */

import { load } from "../shared/loading/page-globals.js";
import { Finder } from "./finder.js";
import { Library } from "./index/search-index.js";

export const library = new Library();

const finder = new Finder(library, load);

/**
 * Ask for the titles of a list beside the names, where the columns of the list tell already that there are many.
 * @returns {Promise<Finder>}
 */
export function loadFinderAndTitles() {
  // What needs them asks again.
  if (finder.isSmall) for (const name of finder.titleFiles()) load(name).catch(() => {});
  return loadFinder();
}

/**
 * The finder, once the names have been loaded.
 * @returns {Promise<Finder>}
 */
export async function loadFinder() {
  // Each caller asks for itself: a promise kept here would share its failure, see load().
  const [names, shards] = await Promise.all([load("names"), load("shards")]);
  if (!library.beginnings.length) library.addNames(names, shards);
  return finder;
}
