/** Entry point of the pages of timelines. */

import { make } from "../../shared/elements.js";
import { csv } from "../../shared/files/csv.js";
import { gettext } from "../../shared/messages.js";
import { wordFile } from "../document-parts.js";
import { begin } from "../tool-page.js";
import { fileButton } from "../toolbar.js";
import { calendar } from "./calendar.js";
import { undatedSaid } from "./date-summary.js";
import { asDocument } from "./document.js";
import { Steps } from "./milestones.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */

const LAST = "calendar.last";
const SEQUENCE = "calendar.sequence";

/** @type {Steps} */
let steps;

/** @type {import("../sheet.js").FileKind} */
const calendarFile = {
  label: gettext("Calendar (ICS)"),
  ending: "ics",
  type: "text/calendar",
  write: asCalendar,
  why: () => (steps.all.some(({ start }) => start) ? "" : gettext("Set a day first: no step has a date yet.")),
  note: () => [gettext("Open it to put the days into your calendar."), undatedSaid(steps.all)].filter(Boolean).join(" "),
};

begin({
  start(sheet) {
    steps = new Steps(sheet);
    const ready = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-ready]"));
    const said = make("p", { class: "rc-tool__said", role: "status" });
    ready.append(
      make(
        "div",
        { class: "rc-tool__ways" },
        fileButton(sheet, calendarFile, said, gettext("Save as a calendar file")),
        make("a", { class: "rc-bar__button", href: "#take" }, gettext("Print, or save in other forms")),
      ),
      said,
    );
    sheet.onChange((key) => {
      steps.changed(key);
      ready.hidden = Boolean(calendarFile.why?.(sheet));
      said.textContent = "";
    });
  },
  show: () => steps.show(),
  isAsked: (key) => key === LAST || key === SEQUENCE || steps.has(key),
  files: [
    calendarFile,
    wordFile((sheet) => asDocument(sheet, steps.all)),
    { label: gettext("Table (CSV)"), ending: "csv", type: "text/csv", write: asTable },
  ],
});

/** @param {Sheet} sheet */
function asCalendar(sheet) {
  const { id, title, url, added } = sheet.tool;
  const about = { id, title, url, stamp: added ?? "2026-01-01", sequence: Number(sheet.get(SEQUENCE)) || 0 };
  const last = digest(calendar(steps.all, { ...about, sequence: 0 }));
  if (sheet.has(LAST) && sheet.get(LAST) !== last) sheet.set(SEQUENCE, String(++about.sequence));
  sheet.set(LAST, last);
  return calendar(steps.all, about);
}

/** @param {Sheet} sheet */
function asTable(sheet) {
  const head = [gettext("Step"), gettext("Begins"), gettext("Ends"), gettext("Who does it"), gettext("Notes"), gettext("When")];
  const rows = steps.all.map(({ title, start, end, who, note, rule }) => [title, start, end, who, note, rule]);
  const questions = sheet.tool.questions.map((/** @type {{id: string, text: string}} */ { id, text }) => [
    text,
    sheet.get(`question.${id}`),
  ]);
  return csv([head, ...rows, ...(questions.length ? [[], [gettext("Question"), gettext("Answer")], ...questions] : [])]);
}

/**
 * A short number for a text, to see whether it has changed.
 * @param {string} text
 */
function digest(text) {
  let found = 5381;
  for (let i = 0; i < text.length; i++) found = (found * 33 + text.charCodeAt(i)) % 4294967296;
  return found.toString(36);
}
