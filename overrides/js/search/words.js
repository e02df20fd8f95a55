/**
 * Tokenize a text into the terms of the index.
 *
 * Counterpart of site/search/words.py in the Python package; both are tested with tests/site/words.yml.
 */

const STOP_WORDS = new Set(
  (
    "a about all also am an and any are as at be been but by can could did do does for from get " +
    "give had has have how i if in into is it its let me my no not of on or our out own s should " +
    "so some such than that the their them then there these they this those to too up us was we " +
    "were what when where which while who why will with would you your"
  ).split(" "),
);

const COMPOUND = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /(?<=[\p{L}\p{N}_])'(?:s(?![\p{L}\p{N}_]))?/gu;

/** @param {string} word */
export function isStopWord(word) {
  return STOP_WORDS.has(word);
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

const ENDING = /(?:(?<=.{4})(?:ation|tion|ion|ment|ing|ed|ly|al)|(?<=.{5})(?:ator|er|or))$/u;
const VERB_ENDING = /(?<=.{3})(?:ing|ed)$/u;

/**
 * What a word has in common with its kin: "recruit" for "recruiting" and "recruitment".
 * @param {string} word
 */
export function root(word) {
  return word.replace(ENDING, "");
}

/**
 * A verb without its ending, so that "signing up" is the phrase "sign up".
 * @param {string} word
 */
export function verb(word) {
  return word.replace(VERB_ENDING, "");
}

/** @typedef {{parts: string[], common: boolean}} Word  Common words tell no text from another. */

/**
 * The words of a text with their parts: "the micro-credential" is "the", and "micro" with "credential".
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return split(text).map((compound) => {
    const parts = compound.split("-");
    const kept = parts.length > 1 ? parts.filter((part) => !STOP_WORDS.has(part)) : parts;
    return {
      parts: (kept.length ? kept : parts).map(stem),
      common: parts.every((part) => STOP_WORDS.has(part)),
    };
  });
}

/**
 * The terms of a text as the index has them.
 * @param {string} text
 * @returns {string[]}
 */
export function terms(text) {
  return split(text).flatMap((compound) => {
    const parts = compound.split("-");
    const kept = parts.filter((part) => !STOP_WORDS.has(part)).map(stem);
    return parts.length > 1 ? [...kept, stem(parts.join(""))] : kept;
  });
}

/** @param {string} text */
function split(text) {
  return fold(text).replace(APOSTROPHE, "").match(COMPOUND) ?? [];
}

/**
 * A title as it is compared: the same for every way to write it.
 * @param {string} text
 */
export function plain(text) {
  return (fold(text).replace(APOSTROPHE, "").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/**
 * How many letters must change, be added, left out or swapped to make `typed` the beginning of
 * `term`, or the whole of it; more than `limit` is not told apart.
 * @param {string} typed
 * @param {string} term
 * @param {number} limit
 * @param {boolean} whole
 */
export function distance(typed, term, limit, whole) {
  if (whole && Math.abs(typed.length - term.length) > limit) return limit + 1;
  if (typed.length - term.length > limit) return limit + 1;
  const width = Math.min(term.length, typed.length + limit);
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: width + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= width; column++) {
      const same = typed[row - 1] === term[column - 1];
      let cost = Math.min(
        above[column] + 1,
        current[column - 1] + 1,
        above[column - 1] + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        typed[row - 1] === term[column - 2] &&
        typed[row - 2] === term[column - 1]
      ) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = above;
    above = current;
  }
  if (whole) return width < term.length ? limit + 1 : above[width];
  return Math.min(...above);
}
