/** Run a search query, and load the parts of the index that it needs. */

import { match } from "./match.js";
import { Query, prepare } from "./query.js";
import { Shards } from "./shards.js";

/** @typedef {import("./library.js").Library} Library */

const SUMMARIES_A_FILE = 250;
const LOAD_ALL_SUMMARIES = 2500;

export class Finder {
  /**
   * @param {Library} library
   * @param {(name: string) => Promise<any>} load
   */
  constructor(library, load) {
    this.library = library;
    this._load = load;
    this._shards = new Shards(library, load);
  }

  /**
   * The documents for a text, best first.
   * @param {string} text
   */
  async find(text) {
    const query = new Query(text, this.library);
    await prepare(query, this._shards);
    return match(query, this.library, this._shards);
  }

  /**
   * Load the summaries of some entries; resolves to whether any were new.
   * @param {number[]} entries
   */
  async summarize(entries) {
    const { summaries } = this.library;
    const missing = entries.filter((entry) => summaries[entry] === undefined);
    const files = new Set(missing.map((entry) => Math.floor(entry / SUMMARIES_A_FILE)));
    await Promise.all([...files].map((file) => this._summaries(file)));
    return files.size > 0;
  }

  /** Load all summaries of a library that is not huge, so that a later choice waits for nothing. */
  async summarizeAll() {
    if (this.library.count > LOAD_ALL_SUMMARIES) return;
    for (let file = 0; file * SUMMARIES_A_FILE < this.library.count; file++) {
      await this._summaries(file);
    }
  }

  /** @param {number} file */
  async _summaries(file) {
    const text = /** @type {string} */ (await this._load(`about-${file}`));
    text.split("\n").forEach((line, index) => {
      const [summary, ...own] = line.split("\t");
      this.library.summaries[file * SUMMARIES_A_FILE + index] = summary;
      this.library.ownValues[file * SUMMARIES_A_FILE + index] = own;
    });
  }
}
