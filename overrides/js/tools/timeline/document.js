/** A timeline as the parts of a Word document. */

import { dayWithWeekday } from "../../shared/days.js";
import { gettext, ngettext } from "../../shared/messages.js";
import { asked, head, tableWithNotes, whatHelps } from "../document-parts.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {import("../document-parts.js").Parts} Parts */
/** @typedef {import("./milestones.js").Step} Step */
/** @typedef {{id: string, text: string, help?: string}} Starter */
/** @typedef {{id: string, label: string, help?: string}} Anchor */

const WIDTHS = [32, 25, 17, 26];

/**
 * @param {Sheet} sheet
 * @param {Step[]} steps
 * @returns {Parts}
 */
export function asDocument(sheet, steps) {
  /** @type {{questions: Starter[], anchors: Anchor[]}} */
  const { questions, anchors } = sheet.tool;
  const days = ngettext("Set the day that all the others depend on", "Set the days that all others depend on", anchors.length);
  const columns = [gettext("Step"), gettext("When"), gettext("Who does it"), gettext("Notes")];
  const heading = (/** @type {string} */ text) => ({ level: /** @type {const} */ (1), text });
  return [
    ...head(sheet),
    ...(questions.length ? [heading(gettext("Settle these first"))] : []),
    ...questions.flatMap(({ id, text, help }) => asked(text, help, "box", sheet.get(`question.${id}`))),
    heading(days),
    ...anchors.flatMap(({ id, label, help }) => asked(label, help, "line", dayWithWeekday(sheet.get(`day.${id}`)))),
    heading(gettext("The steps")),
    ...tableWithNotes(columns, WIDTHS, steps.map(row)),
    ...whatHelps(sheet),
  ];
}

/** @param {Step} step */
function row({ title, about, start, end, dates, rule, who, note, details }) {
  const days = dates.length ? dates.map(dayWithWeekday).join("\n") : [start, end].filter(Boolean).map(dayWithWeekday).join(" –\n");
  const room = details.map((label) => gettext("%(label)s:", { label })).join("\n");
  return [[title, about].filter(Boolean).join("\n"), days || rule, who, note.trim() || room];
}
