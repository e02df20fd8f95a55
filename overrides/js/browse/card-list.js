/** The list of cards on the browse page, in which cards that are shown again are not made again. */

import { highlight } from "../search/words/highlight.js";
import { make, marked } from "../shared/elements.js";
import { card } from "./cards.js";
import { ownValues } from "./own-field-text.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */

const MOST_KEPT = 240;

export class CardList {
  /**
   * @param {Library} library
   * @param {string} base
   */
  constructor(library, base) {
    this._library = library;
    this._base = base;
    this.element = make("ul", { class: "rc-cards", role: "list" });
    /** The words that are marked. @type {string[]} */
    this._words = [];
    /** Cards with these words marked, by their entries. @type {Map<number, HTMLElement>} */
    this._kept = new Map();
  }

  /**
   * @param {number[]} entries
   * @param {string[]} words the words to mark
   */
  show(entries, words) {
    if (words.join(" ") !== this._words.join(" ") || this._kept.size > MOST_KEPT) this._kept.clear();
    this._words = words;
    arrange(this.element, entries.map((entry) => this._item(entry)));
  }

  /** @param {number} entry */
  _item(entry) {
    const kept = this._kept.get(entry);
    if (kept) return kept;
    const item = make("li", {}, card(this._library, entry, this._base, this._words));
    // A card whose summary has not come is not whole.
    if (this._library.summaries[entry] !== undefined) this._kept.set(entry, item);
    return item;
  }

  /** Fill in what has come meanwhile: summaries, and values of the catalog's own fields. */
  fill() {
    const { summaries } = this._library;
    for (const why of this.element.querySelectorAll("[data-rc-why]")) {
      const summary = summaries[Number(why.getAttribute("data-rc-why"))];
      if (summary === undefined) continue; // another list is there by now, and waits for its own
      why.replaceChildren(...marked(highlight(summary, this._words)));
      why.removeAttribute("data-rc-why");
      if (!summary) why.remove();
    }
    for (const row of this.element.querySelectorAll("[data-rc-own]")) {
      const entry = Number(row.getAttribute("data-rc-own"));
      if (summaries[entry] === undefined) continue;
      const { facts, hits } = ownValues(this._library, entry, this._words);
      row.append(...facts);
      row.before(...hits);
      row.removeAttribute("data-rc-own");
    }
  }
}

/**
 * Make some elements the children of another, and leave alone those that are where they belong.
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} children
 */
export function arrange(parent, children) {
  const wanted = new Set(/** @type {Node[]} */ (children));
  for (const old of [...parent.childNodes]) if (!wanted.has(old)) old.remove();
  children.forEach((child, place) => {
    const there = parent.children[place];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}
