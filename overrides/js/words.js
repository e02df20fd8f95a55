/**
 * Words: how what a reader types falls into the terms of the index.
 *
 * The other half is hooks/resource_catalog/search/words.py; both are tested with tests/words.yml.
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
const APOSTROPHE = /(?<=[\p{L}\p{N}_])['’](?:s(?![\p{L}\p{N}_]))?/gu;

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
 * Small letters without accents.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The word without its plural ending.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y";
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/**
 * The words of a text as compounds: "micro-credential pilot" is [["micro", "credential"], ["pilot"]].
 * Stop words are left out, unless there is nothing else.
 * @param {string} text
 * @returns {string[][]}
 */
export function compounds(text) {
  const found = fold(text).replace(APOSTROPHE, "").match(COMPOUND) ?? [];
  const all = found.map((compound) => compound.split("-"));
  const kept = all
    .map((parts) => (parts.length > 1 ? parts : parts.filter((part) => !STOP_WORDS.has(part))))
    .filter((parts) => parts.length);
  return (kept.length ? kept : all).map((parts) => parts.map(stem));
}

/**
 * The terms of a text as the index has them.
 * @param {string} text
 * @returns {string[]}
 */
export function terms(text) {
  const found = fold(text).replace(APOSTROPHE, "").match(COMPOUND) ?? [];
  return found.flatMap((compound) => {
    const parts = compound.split("-");
    const kept = parts.filter((part) => !STOP_WORDS.has(part)).map(stem);
    return parts.length > 1 ? [...kept, stem(parts.join(""))] : kept;
  });
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
