/** Answers as a file, to go on with on another device. */

import { gettext } from "../shared/messages.js";
import { fromFragment } from "./url-state.js";

/** @typedef {import("./answers.js").Given} Given */

const FORMAT = "resource-catalog-check";
const VERSION = 1;

/**
 * The same answers always give the same text.
 * @param {Given} answers
 * @param {string} url the page of the check
 */
export function asFile({ day, given }, url) {
  const answers = Object.fromEntries(Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, day, answers, url }, null, 1)}\n`;
}

/**
 * What a file holds, or why it cannot be used, in plain words.
 * @param {string} text
 * @returns {{answers: Given, fault: ""} | {answers: null, fault: string}}
 */
export function fromFile(text) {
  /** @type {any} */
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    data = null;
  }
  const refused = (/** @type {string} */ fault) => ({ answers: null, fault });
  if (data?.format !== FORMAT || typeof data.answers !== "object" || !data.answers) {
    return refused(gettext("This file has no answers to these questions. Nothing has changed."));
  }
  if (!(data.version <= VERSION)) {
    return refused(gettext("This file is from a newer version of this site. Nothing has changed."));
  }
  const pairs = Object.entries(data.answers).map(([name, answer]) => [name, String(answer)]);
  // An address has the same answers, so what can be none is left out in one place.
  const answers = fromFragment(new URLSearchParams([...pairs, ["_on", String(data.day)]]).toString());
  return { answers, fault: "" };
}
