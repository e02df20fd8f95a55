/**
 * What somebody has written into a tool: texts by the key of what was asked, each with what it was
 * asked as, so that an answer can still be understood when nobody asks it any more.
 *
 * Here is also the form in which it is kept on the device and saved as a file.
 */

import { gettext } from "../shared/messages.js";

export const VERSION = 1;
const FORMAT = "resource-catalog-tool";
const MOST_KEYS = 2000;
const LONGEST_KEY = 300;
const LONGEST_TEXT = 10_000;
const KEY = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** @typedef {Map<string, string>} Texts */
/** @typedef {{answers: Texts, labels: Texts}} Kept */

/** @returns {Kept} */
export function empty() {
  return { answers: new Map(), labels: new Map() };
}

/**
 * Plain data, to be kept or saved; the same answers always give the same.
 * @param {string} tool
 * @param {Kept} kept
 */
export function asData(tool, { answers, labels }) {
  return { format: FORMAT, version: VERSION, tool, answers: sorted(answers), labels: sorted(labels) };
}

/**
 * What was kept on this device; whatever is damaged in it is left out.
 * @param {any} data
 * @returns {Kept}
 */
export function fromData(data) {
  return { answers: texts(data?.answers), labels: texts(data?.labels) };
}

/**
 * What a file holds, or why it cannot be used, in plain words.
 * @param {string} text
 * @param {string} tool
 * @returns {{kept: Kept, fault: ""} | {kept: null, fault: string}}
 */
export function fromFile(text, tool) {
  /** @type {any} */
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    data = null;
  }
  const refused = (/** @type {string} */ fault) => ({ kept: null, fault });
  if (data?.format !== FORMAT || typeof data.answers !== "object") {
    return refused(gettext("This file was not saved from a tool of this site. Nothing has changed."));
  }
  if (data.tool !== tool) {
    const other = String(data.title ?? data.tool).slice(0, 200);
    return refused(gettext("This file belongs to another tool: %(title)s. Nothing has changed.", { title: other }));
  }
  if (!(data.version <= VERSION)) {
    return refused(gettext("This file is from a newer version of this site. Nothing has changed."));
  }
  return { kept: fromData(data), fault: "" };
}

/** @param {Texts} found */
function sorted(found) {
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * @param {any} data
 * @returns {Texts}
 */
function texts(data) {
  const found = new Map();
  if (typeof data !== "object" || data === null) return found;
  for (const [key, text] of Object.entries(data).slice(0, MOST_KEYS)) {
    if (typeof text === "string" && key.length <= LONGEST_KEY && KEY.test(key)) {
      found.set(key, text.slice(0, LONGEST_TEXT));
    }
  }
  return found;
}
