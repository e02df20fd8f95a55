/** A worksheet as the parts of a Word document. */

import { asked, head, whatHelps } from "../document-parts.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {import("../document-parts.js").Parts} Parts */
/** @typedef {{id: string, label: string, help?: string, short: boolean}} SheetField */
/** @typedef {{title: string, about?: string, fields: SheetField[]}} SheetPart */

/**
 * @param {Sheet} sheet
 * @returns {Parts}
 */
export function asDocument(sheet) {
  /** @type {SheetPart[]} */
  const parts = sheet.tool.parts;
  return [
    ...head(sheet),
    ...parts.flatMap(({ title, about, fields }) => [
      { level: /** @type {const} */ (1), text: title },
      ...(about ? [{ text: about, look: /** @type {const} */ ("then") }] : []),
      ...fields.flatMap(({ id, label, help, short }) =>
        asked(label, help, short ? "line" : "box", sheet.get(`field.${id}`)),
      ),
    ]),
    ...whatHelps(sheet),
  ];
}
