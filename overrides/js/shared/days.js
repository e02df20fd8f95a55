/** Days of the calendar, as files and addresses write them: read, counted, and put in words. */

const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day it is where the reader is. */
export function today() {
  return new Date().toLocaleDateString("sv"); // Swedes write 2026-11-21
}

/**
 * A day as a number of days, or NaN. Browsers differ in whether they read February 30, most as March 2.
 * @param {string} text such as 2027-01-15
 */
export function dayNumber(text) {
  const [year, month, day] = (FORM.exec(text) ?? []).slice(1).map(Number);
  return isInCalendar(year, month, day) ? Date.parse(`${text}T00:00:00Z`) / DAY_MS : NaN;
}

/**
 * The day that a number of days stands for; nothing for NaN.
 * @param {number} number
 */
export function dayOfNumber(number) {
  const text = Number.isNaN(number) ? "" : new Date(number * DAY_MS).toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : ""; // years before 10000
}

/**
 * Whether the calendar has a day.
 * @param {number} year
 * @param {number} month from 1
 * @param {number} day
 */
export function isInCalendar(year, month, day) {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day); // Date.UTC takes the year 26 for 1926
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Whether a text is a day of the calendar, in a year of four digits.
 * @param {string} text
 */
export function isDay(text) {
  const [year, month, day] = text.split("-").map(Number);
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && isInCalendar(year, month, day);
}

/**
 * A day as people write it in a text.
 * @param {string} day such as 2027-01-15
 */
export function dayInWords(day) {
  return spoken(new Date(`${day}T00:00:00Z`), { dateStyle: "long" });
}

/**
 * A day with its weekday, in few letters; anything else stays as it is.
 * @param {string} text such as 2027-01-15
 */
export function dayWithWeekday(text) {
  const number = dayNumber(text);
  if (Number.isNaN(number)) return text;
  return spoken(new Date(number * DAY_MS), { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

/**
 * @param {Date} moment at which the day begins in Greenwich, so that no time zone moves it
 * @param {Intl.DateTimeFormatOptions} form
 */
function spoken(moment, form) {
  return moment.toLocaleDateString(document.documentElement.lang || undefined, { ...form, timeZone: "UTC" });
}
