/** The survey as it is printed: questions with room for answers, to fill in by hand. */

import { make } from "../../shared/elements.js";

/** @typedef {import("./survey.js").Survey} Survey */
/** @typedef {import("./survey.js").Asked} Asked */

/**
 * @param {HTMLElement} place
 * @param {Survey} survey
 */
export function showOnPaper(place, survey) {
  const { asked, title, intro } = survey;
  if (!asked.length) return place.replaceChildren();
  place.replaceChildren(
    make("h2", { class: "rc-section__title", dir: "auto" }, title),
    intro ? make("p", { class: "rc-tool__written", dir: "auto" }, intro) : "",
    make("ol", { class: "rc-survey-paper__list" }, ...asked.map(question)),
  );
}

/** @param {Asked} asked */
function question({ number, text, help, form, options }) {
  const choices = options.map((option) => make("li", { dir: "auto" }, option));
  return make(
    "li",
    { class: "rc-survey-paper__question" },
    make("p", { class: "rc-survey-paper__text", dir: "auto" }, `${number}. ${text}`),
    help ? make("p", { class: "rc-bank__about", dir: "auto" }, help) : null,
    choices.length
      ? make("ul", { class: "rc-bank__options", role: "list" }, ...choices)
      : make("div", { class: form === "line" ? "rc-answer-lines rc-answer-lines--one" : "rc-answer-lines" }),
  );
}
