/**
 * Find the names in a text: words and compounds, folded, with the signs that belong to them.
 *
 * The dots of Ph.D. and the commas of 80,000 join as a hyphen does; scripts that put no spaces between
 * words are runs of their own.
 *
 * Counterpart of site/search/tokenizer.py in the Python package.
 */

import { fold } from "./folding.js";
import { ELISIONS, FOREIGN_ELISIONS, STOP_WORDS } from "./language.js";

/** Marks an acronym; a character that no text has. */
const MARK = "\ue000";

/** Ends an article of another language; likewise. */
const ARTICLE_END = "\ue001";

/** A word or a compound, as fold() leaves it, with its marks and its signs. */
const NAME =
  /\ue000?(?:[\p{L}\p{N}]+\ue001)?(?:(?<![\p{L}\p{N}_.])\.(?=[a-z]{2}))?[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?:(?:\+\+?|#)(?![\p{L}\p{N}_+#]))?/gu;
const NOTHING = /(?!)/gu;
const CAPITALS = STOP_WORDS.filter((word) => word.length > 1).map((word) => word.toUpperCase());
const ACRONYM = CAPITALS.length
  ? new RegExp(`(?<![\\p{L}\\p{N}_'’ʼ-])(?:${CAPITALS.sort().join("|")})(?![\\p{L}\\p{N}_'’ʼ-])`, "gu")
  : NOTHING;
const ELISION = ELISIONS.length
  ? new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${ELISIONS.join("|")})'(?=[\\p{L}\\p{N}_])`, "gu")
  : NOTHING;
const FOREIGN_ELISION = new RegExp(
  `(?<![\\p{L}\\p{N}_'-])(${FOREIGN_ELISIONS.join("|")})'(?=[\\p{L}\\p{N}_]{2})`,
  "gu",
);
const APOSTROPHE = /(?<=[\p{L}\p{N}_])'(?:s(?![\p{L}\p{N}_]))?/gu;

/** Short runs of letters with dots between, one at least a single letter: Ph.D, S.T.E.M. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}_.])(?=(?:[\p{L}\p{Nl}\p{No}]+\.)*[\p{L}\p{Nl}\p{No}](?![\p{L}\p{N}_]))[\p{L}\p{Nl}\p{No}]{1,4}(?:\.[\p{L}\p{Nl}\p{No}]{1,4})+(?![\p{L}\p{N}_])/gu;

/** A number with commas or dots between its thousands; one with spaces that do not end a line. */
const GROUPED = /(?<![\p{Nd}.,])\p{Nd}{1,3}(?:(?:,\p{Nd}{3})+|(?:\.\p{Nd}{3})+)(?!\p{Nd})/gu;
const SPACED = /(?<![\p{Nd}.,])\p{Nd}{1,3}(?:[\u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})/gu;

/** A run of Thai, Lao, Burmese, Khmer, Japanese or Chinese, which have no spaces between words. */
const DENSE =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
const BEGINS_DENSE = new RegExp(`^${DENSE.source}`, "u");

/**
 * @typedef {{parts: string[], acronym: boolean, before: string, after: string, article: string,
 *   dense: boolean}} Name  Its article is what an apostrophe joins to it in another language; dense is
 *   a run of a script without spaces.
 */

/**
 * The names in a text: their parts, whether each is an acronym, and the signs before and after.
 * @param {string} text
 * @returns {Name[]}
 */
export function split(text) {
  const marked = /[a-z]/.test(text) ? text.replace(ACRONYM, `${MARK}$&`) : text.toLowerCase();
  return names(marked).map((name) => {
    const found = name.replace(MARK, "");
    const start = found.indexOf(ARTICLE_END) + 1;
    const signed = found.slice(start);
    const after = /[+#]*$/.exec(signed)?.[0] ?? "";
    const before = signed.startsWith(".") ? "." : "";
    return {
      parts: signed.slice(before.length, signed.length - after.length).split("-"),
      acronym: name.startsWith(MARK),
      before,
      after,
      article: found.slice(0, Math.max(0, start - 1)),
      dense: BEGINS_DENSE.test(found),
    };
  });
}

/**
 * A title as it is compared: the same for every way to write it.
 * @param {string} text
 */
export function plain(text) {
  return names(text).join(" ").replaceAll("-", " ").replaceAll(MARK, "").replaceAll(ARTICLE_END, "");
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function names(text) {
  const joined = text.replace(SPACED, (number) => number.replace(/\s/g, "-"));
  return (
    fold(joined)
      .replace(ELISION, "")
      .replace(FOREIGN_ELISION, `$1${ARTICLE_END}`)
      .replace(APOSTROPHE, "")
      .replace(ABBREVIATION, hyphenated)
      .replace(GROUPED, hyphenated)
      .replace(DENSE, " $& ")
      .match(NAME) ?? []
  );
}

/** @param {string} found */
function hyphenated(found) {
  return found.replace(/[.,]/g, "-");
}
