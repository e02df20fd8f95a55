/**
 * Look up terms in the shards of the index: sorted files, loaded on demand.
 *
 * Counterpart of site/search/shards.py in the Python package; both are tested with tests/site/shards.yml.
 */

import { WEIGHTS } from "../ranking/weights.js";
import { areKin, root, twins } from "../words/words.js";
import { shardsOf } from "./shard-range.js";
import { distance, forgivenSlips, qualityWith } from "./typos.js";

/** @typedef {import("./search-index.js").Library} Library */
/** @typedef {Map<string, string>} Shard  Terms with their postings, not yet taken apart. */
/** @typedef {{term: string, quality: number}} Hit */
/** @typedef {{hits: Hit[], sure: boolean}} Found  Not sure when it is a guess at what was meant. */

export class Shards {
  /**
   * @param {Library} library
   * @param {(name: string) => Promise<any>} load
   */
  constructor(library, load) {
    this._load = load;
    this._library = library;
    /** @type {Map<number, Shard>} */
    this._loaded = new Map();
    /** @type {Map<string, Uint32Array>} */
    this._postings = new Map();
  }

  /**
   * Load what a typed term needs. Resolves at once when it is there.
   * @param {string} typed
   * @param {boolean} forgive whether slips in it are to be forgiven
   */
  async prepare(typed, forgive) {
    const missing = () => this._missing(typed, forgive);
    for (let next = missing(); next.length; next = missing()) {
      await Promise.all(next.map((number) => this._fetch(number)));
    }
  }

  /**
   * The index's terms that a typed term stands for; slips are forgiven only when nothing else fits.
   * @param {string} typed
   * @param {boolean} unfinished whether the reader may still be typing it
   * @param {boolean} forgive
   * @returns {Found}
   */
  find(typed, unfinished, forgive) {
    const own = this._own(typed);
    const exact = this._beginning(own, typed, unfinished);
    if (exact.length || !forgive) return { hits: exact, sure: true };
    const near = this._near(own, typed, unfinished);
    const hits = near.length ? near : this._near(this._slips(typed), typed, unfinished);
    return { hits, sure: hits.some(({ quality }) => quality >= WEIGHTS.sureTypo) };
  }

  /**
   * The documents of a term as pairs of number and weight.
   * @param {string} term
   * @returns {Uint32Array}
   */
  postings(term) {
    let found = this._postings.get(term);
    if (!found) {
      const shard = this._own(term).map((number) => this._loaded.get(number)).find((s) => s?.has(term));
      found = decode(shard?.get(term) ?? "");
      this._postings.set(term, found);
    }
    return found;
  }

  /**
   * @param {number[]} shards
   * @returns {string[]}
   */
  _terms(shards) {
    return shards.flatMap((number) => [...(this._loaded.get(number)?.keys() ?? [])]);
  }

  /**
   * Terms that are what was typed, share its root, or begin with it.
   * @param {number[]} shards
   * @param {string} typed
   * @param {boolean} unfinished
   */
  _beginning(shards, typed, unfinished) {
    /** @type {Hit[]} */
    const hits = [];
    const own = root(typed).replace(/e$/, "");
    const hasKin = typed.length > 2;
    const others = twins(typed);
    const begun = unfinished ? WEIGHTS.unfinished : typed.length > 3 ? WEIGHTS.prefix : 0;
    for (const term of this._terms(shards)) {
      if (term === typed) hits.push({ term, quality: 1 });
      else if (others.includes(term)) hits.push({ term, quality: WEIGHTS.sameRoot });
      else if (hasKin && term.startsWith(own) && areKin(typed, term)) hits.push({ term, quality: WEIGHTS.sameRoot });
      else if (begun && term.startsWith(typed)) {
        hits.push({ term, quality: begun * Math.sqrt(typed.length / term.length) });
      }
    }
    return hits;
  }

  /**
   * Terms that differ from what was typed by a slip or two, and the kin of those.
   * @param {number[]} shards
   * @param {string} typed
   * @param {boolean} unfinished
   */
  _near(shards, typed, unfinished) {
    /** @type {Map<string, number>} */
    const near = new Map();
    const limit = forgivenSlips(typed);
    if (!limit) return [];
    // A shard holds strangers too, at whose first letter nobody's finger slips.
    const terms = this._terms(shards).filter(([first]) => first === typed[0] || first === typed[1]);
    for (const term of terms) {
      const whole = distance(typed, term, limit, true);
      if (whole <= limit) near.set(term, qualityWith(whole, typed));
      else if (unfinished && typed.length > 5) {
        const part = distance(typed, term, limit, false);
        if (part <= limit) near.set(term, WEIGHTS.unfinishedTypo * qualityWith(part, typed));
      }
    }
    for (const [term, found] of [...near]) {
      const own = root(term).replace(/e$/, "");
      const kin = terms.filter((t) => !near.has(t) && t.startsWith(own) && areKin(term, t));
      for (const other of kin) near.set(other, WEIGHTS.sameRoot * found);
    }
    return [...near].map(([term, found]) => ({ term, quality: found }));
  }

  /**
   * The shards in which a term and its kin and twins stand.
   * @param {string} term
   * @returns {number[]}
   */
  _own(term) {
    return shardsOf(() => [term, ...twins(term)], term, this._library.beginnings);
  }

  /**
   * The shards in which a term stands whose first letters were typed with a likely slip: two
   * swapped, one left out, one too many.
   * @param {string} typed
   */
  _slips(typed) {
    if (typed.length < 4) return [];
    const [a, b, c, d] = typed;
    const slips = [b + a + c, b + c + d, a + c + d, a + c + b, a + b + d, a + a + b];
    return [...new Set(slips.flatMap((slip) => this._own(slip)))];
  }

  /**
   * What must be loaded next for a typed term: its own shards, then, when those have nothing, others.
   * @param {string} typed
   * @param {boolean} forgive
   */
  _missing(typed, forgive) {
    const unloaded = (/** @type {number[]} */ shards) =>
      shards.filter((number) => !this._loaded.has(number));
    const own = this._own(typed);
    const missing = unloaded(own);
    if (missing.length || !forgive) return missing;
    const found = this._beginning(own, typed, true).length || this._near(own, typed, true).length;
    return found ? [] : unloaded(this._slips(typed));
  }

  /** @param {number} number */
  async _fetch(number) {
    const text = /** @type {string} */ (await this._load(String(number)));
    /** @type {Shard} */
    const shard = new Map();
    for (const line of text.split("\n")) {
      const space = line.indexOf(" ");
      shard.set(line.slice(0, space), line.slice(space + 1));
    }
    this._loaded.set(number, shard);
  }
}

/**
 * @param {string} text
 * @returns {Uint32Array}
 */
function decode(text) {
  const found = [];
  let number = 0;
  let step = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97) step = step * 36 + code - 87;
    else if (code >= 65) {
      number += step;
      found.push(number, code - 64);
      step = 0;
    } else step = step * 36 + code - 48;
  }
  return Uint32Array.from(found);
}
