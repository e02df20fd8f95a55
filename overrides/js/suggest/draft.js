/** Store the draft of the form in the browser until it is cleared. */

import { gettext } from "../shared/messages.js";

const KEY = "rc-suggestion";

/** @typedef {import("./yaml.js").Answer} Answer */

/** @returns {Record<string, Answer>} nothing where there is no draft that can be read */
export function storedDraft() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return found && typeof found === "object" ? found : {};
  } catch {
    return {}; // storage is switched off, or holds something else
  }
}

/** @param {Record<string, Answer>} draft */
export function storeDraft(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Without storage a draft lasts as long as its page.
  }
}

function clearDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

/**
 * Clearing takes two presses: what took an hour to write should not go with one.
 * @param {HTMLElement} root
 */
export function watchClear(root) {
  for (const button of root.querySelectorAll("button[data-rc-clear]")) {
    const words = button.textContent;
    let asked = false;
    button.addEventListener("blur", () => {
      asked = false;
      button.textContent = words;
    });
    button.addEventListener("click", () => {
      if (asked) {
        clearDraft();
        location.assign(location.pathname);
      }
      asked = true;
      button.textContent = gettext("Clear everything?");
    });
  }
}
