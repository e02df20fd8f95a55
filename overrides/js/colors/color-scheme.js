/**
 * Apply the reader's choice of light or dark, stored in the browser; the default is the system's.
 * Runs before the first paint, so that a page never flashes in the wrong colours.
 */

import { gettext } from "../shared/messages.js";

const KEY = "rc-colors";
const wanted = matchMedia("(prefers-color-scheme: dark)");

/** @returns {string | null} */
function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off; a choice then lasts for one page
  }
}

/** @param {string} value */
function store(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // As above.
  }
}

/** Follow the reader's choice, and show the button that changes it. */
export function followColors() {
  let chosen = stored();
  const isDark = () => (chosen ? chosen === "dark" : wanted.matches);
  const show = () => {
    if (chosen) document.documentElement.dataset.rcColors = chosen;
    const label = document.querySelector("[data-rc-colors-label]");
    if (label) label.textContent = isDark() ? gettext("Switch to light colors") : gettext("Switch to dark colors");
  };
  show();
  wanted.addEventListener("change", show);
  addEventListener("DOMContentLoaded", () => {
    const button = /** @type {HTMLButtonElement | null} */ (
      document.querySelector("button[data-rc-colors]")
    );
    if (!button) return;
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      chosen = isDark() ? "light" : "dark";
      store(chosen);
      show();
    });
  });
}
