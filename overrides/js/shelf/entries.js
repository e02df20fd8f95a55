/** Look up entries by id, with what the shelf shows and exports of them. */

/**
 * @typedef {object} Known
 * @property {string} title
 * @property {string} [language] of the title, if it is not that of the page
 * @property {string} type
 * @property {string} summary
 * @property {string} [use]
 * @property {string} [duration]
 * @property {number} [minutes]
 * @property {string} [access] nothing where it is not known
 * @property {string} [link] where the thing itself is, unless that is not to be opened
 * @property {string[]} [authors]
 * @property {string[]} [publishers]
 * @property {string} [published]
 * @property {string} page the complete address of its page
 * @property {string} [path] where its page is on this site, if not among the resources
 * @property {string} [retired] why it is no longer recommended
 * @property {string} [instead] the id of what replaced it
 * @property {string} bibtex
 * @property {string} ris
 * @property {object} csl
 * @property {import("../shared/untranslated-texts.js").Source} [source]
 */

import { noteSource } from "../shared/untranslated-texts.js";

/** @typedef {{id: string, known: Known | null}} Found */

export class Entries {
  /**
   * @param {(name: string, source: string) => Promise<any>} load
   * @param {string} base
   * @param {number} parts
   */
  constructor(load, base, parts) {
    this._load = load;
    this._base = base;
    this._parts = parts;
  }

  /**
   * An entry under the id that it has now; null when nobody ever heard of it.
   * @param {string} id
   * @returns {Promise<Found>}
   */
  async find(id) {
    const part = partOf(id, this._parts);
    const entries = await this._load(`shelf-${part}`, `${this._base}shelf/part-${part}.js`);
    const found = Object.hasOwn(entries, id) ? entries[id] : null;
    noteSource(found?.source);
    return found?.now ? this.find(found.now) : { id, known: found };
  }
}

/**
 * The part in which an id stands; the same as part_of() in exports/shelf_data.py.
 * @param {string} id
 * @param {number} parts
 */
function partOf(id, parts) {
  let found = 0;
  for (const character of id) found = (found * 31 + character.charCodeAt(0)) % 65521;
  return found % parts;
}
