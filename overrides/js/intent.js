/**
 * Intent: nothing of search is loaded before a reader shows that they want to search.
 *
 * Looking at the button is intent enough to fetch; pressing it, or the key "/", opens the search.
 */

import { load, loadCode } from "./parts.js";

/** @param {"rcSearchCode" | "rcBrowseCode"} code */
function prepare(code) {
  // Side by side; a failure shows when the search is opened.
  loadCode(code).catch(() => {});
  load("names").catch(() => {});
  if (code === "rcBrowseCode") load("facets").catch(() => {});
}

/** @param {HTMLAnchorElement} link */
async function open(link) {
  const field = document.getElementById("rc-find");
  if (field) {
    field.focus(); // the browse page has a field of its own
    return;
  }
  try {
    prepare("rcSearchCode");
    await loadCode("rcSearchCode");
    dispatchEvent(new CustomEvent("rc-search"));
  } catch {
    location.assign(link.href); // the browse page works without any of this
  }
}

/**
 * Hide the list that came with the browse page while the filters of its address are being applied,
 * unless that fails.
 */
function waitForFilters() {
  if (!location.search) return;
  const { classList } = document.documentElement;
  classList.add("rc-waiting");
  loadCode("rcBrowseCode").catch(() => classList.remove("rc-waiting"));
}

/** Watch for the reader's intent to search or to browse. */
export function watchIntent() {
  addEventListener("DOMContentLoaded", () => {
    const browsing = document.querySelector("[data-rc-browse]");
    if (browsing) {
      prepare("rcBrowseCode");
      waitForFilters();
    }
    const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-rc-search]"));
    if (!link) return;
    if (!browsing) {
      link.addEventListener("pointerenter", () => prepare("rcSearchCode"), { once: true });
      link.addEventListener("focus", () => prepare("rcSearchCode"), { once: true });
    }
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(link);
    });
    addEventListener("keydown", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const typing = target.closest?.("input, textarea, select, [contenteditable], dialog[open]");
      if (event.key !== "/" || typing || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      open(link);
    });
  });
}
