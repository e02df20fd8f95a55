/** A survey as the parts of a Word document: to hand out, or to change before that. */

import { options } from "../document.js";

/** @typedef {import("../document.js").Parts} Parts */
/** @typedef {import("./survey.js").Survey} Survey */
/** @typedef {import("./survey.js").Question} Question */

/**
 * @param {Survey} survey
 * @returns {Parts}
 */
export function asDocument({ title, intro, asked }) {
  return [{ level: 0, text: title }, ...(intro ? [{ text: intro }] : []), ...asked.flatMap(question)];
}

/**
 * @param {Question} question
 * @param {number} index
 * @returns {Parts}
 */
function question({ text, help, form, options: choices }, index) {
  /** @type {Parts} */
  const room = [{ text: "", look: form === "line" ? "line" : "box" }];
  return [
    { level: 2, text: `${index + 1}. ${text}` },
    ...(help ? [{ text: help, look: /** @type {const} */ ("help") }] : []),
    ...(choices.length ? options(choices) : room),
  ];
}
