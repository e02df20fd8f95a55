/**
 * Find the words at the beginning of a question that say nothing of what is asked for.
 *
 * "How do I", "I am looking for" and "examples of" stand in questions, and seldom in what answers them.
 */

import { OPENINGS } from "./words/language.js";
import { isStopWord } from "./words/words.js";

/** @typedef {import("./words/words.js").Word} Word */

/** What a question may open with, one after the other; each ends before a space. */
const OPENING = new RegExp(`^(?:${OPENINGS.join("|")})(?= )`);

/**
 * How many words at the beginning of a question are filler; 0 where nothing else is asked for.
 * @param {Word[]} words
 */
export function fillerLength(words) {
  let rest = words.map(spelled);
  const asks = () => rest.some((_, place) => !words[words.length - rest.length + place].common);
  let length = 0;
  while (OPENINGS.length) {
    const found = OPENING.exec(rest.join(" "));
    if (!found) break;
    rest = rest.slice(found[0].split(" ").length);
    while (rest.length && isStopWord(rest[0])) rest = rest.slice(1);
    if (!asks()) break;
    length = words.length - rest.length;
  }
  return length;
}

/**
 * A word as it was typed, but with a sign of its own where it is no filler.
 * @param {Word} word
 */
function spelled({ typed, common }) {
  return isStopWord(typed) && !common ? `${typed}.` : typed;
}
