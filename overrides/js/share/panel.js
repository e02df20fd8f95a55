/**
 * The parts of the sharing panel that need JavaScript: copy, print, and share with an app. Links,
 * e-mail, downloads and the QR code work without.
 */

import { copied } from "../shared/clipboard.js";
import { today } from "../shared/days.js";
import { LONGEST_MAIL } from "../shared/mail.js";
import { gettext } from "../shared/messages.js";

const SAID_MS = 2000;

/**
 * @param {HTMLDetailsElement} panel
 */
export function helpSharing(panel) {
  const page = panel.dataset.rcShare ?? "";
  const field = /** @type {HTMLInputElement} */ (panel.querySelector("#rc-share-link"));
  const mail = /** @type {HTMLAnchorElement} */ (panel.querySelector("[data-rc-mail]"));
  const ready = mail.href;

  if ("rcShareState" in panel.dataset) {
    const update = () => {
      field.value = page + location.search;
      mail.href = ready.replace(encodeURIComponent(page), () => encodeURIComponent(field.value));
      // What is searched for can be long; the link can still be copied.
      mail.hidden = mail.href.length > LONGEST_MAIL;
    };
    // What is chosen in the list changes the address without another page being loaded.
    panel.addEventListener("toggle", update);
    panel.addEventListener("pointerenter", update);
    panel.addEventListener("focusin", update);
    update();
  }
  const news = /** @type {HTMLElement | null} */ (panel.querySelector("[data-rc-news]"));
  if (news) offerNews(news, field);
  /** @type {HTMLElement} */ (panel.querySelector("[data-rc-copy]")).hidden = false;
  for (const button of panel.querySelectorAll("[data-rc-share-copy]")) offerCopy(panel, button);
  for (const input of panel.querySelectorAll("[readonly]")) {
    input.addEventListener("focus", () => /** @type {HTMLInputElement} */ (input).select());
  }
  if (panel.querySelector("[data-rc-print]")) offer(panel, "[data-rc-print]", () => print());
  // Computers have the function too, but their windows for it know few programs.
  if ("share" in navigator && matchMedia("(pointer: coarse)").matches) {
    offer(panel, "[data-rc-send]", () => {
      const text = { title: document.title, url: field.value };
      navigator.share(text).catch(() => {}); // the reader has thought better of it
    });
  }
}

/**
 * The link with a day in it, for readers to choose.
 * @param {HTMLElement} news
 * @param {HTMLInputElement} field with the link as it is
 */
function offerNews(news, field) {
  const day = /** @type {HTMLInputElement} */ (news.querySelector("[type=date]"));
  const link = /** @type {HTMLInputElement} */ (news.querySelector("[readonly]"));
  const update = () => {
    const address = new URL(field.value);
    address.searchParams.set("since", day.value || today());
    link.value = address.href;
  };
  day.value = day.max = today();
  day.addEventListener("input", update);
  // Filters change the address while the panel is open.
  for (const event of ["toggle", "pointerenter", "focusin"]) news.closest(".rc-share")?.addEventListener(event, update);
  update();
  news.hidden = false;
}

/**
 * Show a button that needs a script.
 * @param {Element} panel
 * @param {string} selector of the item it is in
 * @param {() => void} onPress
 */
function offer(panel, selector, onPress) {
  const item = /** @type {HTMLElement} */ (panel.querySelector(selector));
  item.hidden = false;
  item.querySelector("button")?.addEventListener("click", onPress);
}

/**
 * @param {Element} panel
 * @param {Element} element the button beside a field
 */
function offerCopy(panel, element) {
  const button = /** @type {HTMLButtonElement} */ (element);
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (
    document.getElementById(button.dataset.rcShareCopy ?? "")
  );
  const said = panel.querySelector("[data-rc-said]");
  const shown = button.querySelector("[data-rc-label]") ?? button;
  const label = shown.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(field);
    shown.textContent = done ? gettext("Copied") : gettext("Press Ctrl+C");
    if (said) said.textContent = done ? gettext("Copied") : gettext("Selected. Copy it with your keyboard.");
    setTimeout(() => {
      shown.textContent = label;
      if (said) said.textContent = "";
    }, SAID_MS);
  });
}

/**
 * Copy the text of a field; where that is not allowed, it is at least selected.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
async function copy(field) {
  if (await copied(field.value)) return true;
  field.focus();
  field.select();
  return document.execCommand("copy"); // the only way on a page without https
}
