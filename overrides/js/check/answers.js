/**
 * Answers by the names of questions, and how they stand in an address.
 *
 * In an address they are the fragment, which is never sent to a server: _on=2026-11-27&goals=n&value=y.
 * Names are sorted, and each answer is one letter, so that the longest address stays short.
 */

import { gettext, gettextNoop } from "../shared/messages.js";

/** @typedef {import("./plan.js").Answers} Answers */
/** @typedef {{day: string, given: Answers}} Given */

/** @type {{id: string, letter: string, label: string}[]} */
export const SCALE = [
  { id: "yes", letter: "y", label: gettextNoop("Yes") },
  { id: "partly", letter: "p", label: gettextNoop("Partly") },
  { id: "not-yet", letter: "n", label: gettextNoop("Not yet") },
  { id: "not-sure", letter: "u", label: gettextNoop("Not sure") },
  { id: "not-for-us", letter: "x", label: gettextNoop("Not for us") },
];

const DAY = "_on";
const DAY_FORM = /^\d{4}-\d\d-\d\d$/;
const NAME = /^_?[a-z0-9]+(?:-[a-z0-9]+)*_*$/;
const MOST = 400;

/** @returns {Given} */
export function empty() {
  return { day: "", given: {} };
}

/** @param {string} answer */
export function labelOf(answer) {
  const found = SCALE.find(({ id }) => id === answer);
  return found ? gettext(found.label) : "";
}

/**
 * What follows the "#"; nothing without answers.
 * @param {Given} answers
 */
export function asFragment({ day, given }) {
  const names = Object.keys(given).sort();
  const pairs = names.map((name) => `${name}=${SCALE.find(({ id }) => id === given[name])?.letter}`);
  return [...(names.length && day ? [`${DAY}=${day}`] : []), ...pairs].join("&");
}

/**
 * The answers of an address; what can be none is left out.
 * @param {string} fragment
 * @returns {Given}
 */
export function fromFragment(fragment) {
  let day = "";
  const pairs = [];
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const answer = SCALE.find(({ id, letter }) => value === letter || value === id);
    if (name === DAY && DAY_FORM.test(value)) day = value;
    else if (answer && NAME.test(name) && pairs.length < MOST) pairs.push([name, answer.id]);
  }
  return { day, given: Object.fromEntries(pairs) };
}

/**
 * Whether the answers are the same, whatever the day.
 * @param {Given} one
 * @param {Given} other
 */
export function same(one, other) {
  return asFragment({ ...one, day: "" }) === asFragment({ ...other, day: "" });
}

/** @param {Given} answers */
export function isEmpty({ given }) {
  return Object.keys(given).length === 0;
}

/**
 * A day as readers write it.
 * @param {string} day
 */
export function dayInWords(day) {
  return new Date(`${day}T12:00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}
