/** Entry point of the suggestion form. */

import { SuggestForm } from "./suggest/form.js";

const root = document.querySelector("form[data-rc-suggest]");
const data = document.getElementById("rc-suggest-data");

if (root instanceof HTMLFormElement && data) {
  new SuggestForm(root, JSON.parse(data.textContent ?? ""), root.dataset.rcBase ?? "").start();
}
