/**
 * Queries: what a reader typed as slots, each with everything that may stand for it, and the
 * documents that fit.
 */

import { plain, terms, verb, words } from "./words.js";

/** @typedef {import("./library.js").Library} Library */
/** @typedef {import("./shards.js").Shards} Shards */
/** @typedef {import("./words.js").Word} Word */
/** @typedef {{terms: string[], weight: number}} Alternative  All its terms must be there. */
/** @typedef {{others: string[][], idiom: boolean}} Phrase */
/** @typedef {{alternatives: Alternative[], unfinished: boolean}} Slot */
/** @typedef {{numbers: number[], scores: Float32Array, words: string[]}} Matches */

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

  /** Every term that may be asked for. */
  get terms() {
    return [...new Set(this.slots.flatMap((s) => s.alternatives.flatMap((a) => a.terms)))];
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
        for (const slot of phrase ? slots.slice(from, to) : []) {
          if (phrase?.idiom) slot?.alternatives.forEach((a) => (a.weight *= IDIOM_WORD_WEIGHT));
          for (const terms of phrase?.others ?? []) {
            slot?.alternatives.push({ terms, weight: SYNONYM_WEIGHT });
          }
        }
      }
    }
  }
}

/**
 * @param {string[]} parts
 * @returns {Slot}
 */
function slotOf(parts) {
  const alternatives = [{ terms: parts, weight: 1 }];
  if (parts.length > 1) alternatives.push({ terms: [parts.join("")], weight: 1 });
  return { alternatives, unfinished: false };
}

/** @type {WeakMap<Library, Map<string, Phrase>>} */
const known = new WeakMap();

/**
 * The phrases of the synonyms, each with the others of its groups.
 *
 * One word and a common one, such as "sign up", are an idiom: it is understood, but never looked
 * for, since its other word alone means something else.
 * @param {Library} library
 */
function phrases(library) {
  let found = known.get(library);
  if (!found) {
    found = new Map();
    for (const group of library.synonyms) {
      const split = group.map(words);
      for (const phrase of split) {
        const key = keyOf(phrase);
        const others = split
          .filter((other) => other !== phrase && !isIdiom(other))
          .map((other) => other.flatMap(({ parts }) => parts));
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

/** @param {Word[]} phrase */
function keyOf(phrase) {
  return phrase.flatMap(({ parts }) => parts.map(verb)).join(" ");
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
 * The documents that fit, best first. All words must be there, though not those that were guessed,
 * and of many words one may be missing; when no document has them all, those with the most.
 * @param {Query} query
 * @param {Library} library
 * @param {Shards} shards
 * @returns {Matches}
 */
export function match(query, library, shards) {
  const total = library.titles.length;
  const scores = new Float32Array(total);
  const met = new Uint8Array(total);
  /** @type {Set<string>} */
  const found = new Set();
  const fits = query.slots.map((slot) => fitOf(slot, total, shards, found)).filter((f) => f.number);
  const some = fits.some(({ sure }) => sure);
  let needed = 0;
  for (const { values, number, sure } of fits) {
    const counts = sure || !some;
    if (counts) needed++;
    const rarity = Math.log(1 + (total - number + 0.5) / (number + 0.5));
    for (let i = 0; i < total; i++) {
      if (!values[i]) continue;
      scores[i] += values[i] * rarity;
      if (counts) met[i]++;
    }
  }
  const most = met.reduce((a, b) => Math.max(a, b), 0);
  const enough = needed > 3 ? most - 1 : most;
  const numbers = [];
  for (let i = 0; i < total; i++) {
    if (!most || met[i] < enough) continue;
    scores[i] *= (met[i] / needed) ** 2;
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
  return { numbers, scores, words: [...found] };
}

/**
 * How well each document fits a slot, how many do, and whether that is more than a guess.
 * @param {Slot} slot
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} found takes the terms that were found, to be highlighted
 */
function fitOf(slot, total, shards, found) {
  const values = new Float32Array(total);
  let sure = false;
  for (const alternative of slot.alternatives) {
    const unfinished = slot.unfinished && alternative.weight === 1;
    const fit = allOf(alternative, unfinished, total, shards, found);
    const share = alternative.weight / alternative.terms.length;
    for (let i = 0; i < total; i++) {
      if (!fit.values[i]) continue;
      values[i] = Math.max(values[i], share * fit.values[i]);
      sure ||= fit.sure;
    }
  }
  return { values, number: values.reduce((count, value) => count + (value ? 1 : 0), 0), sure };
}

/**
 * How well each document has all the terms of an alternative: the sum over them, or nothing.
 * @param {Alternative} alternative
 * @param {boolean} unfinished
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} found
 */
function allOf({ terms }, unfinished, total, shards, found) {
  const all = terms.map((typed, index) =>
    oneOf(typed, unfinished && index === terms.length - 1, total, shards, found),
  );
  const [{ values }, ...others] = all;
  for (const other of others) {
    for (let i = 0; i < total; i++) {
      values[i] = values[i] && other.values[i] ? values[i] + other.values[i] : 0;
    }
  }
  return { values, sure: all.every(({ sure }) => sure) };
}

/**
 * @param {string} typed
 * @param {boolean} unfinished
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} found
 */
function oneOf(typed, unfinished, total, shards, found) {
  const values = new Float32Array(total);
  const { hits, sure } = shards.find(typed, unfinished);
  for (const { term, quality } of hits) {
    found.add(term);
    const postings = shards.postings(term);
    for (let i = 0; i < postings.length; i += 2) {
      const value = quality * (1 + postings[i + 1]);
      if (value > values[postings[i]]) values[postings[i]] = value;
    }
  }
  return { values, sure };
}

/**
 * The pieces of a text, each with whether it is one of the words that were found.
 * @param {string} text
 * @param {string[]} found
 * @returns {{text: string, found: boolean}[]}
 */
export function highlight(text, found) {
  const wanted = new Set(found);
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((piece) => ({ text: piece, found: wanted.size > 0 && terms(piece).some((t) => wanted.has(t)) }));
}
