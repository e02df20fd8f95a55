/** Entry point of the pages of checklists. */

import { csv } from "../../shared/files/csv.js";
import { gettext } from "../../shared/messages.js";
import { wordFile } from "../document-parts.js";
import { begin } from "../tool-page.js";
import { asDocument } from "./document.js";
import { Progress } from "./progress.js";
import { STATES } from "./states.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */

begin({
  start(sheet) {
    const progress = new Progress(sheet);
    sheet.onChange((key) => {
      if (!key || key.endsWith(".state")) progress.show();
    });
  },
  files: [wordFile(asDocument), { label: gettext("Table (CSV)"), ending: "csv", type: "text/csv", write: asTable }],
});

/** @param {Sheet} sheet */
function asTable(sheet) {
  const head = [gettext("Group"), gettext("Practice"), gettext("How far along is it?"), gettext("Who"), gettext("By when"), gettext("Note")];
  /** @type {string[][]} */
  const rows = [];
  for (const { title, items } of sheet.tool.groups) {
    for (const { id, text } of items) {
      const of = (/** @type {string} */ part) => sheet.get(`item.${id}.${part}`);
      rows.push([title, text, STATES.get(of("state")) ?? "", of("who"), of("day"), of("note")]);
    }
  }
  return csv([head, ...rows]);
}
