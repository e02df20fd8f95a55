/** Look up whether a title, URL or id is already in the library. */

import { probableKey, sameAddressKey } from "./addresses/urls.js";
import { titleKey } from "./input/title-matching.js";

/** @typedef {{id: string, title: string, also_known_as: string[], aliases: string[], links: {url: string, role: string}[]}} Entry */

/** How much of two titles must be the same words for them to be alike. */
const ALIKE = 0.75;
const MOST_ALIKE = 3;

export class Known {
  /** @param {Entry[]} entries those of data/catalog.json */
  constructor(entries) {
    /** @type {Map<string, Entry>} */
    this._titles = new Map();
    /** @type {Map<string, Entry>} */
    this._addresses = new Map();
    /** @type {Map<string, Entry>} */
    this._probable = new Map();
    /** @type {Map<string, Entry>} */
    this._names = new Map();
    /** @type {{entry: Entry, words: Set<string>}[]} */
    this._words = [];
    for (const entry of entries) {
      for (const title of [entry.title, ...entry.also_known_as]) {
        const key = titleKey(title);
        this._titles.set(key, entry);
        this._words.push({ entry, words: new Set(key.split(" ")) });
      }
      for (const link of entry.links) {
        if (link.role === "landing") continue;
        this._addresses.set(sameAddressKey(link.url), entry);
        if (probableKey(link.url)) this._probable.set(probableKey(link.url), entry);
      }
      for (const name of [entry.id, ...entry.aliases]) this._names.set(name, entry);
    }
  }

  /** @param {string} title */
  titled(title) {
    return this._titles.get(titleKey(title));
  }

  /** @param {string} url */
  at(url) {
    return this._addresses.get(sameAddressKey(url));
  }

  /**
   * The entry that probably shows the same, such as one document to read and to copy.
   * @param {string} url
   */
  nearly(url) {
    return this._probable.get(probableKey(url));
  }

  /** @param {string} name */
  named(name) {
    return this._names.get(name);
  }

  /**
   * The entries whose titles are much like one, most like first.
   * @param {string} title
   */
  alike(title) {
    const wanted = new Set(titleKey(title).split(" "));
    if (wanted.size < 2) return [];
    /** @type {Map<Entry, number>} */
    const found = new Map();
    for (const { entry, words } of this._words) {
      const common = [...wanted].filter((word) => words.has(word)).length;
      const share = (2 * common) / (wanted.size + words.size);
      if (share >= ALIKE) found.set(entry, Math.max(share, found.get(entry) ?? 0));
    }
    const entries = [...found].sort(([, one], [, other]) => other - one).map(([entry]) => entry);
    return entries.slice(0, MOST_ALIKE);
  }
}

/**
 * Whether an answer with this title supplies the link that a known entry lacks.
 * @param {Entry} entry
 * @param {string} title
 */
export function isCompletion(entry, title) {
  return !entry.links.length && titleKey(entry.title) === titleKey(title);
}
