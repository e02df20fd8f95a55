/**
 * Load the search code only when a reader is about to search.
 *
 * Hovering or focusing the button prefetches it; pressing it, or the key "/", opens the search.
 */

import { base, load, loadCode } from "../../shared/loading/loader.js";
import { likelyFiles, shardsOf } from "../index/shard-range.js";
import { SearchShell } from "./search-shell.js";

/** @type {SearchShell | undefined} */
let shell;

/** @param {"rcSearchCode" | "rcBrowseCode"} code */
function prepare(code) {
  // Side by side; a failure shows when the search is opened.
  loadCode(code).catch(() => {});
  if (code === "rcBrowseCode") load("facets").catch(() => {});
  if (code !== "rcSearchCode" && !location.search) return;
  for (const name of ["shards", "names"]) load(name).catch(() => {});
}

/**
 * Load what the search will most likely ask for while its code is still on the way: what belongs to
 * the longest word.
 * @param {string} text what has been typed so far
 */
async function foresee(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const longest = words.reduce((long, word) => (word.length > long.length ? word : long), "");
  if (!longest) return;
  const [shards, likely] = (await load("shards")).map((/** @type {string} */ text) => text.split(" ").filter(Boolean));
  const names = [
    ...shardsOf(() => [longest], longest, shards).map(String),
    ...likelyFiles(longest, likely).map((number) => `likely-${number}`),
  ];
  await Promise.all(names.map((name) => load(name)));
}

/** @param {HTMLAnchorElement} link */
async function open(link) {
  const field = document.getElementById("rc-find");
  if (field) {
    field.focus(); // the browse page has a field of its own
    return;
  }
  prepare("rcSearchCode");
  // Nothing has the focus after "/" on a fresh page: let it be here when the search is closed.
  if (document.activeElement === document.body) link.focus({ preventScroll: true });
  shell ??= new SearchShell(base, (text) => foresee(text).catch(() => {}));
  shell.open();
  try {
    (await loadCode("rcSearchCode"))(shell);
  } catch {
    if (shell.element.open) location.assign(shell.listAddress); // the browse page works without any of this
  }
}

/**
 * Take over the list that came with the browse page. While the filters of its address are being
 * applied it is hidden, unless that fails.
 */
async function browse() {
  const { classList } = document.documentElement;
  if (location.search) classList.add("rc-waiting");
  try {
    const openBrowse = await loadCode("rcBrowseCode");
    await openBrowse();
  } finally {
    classList.remove("rc-waiting");
  }
}

/** Watch for the reader's intent to search or to browse. */
export function watchIntent() {
  addEventListener("DOMContentLoaded", () => {
    const browsing = document.querySelector("[data-rc-browse]");
    if (browsing) {
      prepare("rcBrowseCode");
      browse().catch(() => {}); // the list stays as it is
    }
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("[data-rc-search]");
    const [first] = links;
    if (!first) return;
    for (const link of links) {
      link.dataset.rcListening = "";
      if (!browsing) {
        link.setAttribute("aria-haspopup", "dialog");
        link.addEventListener("pointerenter", () => prepare("rcSearchCode"), { once: true });
        link.addEventListener("focus", () => prepare("rcSearchCode"), { once: true });
      }
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open(link);
      });
    }
    addEventListener("keydown", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const typing = target.closest?.("input, textarea, select, [contenteditable], dialog[open]");
      if (event.key !== "/" || typing || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      open(first);
    });
  });
}
