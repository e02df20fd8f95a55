/** What is said about all dates of a timeline, above its steps. */

import { make } from "../../shared/elements.js";
import { ngettext } from "../../shared/messages.js";

/** @typedef {{start: string, end: string, dates: string[]}} Dated */

/**
 * Say how many steps have a date, since they are further down, how many events of a calendar these
 * are, and whether the days that were set go together.
 * @param {HTMLElement} place
 * @param {Dated[]} steps
 */
export function showDated(place, steps) {
  const number = steps.filter(({ start }) => start).length;
  const wrong = steps.filter(({ start, end }) => start && end && end < start).length;
  place.hidden = !number;
  place.replaceChildren(
    ngettext("%(num)s step has a date.", "%(num)s steps have dates.", number),
    " ",
    number ? eventsSaid(steps) : "",
    wrong ? make("strong", { class: "rc-tool__warning" }, warning(wrong)) : "",
  );
}

/**
 * How many events a calendar gets, where a step that comes again has one for each day.
 * @param {Dated[]} steps
 */
function eventsSaid(steps) {
  const dated = steps.filter(({ start }) => start);
  const number = dated.reduce((sum, { dates }) => sum + (dates.length || 1), 0);
  if (number === dated.length) return "";
  return ngettext(
    "In a calendar they are %(num)s event, since a step that comes again has one for each day.",
    "In a calendar they are %(num)s events, since a step that comes again has one for each day.",
    number,
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
