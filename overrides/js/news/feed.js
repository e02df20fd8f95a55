/** Read the feed of a page, and select the events since a date. */

import { fetchJson } from "../shared/loading/json.js";
import { noteSource } from "../shared/untranslated-texts.js";

/**
 * @typedef {object} Happening
 * @property {"new" | "changed" | "retired" | "link-changed" | "date-changed" | "access-changed" | "link-gone" | "link-back"} kind
 * @property {string} entry the id of the resource
 * @property {string} [path] where its page is, if not among the resources
 * @property {string} title
 * @property {string} [language] of the title, if it is not that of the page
 * @property {string} text
 * @property {string} day
 */

/**
 * Everything since a day, newest first, and whether more may have happened than a feed can hold.
 * @param {string} address of a JSON Feed of this site
 * @param {string} day such as 2026-09-01
 * @returns {Promise<{happened: Happening[], isWhole: boolean}>}
 */
export async function since(address, day) {
  const feed = await fetchJson(address);
  /** @type {Happening[]} */
  const all = feed.items.map((/** @type {any} */ item) => ({ ...item._catalog, text: item.content_text }));
  for (const item of feed.items) noteSource(item._catalog.source);
  const oldest = all.at(-1)?.day ?? "";
  return {
    happened: all.filter((one) => one.day >= day),
    isWhole: feed._catalog.whole || oldest < day,
  };
}
