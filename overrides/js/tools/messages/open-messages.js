/** Entry point of the pages of message kits. */

import { csv } from "../../shared/files/csv.js";
import { gettext } from "../../shared/messages.js";
import { wordFile } from "../document-parts.js";
import { begin } from "../tool-page.js";
import { Messages } from "./compose.js";
import { asDocument } from "./document.js";
import { Ways } from "./ways.js";

/** @type {Messages} */
let messages;
/** @type {Ways[]} */
let ways = [];

begin({
  start(sheet) {
    messages = new Messages(sheet);
    const sections = /** @type {NodeListOf<HTMLElement>} */ (sheet.root.querySelectorAll("[data-rc-message]"));
    for (const section of sections) {
      /** @type {HTMLElement} */ (section.querySelector("[data-rc-plain]")).hidden = true;
      /** @type {HTMLElement} */ (section.querySelector("[data-rc-edit]")).hidden = false;
    }
    ways = [...sections].map((section) => new Ways(sheet, messages, section));
    sheet.onChange((key) => {
      if (!/^(?:subject|text)\./.test(key)) messages.compose();
      for (const way of ways) way.show();
      showChosen(sheet.root);
    });
  },
  show: () => messages.compose(),
  files: [
    wordFile(({ tool }) => asDocument(tool.title, messages.all)),
    { label: gettext("Plain text (TXT)"), ending: "txt", type: "text/plain", write: asText },
    { label: gettext("Table (CSV)"), ending: "csv", type: "text/csv", write: asTable },
  ],
});

/**
 * Show what is chosen where the choice is folded.
 * @param {HTMLElement} root
 */
function showChosen(root) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-rc-chosen]"))) {
    const chosen = /** @type {HTMLElement | null} */ (place.closest("details")?.querySelector(":checked"));
    place.textContent = chosen?.dataset.rcTitle ?? "";
    const language = chosen?.nextElementSibling?.getAttribute("lang");
    if (language) place.lang = language;
    else place.removeAttribute("lang");
  }
}

function asText() {
  return messages.all.map(({ title, subject, text }) => `${title}\n\n${subject}\n\n${text}\n`).join("\n\n");
}

function asTable() {
  const head = [gettext("Message"), gettext("Subject"), gettext("Text")];
  return csv([head, ...messages.all.map(({ title, subject, text }) => [title, subject, text])]);
}
