/** Create the finder once per page, when the index of names has loaded. */

import { load } from "../shared/lazy.js";
import { Finder } from "./finder.js";
import { Library } from "./library.js";

/** @type {Finder | undefined} */
let finder;

/** @returns {Promise<Finder>} */
export async function loadFinder() {
  // Each caller asks for itself: a promise kept here would share its failure, see load().
  const names = await load("names");
  finder ??= new Finder(new Library(names), load);
  return finder;
}
