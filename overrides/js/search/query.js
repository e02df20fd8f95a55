/** Parse a search text into slots, each with the alternatives that may match. */

import { fillerLength } from "./question-openings.js";
import { WEIGHTS } from "./ranking/weights.js";
import { spokenName } from "./spelled-out-symbols.js";
import { keyOf, phrases } from "./synonyms.js";
import { plain } from "./words/tokenizer.js";
import { words } from "./words/words.js";

/** @typedef {import("./index/search-index.js").Library} Library */
/** @typedef {import("./index/shards.js").Shards} Shards */
/** @typedef {import("./words/words.js").Word} Word */
/** @typedef {{terms: string[], weight: number}} Alternative  All its terms must be there. */
/** @typedef {import("./synonyms.js").Phrase} Phrase */
/**
 * @typedef {{alternatives: Alternative[], unfinished: boolean, forgive: boolean, optional: boolean}}
 *   Slot  An optional one raises what has it and excludes nothing.
 */

const LONGEST_PHRASE = 5;

export class Query {
  /**
   * @param {string} text
   * @param {Library} library
   */
  constructor(text, library) {
    this.plain = plain(text);
    const all = words(text);
    /** Whether there are only words that are too common to be in the index. */
    this.isCommon = all.length > 0 && all.every(({ common }) => common);
    const filler = fillerLength(all);
    /** What is asked for, where the question opens with filler that is let go; or "". */
    this.rest = filler ? after(text, filler) : "";
    /** What may be the name of something: all of the text, or what is asked for. */
    this.names = [...new Set([this.plain, plain(this.rest)])].filter(Boolean);
    /** For each word its slot; none for a common word. @type {(Slot | null)[]} */
    const slots = all.map((word, place) =>
      word.common && !this.isCommon ? null : slotOf(word, place < filler),
    );
    this._addSynonyms(all, slots, phrases(library));
    this._addSpokenSigns(all, slots);
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

  /**
   * Understand a name with signs that is written in words: "c plus plus", "dot net".
   * @param {Word[]} all
   * @param {(Slot | null)[]} slots
   */
  _addSpokenSigns(all, slots) {
    for (let from = 0; from < all.length; from++) {
      const { term, length } = spokenName(all.slice(from).map(({ typed }) => typed));
      for (const slot of slots.slice(from, from + length)) {
        slot?.alternatives.push({ terms: [term], weight: WEIGHTS.synonym });
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
  if (idiom) for (const alternative of slot.alternatives) alternative.weight *= WEIGHTS.idiomWord;
  const weight = idiom ? WEIGHTS.idiom : WEIGHTS.synonym;
  slot.alternatives.push(...others.map((terms) => ({ terms, weight })));
}

/**
 * @param {Word} word
 * @param {boolean} optional
 * @returns {Slot}
 */
function slotOf({ parts, wholes, base }, optional) {
  const alternatives = [parts, ...wholes.map((whole) => [whole])].map((terms) => ({ terms, weight: 1 }));
  if (base) alternatives.push({ terms: base, weight: WEIGHTS.base });
  return { alternatives, unfinished: false, forgive: !optional, optional };
}

/**
 * A text without its first words.
 * @param {string} text
 * @param {number} number how many
 */
function after(text, number) {
  const pieces = text.trim().split(/\s+/);
  for (let left = number; left > 0; ) left -= words(pieces.shift() ?? "").length || (pieces.length ? 0 : left);
  return pieces.join(" ");
}

/**
 * Load what a query needs.
 * @param {Query} query
 * @param {Shards} shards
 */
export async function prepare(query, shards) {
  await Promise.all([...query.asked].map(([term, forgive]) => shards.prepare(term, forgive)));
}
