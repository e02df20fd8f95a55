/**
 * Queries: what a reader typed as slots, each with everything that may stand for it, and the
 * documents that fit.
 */

import { compounds, plain, terms } from "./words.js";

/** @typedef {import("./library.js").Library} Library */
/** @typedef {import("./shards.js").Shards} Shards */
/** @typedef {{terms: string[], weight: number}} Alternative  All its terms must be there. */
/** @typedef {{alternatives: Alternative[], unfinished: boolean}} Slot */
/** @typedef {{numbers: number[], scores: Float32Array, words: string[]}} Matches */

const LONGEST_PHRASE = 5;
const SYNONYM_WEIGHT = 0.8;

export class Query {
  /**
   * @param {string} text
   * @param {Library} library
   */
  constructor(text, library) {
    this.plain = plain(text);
    /** @type {Slot[]} */
    this.slots = compounds(text).map((parts) => ({
      alternatives: [
        { terms: parts, weight: 1 },
        ...(parts.length > 1 ? [{ terms: [parts.join("")], weight: 1 }] : []),
      ],
      unfinished: false,
    }));
    const last = this.slots.at(-1);
    if (last) last.unfinished = !/\s$/.test(text);
    this._addSynonyms(library);
  }

  /** Every term that may be asked for. */
  get terms() {
    return [...new Set(this.slots.flatMap((s) => s.alternatives.flatMap((a) => a.terms)))];
  }

  /** @param {Library} library */
  _addSynonyms(library) {
    const groups = phrases(library);
    const asked = this.slots.map((slot) => slot.alternatives[0].terms.join(" "));
    for (let from = 0; from < asked.length; from++) {
      for (let to = from + 1; to <= Math.min(asked.length, from + LONGEST_PHRASE); to++) {
        const phrase = asked.slice(from, to).join(" ");
        for (const others of groups.get(phrase) ?? []) {
          for (const slot of this.slots.slice(from, to)) {
            slot.alternatives.push({ terms: others, weight: SYNONYM_WEIGHT });
          }
        }
      }
    }
  }
}

/** @type {WeakMap<Library, Map<string, string[][]>>} */
const known = new WeakMap();

/**
 * For each phrase of the synonyms the other phrases of its groups.
 * @param {Library} library
 */
function phrases(library) {
  let found = known.get(library);
  if (!found) {
    found = new Map();
    for (const group of library.synonyms) {
      const split = group.map((phrase) => compounds(phrase).flat());
      for (const phrase of split) {
        const others = split.filter((other) => other !== phrase);
        const key = phrase.join(" ");
        found.set(key, [...(found.get(key) ?? []), ...others]);
      }
    }
    known.set(library, found);
  }
  return found;
}

/**
 * Load what a query needs.
 * @param {Query} query
 * @param {Shards} shards
 */
export async function prepare(query, shards) {
  await Promise.all(query.terms.map((term) => shards.prepare(term)));
}

/**
 * The documents that fit, best first. All words must be there; when no document has them all, those
 * with the most.
 * @param {Query} query
 * @param {Library} library
 * @param {Shards} shards
 * @returns {Matches}
 */
export function match(query, library, shards) {
  const total = library.titles.length;
  const scores = new Float32Array(total);
  const slotsMet = new Uint8Array(total);
  /** @type {Set<string>} */
  const words = new Set();
  for (const slot of query.slots) {
    const best = new Float32Array(total);
    for (const alternative of slot.alternatives) {
      const score = allOf(alternative, slot.unfinished, total, shards, words);
      for (let i = 0; i < total; i++) if (score[i] > best[i]) best[i] = score[i];
    }
    for (let i = 0; i < total; i++) {
      if (best[i]) {
        scores[i] += best[i];
        slotsMet[i]++;
      }
    }
  }
  const most = slotsMet.reduce((a, b) => Math.max(a, b), 0);
  // A long question in plain words may name one thing that its best answer does not.
  const enough = most < query.slots.length && most > 2 ? most - 1 : most;
  const numbers = [];
  for (let i = 0; i < total; i++) {
    if (!most || slotsMet[i] < enough) continue;
    scores[i] *= (slotsMet[i] / query.slots.length) ** 2;
    numbers.push(i);
  }
  // An exact title always comes first, then an exact other title.
  const named = library.named(query.plain);
  for (const number of named.also) scores[number] = 1e6;
  for (const number of named.titles) scores[number] = 1e7;
  for (const number of [...named.titles, ...named.also]) {
    if (!numbers.includes(number)) numbers.push(number);
  }
  numbers.sort((a, b) => scores[b] - scores[a] || a - b);
  return { numbers, scores, words: [...words] };
}

/**
 * How well each document has all the terms of an alternative: the mean over them, or nothing.
 * @param {Alternative} alternative
 * @param {boolean} unfinished
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} words takes the terms that were found, to be highlighted
 */
function allOf(alternative, unfinished, total, shards, words) {
  /** @type {Float32Array | undefined} */
  let together;
  alternative.terms.forEach((typed, index) => {
    const last = index === alternative.terms.length - 1;
    const score = oneOf(typed, unfinished && last && alternative.weight === 1, total, shards, words);
    if (!together) together = score;
    else for (let i = 0; i < total; i++) together[i] = together[i] && score[i] ? together[i] + score[i] : 0;
  });
  const found = together ?? new Float32Array(total);
  const share = alternative.weight / alternative.terms.length;
  for (let i = 0; i < total; i++) found[i] *= share;
  return found;
}

/**
 * @param {string} typed
 * @param {boolean} unfinished
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} words
 */
function oneOf(typed, unfinished, total, shards, words) {
  const score = new Float32Array(total);
  for (const { term, quality } of shards.hits(typed, unfinished)) {
    words.add(term);
    const postings = shards.postings(term);
    const rarity = Math.log(1 + (2 * total) / postings.length);
    for (let i = 0; i < postings.length; i += 2) {
      const value = quality * rarity * (1 + postings[i + 1]);
      if (value > score[postings[i]]) score[postings[i]] = value;
    }
  }
  return score;
}

/**
 * The pieces of a text, each with whether it is one of the words that were found.
 * @param {string} text
 * @param {string[]} words
 * @returns {{text: string, found: boolean}[]}
 */
export function highlight(text, words) {
  const wanted = new Set(words);
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((piece) => ({ text: piece, found: wanted.size > 0 && terms(piece).some((t) => wanted.has(t)) }));
}
