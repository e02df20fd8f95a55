/** A checklist as the parts of a Word document. */

import { dayWithWeekday } from "../../shared/days.js";
import { gettext } from "../../shared/messages.js";
import { head, tableWithNotes, whatHelps } from "../document-parts.js";
import { STATES } from "./states.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {import("../document-parts.js").Parts} Parts */
/** @typedef {{id: string, text: string, why?: string}} Practice */
/** @typedef {{title: string, items: Practice[]}} Group */

const WIDTHS = [38, 19, 13, 12, 18];

/**
 * @param {Sheet} sheet
 * @returns {Parts}
 */
export function asDocument(sheet) {
  const columns = [gettext("Practice"), gettext("How far along is it?"), gettext("Who"), gettext("By when"), gettext("Note")];
  const open = [...STATES.values()].map((label) => `☐ ${label}`).join("\n");
  const row = (/** @type {Practice} */ { id, text, why }) => {
    const of = (/** @type {string} */ part) => sheet.get(`item.${id}.${part}`).trim();
    const said = [text, why].filter(Boolean).join("\n");
    return [said, STATES.get(of("state")) ?? open, of("who"), dayWithWeekday(of("day")), of("note")];
  };
  /** @type {Group[]} */
  const groups = sheet.tool.groups;
  return [
    ...head(sheet),
    ...groups.flatMap(({ title, items }) => [
      { level: /** @type {const} */ (1), text: title },
      ...tableWithNotes(columns, WIDTHS, items.map(row)),
    ]),
    ...whatHelps(sheet),
  ];
}
