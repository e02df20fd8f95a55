/** Find the ranges of matched words in a text, to highlight them. */

import { terms } from "./words.js";

/** The terms of each piece that was looked at: the same words stand in many texts. @type {Map<string, string[]>} */
const known = new Map();

/**
 * The pieces of a text, each with whether it is one of the words that were found.
 * @param {string} text
 * @param {string[]} found
 * @returns {{text: string, found: boolean}[]}
 */
export function highlight(text, found) {
  const wanted = new Set(found);
  return text
    .split(/(\.?[\p{L}\p{N}\p{M}]+(?:\+\+?|#)?)/u)
    .filter(Boolean)
    .map((piece) => ({ text: piece, found: wanted.size > 0 && termsOf(piece).some((t) => wanted.has(t)) }));
}

/** @param {string} piece */
function termsOf(piece) {
  let found = known.get(piece);
  if (!found) {
    found = terms(piece);
    known.set(piece, found);
  }
  return found;
}
