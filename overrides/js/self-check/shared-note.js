/** The note above answers that came with a link, where they are not the reader's own. */

import { make } from "../shared/elements.js";
import { gettext } from "../shared/messages.js";

/** @typedef {import("./state.js").State} State */

/**
 * @param {State} state
 * @param {() => void} onChange
 * @returns {HTMLElement | null} nothing where the answers are the reader's own
 */
export function sharedNote(state, onChange) {
  if (!state.isReceived) return null;
  if (!state.isShared) {
    const said = gettext("These answers were shared with you. If you change one, all of them are kept on this device as yours.");
    return make("div", { class: "rc-check__note" }, make("p", {}, said));
  }
  const choose = (/** @type {string} */ label, /** @type {() => void} */ act) => {
    const button = make("button", { class: "rc-bar__button", type: "button" }, label);
    button.addEventListener("click", () => {
      act();
      onChange();
      const title = document.getElementById("title"); // the button is gone, and with it the focus
      title?.setAttribute("tabindex", "-1");
      title?.focus();
    });
    return button;
  };
  return make(
    "div",
    { class: "rc-check__note" },
    make("p", {}, gettext("These answers were shared with you. Your own haven't changed.")),
    make(
      "p",
      { class: "rc-check__choice" },
      choose(gettext("Replace my answers"), () => state.adopt()),
      choose(gettext("Show mine"), () => state.showOwn()),
    ),
  );
}
