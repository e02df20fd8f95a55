/**
 * The library: the columns of the index, taken apart into what lists and filters ask for.
 *
 * The other half is hooks/resource_catalog/search/columns.py.
 */

import { plain } from "./words.js";

/** @typedef {{id: string, label: string, outline?: string, box?: string}} Value */
/** @typedef {{id: string, parameter: string, label: string, values: Value[], of: number[][]}} Filter */
/** @typedef {{kind: string, path: string, context: string, title: string}} Other */

const FIRST_VALUE = 48;

export class Library {
  /** @param {any} columns */
  constructor(columns) {
    /** How many entries there are; their numbers are their places in curated order. */
    this.count = /** @type {number} */ (columns.count);
    /** @type {string[]} */
    this.ids = columns.ids ? columns.ids.split("\n") : [];
    /** @type {string[]} */
    this.titles = columns.titles ? columns.titles.split("\n") : [];
    /** @type {Record<string, string[]>} */
    this.also = columns.also;
    /** @type {string[]} The letters that each shard begins with. */
    this.beginnings = columns.shards ? columns.shards.split(" ") : [];
    /** @type {string[][]} */
    this.synonyms = columns.synonyms;
    /** @type {Filter[]} */
    this.filters = columns.filters.map(filter);
    /** Questions, tasks and pages; their numbers follow those of the entries. @type {Other[]} */
    this.others = columns.others.map(
      (/** @type {string[]} */ [kind, path, context], /** @type {number} */ index) => ({
        kind,
        path,
        context,
        title: this.titles[this.count + index],
      }),
    );
    this.days = numbers(columns.added, 0);
    this.minutes = numbers(columns.minutes, Infinity);
    /** @type {string[]} */
    this.formats = columns.formats.split(",");
    /** @type {string[]} The summaries that have been loaded, by entry. */
    this.summaries = [];
    /** @type {Int32Array | undefined} */
    this._titleOrder = undefined;
    /** @type {Map<string, {titles: number[], also: number[]}> | undefined} */
    this._names = undefined;
  }

  /** @param {string} id */
  filter(id) {
    return this.filters.find((found) => found.id === id);
  }

  /**
   * The labels of an entry's values in a filter; the filter may have been left out.
   * @param {string} id
   * @param {number} entry
   */
  labels(id, entry) {
    const found = this.filter(id);
    return found ? found.of[entry].map((value) => found.values[value].label) : [];
  }

  /**
   * The documents that go by a name, in the form that plain() gives.
   * @param {string} name
   */
  named(name) {
    this._names ??= this._collectNames();
    return this._names.get(name) ?? { titles: [], also: [] };
  }

  _collectNames() {
    /** @type {Map<string, {titles: number[], also: number[]}>} */
    const names = new Map();
    const of = (/** @type {string} */ title) => {
      const name = plain(title);
      let found = names.get(name);
      if (!found) names.set(name, (found = { titles: [], also: [] }));
      return found;
    };
    this.titles.forEach((title, number) => of(title).titles.push(number));
    for (const [number, titles] of Object.entries(this.also)) {
      for (const title of titles) of(title).also.push(Number(number));
    }
    return names;
  }

  /** For each entry its place in the order of titles. */
  get titleOrder() {
    if (!this._titleOrder) {
      const compare = new Intl.Collator(undefined, { ignorePunctuation: true }).compare;
      const order = Array.from({ length: this.count }, (_, number) => number);
      order.sort((a, b) => compare(this.titles[a], this.titles[b]));
      this._titleOrder = new Int32Array(this.count);
      order.forEach((number, place) => {
        /** @type {Int32Array} */ (this._titleOrder)[number] = place;
      });
    }
    return this._titleOrder;
  }
}

/**
 * @param {any} column
 * @returns {Filter}
 */
function filter(column) {
  return {
    id: column.id,
    parameter: column.parameter,
    label: column.label,
    values: column.values.map((/** @type {string[]} */ [id, label, outline, box]) => ({
      id,
      label,
      outline,
      box,
    })),
    of: column.of.split(",").map((/** @type {string} */ values) => {
      const found = new Array(values.length);
      for (let i = 0; i < values.length; i++) found[i] = values.charCodeAt(i) - FIRST_VALUE;
      return found;
    }),
  };
}

/**
 * @param {string} column
 * @param {number} missing
 */
function numbers(column, missing) {
  return column.split(",").map((text) => (text ? Number(text) : missing));
}
