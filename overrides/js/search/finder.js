/** Run a search query, and load the parts of the index that it needs. */

import { likelyFiles } from "./index/shard-range.js";
import { Shards } from "./index/shards.js";
import { Query, prepare } from "./query.js";
import { match } from "./ranking/ranking.js";

/** @typedef {import("./index/search-index.js").Library} Library */

const SUMMARIES_A_FILE = 250;
const TITLES_A_FILE = 250;
const LOAD_ALL = 2500;
const MOST_LIKELY = 3;

export class Finder {
  /**
   * @param {Library} library
   * @param {(name: string) => Promise<any>} load
   */
  constructor(library, load) {
    this.library = library;
    this._load = load;
    this._shards = new Shards(library, load);
    /** The files of likely titles that have been loaded. @type {Set<number>} */
    this._likely = new Set();
    /** Whether all titles are there or on their way. */
    this._wantsAll = false;
    this._hasAll = false;
  }

  /**
   * The documents for a text, best first.
   * @param {string} text
   */
  async find(text) {
    const query = new Query(text, this.library);
    await Promise.all([prepare(query, this._shards), this._prepareTitles(query)]);
    return match(query, this.library, this._shards);
  }

  /**
   * Load the titles without which a query cannot be answered: those that may be what was typed. Others that come with
   * them are likely to be shown. Words that are too common for the index stand in titles alone.
   * @param {Query} query
   */
  async _prepareTitles(query) {
    if (query.isCommon || this._wantsAll) return this.loadTitles();
    const files = [...query.asked.keys()].map((term) => likelyFiles(term, this.library.likelyBeginnings));
    // One or two letters can be the beginning of very many words.
    if (this.isSmall && files.some((of) => of.length > MOST_LIKELY)) return this.loadTitles();
    await this._loadLikely(files.flatMap((of) => of.slice(0, MOST_LIKELY)));
  }

  /** @param {number[]} files */
  async _loadLikely(files) {
    const missing = [...new Set(files)].filter((file) => !this._likely.has(file));
    await Promise.all(missing.map((file) => this._loadLikelyFile(file)));
  }

  /** @param {number} file */
  async _loadLikelyFile(file) {
    const text = /** @type {string} */ (await this._load(`likely-${file}`));
    let document = 0;
    for (const line of text.split("\n")) {
      const space = line.indexOf(" ");
      document += Number(line.slice(0, space));
      this.library.addTitle(document, line.slice(space + 1));
    }
    this._likely.add(file);
  }

  /**
   * Load the titles of some documents, or of all.
   * @param {Iterable<number>} [documents]
   */
  async loadTitles(documents) {
    // With each key, thousands need not be looked through.
    if (this._hasAll) return;
    const { titles, total } = this.library;
    this._wantsAll ||= !documents;
    const missing = [...(documents ?? Array(total).keys())].filter((number) => titles[number] === undefined);
    const files = new Set(missing.map((number) => Math.floor(number / TITLES_A_FILE)));
    try {
      await Promise.all([...files].map((file) => this._titles(file)));
    } catch (error) {
      this._wantsAll = false;
      throw error;
    }
    this._hasAll ||= !documents;
  }

  /** The files of titles that there are for the entries; with few documents, titles are among the names. */
  titleFiles() {
    const { count } = this.library;
    const files = count > TITLES_A_FILE ? Math.ceil(count / TITLES_A_FILE) : 0;
    return Array.from({ length: files }, (_, file) => `titles-${file}`);
  }

  /** Begin to load all titles of a library that is not huge, for whoever will need many. */
  wantTitles() {
    // What needs them asks again.
    if (this.isSmall) this.loadTitles().catch(() => {});
  }

  /** @param {number} file */
  async _titles(file) {
    const text = /** @type {string} */ (await this._load(`titles-${file}`));
    text.split("\n").forEach((line, index) => this.library.addTitle(file * TITLES_A_FILE + index, line));
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

  /** Whether the library is not so huge that its texts are better left where they are until they are shown. */
  get isSmall() {
    return this.library.count <= LOAD_ALL;
  }

  /** Load all titles and summaries of a library that is not huge, so that a later choice waits for nothing. */
  async loadAll() {
    if (!this.isSmall) return;
    await this.loadTitles();
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
