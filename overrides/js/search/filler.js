/**
 * Find the words at the beginning of a question that say nothing of what is asked for.
 *
 * "How do I", "I am looking for" and "examples of" stand in questions, and seldom in what answers them.
 */

import { isStopWord } from "./words.js";

/** @typedef {import("./words.js").Word} Word */

const QUESTION = "(?:how|what|where|when|why|which|who|can|could|do|does|is|are|should|would|will)";
const SUBJECT = "(?:resources?|materials?|information|info|stuff|things?|something|anything|everything)";

/** What a question may open with, one after the other; each ends before a space. */
const OPENING = new RegExp(
  `^(?:${[
    QUESTION,
    "(?:hi|hello|hey|please)",
    "(?:(?:i|we|im|were|id|wed) )(?:(?:am|are|have|would) )?(?:need|want|like|look|looking|search|searching|trying)(?: for| to)?",
    "(?:looking|searching|search|look) for",
    "(?:find|show|give|tell|help|teach)(?: me| us)(?: (?:find|with|about|to))?",
    "find",
    "(?:learn|know|read|find out|more)(?: more)? about",
    "(?:(?:some|any|good|more|best|useful|free) )?(?:examples?|kinds?|types?|sorts?) of",
    "(?:(?:some|any|good|best) )?ways? (?:to|of)",
    `(?:(?:some|any|good|more|best|useful|free) )?${SUBJECT} (?:on|about|for|regarding)`,
    "there",
  ].join("|")})(?= )`,
);

/**
 * How many words at the beginning of a question are filler; 0 where nothing else is asked for.
 * @param {Word[]} words
 */
export function fillerLength(words) {
  let rest = words.map(spelled);
  const asks = () => rest.some((_, place) => !words[words.length - rest.length + place].common);
  let length = 0;
  for (;;) {
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
