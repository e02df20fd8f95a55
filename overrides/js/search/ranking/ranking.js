/** Match and rank the documents for a query. */

import { WEIGHTS } from "./weights.js";

/** @typedef {import("../index/search-index.js").Library} Library */
/** @typedef {import("../query.js").Alternative} Alternative */
/** @typedef {import("../query.js").Query} Query */
/** @typedef {import("../query.js").Slot} Slot */
/** @typedef {import("../index/shards.js").Shards} Shards */
/**
 * @typedef {object} Matches
 * @property {number[]} numbers the documents, best first
 * @property {number[]} situations those of them that are what people ask, in these words
 * @property {Float32Array} scores
 * @property {string[]} words the terms that were found
 * @property {string} rest what was searched for, where filler was let go
 */

const FEW = 6;
const VERY_FEW = 3;

/**
 * The documents that fit, best first. All words must be there, or as many as any document has;
 * words that were guessed need not. Where that leaves few, those follow that lack one of several, and
 * where it leaves very few, those that have one of two in their title. What cannot be opened comes after
 * what can, unless it is asked for by its title.
 * @param {Query} query
 * @param {Library} library
 * @param {Shards} shards
 * @returns {Matches}
 */
export function match(query, library, shards) {
  const { total } = library;
  const scores = new Float32Array(total);
  const met = new Uint8Array(total);
  const inTitle = new Uint8Array(total);
  // How many of the words are in its title, however typed.
  const asked = new Uint8Array(total);
  /** @type {Set<string>} */
  const found = new Set();
  const all = query.slots.map((slot) => fitOf(slot, total, shards, found)).filter((f) => f.number);
  const fits = all.filter(({ optional }) => !optional);
  const some = fits.some(({ sure }) => sure);
  let needed = 0;
  for (const { values, titled, number, sure } of fits) {
    const counts = sure || !some;
    if (counts) needed++;
    const rarity = Math.log(1 + (total - number + 0.5) / (number + 0.5));
    for (let i = 0; i < total; i++) {
      if (!values[i]) continue;
      scores[i] += values[i] * rarity;
      if (counts) met[i]++;
      if (counts && values[i] >= WEIGHTS.title) inTitle[i] = 1;
      if (counts && titled[i]) asked[i]++;
    }
  }
  for (const { values } of all.filter(({ optional }) => optional)) {
    for (let i = 0; i < total; i++) scores[i] += WEIGHTS.filler * values[i];
  }
  const most = met.reduce((a, b) => Math.max(a, b), 0);
  const full = met.reduce((count, slots) => count + (slots === most ? 1 : 0), 0);
  const enough = needed > 2 && full < FEW ? Math.max(1, most - 1) : most;
  const lone = needed === 2 && most === 2 && full < VERY_FEW;
  const numbers = [];
  for (let i = 0; i < total; i++) {
    if (!most || (met[i] < enough && !(lone && met[i] && inTitle[i]))) continue;
    scores[i] *= (met[i] / needed) ** 2;
    numbers.push(i);
  }
  for (const number of library.featured) scores[number] *= WEIGHTS.featured;
  const listed = byTitle(query, library, numbers, scores);
  const isAskedFor = (/** @type {number} */ number) =>
    scores[number] >= WEIGHTS.otherTitle || (needed > 0 && asked[number] >= enough);
  for (const number of library.closed) if (scores[number] < WEIGHTS.otherTitle) scores[number] *= WEIGHTS.closed;
  putLast(library, listed, scores, isAskedFor);
  listed.sort((a, b) => scores[b] - scores[a] || a - b);
  const situations = listed.filter(
    (number) =>
      library.others[number - library.count]?.kind === "situation" && isAskedFor(number),
  );
  return { numbers: listed, situations, scores, words: [...found], rest: query.rest };
}

/**
 * Score what cannot be opened below all that can, in its order, unless the catalog puts it forward.
 * @param {Library} library
 * @param {number[]} listed
 * @param {Float32Array} scores
 * @param {(number: number) => boolean} isAskedFor whether a document is asked for by its title
 */
function putLast(library, listed, scores, isAskedFor) {
  const closed = new Set(library.closed);
  const opening = listed.filter((number) => number < library.count && !closed.has(number));
  const lowest = opening.reduce((least, number) => Math.min(least, scores[number]), Infinity);
  const featured = new Set(library.featured);
  const last = listed.filter((n) => closed.has(n) && !featured.has(n) && !isAskedFor(n));
  const most = last.reduce((highest, number) => Math.max(highest, scores[number]), 0);
  if (!opening.length || most < lowest) return;
  for (const number of last) scores[number] *= (0.99 * lowest) / most;
}

/**
 * Add what is found by its title alone, and score it: titles with words that are too common for the
 * index, where nothing else is asked; then an exact other title; first of all an exact title.
 * @param {Query} query
 * @param {Library} library
 * @param {number[]} numbers
 * @param {Float32Array} scores
 */
function byTitle(query, library, numbers, scores) {
  const listed = new Set(numbers);
  for (const number of query.isCommon ? library.titled(query.plain) : []) {
    listed.add(number);
    scores[number] += WEIGHTS.commonWord;
  }
  const candidates = listed.size ? [...listed] : [...library.titles.keys()];
  for (const name of query.names) {
    const { titles, also } = library.named(name, candidates);
    for (const number of also) scores[number] = Math.max(scores[number], WEIGHTS.otherTitle);
    for (const number of titles) scores[number] = WEIGHTS.exactTitle;
    for (const number of [...titles, ...also]) listed.add(number);
  }
  return [...listed];
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
  const titled = new Uint8Array(total);
  let sure = false;
  for (const alternative of slot.alternatives) {
    const unfinished = slot.unfinished && alternative.weight === 1;
    const fit = allOf(alternative, { ...slot, unfinished }, total, shards, found);
    const share = alternative.weight / alternative.terms.length;
    for (let i = 0; i < total; i++) {
      if (!fit.values[i]) continue;
      values[i] = Math.max(values[i], share * fit.values[i]);
      titled[i] ||= fit.titled[i];
      sure ||= fit.sure;
    }
  }
  const number = values.reduce((count, value) => count + (value ? 1 : 0), 0);
  return { values, titled, number, sure, optional: slot.optional };
}

/**
 * How well each document has all the terms of an alternative: the sum over them, or nothing.
 * @param {Alternative} alternative
 * @param {Slot} slot
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} found
 */
function allOf({ terms }, { unfinished, forgive }, total, shards, found) {
  const all = terms.map((typed, index) => {
    const last = index === terms.length - 1;
    return oneOf(shards.find(typed, unfinished && last, forgive), total, shards, found);
  });
  const [{ values, titled }, ...others] = all;
  for (const other of others) {
    for (let i = 0; i < total; i++) {
      titled[i] &&= other.titled[i];
      values[i] = values[i] && other.values[i] ? values[i] + other.values[i] : 0;
    }
  }
  return { values, titled, sure: all.every(({ sure }) => sure) };
}

/**
 * How well each document has one of the terms that a typed one stands for.
 * @param {import("../index/shards.js").Found} of
 * @param {number} total
 * @param {Shards} shards
 * @param {Set<string>} found
 */
function oneOf({ hits, sure }, total, shards, found) {
  const values = new Float32Array(total);
  const titled = new Uint8Array(total);
  for (const { term, quality } of hits) {
    found.add(term);
    const postings = shards.postings(term);
    for (let i = 0; i < postings.length; i += 2) {
      const value = quality * (1 + postings[i + 1]);
      if (value > values[postings[i]]) values[postings[i]] = value;
      if (postings[i + 1] >= WEIGHTS.title) titled[postings[i]] = 1;
    }
  }
  return { values, titled, sure };
}
