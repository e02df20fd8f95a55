/**
 * Decode the columns of the index, for lists and filters.
 *
 * site/search/index_columns.py in the Python package writes them.
 */

import { noteSource } from "../../shared/untranslated-texts.js";
import { plain } from "../words/tokenizer.js";
import { isStopWord, slugWords } from "../words/words.js";
import { FIRST_VALUE, filter, numbers } from "./index-columns.js";

/** @typedef {import("./index-columns.js").Filter} Filter */
/** @typedef {import("./index-columns.js").Value} Value */
/** @typedef {{kind: string, path: string, context: string}} Other */
/** @typedef {{label: string, outline: string, box: string}} Type */
/** @typedef {[path: string, title: string]} PageLink */

/** A name, and another in brackets. */
const ACRONYM = /^([^(]+)\(([^()]+)\)$/;

export class Library {
  constructor() {
    /** How many entries there are; their numbers are their places in curated order. */
    this.count = 0;
    /** Titles by document, as far as they have been loaded. @type {string[]} */
    this.titles = [];
    /** @type {string[]} */
    this._ids = [];
    /** Other titles, by document; likewise. @type {string[][]} */
    this.also = [];
    /** The languages of entries in another than the page. @type {Record<string, string>} */
    this.languages = {};
    /** The entries that the catalog puts forward. @type {number[]} */
    this.featured = [];
    /** The entries that are tools of this site. @type {Set<number>} */
    this._tools = new Set();
    /** The entries whose link leads nowhere, or that have none. @type {number[]} */
    this.closed = [];
    /** Titles in the form that plain() gives, as far as they were needed. @type {string[]} */
    this._plainTitles = [];
    /** Titles that are two names, such as European Nucleotide Archive (ENA). @type {Map<number, string[]>} */
    this._twoNames = new Map();
    /** @type {string[]} The letters that each shard begins with. */
    this.beginnings = [];
    /** @type {string[]} The letters that each file begins with that has the titles a term likely needs. */
    this.likelyBeginnings = [];
    /** @type {string[][]} */
    this.synonyms = [];
    /** @type {Type[]} */
    this._types = [];
    this._typeOf = "";
    /** Questions, tasks and pages; their numbers follow those of the entries. @type {Other[]} */
    this.others = [];
    /** Pages to begin with, below their headings. @type {[heading: string, pages: PageLink[]][]} */
    this.begin = [];
    /** Pages that list what there is, for when nothing is found. @type {PageLink[]} */
    this.goOn = [];
    /** The languages of summaries that nobody has translated, by entry. @type {Map<number, string>} */
    this.untranslated = new Map();
    /** @type {string[]} The summaries that have been loaded, by entry. */
    this.summaries = [];
    /** What came with them: values of the catalog's own fields, in the order of ownFields. @type {string[][]} */
    this.ownValues = [];
    /** The catalog's own fields that lists may show. @type {{label: string, onCards: boolean}[]} */
    this.ownFields = [];
    /** @type {Filter[]} */
    this.filters = [];
    /** What cards show though it is no filter, since all have the same. @type {Filter[]} */
    this._onCards = [];
    /** @type {number[]} */
    this.days = [];
    /** @type {number[]} */
    this.minutes = [];
    /** Durations that are not written as their minutes, by entry. @type {Record<string, string>} */
    this.lengths = {};
    /** Orders by fields of the catalog's own. @type {Map<string, {label: string, ranks: number[]}>} */
    this.orders = new Map();
    /** @type {string[]} */
    this.formats = [];
    /** What the order of the list is called, if it is not one to read; nothing if it is by title. @type {string | undefined} */
    this.order = undefined;
    /** What is said of links, in a few phrases. @type {{words: string[], gone: number[], of: string} | null} */
    this._links = null;
    /** @type {Int32Array | undefined} */
    this._titleOrder = undefined;
  }

  /**
   * Add the columns that a search and its results need; titles are among them where there are few.
   * @param {any} names
   * @param {[string, string]} beginnings what each shard begins with, and each file of likely titles
   */
  addNames(names, [shards, likely]) {
    noteSource(names.source);
    this.count = names.count;
    this._ids = names.ids.split("\n");
    this.languages = names.languages ?? {};
    this.featured = names.featured;
    this._tools = new Set(names.tools ?? []);
    this.closed = names.closed;
    this.beginnings = shards ? shards.split(" ") : [];
    this.likelyBeginnings = likely ? likely.split(" ") : [];
    this.synonyms = names.synonyms;
    this._types = names.types.map((/** @type {string[]} */ [label, outline, box]) => ({
      label,
      outline,
      box,
    }));
    this._typeOf = names.typeOf;
    this.others = names.others.map((/** @type {string[]} */ [kind, path, context]) => ({ kind, path, context }));
    /** @type {string[]} */ (names.titles?.split("\n") ?? []).forEach((line, number) => this.addTitle(number, line));
    this.begin = names.begin ?? [];
    this.goOn = names.goOn ?? [];
  }

  /**
   * Add the title of a document, and the others that it goes by.
   * @param {number} number
   * @param {string} line
   */
  addTitle(number, line) {
    if (this.titles[number] !== undefined) return;
    const [title, ...also] = line.split("\t");
    this.titles[number] = title;
    if (also.length) this.also[number] = also;
    const both = title.endsWith(")") && ACRONYM.exec(title)?.slice(1);
    if (both) this._twoNames.set(number, both);
  }

  /** How many documents there are: entries and others. */
  get total() {
    return this.count + this.others.length;
  }

  /**
   * Add the columns that filters and cards need; filters need no others.
   * @param {any} facets
   */
  addFacets(facets) {
    noteSource(facets.source);
    this.untranslated = new Map(
      (facets.untranslated ?? []).map((/** @type {number} */ entry) => [entry, facets.source.language]),
    );
    this.count = facets.count;
    this.filters = facets.filters.map(filter);
    this._onCards = (facets.onCards ?? []).map(filter);
    this.days = numbers(facets.added, 0);
    this.minutes = numbers(facets.minutes, Infinity);
    this.lengths = facets.lengths ?? {};
    for (const { id, label, ranks } of facets.orders ?? []) {
      this.orders.set(id, { label, ranks: numbers(ranks, Infinity) });
    }
    this.ownFields = (facets.own ?? []).map((/** @type {[string, number]} */ [label, onCards]) => ({
      label,
      onCards: onCards === 1,
    }));
    this.formats = facets.formats.split(",");
    this._links = facets.links;
    this.order = facets.order;
  }

  /** @param {number} entry */
  type(entry) {
    return this._types[this._typeOf.charCodeAt(entry) - FIRST_VALUE];
  }

  /**
   * The id of an entry whose title has been loaded, of which only what that does not tell is kept: see short_id().
   * @param {number} entry
   */
  id(entry) {
    const short = this._ids[entry];
    if (short.startsWith("=")) return short.slice(1);
    const words = slugWords(this.titles[entry]);
    const leftOut = new Set([...short].map((digit) => parseInt(digit, 36)));
    const kept = short
      ? words.filter((_, place) => !leftOut.has(place))
      : words.filter((word) => !isStopWord(word));
    return kept.join("-");
  }

  /**
   * Where the page of an entry is, from the root of the site.
   * @param {number} entry
   */
  path(entry) {
    return `${this._tools.has(entry) ? "tools" : "resources"}/${this.id(entry)}/`;
  }

  /** @param {string} id */
  filter(id) {
    return this.filters.find((found) => found.id === id);
  }

  /** @param {string} id */
  _valuesOf(id) {
    return this.filter(id) ?? this._onCards.find((found) => found.id === id);
  }

  /**
   * The labels of an entry's values in a filter, or in what only cards show; it may be neither.
   * @param {string} id
   * @param {number} entry
   */
  labels(id, entry) {
    const found = this._valuesOf(id);
    return found ? found.of[entry].map((value) => found.values[value].label) : [];
  }

  /**
   * The ids of the same values.
   * @param {string} id
   * @param {number} entry
   */
  ids(id, entry) {
    const found = this._valuesOf(id);
    return found ? found.of[entry].map((value) => found.values[value].id) : [];
  }

  /**
   * Which of some documents go by a name, in the form that plain() gives, as title or other title. Those whose title
   * has not been loaded do not: each title is among those that one of its words likely needs.
   * @param {string} name
   * @param {number[]} numbers
   */
  named(name, numbers) {
    // Most titles are told apart by their length, which is far quicker than taking them apart.
    const mayBe = (/** @type {string} */ title) =>
      2 * title.length >= name.length && title.length <= 2 * name.length + 8;
    const is = (/** @type {string} */ title) => mayBe(title) && plain(title) === name;
    return {
      titles: numbers.filter(
        (number) => mayBe(this.titles[number] ?? "") && this._plainTitle(number) === name,
      ),
      also: numbers.filter(
        (number) => this.also[number]?.some(is) || this._twoNames.get(number)?.some(is),
      ),
    };
  }

  /**
   * The documents that have some words in their title, one after the other; all titles have been loaded.
   * @param {string} phrase in the form that plain() gives
   */
  titled(phrase) {
    return [...this.titles.keys()].filter((number) =>
      ` ${this._plainTitle(number)} `.includes(` ${phrase} `),
    );
  }

  /** @param {number} number */
  _plainTitle(number) {
    return (this._plainTitles[number] ??= plain(this.titles[number]));
  }

  /**
   * What is known of the link of an entry: in words, and whether it is gone.
   * @param {number} entry
   */
  linkOf(entry) {
    if (!this._links) return { words: "", gone: false };
    const phrase = this._links.of.charCodeAt(entry) - FIRST_VALUE;
    return { words: this._links.words[phrase], gone: this._links.gone[phrase] === 1 };
  }

  /**
   * For each entry its place in the order of titles, which is that of title_order.py; all titles have
   * been loaded.
   */
  get titleOrder() {
    if (!this._titleOrder) {
      const keys = Array.from({ length: this.count }, (_, number) =>
        [lookedUp(this.titles[number]), this.id(number)].join("\n"),
      );
      const order = [...keys.keys()].sort((a, b) => (keys[a] < keys[b] ? -1 : 1));
      this._titleOrder = new Int32Array(this.count);
      order.forEach((number, place) => {
        /** @type {Int32Array} */ (this._titleOrder)[number] = place;
      });
    }
    return this._titleOrder;
  }
}

/**
 * A title as a reader looks it up, whatever its case, accents and quotes.
 * @param {string} title
 */
function lookedUp(title) {
  return title.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N} ]/gu, "").trim();
}
