/** Name the files of a tool: after the title that somebody has given, or else after the tool. */

/** @typedef {import("./sheet.js").Sheet} Sheet */

const LONGEST = 60;

/**
 * @param {Sheet} sheet
 * @param {string} ending
 */
export function fileName(sheet, ending) {
  const words = (sheet.kind.title?.(sheet) ?? "").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = Array.from(words.join("-")).slice(0, LONGEST).join("").replace(/-$/, "");
  return `${name || sheet.tool.id}.${ending}`;
}
