/** The day in the address of a page, since which a reader wants to know what is new. */

const SINCE = "since";

/**
 * A query string with the day that another one has.
 * @param {string} search with its "?", or empty
 * @param {string} other
 */
export function withSince(search, other) {
  const day = new URLSearchParams(other).get(SINCE);
  const parameters = new URLSearchParams(search);
  if (day) parameters.set(SINCE, day);
  return asSearch(parameters);
}

/**
 * A query string without the day.
 * @param {string} search
 */
export function withoutSince(search) {
  const parameters = new URLSearchParams(search);
  parameters.delete(SINCE);
  return asSearch(parameters);
}

/** @param {URLSearchParams} parameters */
function asSearch(parameters) {
  const text = parameters.toString();
  return text && `?${text}`;
}
