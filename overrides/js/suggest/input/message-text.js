/** Put what someone wrote into the messages of the form, as the check of the catalog does. */

const QUOTED = 80;

/**
 * A pattern with its holes filled in, each once and whatever the words hold.
 * @param {string} pattern
 * @param {Record<string, string | number>} words
 */
export function fill(pattern, words) {
  return pattern.replace(/\{(\w+)\}/g, (hole, name) => (name in words ? String(words[name]) : hole));
}

/**
 * What someone wrote, for a message: on one line, never long, nothing invisible.
 * @param {string} text
 */
export function quotable(text) {
  const letters = [...text];
  const short = letters.length > QUOTED ? `${letters.slice(0, QUOTED - 1).join("")}…` : text;
  return short.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (c) => `\\u${code(c).toLowerCase()}`);
}

/**
 * The number of a character, as its description in Unicode gives it.
 * @param {string} character
 */
export function code(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
