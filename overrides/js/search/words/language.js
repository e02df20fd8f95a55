/**
 * What the search must know of the language of the site: here English.
 *
 * A site in another language gets a module of the same form in its place: see
 * site/search/language_words.py in the Python package, and the folder of languages beside it.
 */

/** Words too common to be worth indexing. */
export const STOP_WORDS = (
  "a about all also am an and any are as at be been but by can could did do does for from get " +
  "give had has have how i if in into is it its let me my no not of on or our out own s should " +
  "so some such than that the their them then there these they this those to too up us was we " +
  "were what when where which while who why will with would you your"
).split(" ");

const QUESTION = "(?:how|what|where|when|why|which|who|can|could|do|does|is|are|should|would|will)";
const SUBJECT = "(?:resources?|materials?|information|info|stuff|things?|something|anything|everything)";

/** What a question may open with, one after the other, as regular expressions. */
export const OPENINGS = [
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
];

/** Words that an apostrophe joins to the next one; English has none. @type {string[]} */
export const ELISIONS = [];

/** What other languages join so, as in a French title; such words are found with and without it. */
export const FOREIGN_ELISIONS = (
  "all c cent coll com d dall dell j jusqu l lorsqu m n nell nessun puisqu qu quell quest quoiqu s " +
  "sull t tutt un v"
).split(" ");

/**
 * How the plural becomes the singular: the first ending that fits counts. Each is an ending, how many
 * letters are before it at least, and what the singular has in its place, which may be one of several.
 * @type {[string, number, ...string[]][]}
 */
export const PLURALS = [
  ["ss", 0, "ss"],
  ["us", 0, "us"],
  ["is", 0, "is"],
  ["ies", 2, "y", "ie"],
  ["ches", 0, "ch"],
  ["shes", 0, "sh"],
  ["sses", 0, "ss"],
  ["xes", 0, "x"],
  ["zes", 0, "z"],
  ["s", 0, ""],
];

/**
 * What words of one family end in, as regular expressions; none where that is as in English.
 * @type {string[]}
 */
export const KIN = [];
