/** Let the reader choose a file of their own, which is read here and sent nowhere. */

import { make } from "../elements.js";

const LARGEST = 5_000_000;

/**
 * A hidden field; press it with a button.
 * @param {(text: string) => void} onText called with what is in the file; nothing of one that is too large
 */
export function filePicker(onText) {
  const picker = make("input", { type: "file", accept: ".json,application/json", class: "rc-hidden", tabindex: "-1", "aria-hidden": "true" });
  picker.addEventListener("change", async () => {
    const file = picker.files?.[0];
    picker.value = ""; // so that the same file can be chosen again
    if (file) onText(file.size > LARGEST ? "" : await file.text());
  });
  return picker;
}
