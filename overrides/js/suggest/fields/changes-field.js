/** What has changed about a resource: a day and a sentence, one on each line. */

import { isDay } from "../../shared/days.js";
import { textFault } from "../input/faults.js";
import { isLikeDate, meant } from "../input/input-normalization.js";
import { fill, quotable } from "../input/message-text.js";

/** @typedef {import("../input/faults.js").Fault} Fault */
/** @typedef {import("../input/faults.js").Question} Question */
/** @typedef {import("../input/faults.js").Words} Words */
/** @typedef {import("../input/input-normalization.js").Readings} Readings */
/** @typedef {import("../yaml.js").ChangeAnswer} ChangeAnswer */

/** A day in front of a sentence: signs or words with a number in them, then a colon. */
const DAY_FIRST = /^([^:]{0,20}\d[^:]{0,20}):\s+(\S.*)$/;
/** Numbers that are meant as a day, whichever it is. */
const LIKE_A_DAY = /^\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?$/;
const ONE_DAY = 86_400_000;

/**
 * The change that a line says; without a day in front it is today's.
 * @param {string} line
 * @param {string} today
 * @param {Readings} readings
 * @returns {ChangeAnswer}
 */
export function changeOf(line, today, readings) {
  const [, first, rest] = DAY_FIRST.exec(line) ?? [];
  const day = first ? meant(first.trim(), "date", readings) : "";
  return LIKE_A_DAY.test(day) || isLikeDate(day, readings) ? { on: day, what: rest } : { on: today, what: line };
}

/**
 * What is wrong with a change: its sentence, or its day, which may be tomorrow somewhere else.
 * @param {string} line
 * @param {Question} question
 * @param {string} today
 * @param {Words} words
 * @param {Readings} readings
 * @returns {Fault | null}
 */
export function changeFault(line, question, today, words, readings) {
  const { on, what } = changeOf(line, today, readings);
  const fault = textFault(what, question, words) ?? (isDay(on) ? null : words.day);
  const found = fault ?? (Date.parse(on) > Date.parse(today) + ONE_DAY ? words.ahead : null);
  if (!found) return null;
  const value = quotable(on);
  return { message: fill(found.message, { value }), hint: fill(found.hint, { value }) };
}
