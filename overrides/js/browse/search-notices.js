/** What the browse page says of a search: what is not in the library, and which words were let go. */

import { gettext } from "../shared/messages.js";

const MAX_NAMED = 200;

/**
 * A text of an address, which anybody can have written, as long as names are.
 * @param {string} text
 */
function cut(text) {
  const signs = [...text];
  return signs.length > MAX_NAMED ? `${signs.slice(0, MAX_NAMED).join("")}…` : text;
}

/** @param {string[]} unknown */
export function unknownText(unknown) {
  if (!unknown.length) return "";
  const names = cut(unknown.join(", "));
  return gettext("This link also asked for something the library doesn’t have: %(names)s.", { names });
}

/**
 * What was searched for, where filler was let go.
 * @param {import("../search/ranking/ranking.js").Matches | null} found
 */
export function letGoText(found) {
  return found?.rest ? gettext("Searched for “%(text)s”.", { text: found.rest }) : "";
}
