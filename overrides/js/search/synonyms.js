/** Look up synonyms of phrases, from catalog/synonyms.yml. */

import { verb, words } from "./words/words.js";

/** @typedef {import("./index/search-index.js").Library} Library */
/** @typedef {import("./words/words.js").Word} Word */
/** @typedef {{others: string[][], idiom: boolean}} Phrase  The terms of the other phrases. */

/** @type {WeakMap<Library, Map<string, Phrase>>} */
const known = new WeakMap();

/**
 * The phrases of the synonyms, each with the others of its groups.
 *
 * One word and a common one, such as "sign up", are an idiom: it is understood, but never looked
 * for, since its other word alone means something else.
 * @param {Library} library
 */
export function phrases(library) {
  let found = known.get(library);
  if (!found) {
    found = new Map();
    for (const group of library.synonyms) {
      const split = group.map(words);
      for (const phrase of split) {
        const key = keyOf(phrase);
        const others = split
          .filter((other) => other !== phrase && !isIdiom(other))
          .map((other) => other.flatMap(({ parts, common }) => (common ? [] : parts)));
        const before = found.get(key)?.others ?? [];
        found.set(key, { others: [...before, ...others], idiom: isIdiom(phrase) });
      }
    }
    known.set(library, found);
  }
  return found;
}

/** @param {Word[]} phrase */
function isIdiom(phrase) {
  const own = phrase.filter(({ common }) => !common).flatMap(({ parts }) => parts);
  return phrase.some(({ common }) => common) && new Set(own).size < 2;
}

/**
 * A phrase as it is looked up.
 * @param {Word[]} phrase
 */
export function keyOf(phrase) {
  return phrase.flatMap(({ parts }) => parts.map(verb)).join(" ");
}
