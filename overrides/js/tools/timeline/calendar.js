/**
 * Write a timeline as a calendar file (RFC 5545): days without hours, so that no time zone moves
 * them. An event keeps its UID whatever it is called; SEQUENCE grows when the file has changed.
 */

import { dayNumber, dayOfNumber } from "../../shared/days.js";

/** @typedef {import("./milestones.js").Step} Step */

const LONGEST_LINE = 75;

/**
 * @typedef {object} About
 * @property {string} id of the tool
 * @property {string} title
 * @property {string} url the page of the tool
 * @property {string} stamp a day of the tool itself, so that the same answers give the same file
 * @property {number} sequence
 */

/**
 * @param {Step[]} steps
 * @param {About} about
 */
export function calendar(steps, about) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//resource-catalog//timeline//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(about.title)}`,
    ...steps.flatMap((step) => events(step, about)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Step} step
 * @param {About} about
 */
function events(step, about) {
  if (!step.start) return [];
  const days = step.dates.length ? step.dates.map((one) => [one, one]) : [[step.start, step.end || step.start]];
  const host = new URL(about.url, "https://localhost/").hostname;
  return days.flatMap(([first, last], index) => [
    "BEGIN:VEVENT",
    `UID:${about.id}.${step.id}${index ? `.${index + 1}` : ""}@${host}`,
    `DTSTAMP:${plain(about.stamp)}T000000Z`,
    `SEQUENCE:${about.sequence}`,
    `DTSTART;VALUE=DATE:${plain(first)}`,
    `DTEND;VALUE=DATE:${plain(after(last < first ? first : last))}`,
    `SUMMARY:${escaped(step.title)}`,
    ...[step.who, step.note].some(Boolean)
      ? [`DESCRIPTION:${escaped([step.who, step.note].filter(Boolean).join("\n"))}`]
      : [],
    `URL:${about.url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
}

/** @param {string} day */
function plain(day) {
  return day.replaceAll("-", "");
}

/**
 * The day after, since an event of days ends before its DTEND.
 * @param {string} day
 */
function after(day) {
  return dayOfNumber(dayNumber(day) + 1);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, " ");
}

/**
 * A line of at most 75 bytes, and further ones for the rest (3.1).
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  let [found, room] = ["", LONGEST_LINE];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      found += "\r\n ";
      room = LONGEST_LINE - 1;
    }
    found += character;
    room -= size;
  }
  return found;
}
