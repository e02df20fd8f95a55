/**
 * Show values of the catalog's own fields on a card: those that every card has, and those in which a
 * search has found its words.
 *
 * Counterpart of site/search/own_field_text.py in the Python package.
 */

import { highlight } from "../search/words/highlight.js";
import { make, marked } from "../shared/elements.js";
import { gettext } from "../shared/messages.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */

const MAX_ON_CARD = 60;
const BEFORE_HIT = 60;
const MAX_HIT = 160;

/**
 * The facts for the last line of a card, and what stands above it.
 * @param {Library} library
 * @param {number} entry whose summary has been loaded
 * @param {string[]} words that were found
 */
export function ownValues(library, entry, words) {
  /** @type {HTMLElement[]} */
  const facts = [];
  /** @type {HTMLElement[]} */
  const hits = [];
  library.ownFields.forEach(({ label, onCards }, at) => {
    const value = library.ownValues[entry]?.[at];
    if (!value) return;
    const short = onCards ? shorten(value) : "";
    const isFound = (/** @type {string} */ text) => highlight(text, words).some(({ found }) => found);
    if (short) facts.push(make("li", { dir: "auto" }, ...line(label, short, words)));
    if (isFound(value) && !isFound(short)) {
      hits.push(make("p", { class: "rc-card__hit", dir: "auto" }, ...line(label, aroundHit(value, words), words)));
    }
  });
  return { facts, hits };
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string[]} words
 */
function line(label, value, words) {
  const [before, after] = gettext("%(label)s: %(value)s", { label, value: "\n" }).split("\n");
  return [before, ...marked(highlight(value, words)), after];
}

/** @param {string} text */
export function shorten(text) {
  const letters = [...text];
  if (letters.length <= MAX_ON_CARD) return text;
  const start = letters.slice(0, MAX_ON_CARD).join("");
  const space = start.lastIndexOf(" ");
  return `${space < 0 ? start : start.slice(0, space)}…`;
}

/**
 * A long text from a little before the first word that was found.
 * @param {string} text
 * @param {string[]} words
 */
function aroundHit(text, words) {
  if (text.length <= MAX_HIT) return text;
  let at = 0;
  for (const piece of highlight(text, words)) {
    if (piece.found) break;
    at += piece.text.length;
  }
  const start = at <= BEFORE_HIT ? 0 : text.indexOf(" ", at - BEFORE_HIT) + 1 || at;
  const rest = text.slice(Math.min(start, at), Math.min(start, at) + MAX_HIT);
  const end = rest.length < text.length - start ? rest.lastIndexOf(" ") : rest.length;
  return `${start ? "…" : ""}${end > 0 ? rest.slice(0, end) : rest}${start + rest.length < text.length ? "…" : ""}`;
}
