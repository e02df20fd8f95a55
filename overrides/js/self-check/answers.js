/** Answers by the names of questions. */

import { gettext, gettextNoop } from "../shared/messages.js";

/** @typedef {import("./plan-rules.js").Answers} Answers */
/** @typedef {{day: string, given: Answers}} Given */

/** @type {{id: string, letter: string, label: string}[]} */
export const SCALE = [
  { id: "yes", letter: "y", label: gettextNoop("Yes") },
  { id: "partly", letter: "p", label: gettextNoop("Partly") },
  { id: "not-yet", letter: "n", label: gettextNoop("Not yet") },
  { id: "not-sure", letter: "u", label: gettextNoop("Not sure") },
  { id: "not-for-us", letter: "x", label: gettextNoop("Not for us") },
];

/** @returns {Given} */
export function empty() {
  return { day: "", given: {} };
}

/** @param {string} answer */
export function labelOf(answer) {
  const found = SCALE.find(({ id }) => id === answer);
  return found ? gettext(found.label) : "";
}

/** @param {Given} answers */
export function isEmpty({ given }) {
  return Object.keys(given).length === 0;
}
