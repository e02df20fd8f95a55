/**
 * Texts that nobody has translated, with the language that they are in.
 *
 * Data of the site names them as its “source”; elements made of one say in which language it is.
 */

/** @typedef {{language: string, texts: string[]}} Source */

/** @type {Map<string, string>} */
const known = new Map();
/** @type {RegExp | null} All of them; none where there are so many that looking for one would take long. */
let pattern = null;
const MOST = 500;

/** @param {Source | undefined} source */
export function noteSource(source) {
  if (!source) return;
  for (const text of source.texts) known.set(text, source.language);
  const texts = [...known.keys()].sort((one, other) => other.length - one.length);
  pattern = texts.length > MOST ? null : new RegExp(`(${texts.map(escaped).join("|")})`, "u");
}

/**
 * The language of a text, if it is one of them.
 * @param {string} text
 */
export function languageOf(text) {
  return known.get(text) ?? null;
}

/**
 * A text in pieces, of which each is one of them as a whole, or has none.
 * @param {string} text
 */
export function byLanguage(text) {
  return known.size && !known.has(text) && pattern ? text.split(pattern).filter(Boolean) : [text];
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
