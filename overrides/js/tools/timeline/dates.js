/** Work out the dates of steps from the days they are counted from; weekends are skipped. */

import { dayNumber, dayOfNumber } from "../../shared/days.js";

const OFFSET = /^([+-]?\d{1,3})([dw])$/;

/**
 * How many days an offset such as -8w stands for.
 * @param {string} offset
 */
export function distance(offset) {
  const [, number, unit] = OFFSET.exec(offset) ?? ["", "0", "d"];
  return Number(number) * (unit === "w" ? 7 : 1);
}

/**
 * A day at a distance from another. If it falls on a weekend, it is the Friday before where it is
 * counted back, and otherwise the Monday after.
 * @param {string} anchor
 * @param {string} offset
 */
export function at(anchor, offset) {
  const day = dayNumber(anchor) + distance(offset);
  if (distance(offset) === 0) return dayOfNumber(day); // the day that the team has set
  return dayOfNumber(offWeekend(day, distance(offset) < 0));
}

/**
 * @param {number} day
 * @param {boolean} back
 */
function offWeekend(day, back) {
  const weekday = (day + 4) % 7; // 1 January 1970 was a Thursday; 0 is Sunday
  if (weekday === 6) return back ? day - 1 : day + 2;
  if (weekday === 0) return back ? day - 2 : day + 1;
  return day;
}

/**
 * The days on which something comes again, from its first to its last; weekends are skipped.
 * @param {string} start
 * @param {string} end
 * @param {string} every such as 2w
 */
export function repeated(start, end, every) {
  const [first, last, step] = [dayNumber(start), dayNumber(end), distance(every)];
  const found = [];
  for (let day = first; day <= last && step > 0 && found.length < 400; day += step) {
    found.push(dayOfNumber(offWeekend(day, day + 2 > last)));
  }
  return found;
}

/**
 * @param {string} day
 */
export function isWeekend(day) {
  return [6, 0].includes((dayNumber(day) + 4) % 7);
}
