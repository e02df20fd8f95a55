/** What is said about all dates of a timeline, above its steps. */

import { make } from "../../shared/elements.js";
import { gettext, ngettext } from "../../shared/messages.js";

/**
 * Say how many steps have a date, since they are further down, how to take them along, and whether
 * the days that were set go together.
 * @param {HTMLElement} place
 * @param {{start: string, end: string}[]} steps
 */
export function showDated(place, steps) {
  const number = steps.filter(({ start }) => start).length;
  const wrong = steps.filter(({ start, end }) => start && end && end < start).length;
  place.hidden = !number;
  place.replaceChildren(
    ngettext("%(num)s step has a date.", "%(num)s steps have dates.", number),
    " ",
    make("a", { href: "#take" }, gettext("Take them with you")),
    wrong ? make("strong", { class: "rc-tool__warning" }, warning(wrong)) : "",
  );
}

/** @param {number} wrong */
function warning(wrong) {
  return ngettext(
    "%(num)s step would end before it begins. Check the days you have set.",
    "%(num)s steps would end before they begin. Check the days you have set.",
    wrong,
  );
}
