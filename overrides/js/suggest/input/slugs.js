/** Ids, and the id nearest to a title. Counterpart of field_types/slugs.py in the Python package. */

import { spellOutSigns } from "./title-matching.js";

const SLUG_LENGTH = 120;

/**
 * The nearest good id to any text; may be empty.
 * @param {string} text
 */
export function suggestSlug(text) {
  const spelled = spellOutSigns(text.normalize("NFKD"));
  const plain = spelled.replace(/[^\u0000-\u007f]/g, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, SLUG_LENGTH).replace(/-+$/, "");
}

/** @param {string} text */
export function isSlug(text) {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= SLUG_LENGTH;
}
