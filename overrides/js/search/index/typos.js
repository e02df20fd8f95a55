/** How far what was typed may be from a term, and how far it is. */

import { WEIGHTS } from "../ranking/weights.js";

/**
 * How many slips are forgiven: none in short words and in numbers, and two from eight letters on.
 * @param {string} typed
 */
export function forgivenSlips(typed) {
  if (typed.length < 4 || /\d/.test(typed)) return 0;
  return typed.length < 8 ? 1 : 2;
}

/**
 * What a term is worth that is found with so many slips.
 * @param {number} slips
 * @param {string} typed
 */
export function qualityWith(slips, typed) {
  return WEIGHTS.typo - (WEIGHTS.eachTypo * slips) / typed.length;
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
