/** A survey as the parts of a Word document: to hand out, or to change before that. */

import { options } from "../document-parts.js";

/** @typedef {import("../document-parts.js").Parts} Parts */
/** @typedef {import("./survey.js").Survey} Survey */
/** @typedef {import("./survey.js").Asked} Asked */

/**
 * @param {Survey} survey
 * @returns {Parts}
 */
export function asDocument({ title, intro, asked }) {
  return [{ level: 0, text: title }, ...(intro ? [{ text: intro }] : []), ...asked.flatMap(question)];
}

/**
 * @param {Asked} asked
 * @returns {Parts}
 */
function question({ number, text, help, form, options: choices }) {
  /** @type {Parts} */
  const room = [{ text: "", look: form === "line" ? "line" : "box" }];
  return [
    { level: 2, text: `${number}. ${text}` },
    ...(help ? [{ text: help, look: /** @type {const} */ ("help") }] : []),
    ...(choices.length ? options(choices) : room),
  ];
}
