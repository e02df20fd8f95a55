/** Keep the reader's answers in the browser, for this site only, with those of earlier days. */

import { empty, isEmpty } from "./answers.js";
import { asFragment, fromFragment, same } from "./url-state.js";

/** @typedef {import("./answers.js").Given} Given */
/** @typedef {{now: Given, before: Given[]}} Kept */

const VERSION = 1;
const MOST_DAYS = 12;

/** @type {Kept | undefined} */
let unkept;

/**
 * Sites that share a host have answers of their own.
 * @param {string} base
 */
const key = (base) => `rc-check ${new URL(base || ".", location.href).pathname}`;

/**
 * @param {string} base
 * @returns {Kept}
 */
export function kept(base) {
  try {
    const found = JSON.parse(localStorage.getItem(key(base)) ?? "null");
    if (found?.version !== VERSION) return unkept ?? { now: empty(), before: [] };
    return { now: fromFragment(String(found.now)), before: found.before.map(String).map(fromFragment) };
  } catch {
    return unkept ?? { now: empty(), before: [] }; // nothing may be kept here, or it was damaged
  }
}

/**
 * Keep answers. Those of an earlier day stay beside them, so that a plan can say what has changed.
 * @param {string} base
 * @param {Given} now
 */
export function keep(base, now) {
  const { now: last, before } = kept(base);
  const isLater = !isEmpty(last) && last.day < now.day && !same(last, now);
  write(base, { now, before: isLater ? [...before, last].slice(-MOST_DAYS) : before });
}

/**
 * Forget all answers, those of earlier days as well.
 * @param {string} base
 */
export function forget(base) {
  write(base, { now: empty(), before: [] });
}

/**
 * @param {string} base
 * @param {Kept} all
 */
function write(base, all) {
  const text = JSON.stringify({ version: VERSION, now: asFragment(all.now), before: all.before.map(asFragment) });
  try {
    localStorage.setItem(key(base), text);
  } catch {
    unkept = all; // a private window: it lasts as long as the page
  }
}
