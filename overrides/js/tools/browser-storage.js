/** Keep what is written into tools in this browser: a key for each site and tool. */

import { asData, empty, fromData } from "./answers.js";

/** @typedef {import("./answers.js").Kept} Kept */

/**
 * Sites that share a host have keys of their own.
 * @param {string} base
 * @param {string} tool
 */
const key = (base, tool) => `rc-tool ${new URL(base || ".", location.href).pathname} ${tool}`;

/**
 * @param {string} base
 * @param {string} tool
 * @returns {Kept}
 */
export function kept(base, tool) {
  try {
    return fromData(JSON.parse(localStorage.getItem(key(base, tool)) ?? "null"));
  } catch {
    return empty(); // nothing may be kept here, or it was damaged
  }
}

/**
 * @param {string} base
 * @param {string} tool
 * @param {Kept} answers
 * @returns {boolean} whether it could be kept
 */
export function keep(base, tool, answers) {
  try {
    if (answers.answers.size) localStorage.setItem(key(base, tool), JSON.stringify(asData(tool, answers)));
    else localStorage.removeItem(key(base, tool));
    return true;
  } catch {
    return false; // a private window, or no room is left
  }
}
