/**
 * Read answers from an address, and write them there.
 *
 * They are the fragment, which is never sent to a server: _on=2026-11-27&goals=n&value=y. Names are
 * sorted, and each answer is one letter, so that the longest address stays short.
 */

import { isDay } from "../shared/days.js";
import { SCALE } from "./answers.js";

/** @typedef {import("./answers.js").Given} Given */

const DAY = "_on";
const NAME = /^_?[a-z0-9]+(?:-[a-z0-9]+)*_*$/;
const MOST = 400;

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
    if (name === DAY && isDay(value)) day = value;
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
