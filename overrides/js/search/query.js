/** Parse a search text into slots, each with the alternatives that may match. */

import { keyOf, phrases } from "./synonyms.js";
import { plain, words } from "./words.js";

/** @typedef {import("./library.js").Library} Library */
/** @typedef {import("./shards.js").Shards} Shards */
/** @typedef {import("./words.js").Word} Word */
/** @typedef {{terms: string[], weight: number}} Alternative  All its terms must be there. */
/** @typedef {import("./synonyms.js").Phrase} Phrase */
/** @typedef {{alternatives: Alternative[], unfinished: boolean, forgive: boolean}} Slot */

const LONGEST_PHRASE = 5;
const SYNONYM_WEIGHT = 0.8;
const IDIOM_WORD_WEIGHT = 0.3;

export class Query {
  /**
   * @param {string} text
   * @param {Library} library
   */
  constructor(text, library) {
    this.plain = plain(text);
    const all = words(text);
    const alone = all.every(({ common }) => common);
    /** For each word its slot; none for a common word. @type {(Slot | null)[]} */
    const slots = all.map(({ parts, common }) => (common && !alone ? null : slotOf(parts)));
    this._addSynonyms(all, slots, phrases(library));
    this.slots = slots.filter((slot) => slot !== null);
    const last = this.slots.at(-1);
    if (last) last.unfinished = !/\s$/.test(text);
  }

  /** Every term that may be asked for, with whether a slip in it is to be forgiven. */
  get asked() {
    /** @type {Map<string, boolean>} */
    const asked = new Map();
    for (const { alternatives, forgive } of this.slots) {
      for (const term of alternatives.flatMap((alternative) => alternative.terms)) {
        asked.set(term, asked.get(term) || forgive);
      }
    }
    return asked;
  }

  /**
   * @param {Word[]} all
   * @param {(Slot | null)[]} slots
   * @param {Map<string, Phrase>} known
   */
  _addSynonyms(all, slots, known) {
    for (let from = 0; from < all.length; from++) {
      for (let to = from + 1; to <= Math.min(all.length, from + LONGEST_PHRASE); to++) {
        const phrase = known.get(keyOf(all.slice(from, to)));
        if (phrase) for (const slot of slots.slice(from, to)) if (slot) understand(slot, phrase);
      }
    }
  }
}

/**
 * Let a slot stand for a phrase that is known, and so was not mistyped.
 * @param {Slot} slot
 * @param {Phrase} phrase
 */
function understand(slot, { others, idiom }) {
  slot.forgive = false;
  if (idiom) for (const alternative of slot.alternatives) alternative.weight *= IDIOM_WORD_WEIGHT;
  slot.alternatives.push(...others.map((terms) => ({ terms, weight: SYNONYM_WEIGHT })));
}

/**
 * @param {string[]} parts
 * @returns {Slot}
 */
function slotOf(parts) {
  const alternatives = [{ terms: parts, weight: 1 }];
  if (parts.length > 1) alternatives.push({ terms: [parts.join("")], weight: 1 });
  return { alternatives, unfinished: false, forgive: true };
}

/**
 * Load what a query needs.
 * @param {Query} query
 * @param {Shards} shards
 */
export async function prepare(query, shards) {
  await Promise.all([...query.asked].map(([term, forgive]) => shards.prepare(term, forgive)));
}
