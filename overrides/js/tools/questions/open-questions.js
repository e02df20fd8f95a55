/** Entry point of the pages of question banks. */

import { button } from "../../shared/button.js";
import { copied } from "../../shared/clipboard.js";
import { make } from "../../shared/elements.js";
import { csv } from "../../shared/files/csv.js";
import { gettext } from "../../shared/messages.js";
import { wordFile } from "../document-parts.js";
import { begin } from "../tool-page.js";
import { fileButton } from "../toolbar.js";
import { asDocument } from "./document.js";
import { showOnPaper } from "./paper.js";
import { qtiPackage } from "./qti.js";
import { Rows } from "./rows.js";
import { plainText, rows } from "./survey-text.js";
import { Survey } from "./survey.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */

/** @type {Survey} */
let survey;
/** @type {Rows} */
let list;

const why = () => (survey.ids.length ? "" : gettext("Choose a question first: your survey has none yet."));

const wordDocument = wordFile(() => asDocument(survey), why);

begin({
  start(sheet) {
    survey = new Survey(sheet);
    const place = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-survey]"));
    place.hidden = false;
    list = new Rows(sheet, survey);
    place.querySelector("[data-rc-ready]")?.append(...waysOn(sheet));
    sheet.onChange((key) => {
      if (key.startsWith("pick.")) survey.keepOrder();
      if (!key.startsWith("survey.") || key === "survey.order") list.show();
      showOnPaper(/** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-survey-paper]")), survey);
    });
  },
  show: () => list.show(),
  isAsked: (key) => survey.has(key),
  title: (sheet) => sheet.get("survey.title"),
  files: [
    wordDocument,
    { label: gettext("Plain text (TXT)"), ending: "txt", type: "text/plain", why, write: () => plainText(survey) },
    { label: gettext("Table (CSV)"), ending: "csv", type: "text/csv", why, write: () => csv(rows(survey)) },
    { label: gettext("Quiz for a learning platform (QTI)"), ending: "qti.zip", type: "application/zip", why, write: asPackage },
  ],
});

/** @param {Sheet} sheet */
function asPackage({ tool }) {
  const { title, intro, asked } = survey;
  const language = document.documentElement.lang || "en";
  return qtiPackage({ id: tool.id, title, intro, language, asked });
}

/**
 * What is wanted most, above a long list: the survey in Word, or in the clipboard.
 * @param {Sheet} sheet
 */
function waysOn(sheet) {
  const said = make("p", { class: "rc-tool__said", role: "status" });
  const copy = button(gettext("Copy the survey"), async () => {
    said.textContent = why();
    if (said.textContent) return;
    said.textContent = (await copied(plainText(survey)))
      ? gettext("Copied. Paste it into an e-mail, a document, or a form builder.")
      : gettext("This browser doesn’t let pages copy. Save the plain text instead.");
  });
  const word = fileButton(sheet, wordDocument, said, gettext("Save as a Word file"));
  const others = make("a", { class: "rc-bar__button", href: "#take" }, gettext("Print, or save in other forms"));
  return [make("div", { class: "rc-tool__ways" }, word, copy, others), said];
}
