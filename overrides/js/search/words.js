/**
 * Tokenize a text into the terms of the index.
 *
 * Signs that belong to a name count, as in C++, C# and .NET; a stop word in capitals, such as WHO, is
 * an acronym and is kept.
 *
 * Counterpart of site/search/words.py in the Python package; both are tested with tests/site/words.yml.
 */

import { ELISIONS, STOP_WORDS } from "./language.js";

const COMMON = new Set(STOP_WORDS);

/** Marks an acronym; a character that no text has. */
const MARK = "\ue000";

/** A word or a compound, as fold() leaves it, with its mark and its signs. */
const NAME =
  /\ue000?(?:(?<![\p{L}\p{N}_.])\.(?=[a-z]{2}))?[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?:(?:\+\+?|#)(?![\p{L}\p{N}_+#]))?/gu;
const NOTHING = /(?!)/gu;
const CAPITALS = STOP_WORDS.filter((word) => word.length > 1).map((word) => word.toUpperCase());
const ACRONYM = CAPITALS.length
  ? new RegExp(`(?<![\\p{L}\\p{N}_'’ʼ-])(?:${CAPITALS.sort().join("|")})(?![\\p{L}\\p{N}_'’ʼ-])`, "gu")
  : NOTHING;
const ELISION = ELISIONS.length
  ? new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${ELISIONS.join("|")})'(?=[\\p{L}\\p{N}_])`, "gu")
  : NOTHING;
const APOSTROPHE = /(?<=[\p{L}\p{N}_])'(?:s(?![\p{L}\p{N}_]))?/gu;

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
 * Small letters without accents, with plain hyphens and apostrophes and none that are only seen at
 * the end of a line.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad]/gu, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'")
    .toLowerCase();
}

/**
 * The word without its plural ending.
 * @param {string} word
 */
export function stem(word) {
  if (!/.{3}s$/su.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/.{2}ies$/su.test(word)) return word.slice(0, -3) + "y";
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const ENDING =
  /(?:(?<=.{4})(?:ations?|ating|ated?|tion|ion|ment|ing|(?<!e)ed|ly|al)|(?<=.{5})(?:ator|er|or))$/u;
const SHORT_VERB = /^(.*[aeiou].*)(?:ing|(?<!e)ed)$/u;
const DOUBLED = /([bdgmnprt])\1$/;
const LACKS_E = /^[^aeiou]*[aeiou][^aeiouwxy]$/;
const VERB_ENDING = /(?<=.{3})(?:ing|ed)$/u;

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
 * @typedef {{typed: string, parts: string[], base: string[] | null, common: boolean}} Word  Common
 *   words tell no text from another. The base of a name with signs is the name without them.
 */

/**
 * The words of a text with their parts: "the micro-credential" is "the", and "micro" with "credential".
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return split(text).map(({ parts, acronym, before, after }) => {
    const rest = parts.length > 1 ? parts.filter((part) => !COMMON.has(part)) : parts;
    const kept = (rest.length ? rest : parts).map(stem);
    const signed = before || after;
    const whole = [...kept];
    if (before) whole[0] = before + parts[0];
    if (after) whole[whole.length - 1] = parts[parts.length - 1] + after;
    return {
      typed: before + parts.join("-") + after,
      parts: whole,
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
  return split(text).flatMap(({ parts, acronym, before, after }) => {
    const found = parts.flatMap((part, place) => {
      const sign = place === parts.length - 1 ? after : "";
      const keep = (acronym || !COMMON.has(part)) && !(sign && /^[a-z]$/.test(part));
      return [
        ...(keep ? [stem(part)] : []),
        ...(sign ? [part + sign] : []),
        ...(before && !place ? [before + part] : []),
      ];
    });
    return parts.length > 1 ? [...found, stem(parts.join(""))] : found;
  });
}

/**
 * The names in a text: their parts, whether it is an acronym, and the signs before and after.
 * @param {string} text
 */
function split(text) {
  const marked = /[a-z]/.test(text) ? text.replace(ACRONYM, `${MARK}$&`) : text.toLowerCase();
  return names(marked).map((name) => {
    const signed = name.replace(MARK, "");
    const after = /[+#]*$/.exec(signed)?.[0] ?? "";
    const before = signed.startsWith(".") ? "." : "";
    return {
      parts: signed.slice(before.length, signed.length - after.length).split("-"),
      acronym: name.startsWith(MARK),
      before,
      after,
    };
  });
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function names(text) {
  return fold(text).replace(ELISION, "").replace(APOSTROPHE, "").match(NAME) ?? [];
}

/**
 * A title as it is compared: the same for every way to write it.
 * @param {string} text
 */
export function plain(text) {
  return names(text).join(" ").replaceAll("-", " ").replaceAll(MARK, "");
}
