/** The Word document of a tool: what it is, then the parts that its kind gives, as filled in. */

import { TYPE, docx } from "../shared/files/docx.js";
import { gettext } from "../shared/messages.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").FileKind} FileKind */
/** @typedef {import("../shared/files/docx.js").Paragraph} Paragraph */
/** @typedef {(Paragraph | import("../shared/files/docx.js").Table)[]} Parts */

const LONGEST_NOTE = 400;

/**
 * @param {(sheet: Sheet) => Parts} parts
 * @param {FileKind["why"]} [why]
 * @returns {FileKind}
 */
export function wordFile(parts, why) {
  const write = (/** @type {Sheet} */ sheet) => {
    const all = parts(sheet);
    const [first] = all;
    const title = "text" in first ? first.text : sheet.tool.title;
    return docx(title, document.documentElement.lang || "en", all);
  };
  return { label: gettext("Word (docx)"), ending: "docx", type: TYPE, write, why };
}

/**
 * The title, what the tool is, and where it is to be filled in.
 * @param {Sheet} sheet
 * @returns {Parts}
 */
export function head({ tool }) {
  // A site that was built for no address has one where it is read.
  const url = tool.url.includes("://") ? tool.url : location.origin + location.pathname;
  return [{ level: 0, text: tool.title }, { text: tool.summary }, { text: url, link: url }];
}

/**
 * Something that was asked, with the answer or room for one.
 * @param {string} label
 * @param {string | undefined} help
 * @param {"box" | "line"} room
 * @param {string} answer
 * @returns {Parts}
 */
export function asked(label, help, room, answer) {
  /** @type {Parts} */
  const about = help ? [{ text: help, look: "help" }] : [];
  return [{ level: 2, text: label }, ...about, { text: answer.trim(), look: room }];
}

/**
 * @param {string[]} texts
 * @returns {Parts}
 */
export function options(texts) {
  return texts.map((text) => ({ text: `☐ ${text}`, look: "option" }));
}

/**
 * A table whose last column has notes; those that are too long for it follow below.
 * @param {string[]} columns
 * @param {number[]} widths
 * @param {string[][]} rows
 * @returns {Parts}
 */
export function tableWithNotes(columns, widths, rows) {
  /** @type {Parts} */
  const apart = [];
  const short = rows.map((cells) => {
    const [subject, note] = [cells[0], cells[cells.length - 1]];
    if (note.length <= LONGEST_NOTE) return cells;
    apart.push({ level: 2, text: subject.split("\n")[0] }, { text: note, look: "box" });
    return [...cells.slice(0, -1), gettext("See below the table.")];
  });
  return [{ head: columns, widths, rows: short }, ...apart];
}

/**
 * The resources and tools that the sheet names, each once.
 * @param {Sheet} sheet
 * @returns {Parts}
 */
export function whatHelps({ root }) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll(".rc-lines a"));
  const titles = new Map([...links].map(({ href, textContent }) => [href, textContent?.trim() ?? ""]));
  const items = [...titles].map(([link, text]) => ({ text, link }));
  return items.length ? [{ level: 1, text: gettext("What helps") }, ...items] : [];
}
