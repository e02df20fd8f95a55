/** Entry point of the pages of worksheets. */

import { csv } from "../../shared/files/csv.js";
import { gettext } from "../../shared/messages.js";
import { wordFile } from "../document-parts.js";
import { meter } from "../progress-bar.js";
import { begin } from "../tool-page.js";
import { asDocument } from "./document.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {{id: string, label: string}} SheetField */
/** @typedef {{title: string, fields: SheetField[]}} SheetPart */
/** @typedef {{title: string, label: string, text: string}} Answered */

begin({
  start(sheet) {
    const place = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-progress]"));
    sheet.onChange(() => {
      const texts = answered(sheet).map(({ text }) => text.trim());
      const done = texts.filter(Boolean).length;
      const said = gettext("%(done)s of %(total)s", { done, total: texts.length });
      place.replaceChildren(meter(gettext("Filled in"), said, done / texts.length));
      place.hidden = false;
    });
  },
  files: [
    wordFile(asDocument),
    { label: gettext("Plain text (TXT)"), ending: "txt", type: "text/plain", write: asText },
    { label: gettext("Table (CSV)"), ending: "csv", type: "text/csv", write: asTable },
  ],
});

/**
 * Every field with what is written in it, and the part that it is in.
 * @param {Sheet} sheet
 * @returns {Answered[]}
 */
function answered(sheet) {
  return sheet.tool.parts.flatMap((/** @type {SheetPart} */ { title, fields }) =>
    fields.map(({ id, label }) => ({ title, label, text: sheet.get(`field.${id}`) })),
  );
}

/** @param {Sheet} sheet */
function asText(sheet) {
  const parts = sheet.tool.parts.map((/** @type {SheetPart} */ { title, fields }) => {
    const lines = fields.map(({ id, label }) => `${label}\n${sheet.get(`field.${id}`).trim() || "…"}`);
    return [title.toUpperCase(), ...lines].join("\n\n");
  });
  return `${[sheet.tool.title, ...parts, sheet.tool.url].join("\n\n")}\n`;
}

/** @param {Sheet} sheet */
function asTable(sheet) {
  const head = [gettext("Part"), gettext("Asked"), gettext("Answer")];
  return csv([head, ...answered(sheet).map(({ title, label, text }) => [title, label, text])]);
}
