/** What the browse page shows beside its cards: suggestions when nothing matches, and other pages. */

import { highlight } from "../search/words/highlight.js";
import { button } from "../shared/button.js";
import { address, make, marked } from "../shared/elements.js";
import { gettext, resources } from "../shared/messages.js";
import { languageOf } from "../shared/untranslated-texts.js";
import { CARDS_A_PAGE } from "./pager.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */

/** @typedef {import("../search/ranking/ranking.js").Matches} Matches */
/**
 * @typedef {object} Shown
 * @property {number[]} entries those of the page
 * @property {number[]} situations
 * @property {number[]} others
 * @property {number} page
 * @property {number} pages how many there are
 */

const MOST_SITUATIONS = 2;
const MOST_OTHERS = 4;

/**
 * What is shown of a list, and of what is no resource and was found with it.
 * @param {Library} library
 * @param {number[]} list
 * @param {number} asked the page that is asked for
 * @param {Matches | null} found
 * @returns {Shown}
 */
export function choose(library, list, asked, found) {
  const pages = Math.max(1, Math.ceil(list.length / CARDS_A_PAGE));
  const page = Math.min(asked, pages);
  const entries = list.slice((page - 1) * CARDS_A_PAGE, page * CARDS_A_PAGE);
  if (!found || page > 1) return { entries, situations: [], others: [], page, pages };
  const situations = found.situations.slice(0, MOST_SITUATIONS);
  const others = found.numbers.filter((number) => number >= library.count && !situations.includes(number));
  return { entries, situations, others: others.slice(0, MOST_OTHERS), page, pages };
}

/**
 * Nothing fits: which filter to loosen, and what that would give.
 * @param {{label: string, number: number, onPress: () => void}[]} ways
 * @param {() => void} onClear
 */
export function nothing(ways, onClear) {
  const items = ways.map(({ label, number, onPress }) =>
    button(gettext("Any %(filter)s: %(resources)s", { filter: label.toLowerCase(), resources: resources(number) }), onPress),
  );
  items.push(button(gettext("Clear everything"), onClear));
  const advice = ways.length
    ? gettext("No resources match all of these. Try:")
    : gettext("No results. Try fewer or different words.");
  return make(
    "div",
    { class: "rc-empty" },
    make("p", {}, advice),
    make("ul", { class: "rc-chips", role: "list" }, ...items.map((item) => make("li", {}, item))),
  );
}

/**
 * Questions, tasks and pages that fit the words; or those that have a title in common.
 * @param {Library} library
 * @param {number[]} numbers
 * @param {string} base
 * @param {string[]} words
 * @param {string} title
 */
export function otherList(library, numbers, base, words, title = "") {
  const items = numbers.map((number) => {
    const { path, context } = library.others[number - library.count];
    const text = marked(highlight(library.titles[number], words));
    return make(
      "li",
      {},
      make("a", { href: address(base, path), dir: "auto", lang: languageOf(library.titles[number]) }, ...text),
      " ",
      title ? null : make("span", { class: "rc-line__type" }, context || gettext("Page")),
    );
  });
  return make(
    "section",
    { class: "rc-section" },
    make("h2", { class: "rc-section__title" }, title || gettext("Questions, tasks and pages")),
    make("ul", { class: "rc-lines", role: "list" }, ...items),
  );
}
