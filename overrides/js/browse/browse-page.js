/** The browse page: search, filters and sorting of the whole library, with its state in the URL. */

import { copied } from "../shared/clipboard.js";
import { gettext } from "../shared/messages.js";
import { withSince } from "../shared/since-parameter.js";
import { CardList, arrange } from "./card-list.js";
import { narrow } from "./faceted-filter.js";
import { Sheet } from "./filter-sheet.js";
import { FilterForm } from "./filters.js";
import { choose, nothing, otherList } from "./other-results.js";
import { pager } from "./pager.js";
import { letGoText, unknownText } from "./search-notices.js";
import { offeredAs, orderOf, sorted } from "./sort-orders.js";
import { Toolbar } from "./toolbar.js";
import { noWish, read, write } from "./url-state.js";

/** @typedef {import("../search/finder.js").Finder} Finder */
/** @typedef {import("./faceted-filter.js").Narrowed} Narrowed */
/** @typedef {import("../search/ranking/ranking.js").Matches} Matches */

const GLANCE_MS = 250;
const TYPING_PAUSE_MS = 1000;
const INTENT = ["pointerenter", "focusin", "change"];

export class BrowsePage {
  /**
   * @param {HTMLElement} root
   * @param {import("../search/index/search-index.js").Library} library with what filters need
   * @param {() => Promise<Finder>} loadFinder loads the rest
   * @param {string} base
   */
  constructor(root, library, loadFinder, base) {
    this._library = library;
    this._loadFinder = loadFinder;
    this._base = base;
    this._wish = noWish();
    /** What was in the address and is not in the library. @type {string[]} */
    this._unknown = [];
    /** The last state that "back" leads to. */
    this._remembered = location.search;
    /** What finds words and has the titles, once it is needed. @type {Finder | undefined} */
    this._finder = undefined;
    /** Whether the list that came with the page still stands. */
    this._untouched = true;
    this._cards = new CardList(library, base);
    this._results = /** @type {HTMLElement} */ (root.querySelector("[data-rc-results]"));
    this._form = new FilterForm(this._library, (filter, values) => this._choose(filter, values));
    this._toolbar = new Toolbar(this._library, {
      onText: (text) => this._type(text),
      onSort: (sort) => this._change({ sort }),
      onRemove: (filter, value) => this._loosen(filter, value),
      onClear: () => this._clear(),
      onCopy: () => this._copyLink(),
    });
    const side = /** @type {HTMLElement} */ (root.querySelector("[data-rc-facets]"));
    const { order, bar, elements } = this._toolbar;
    this._sheet = new Sheet(this._form.element, side, order, bar, () => this._focusList());
    side.before(...elements);
    root.append(this._sheet.element);
    this._loadOnIntent(this._form.element, this._toolbar.input);
  }

  /** Show what the address asks for, and follow it from now on. */
  async start() {
    addEventListener("popstate", () => this._restore());
    await this._restore();
  }

  /**
   * Load names and summaries once a reader is about to search or to choose: who only looks at the list
   * needs neither.
   * @param {HTMLElement[]} fields
   */
  _loadOnIntent(...fields) {
    const loadOnce = () => {
      for (const field of fields) {
        for (const event of INTENT) field.removeEventListener(event, loadOnce);
      }
      this._loadFinder()
        .then((finder) => finder.loadAll())
        .catch(() => {});
    };
    for (const field of fields) {
      for (const event of INTENT) field.addEventListener(event, loadOnce);
    }
  }

  /** Take the wish from the address. */
  async _restore() {
    this._stopWaiting();
    const { wish, unknown } = read(location.search, this._library);
    this._wish = wish;
    this._unknown = unknown;
    this._remembered = location.search;
    this._toolbar.input.value = wish.text;
    await this._show();
  }

  /** Resolves to whether nothing else was chosen meanwhile. @param {Partial<import("./url-state.js").Wish>} changes */
  async _change(changes) {
    this._stopWaiting();
    this._wish = { ...this._wish, page: 1, ...changes };
    this._unknown = [];
    this._remember(true);
    return this._show();
  }

  /** @param {string} text */
  _type(text) {
    this._stopWaiting();
    this._wish = { ...this._wish, page: 1, text, sort: "" };
    this._unknown = [];
    this._show();
    // To write the address is slow, so it waits for a glance at what came; each longer pause is a
    // state to come back to, and each letter is not.
    this._glance = setTimeout(() => this._remember(false), GLANCE_MS);
    this._pause = setTimeout(() => this._remember(true), TYPING_PAUSE_MS);
  }

  _stopWaiting() {
    clearTimeout(this._glance);
    clearTimeout(this._pause);
  }

  /**
   * @param {string} filter
   * @param {string[]} values
   */
  async _choose(filter, values) {
    const chosen = new Map(this._wish.chosen);
    if (values.length) chosen.set(filter, values);
    else chosen.delete(filter);
    return this._change({ chosen });
  }

  /**
   * @param {string} filter
   * @param {string} [value] all of the filter's when left out
   */
  async _loosen(filter, value) {
    const values = this._wish.chosen.get(filter) ?? [];
    if (await this._choose(filter, value ? values.filter((id) => id !== value) : [])) this._toolbar.focusNear();
  }

  async _clear() {
    this._toolbar.input.value = "";
    if (await this._change(noWish())) this._toolbar.focusNear();
  }

  /**
   * The query string of a wish, with the day since which the reader wants the news.
   * @param {import("./url-state.js").Wish} wish
   */
  _searchOf(wish) {
    return withSince(write(wish, this._library), location.search);
  }

  /** @param {boolean} step whether "back" should lead to what was before */
  _remember(step) {
    const search = this._searchOf(this._wish);
    try {
      if (!step) history.replaceState(null, "", search || location.pathname);
      else if (search !== this._remembered) {
        // The letters typed since the last state have replaced it: put it back, then go on.
        history.replaceState(null, "", this._remembered || location.pathname);
        history.pushState(null, "", search || location.pathname);
        this._remembered = search;
      }
    } catch {
      // A page opened from disk may not be allowed to change its address.
    }
  }

  async _show() {
    const wish = this._wish;
    this._results.setAttribute("aria-busy", "true");
    const entries = await this._showList(wish);
    if (wish === this._wish) this._results.removeAttribute("aria-busy");
    if (entries && (await this._finder?.summarize(entries).catch(() => false))) this._cards.fill();
    return wish === this._wish;
  }

  /**
   * Show what a wish finds; gives the entries on cards, whose summaries may still have to come.
   * @param {import("./url-state.js").Wish} wish
   */
  async _showList(wish) {
    const isPlain = this._untouched && !write(wish, this._library);
    const text = wish.text.trim();
    const found = text ? await this._loaded(wish, (finder) => finder.find(text)) : null;
    if (found === undefined) return undefined;
    const { count } = this._library;
    const entries = found
      ? found.numbers.filter((number) => number < count)
      : Array.from({ length: count }, (_, number) => number);
    const narrowed = narrow(this._library, entries, wish.chosen);
    const number = narrowed.passing.length;
    const order = orderOf(wish);
    this._form.update(wish.chosen, narrowed.counts);
    this._toolbar.update(wish, offeredAs(this._library, order), number);
    this._toolbar.announce(unknownText(this._unknown) || letGoText(found));
    this._sheet.update([...wish.chosen.values()].flat().length, number);
    if (isPlain) return undefined; // the list that came with the page
    const shown = await this._loaded(wish, (finder) => this._listed(finder, narrowed.passing, order, found));
    if (shown) this._showResults(shown, narrowed, found);
    return shown?.entries;
  }

  /**
   * What is shown of a list, once its titles have been loaded.
   * @param {Finder} finder
   * @param {number[]} passing
   * @param {string} order
   * @param {Matches | null} found
   */
  async _listed(finder, passing, order, found) {
    if (order === "title" || finder.isSmall) await finder.loadTitles();
    const shown = choose(this._library, sorted(this._library, passing, order), this._wish.page, found);
    await finder.loadTitles([...shown.entries, ...shown.situations, ...shown.others]);
    return shown;
  }

  /**
   * What the finder gives for a wish, or undefined: when it could not be loaded, which is said, or when
   * the reader has typed on or chosen something meanwhile.
   * @template T
   * @param {import("./url-state.js").Wish} wish
   * @param {(finder: Finder) => Promise<T>} ask
   * @returns {Promise<T | undefined>}
   */
  async _loaded(wish, ask) {
    try {
      if (!this._finder) {
        this._finder = await this._loadFinder();
        this._finder.wantTitles(); // beside what the words need
      }
      const given = await ask(this._finder);
      return wish === this._wish ? given : undefined;
    } catch {
      if (wish === this._wish) {
        this._toolbar.announce(gettext("The search could not be loaded. Check the connection and type again."));
      }
      return undefined;
    }
  }

  /**
   * @param {import("./other-results.js").Shown} shown
   * @param {Narrowed} narrowed
   * @param {Matches | null} found
   */
  _showResults({ entries, situations, others, page, pages }, narrowed, found) {
    this._untouched = false;
    const words = found?.words ?? [];
    this._cards.show(entries, words);
    /** @type {HTMLElement[]} */
    const parts = [entries.length ? this._cards.element : nothing(this._waysOut(narrowed), () => this._clear())];
    if (situations.length) {
      const { context } = this._library.others[situations[0] - this._library.count];
      parts.unshift(otherList(this._library, situations, this._base, words, context));
    }
    if (pages > 1) {
      const hrefOf = (/** @type {number} */ target) =>
        this._searchOf({ ...this._wish, page: target }) || location.pathname;
      parts.push(pager(page, pages, hrefOf, (target) => this._turnTo(target)));
    }
    if (others.length) parts.push(otherList(this._library, others, this._base, words));
    arrange(this._results, parts);
  }

  /** @param {Narrowed} narrowed */
  _waysOut(narrowed) {
    return this._library.filters
      .filter(({ id }) => this._wish.chosen.has(id) && narrowed.without.get(id))
      .map(({ id, label }) => ({
        label,
        number: narrowed.without.get(id) ?? 0,
        onPress: () => this._loosen(id),
      }));
  }

  /** @param {number} page */
  async _turnTo(page) {
    if (!(await this._change({ page }))) return;
    this._focusList();
    this._toolbar.count.scrollIntoView();
  }

  _focusList() {
    this._results.querySelector("a")?.focus({ preventScroll: true });
  }

  async _copyLink() {
    this._remember(false);
    if (await copied(location.href)) this._toolbar.sayCopied();
    else this._toolbar.announce(gettext("Copy this address: %(address)s", { address: location.href }));
  }
}
