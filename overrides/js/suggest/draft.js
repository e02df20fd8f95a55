/** Store the draft of the form in the browser until it is cleared. */

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

export function clearDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
