/**
 * Decode the columns of the index: one value of all entries in one compact string.
 *
 * site/search/index_columns.py in the Python package writes them.
 */

/** @typedef {{id: string, label: string, depth?: number}} Value the depth is that in a tree */
/** @typedef {{id: string, parameter: string, label: string, values: Value[], of: number[][]}} Filter */

/** The character that stands for 0; those that are halves of others are left out. */
export const FIRST_VALUE = 48;
const FIRST_HALF = 0xd800;
const HALVES = 0x800;

/**
 * @param {any} column
 * @returns {Filter}
 */
export function filter(column) {
  return {
    id: column.id,
    parameter: column.parameter,
    label: column.label,
    values: column.values.map((/** @type {[string, string, number?]} */ [id, label, depth]) => ({
      id,
      label,
      depth,
    })),
    of: column.of.split(",").map(indexes),
  };
}

/**
 * What the characters of a text stand for: a number each, without those that are halves of one.
 * @param {string} text
 */
export function indexes(text) {
  const found = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    found.push(code - FIRST_VALUE - (code < FIRST_HALF ? 0 : HALVES));
  }
  return found;
}

/**
 * @param {string} column
 * @param {number} missing
 */
export function numbers(column, missing) {
  return column.split(",").map((text) => (text ? Number(text) : missing));
}
