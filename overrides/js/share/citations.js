/**
 * Citations: buttons that copy one, and reference files with a single resource.
 *
 * Without JavaScript the citations can be read, and the links lead to files with every resource.
 */

import { announce } from "../shared/announce.js";
import { copied } from "../shared/clipboard.js";
import { base, load } from "../shared/loading/loader.js";
import { gettext } from "../shared/messages.js";

/** @typedef {import("../shelf/entries.js").Known} Known */

/** @type {Record<string, {kind: string, write: (known: Known) => string}>} */
const FILES = {
  bib: { kind: "application/x-bibtex", write: (known) => known.bibtex },
  ris: { kind: "application/x-research-info-systems", write: (known) => known.ris },
  "csl.json": { kind: "application/json", write: (known) => JSON.stringify([known.csl]) },
};

/** Make ready for those who open the part on citing. */
export function offerCitations() {
  addEventListener("DOMContentLoaded", () => {
    const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-cite]"));
    if (!place) return;
    if (navigator.clipboard) place.querySelectorAll("h3").forEach(offerCopy);
    place.addEventListener("toggle", () => offerFiles(place).catch(() => {}), { once: true });
  });
}

/** @param {HTMLElement} name of a style, whose line comes next */
function offerCopy(name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "rc-cite__copy";
  const style = document.createElement("span");
  style.className = "rc-hidden";
  style.textContent = gettext(" as %(style)s", { style: name.textContent ?? "" });
  button.append(gettext("Copy"), style);
  button.addEventListener("click", () => copy(button, name));
  name.parentElement?.append(button);
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} name
 */
async function copy(button, name) {
  const line = /** @type {HTMLElement} */ (name.nextElementSibling);
  const before = [...button.childNodes];
  const said = (await copied(line.innerText.trim())) ? gettext("Copied") : gettext("Could not copy");
  button.textContent = said;
  announce(said);
  setTimeout(() => button.replaceChildren(...before), 2000);
}

/**
 * What is known of an entry for the shelf has its references too.
 * @param {HTMLElement} place
 */
async function offerFiles(place) {
  const { rcCite } = place.dataset;
  const entry = /** @type {HTMLElement} */ (document.querySelector("[data-rc-entry]"));
  const id = entry.dataset.rcEntry ?? "";
  const known = (await load(`shelf-${rcCite}`, `${base}shelf/part-${rcCite}.js`))[id];
  const files = /** @type {HTMLElement} */ (place.querySelector(".rc-cite__files"));
  for (const link of files.querySelectorAll("a")) {
    const ending = link.pathname.replace(/^.*\/catalog\./, "");
    const { kind, write } = FILES[ending];
    link.href = `data:${kind};charset=utf-8,${encodeURIComponent(write(known))}`;
    link.download = `${id}.${ending}`;
  }
  if (files.firstChild) files.firstChild.textContent = gettext("For reference managers: ");
}
