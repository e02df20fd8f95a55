/** What is wrong with an answer, in the words of the catalog check. What is only noted is beside its field. */

import { isInCalendar } from "../../shared/days.js";
import { gettext } from "../../shared/messages.js";
import { encoded, whyNotFollowable } from "../addresses/urls.js";
import { unwrapped } from "../addresses/wrapped-urls.js";
import { mendedUrl, whyPrivate, withScheme } from "./input-normalization.js";
import { code, fill, quotable } from "./message-text.js";
import { isSlug } from "./slugs.js";
import {
  entityIn,
  invisibleIn,
  isSpreadsheetError,
  letteringIn,
  noWidthIn,
  withoutEntities,
  withoutLettering,
} from "./text-damage.js";

/** @typedef {{message: string, hint: string}} Fault */
/** @typedef {{empty: Fault, long: Fault, invisible: Fault, unseen: Fault, name: Fault, error: Fault, code: Fault, noName: Fault, lettering: Fault, url: Record<string, Fault>, device: Fault, lost: Fault, early: Fault, future: Fault, day: Fault, ahead: Fault, computer: Fault, network: Fault, account: Fault}} Words */
/** @typedef {import("./input-normalization.js").Readings} Readings */
/**
 * @typedef {object} Question
 * @property {string} key
 * @property {string} label
 * @property {string} kind
 * @property {string} parameter
 * @property {boolean} needed
 * @property {number | null} limit
 * @property {string | null} pattern
 * @property {boolean} [names] whether each of its texts is a name
 * @property {string} [reading] the type of a value that may be typed in several ways
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
  if (text.includes("\ufffd")) return words.lost;
  if (isSpreadsheetError(text)) return filled(words.error, { value: quotable(text) });
  const entity = entityIn(text);
  if (entity) {
    return filled(words.code, { value: quotable(entity), better: quotable(withoutEntities(text)) });
  }
  const lettering = letteringIn(text);
  if (lettering) {
    return filled(words.lettering, { value: quotable(lettering), better: quotable(withoutLettering(text)) });
  }
  if (pattern && said && !(new RegExp(pattern).test(text) && isDate(text))) {
    return { ...said, message: said.message.replace("“?”", () => `“${quotable(text)}”`) };
  }
  return null;
}

/**
 * What is wrong with an address.
 * @param {string} url
 * @param {Words} words
 * @param {Readings} readings
 * @returns {Fault | null}
 */
export function addressFault(url, words, readings) {
  const better = mendedUrl(url, readings);
  if (unwrapped(url, readings.wrappers) && !whyNotFollowable(better)) {
    return filled(words.url.wrapped, { value: quotable(url), better });
  }
  const why = whyNotFollowable(url);
  const whole = encoded(withScheme(url, readings));
  if (why) {
    const { message, hint } = words.url[why];
    const mend = whyNotFollowable(whole) ? hint : words.url.bare.hint;
    return filled({ message, hint: mend }, { value: quotable(url), better: whole });
  }
  const nowhere = whyPrivate(url, readings);
  return nowhere ? filled(words[/** @type {"computer" | "network" | "account"} */ (nowhere)], { value: quotable(url) }) : null;
}

/**
 * What is wrong with a date before there were books, or longer ahead than anything is announced.
 * @param {string} date
 * @param {string} today
 * @param {Words} words
 * @param {Readings} readings
 * @returns {Fault | null}
 */
export function dateFault(date, today, words, { daysAhead, firstYear }) {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) return null;
  if (Number(date.slice(0, 4)) < firstYear) return filled(words.early, { value: quotable(date) });
  const ahead = Date.parse(date) - Date.parse(today); // a date without day or month is its first day
  return ahead > daysAhead * 86_400_000 ? filled(words.future, { value: quotable(date) }) : null;
}

/**
 * What is wrong with a text that stands where a name belongs.
 * @param {string} text
 * @param {Words} words
 * @param {Readings} readings
 * @returns {Fault | null}
 */
export function noNameFault(text, words, { noName }) {
  return new RegExp(noName).test(text.toLowerCase()) ? filled(words.noName, { value: quotable(text) }) : null;
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
    message: gettext("“%(text)s” is here twice.", { text: quotable(again) }),
    hint: gettext("Keep one of the two."),
  };
}

/**
 * What is wrong with the name of a file.
 * @param {string} name
 * @param {Words} words
 * @param {Readings} readings
 * @returns {Fault | null}
 */
export function nameFault(name, words, { devices }) {
  if (!name) return words.empty;
  if (devices.includes(name)) return filled(words.device, { value: name, better: `${name}-1` });
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
function isDate(text) {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(text)) return true;
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  return isInCalendar(year, month, day);
}
