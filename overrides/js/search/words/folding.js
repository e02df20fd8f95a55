/**
 * Letters as the search compares them. Counterpart of site/search/folding.py in the Python package.
 */

/**
 * Small letters without accents, with plain hyphens and apostrophes and none that are only seen at
 * the end of a line. Dashes as in K–12, and the minus sign, are hyphens; an em dash parts words.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad]/gu, "")
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'")
    .toLowerCase();
}
