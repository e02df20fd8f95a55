/** Shelf buttons on cards and resource pages, and the link to the shelf with its count. */

import { announce, readyToAnnounce } from "../shared/announce.js";
import { gettext } from "../shared/messages.js";
import { toggled } from "./items.js";
import { kept, keep, watch } from "./browser-storage.js";

const CARD = ".rc-card__link";
const PAGE = "[data-rc-entry]";
const BOOKMARK = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 3.5h12v17l-6-4.5-6 4.5z"/></svg>';

/** @param {string} base */
export function offerShelf(base) {
  addEventListener("DOMContentLoaded", () => {
    addButtons(document.body);
    show(base);
    readyToAnnounce();
    // The lists of the browse page come later, and again with every filter.
    const results = document.querySelector("[data-rc-results], [data-rc-browse]");
    if (results) {
      new MutationObserver(() => {
        addButtons(results);
        show(base);
      }).observe(results, { childList: true, subtree: true });
    }
  });
  addEventListener("pageshow", () => show(base));
  watch(() => show(base));
  addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest?.(".rc-shelve") ?? null);
    if (button) toggle(base, button.dataset.rcId ?? "");
  });
}

/** @param {Element} within */
function addButtons(within) {
  if (document.querySelector("[data-rc-shelf-page]")) return;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (within.querySelectorAll(CARD))) {
    const card = link.closest(".rc-card");
    if (!card || card.querySelector(".rc-shelve")) continue;
    const [, id] = /(?:resources|tools)\/([^/]+)\//.exec(link.href) ?? [];
    if (id) card.append(button(id, link.textContent ?? ""));
  }
  const page = /** @type {HTMLElement | null} */ (within.querySelector(PAGE));
  if (page && !page.querySelector(".rc-shelve")) {
    page.append(button(page.dataset.rcEntry ?? "", ""));
  }
}

/** @type {HTMLTemplateElement | undefined} */
let drawing;

/**
 * @param {string} id
 * @param {string} title nothing where the page says it
 */
function button(id, title) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = title ? "rc-shelve" : "rc-shelve rc-shelve--page";
  element.dataset.rcId = id;
  element.dataset.rcTitle = title.trim();
  if (!drawing) {
    drawing = document.createElement("template");
    drawing.innerHTML = BOOKMARK; // a drawing of our own, without a word of an entry
  }
  element.append(drawing.content.cloneNode(true)); // a list needs dozens with every key
  if (!title) element.append(document.createElement("span"));
  return element;
}

/**
 * @param {string} base
 * @param {string} id
 */
function toggle(base, id) {
  const before = kept(base);
  const shelf = toggled(before, id);
  keep(base, shelf);
  const isAdded = shelf.items.length > before.items.length;
  announce(isAdded ? gettext("Saved to your shelf.") : gettext("Removed from your shelf."));
}

/** @param {string} base */
function show(base) {
  const on = new Set(kept(base).items.map(({ id }) => id));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".rc-shelve"))) {
    const { rcId, rcTitle } = button.dataset;
    const saved = String(on.has(rcId ?? ""));
    if (button.dataset.rcSaved === saved) continue;
    button.dataset.rcSaved = saved;
    // Its words say it to the eye; programs that look for a switch find one.
    button.setAttribute("aria-pressed", saved);
    const words = saved === "true" ? gettext("Saved to shelf") : gettext("Save to shelf");
    const shown = button.querySelector("span");
    if (shown) shown.textContent = words;
    else button.setAttribute("aria-label", gettext("%(action)s: %(title)s", { action: words, title: rcTitle ?? "" }));
    button.title = shown ? "" : words;
  }
  const way = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-shelf]"));
  if (!way) return;
  way.hidden = on.size === 0;
  const number = way.querySelector("[data-rc-number]");
  if (number) number.textContent = String(on.size);
}
