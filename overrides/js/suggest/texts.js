/** Text helpers of the form that give the same results as the catalog check. */

const QUOTED = 80;
const SLUG_LENGTH = 120;

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

/** @type {Record<string, string>} */
const SIGN_WORDS = { "++": "plus plus", "+": "plus", "#": "sharp", "*": "star" };

/**
 * “C plus plus” for “C++”: signs that tell names apart, as words.
 * @param {string} text
 */
function spellOutSigns(text) {
  return text
    .replace(/([\p{L}\p{N}])(\+\+|[+#*](?![\p{L}\p{N}]))/gu, (_, end, sign) => `${end} ${SIGN_WORDS[sign]} `)
    .replace(/(^|\s)\.(?=\p{L})/gu, "$1dot ");
}

/**
 * The nearest good id to any text; may be empty.
 * @param {string} text
 */
export function suggestSlug(text) {
  const spelled = spellOutSigns(text.normalize("NFKD"));
  const plain = spelled.replace(/[^\u0000-\u007f]/g, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, SLUG_LENGTH).replace(/-+$/, "");
}

/** @param {string} text */
export function isSlug(text) {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= SLUG_LENGTH;
}

/**
 * Equal for titles that differ only in case, accents, punctuation and spaces; C++ is not C.
 * @param {string} title
 */
export function titleKey(title) {
  const plain = title.normalize("NFKD").toLowerCase().replace(/ß/g, "ss").replace(/\p{Mn}/gu, "");
  return spellOutSigns(plain).replace(/[^\p{L}\p{N}]+/gu, " ").trim() || title;
}
