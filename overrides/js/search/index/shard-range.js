/** In which shards of the index a term can stand, and in which files the titles that it likely needs. */

/** One or two letters can be the beginning of very many words; this many shards are enough. */
const MOST_SHARDS = 3;

/**
 * The shards in which a term and its kin stand: those that begin with its first three letters, or with the first four
 * of each of its spellings when these are too many.
 * @param {() => string[]} spellings
 * @param {string} term
 * @param {string[]} beginnings
 * @returns {number[]}
 */
export function shardsOf(spellings, term, beginnings) {
  const wide = shardsFrom(term.slice(0, 3), beginnings);
  if (wide.length <= MOST_SHARDS) return wide;
  const all = spellings().map((own) => shardsFrom(own.slice(0, 4), beginnings).slice(0, MOST_SHARDS));
  return [...new Set(all.flat())];
}

/**
 * The files with the titles that a term likely needs.
 * @param {string} term
 * @param {string[]} beginnings
 */
export function likelyFiles(term, beginnings) {
  return shardsFrom(term.slice(0, 4), beginnings);
}

/**
 * The shards with the terms that begin with some letters.
 * @param {string} low
 * @param {string[]} beginnings
 */
function shardsFrom(low, beginnings) {
  const high = low + "\uffff";
  const numbers = [];
  for (let number = 0; number < beginnings.length; number++) {
    const next = beginnings[number + 1];
    if (beginnings[number] > high) break;
    if (next === undefined || next > low) numbers.push(number);
  }
  return numbers;
}
