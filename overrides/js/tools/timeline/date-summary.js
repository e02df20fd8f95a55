/** What is said about all dates of a timeline, above its steps. */

import { make } from "../../shared/elements.js";
import { ngettext } from "../../shared/messages.js";

/** @typedef {{start: string, end: string, dates: string[], unset: string}} Dated */

/**
 * Say how many steps have a date, since they are further down, how many events of a calendar these
 * are, which have none yet and why, and whether the days that were set go together.
 * @param {HTMLElement} root
 * @param {Dated[]} steps
 */
export function showDated(root, steps) {
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-rc-dated]"));
  const number = steps.filter(({ start }) => start).length;
  const wrong = steps.filter(({ start, end }) => start && end && end < start).length;
  place.hidden = !number;
  place.replaceChildren(
    ngettext("%(num)s step has a date.", "%(num)s steps have dates.", number),
    " ",
    number ? eventsSaid(steps) : "",
    " ",
    undatedSaid(steps),
    " ",
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
    "In a calendar they are %(num)s event, since a step that repeats has one for each day.",
    "In a calendar they are %(num)s events, since a step that repeats has one for each day.",
    number,
  );
}

/**
 * How many steps have no date yet, and which day has to be set for that.
 * @param {Dated[]} steps
 */
export function undatedSaid(steps) {
  const undated = steps.filter(({ start }) => !start);
  const said = [...new Set(undated.map(({ unset }) => unset))].map((label) => {
    const number = undated.filter(({ unset }) => unset === label).length;
    return label
      ? ngettext(
          "%(num)s step has no date yet: set “%(day)s” for it.",
          "%(num)s steps have no date yet: set “%(day)s” for them.",
          number,
          { day: label },
        )
      : ngettext("%(num)s step has no date: set one at the step itself.", "%(num)s steps have no dates: set them at the steps themselves.", number);
  });
  return said.join(" ");
}

/** @param {number} wrong */
function warning(wrong) {
  return ngettext(
    "%(num)s step would end before it begins. Check the days you have set.",
    "%(num)s steps would end before they begin. Check the days you have set.",
    wrong,
  );
}
