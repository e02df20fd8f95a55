/** Messages as the parts of a Word document. */

import { gettext } from "../../shared/messages.js";

/** @typedef {import("../document-parts.js").Parts} Parts */
/** @typedef {import("./compose.js").Message} Message */

/**
 * @param {string} title
 * @param {Message[]} messages
 * @returns {Parts}
 */
export function asDocument(title, messages) {
  return [
    { level: 0, text: title },
    ...messages.flatMap((message) => [
      { level: /** @type {const} */ (1), text: message.title },
      { text: gettext("Subject: %(subject)s", { subject: message.subject }) },
      ...message.text.split(/\n{2,}/).map((text) => ({ text })),
    ]),
  ];
}
