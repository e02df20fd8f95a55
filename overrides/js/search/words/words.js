/**
 * Tokenize a text into the terms of the index.
 *
 * Signs that belong to a name count, as in C++, C# and .NET; a stop word in capitals, such as WHO, is
 * an acronym and is kept. A script without spaces between words is taken in pairs of characters.
 *
 * Counterpart of site/search/words.py in the Python package; both are tested with tests/site/words.yml.
 */

import { KIN, PLURALS, STOP_WORDS } from "./language.js";
import { split } from "./tokenizer.js";

const COMMON = new Set(STOP_WORDS);

/** @typedef {{ending: string, before: number, singulars: string[]}} Plural */

/** @type {Plural[]} */
const ENDINGS = PLURALS.map(([ending, before, ...singulars]) => ({ ending, before, singulars }));

/** The endings of the singular that a plural may have, where there are several; longest first. */
const SEVERAL = ENDINGS.filter(({ singulars }) => singulars.length > 1).flatMap(({ before, singulars }) =>
  [...singulars]
    .sort((a, b) => b.length - a.length)
    .map((ending) => ({ ending, before, others: singulars.filter((other) => other !== ending) })),
);

/** @param {string} word */
export function isStopWord(word) {
  return COMMON.has(word);
}

/**
 * The words of a title as they stand in an id.
 * @param {string} title
 */
export function slugWords(title) {
  return title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/**
 * The word without the ending of its plural.
 * @param {string} word
 */
export function stem(word) {
  if (!/^.{4}/su.test(word)) return word;
  const plural = ENDINGS.find((known) => endsWith(word, known));
  return plural ? cut(word, plural) + plural.singulars[0] : word;
}

/**
 * What else the singular may be: for "movie" the "movy" that its plural stands under in the index.
 * @param {string} word
 */
export function twins(word) {
  const found = SEVERAL.find((known) => endsWith(word, known));
  return found ? found.others.map((other) => cut(word, found) + other) : [];
}

/**
 * @param {string} word
 * @param {{ending: string, before: number}} known
 */
function endsWith(word, { ending, before }) {
  return word.endsWith(ending) && [...word].length >= [...ending].length + before;
}

/**
 * @param {string} word
 * @param {{ending: string}} known
 */
function cut(word, { ending }) {
  return word.slice(0, word.length - ending.length);
}

const ENDING =
  /(?:(?<=.{4})(?:ations?|ating|ated?|tion|ion|ment|ing|(?<!e)ed|ly|al)|(?<=.{5})(?:ator|er|or))$/u;
const SHORT_VERB = /^(.*[aeiou].*)(?:ing|(?<!e)ed)$/u;
const DOUBLED = /([bdgmnprt])\1$/;
const LACKS_E = /^[^aeiou]*[aeiou][^aeiouwxy]$/;
const VERB_ENDING = /(?<=.{3})(?:ing|ed)$/u;

/** The endings of a language other than English. */
const OWN_ENDING = KIN.length ? new RegExp(`(?<=.{4})(?:${KIN.join("|")})$`, "u") : null;

/** @typedef {{root: string, withE: string}} Forms  The root of a word, and its verb if that ends in "e". */

/** @type {Map<string, Forms>} */
const known = new Map();

/**
 * What a word has in common with its kin: "recruit" for "recruiting" and "recruitment", "vote" for
 * "voting", "plan" for "planning".
 * @param {string} word
 */
export function root(word) {
  return forms(word).root;
}

/**
 * Whether two words are of the same root: "sharing" and "share" too, but not "planning" and "plane".
 * @param {string} word
 * @param {string} other
 */
export function areKin(word, other) {
  const [one, two] = [forms(word), forms(other)];
  return one.root === two.root || one.withE === two.root || one.root === two.withE;
}

/**
 * @param {string} word
 * @returns {Forms}
 */
function forms(word) {
  let found = known.get(word);
  if (!found && OWN_ENDING) {
    found = { root: word.replace(OWN_ENDING, ""), withE: "" };
    known.set(word, found);
  }
  if (!found) {
    const cut = bare(word);
    const isWhole = cut === word;
    found = {
      root: isWhole || cut.length < 4 ? cut : cut.replace(DOUBLED, "$1"),
      withE: isWhole ? "" : `${cut}e`,
    };
    known.set(word, found);
  }
  return found;
}

/**
 * A word without its ending. A verb of one syllable would have doubled its last letter if it had no
 * "e": hopping, hoping.
 * @param {string} word
 */
function bare(word) {
  const cut = word.replace(ENDING, "");
  if (cut !== word) return cut;
  const short = SHORT_VERB.exec(word)?.[1];
  if (!short || short.length < 2) return word;
  return LACKS_E.test(short) ? `${short}e` : short;
}

/**
 * A verb without its ending, so that "signing up" is the phrase "sign up".
 * @param {string} word
 */
export function verb(word) {
  return word.replace(VERB_ENDING, "");
}

/**
 * @typedef {{typed: string, parts: string[], wholes: string[], base: string[] | null,
 *   common: boolean}} Word  Common words tell no text from another. The wholes are what a compound is
 *   in one piece. The base of a name with signs is the name without them.
 */

/**
 * The words of a text with their parts: "the micro-credential" is "the", and "micro" with "credential".
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return split(text).map(({ parts, acronym, before, after, article, dense }) => {
    if (dense) return { typed: parts[0], parts: pairs(parts[0]), wholes: [], base: null, common: false };
    const rest = parts.length > 1 ? parts.filter((part) => !COMMON.has(part)) : parts;
    const kept = (rest.length ? rest : parts).map(stem);
    const signed = before || after;
    const whole = [...kept];
    if (before) whole[0] = before + parts[0];
    if (after) whole[whole.length - 1] = parts[parts.length - 1] + after;
    return {
      typed: before + article + parts.join("-") + after,
      parts: whole,
      wholes: wholes(parts, article),
      base: signed && !/^[a-z]$/.test(kept[kept.length - 1]) ? kept : null,
      common: !acronym && !signed && parts.every((part) => COMMON.has(part)),
    };
  });
}

/**
 * The terms of a text as the index has them.
 * @param {string} text
 * @returns {string[]}
 */
export function terms(text) {
  return split(text).flatMap(({ parts, acronym, before, after, article, dense }) => {
    if (dense) return pairs(parts[0]);
    const found = parts.flatMap((part, place) => {
      const sign = place === parts.length - 1 ? after : "";
      const keep = (acronym || !COMMON.has(part)) && !(sign && /^[a-z]$/.test(part));
      return [
        ...(keep ? [stem(part)] : []),
        ...(sign ? [part + sign] : []),
        ...(before && !place ? [before + part] : []),
      ];
    });
    const neighbors = parts.slice(1).map((part, place) => [parts[place], part]);
    const within = parts.length > 2 ? neighbors.filter(areOne).map((pair) => stem(pair.join(""))) : [];
    return [...found, ...within, ...wholes(parts, article)];
  });
}

/**
 * A compound without its hyphens, and a word with the article that is joined to it.
 * @param {string[]} parts
 * @param {string} article
 */
function wholes(parts, article) {
  const whole = parts.join("");
  return [...(parts.length > 1 ? [stem(whole)] : []), ...(article ? [stem(article + whole)] : [])];
}

/**
 * Whether a number and letters stand next to each other: the K-12 of Pre-K-12.
 * @param {string[]} pair
 */
function areOne([part, next]) {
  return /^[0-9]+$/.test(part) !== /^[0-9]+$/.test(next);
}

/**
 * Each two characters of a run that follow each other, or its only one.
 * @param {string} run
 */
function pairs(run) {
  const all = [...run];
  return all.length > 1 ? all.slice(1).map((character, place) => all[place] + character) : all;
}
