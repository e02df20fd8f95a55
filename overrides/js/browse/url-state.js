/**
 * Convert the state of the list to a query string and back. docs/addresses.md documents the format;
 * old URLs must keep their meaning.
 */

import { gettext } from "../shared/messages.js";
import { hasOrder } from "./sort-orders.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */
/** @typedef {{text: string, chosen: Map<string, string[]>, sort: string, page: number}} Wish */

/** @returns {Wish} */
export function noWish() {
  return { text: "", chosen: new Map(), sort: "", page: 1 };
}

/**
 * @param {string} search the part of an address from "?" on
 * @param {Library} library
 * @returns {{wish: Wish, unknown: string[]}} and what the library does not have any more
 */
export function read(search, library) {
  const parameters = new URLSearchParams(search);
  const wish = noWish();
  /** @type {string[]} */
  const unknown = [];
  wish.text = (parameters.get("q") ?? "").slice(0, 200);
  for (const filter of library.filters) {
    const asked = [...parameters.getAll(filter.parameter)];
    if (filter.id !== filter.parameter) asked.push(...parameters.getAll(filter.id));
    const known = new Set(filter.values.map((value) => value.id));
    const values = [...known].filter((value) => asked.includes(value));
    unknown.push(...asked.filter((value) => !known.has(value)).map((v) => `${filter.label}: ${v}`));
    if (values.length) wish.chosen.set(filter.id, values);
  }
  const sort = parameters.get("sort") ?? "";
  if (hasOrder(library, sort)) wish.sort = sort;
  else if (sort) unknown.push(gettext("Order: %(order)s", { order: sort }));
  const page = Number(parameters.get("page") ?? 1);
  wish.page = Number.isInteger(page) && page > 0 ? page : 1;
  return { wish, unknown };
}

/**
 * @param {Wish} wish
 * @param {Library} library
 * @returns {string} the query string with its "?", or nothing for a wish that asks for nothing
 */
export function write(wish, library) {
  const parameters = new URLSearchParams();
  const text = wish.text.trim();
  if (text) parameters.set("q", text);
  for (const filter of library.filters) {
    const chosen = wish.chosen.get(filter.id) ?? [];
    for (const { id } of filter.values) if (chosen.includes(id)) parameters.append(filter.parameter, id);
  }
  if (wish.sort) parameters.set("sort", wish.sort);
  if (wish.page > 1) parameters.set("page", String(wish.page));
  const query = parameters.toString();
  return query ? `?${query}` : "";
}
