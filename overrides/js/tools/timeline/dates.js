/** Work out the dates of steps from the days they are counted from; weekends are skipped. */

const DAY_MS = 86_400_000;
const OFFSET = /^([+-]?\d{1,3})([dw])$/;

/**
 * A day as a number of days, or NaN.
 * @param {string} text such as 2027-01-15
 */
export function parse(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / DAY_MS : NaN;
}

/** @param {number} day */
export function format(day) {
  const text = Number.isNaN(day) ? "" : new Date(day * DAY_MS).toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : ""; // years before 10000
}

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
  const day = parse(anchor) + distance(offset);
  if (distance(offset) === 0) return format(day); // the day that the team has set
  return format(offWeekend(day, distance(offset) < 0));
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
  const [first, last, step] = [parse(start), parse(end), distance(every)];
  const found = [];
  for (let day = first; day <= last && step > 0 && found.length < 400; day += step) {
    found.push(format(offWeekend(day, day + 2 > last)));
  }
  return found;
}

/**
 * @param {string} day
 */
export function isWeekend(day) {
  return [6, 0].includes((parse(day) + 4) % 7);
}
