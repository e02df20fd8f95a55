/** The orders of a list: what they are called, which of them a library has, and how they sort. */

import { gettext, gettextNoop } from "../shared/messages.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */
/** @typedef {import("./url-state.js").Wish} Wish */

/** The orders beside those of library.orders, as they are offered. @type {Record<string, string>} */
const LABELS = {
  order: gettextNoop("Suggested order"),
  title: gettextNoop("Title"),
  newest: gettextNoop("Newest"),
  shortest: gettextNoop("Shortest"),
  best: gettextNoop("Best match"),
};

/**
 * Whether an address may ask for an order.
 * @param {Library} library
 * @param {string} order
 */
export function hasOrder(library, order) {
  return Object.hasOwn(LABELS, order) || library.orders.has(order);
}

/**
 * The order that is chosen, or else the best match of what is searched for, or else the order of the catalog.
 * @param {Wish} wish
 */
export function orderOf({ sort, text }) {
  return sort || (text.trim() ? "best" : "order");
}

/**
 * What an order is offered as: that of the catalog has no name of its own where it is by title.
 * @param {Library} library
 * @param {string} order
 */
export function offeredAs(library, order) {
  return order === "order" && library.order === "" ? "title" : order;
}

/**
 * The orders for which some entry has data, with their labels.
 * @param {Library} library
 * @param {boolean} hasWords whether something is searched for
 * @returns {[order: string, label: string][]}
 */
export function offeredOrders({ order, orders, days, minutes }, hasWords) {
  /** @type {Record<string, boolean>} */
  const usable = {
    order: order !== "",
    title: true,
    newest: days.some((day) => day > 0),
    shortest: minutes.some(Number.isFinite),
    best: hasWords,
  };
  const own = [...orders].filter(([, { ranks }]) => ranks.some(Number.isFinite));
  return [
    .../** @type {[string, string][]} */ (
      Object.entries(LABELS)
        .filter(([name]) => usable[name])
        .map(([name, label]) => [name, (name === "order" && order) || gettext(label)])
    ),
    ...own.map(([name, { label }]) => /** @type {[string, string]} */ ([name, label])),
  ];
}

/**
 * Entries in an order; the best match, and any that the library does not have, leave them as they are.
 * In the order of the catalog, what cannot be opened comes last.
 * @param {Library} library
 * @param {number[]} entries
 * @param {string} order
 */
export function sorted(library, entries, order) {
  const closed = new Set(order === "order" ? library.closed : []);
  const ranks = library.orders.get(order)?.ranks;
  const by = {
    order: (/** @type {number} */ entry) => (closed.has(entry) ? library.count : 0) + entry,
    title: (/** @type {number} */ entry) => library.titleOrder[entry],
    newest: (/** @type {number} */ entry) => -library.days[entry],
    shortest: (/** @type {number} */ entry) => library.minutes[entry],
    own: (/** @type {number} */ entry) => ranks?.[entry] ?? Infinity,
  }[ranks ? "own" : order];
  return by ? [...entries].sort((a, b) => (by(a) === by(b) ? a - b : by(a) - by(b))) : entries;
}
