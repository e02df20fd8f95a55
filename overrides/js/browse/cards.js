/**
 * Render entries as cards.
 *
 * Counterpart of cards.py in the Python package and its template parts/card.html; both are tested with
 * tests/pages/cards.yml.
 */

import { highlight } from "../search/words/highlight.js";
import { address, icon, make, marked } from "../shared/elements.js";
import { capitalized, gettext, gettextNoop } from "../shared/messages.js";
import { languageOf } from "../shared/untranslated-texts.js";
import { ownValues } from "./own-field-text.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */

/** @type {Record<string, string>} */
const FORMATS = {
  html: gettextNoop("web page"),
  pdf: gettextNoop("PDF"),
  video: gettextNoop("video"),
  audio: gettextNoop("audio"),
  document: gettextNoop("document"),
  slides: gettextNoop("slides"),
  image: gettextNoop("image"),
};

/**
 * @param {Library} library
 * @param {number} entry
 * @param {string} base
 * @param {string[]} words the words to mark
 */
export function card(library, entry, base, words) {
  const summary = library.summaries[entry];
  const type = library.type(entry);
  const isKnown = summary !== undefined;
  const own = isKnown ? ownValues(library, entry, words) : { facts: [], hits: [] };
  return make(
    "article",
    { class: "rc-card" },
    type.label ? make("p", { class: "rc-card__type" }, icon(type.outline, type.box), type.label) : null,
    make(
      "h3",
      { class: "rc-card__title", dir: "auto", lang: library.languages[entry] ?? languageOf(library.titles[entry]) },
      make(
        "a",
        { class: "rc-card__link", href: address(base, library.path(entry)) },
        ...marked(highlight(library.titles[entry], words)),
      ),
    ),
    summary === "" // there is none, which is known once it has come
      ? null
      : make(
          "p",
          { class: "rc-card__why", dir: "auto", lang: library.untranslated.get(entry) ?? false, "data-rc-why": summary ? false : String(entry) },
          ...(summary ? marked(highlight(summary, words)) : []),
        ),
    ...own.hits,
    make(
      "ul",
      { class: "rc-facts-row", "data-rc-own": !isKnown && library.ownFields.length > 0 ? String(entry) : false },
      ...facts(library, entry).map((f) => make("li", {}, f)),
      ...own.facts,
    ),
  );
}

/**
 * @param {Library} library
 * @param {number} entry
 */
function facts(library, entry) {
  const minutes = library.minutes[entry];
  const access = library.labels("access", entry)[0] ?? "";
  const format = library.formats[entry];
  const link = library.linkOf(entry);
  const opens = opening(library.ids("access", entry)[0], format) || access;
  return [
    library.lengths[entry] ?? (Number.isFinite(minutes) ? duration(minutes) : ""),
    link.gone && opens !== access ? make("s", {}, opens) : opens,
    library.labels("publishers", entry).join(", "),
    library.labels("years", entry)[0] ?? "",
    link.words,
  ].filter(Boolean);
}

/**
 * What a card says of the format, where readers need nothing else to get it, or nobody knows.
 * @param {string | undefined} access
 * @param {string | undefined} format
 */
function opening(access, format) {
  if (!format || (access && access !== "open")) return "";
  const label = gettext(FORMATS[format]);
  return access ? gettext("Open %(format)s", { format: label }) : capitalized(label);
}

/** @param {number} minutes */
function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours} h` : "", rest ? `${rest} min` : ""].filter(Boolean).join(" ");
}
