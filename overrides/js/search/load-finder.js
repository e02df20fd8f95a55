/** The library and the finder of a page; the index of names is loaded when it is first needed. */

import { load } from "../shared/lazy.js";
import { Finder } from "./finder.js";
import { Library } from "./library.js";

export const library = new Library();

const finder = new Finder(library, load);

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
