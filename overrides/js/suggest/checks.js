/** Validate answers, with the messages of the catalog check. */

import { gettext } from "../shared/messages.js";
import { encoded, unwrapped, whyNotFollowable, withoutTracking } from "./urls.js";
import { entityIn, invisibleIn, noWidthIn, isSpreadsheetError, withoutEntities } from "./damage.js";
import { code, fill, isSlug, quotable } from "./texts.js";

/** @typedef {{message: string, hint: string}} Fault */
/** @typedef {{empty: Fault, long: Fault, invisible: Fault, unseen: Fault, name: Fault, error: Fault, code: Fault, url: Record<string, Fault>, wrappers: [string, string, string][]}} Words */
/**
 * @typedef {object} Question
 * @property {string} key
 * @property {string} label
 * @property {string} kind
 * @property {string} parameter
 * @property {boolean} needed
 * @property {number | null} limit
 * @property {string | null} pattern
 * @property {Fault | null} said  What does not fit the pattern; “?” stands for it.
 */

const SEEN = /[^\p{C}\p{Z}]/u;

/**
 * What is wrong with a text; nothing when it is right or when there is none.
 * @param {string} text
 * @param {Question} question
 * @param {Words} words
 * @returns {Fault | null}
 */
export function textFault(text, question, words) {
  if (!text) return null;
  const { limit, pattern, said } = question;
  const length = [...text].length;
  if (limit && length > limit) return filled(words.long, { length, limit });
  const invisible = invisibleIn(text);
  if (invisible) return filled(words.invisible, { code: code(invisible) });
  if (!SEEN.test(text)) return words.unseen;
  const noWidth = noWidthIn(text);
  if (noWidth) return filled(words.invisible, { code: code(noWidth) });
  if (isSpreadsheetError(text)) return filled(words.error, { value: quotable(text) });
  const entity = entityIn(text);
  if (entity) {
    return filled(words.code, { value: quotable(entity), better: quotable(withoutEntities(text)) });
  }
  if (pattern && said && !(new RegExp(pattern).test(text) && isDay(text))) {
    return { ...said, message: said.message.replace("“?”", () => `“${quotable(text)}”`) };
  }
  return null;
}

/**
 * What is wrong with an address.
 * @param {string} url
 * @param {Words} words
 * @returns {Fault | null}
 */
export function addressFault(url, words) {
  const inside = encoded(unwrapped(url, words.wrappers));
  if (inside && !whyNotFollowable(inside)) {
    return filled(words.url.wrapped, { value: quotable(url), better: withoutTracking(inside) });
  }
  const why = whyNotFollowable(url);
  return why ? filled(words.url[why], { value: quotable(url), better: encoded(url) }) : null;
}

/**
 * What is wrong with texts of which none may stand twice.
 * @param {string[]} texts
 * @param {(text: string) => string} keyOf equal for spellings of the same
 * @returns {Fault | null}
 */
export function repetition(texts, keyOf) {
  const keys = texts.map(keyOf);
  const again = texts.find((_, index) => keys.indexOf(keys[index]) < index);
  if (again === undefined) return null;
  return {
    message: gettext("“%(text)s” stands here twice.", { text: quotable(again) }),
    hint: gettext("Keep one of the two."),
  };
}

/**
 * What is wrong with the name of a file.
 * @param {string} name
 * @param {Words} words
 * @returns {Fault | null}
 */
export function nameFault(name, words) {
  if (!name) return words.empty;
  return isSlug(name) ? null : filled(words.name, { value: quotable(name) });
}

/**
 * @param {Fault} words
 * @param {Record<string, string | number>} values
 * @returns {Fault}
 */
function filled(words, values) {
  return { message: fill(words.message, values), hint: fill(words.hint, values) };
}

/**
 * Whether a text that looks like a date is one; other texts are.
 * @param {string} text
 */
function isDay(text) {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(text)) return true;
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
