/** Compare titles. Counterpart of model/title_matching.py in the Python package. */

/** @type {Record<string, string>} */
const SIGN_WORDS = { "++": "plus plus", "+": "plus", "#": "sharp", "*": "star" };

/**
 * “C plus plus” for “C++”: signs that tell names apart, as words.
 * @param {string} text
 */
export function spellOutSigns(text) {
  return text
    .replace(/([\p{L}\p{N}])(\+\+|[+#*](?![\p{L}\p{N}]))/gu, (_, end, sign) => `${end} ${SIGN_WORDS[sign]} `)
    .replace(/(^|\s)\.(?=\p{L})/gu, "$1dot ");
}

/**
 * Equal for titles that differ only in case, accents, punctuation and spaces; C++ is not C.
 * @param {string} title
 */
export function titleKey(title) {
  const plain = title.normalize("NFKD").toLowerCase().replace(/ß/g, "ss").replace(/\p{Mn}/gu, "");
  return spellOutSigns(plain).replace(/[^\p{L}\p{N}]+/gu, " ").trim() || title;
}
