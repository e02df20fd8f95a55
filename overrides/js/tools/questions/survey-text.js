/** Write a survey as plain text, to paste into a form builder or a mail, and as rows of a table. */

import { gettext } from "../../shared/messages.js";
import { FORMS } from "./survey.js";

/** @typedef {import("./survey.js").Survey} Survey */

/**
 * Each question with its options below it, a line for each as form builders take them.
 * @param {Survey} survey
 */
export function plainText({ title, intro, asked }) {
  const questions = asked.map(({ number, text, help, form, options }) =>
    [`${number}. ${text} [${said(form)}]`, help, ...options].filter(Boolean).join("\n"),
  );
  return `${[title, intro, ...questions].filter(Boolean).join("\n\n")}\n`;
}

/** @param {Survey} survey */
export function rows({ asked }) {
  const head = [gettext("Number"), gettext("Question"), gettext("Kind of answer"), gettext("Options"), gettext("Help")];
  return [
    head,
    ...asked.map(({ number, text, help, form, options }) => [number, text, said(form), options.join("\n"), help]),
  ];
}

/** @param {string} form */
function said(form) {
  return FORMS[/** @type {keyof typeof FORMS} */ (form)];
}
