/** The pages of a long list, and the links from one to the next. */

import { make } from "../shared/elements.js";
import { gettext } from "../shared/messages.js";

export const CARDS_A_PAGE = 24;

/**
 * @param {number} page
 * @param {number} pages
 * @param {(page: number) => string} hrefOf
 * @param {(page: number) => void} onPage
 */
export function pager(page, pages, hrefOf, onPage) {
  const step = (/** @type {string} */ label, /** @type {number} */ target) => {
    const link = make("a", { class: "rc-pager__link", href: hrefOf(target) }, label);
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      onPage(target);
    });
    return link;
  };
  return make(
    "nav",
    { class: "rc-pager", "aria-label": gettext("Pages of the list") },
    page > 1 ? step(gettext("Previous"), page - 1) : null,
    make("span", {}, gettext("Page %(number)s of %(total)s", { number: page, total: pages })),
    page < pages ? step(gettext("Next"), page + 1) : null,
  );
}
