/**
 * Format an entry as the YAML text of its file.
 *
 * A text is unquoted only if every YAML parser reads it as that text; all others are quoted as JSON,
 * which is also YAML.
 */

/** @typedef {{url: string, format: string, role: string}} LinkAnswer */
/** @typedef {{on: string, what: string}} ChangeAnswer */
/** @typedef {string | string[] | LinkAnswer[] | ChangeAnswer[]} Answer */

const WIDTH = 100;

/** Words and signs that have no meaning of their own anywhere in a plain text of YAML. */
const HARMLESS = /^(?:[\p{L}(]|\d+ \p{L})[\p{L}\p{M}\p{N} ().;!?/+%$&'’‘“”–—…_-]*$/u;

/** What some readers of YAML take for something else than text. */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity)$/i;

/** A date or a length of time, which files have without quotation marks. */
const MEASURE = /^\w[\w -]*$/;

/** An address whose signs are all harmless within a line. */
const ADDRESS = /^https?:\/\/[\w.~:/?&=+%@!$()*;-]*[\w/=-](?:#[\w/=-]+)?$/;

/** What may not stand in a file as it is: it is written by its number. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

/**
 * The file of an entry.
 * @param {string[]} order the keys in the order to write them
 * @param {Map<string, Answer>} answers
 * @param {{prose: Set<string>, measures: Set<string>}} kinds the keys whose texts may be long, and
 *   those whose texts are of a fixed form
 */
export function entryFile(order, answers, { prose, measures }) {
  const lines = ["# yaml-language-server: $schema=../schema/entry.schema.json"];
  for (const key of order) {
    const answer = answers.get(key);
    if (!answer?.length) continue;
    if (typeof answer === "string") {
      const isMeasure = measures.has(key) && MEASURE.test(answer) && !NOT_TEXT.test(answer);
      if (prose.has(key)) lines.push(...long(key, answer));
      else lines.push(`${key}: ${isMeasure ? answer.trim() : scalar(answer)}`);
    } else {
      lines.push(...list(key, answer));
    }
  }
  return `${lines.join("\n")}\n`;
}

/**
 * @param {string} key
 * @param {string[] | LinkAnswer[] | ChangeAnswer[]} items
 */
function list(key, items) {
  const lines = [`${key}:`];
  /** @type {string[]} */
  const texts = [];
  for (const item of items) {
    if (typeof item === "string") {
      texts.push(scalar(item));
      continue;
    }
    if ("what" in item) {
      lines.push(`  - on: ${MEASURE.test(item.on) ? item.on : scalar(item.on)}`, `    what: ${scalar(item.what)}`);
      continue;
    }
    lines.push(`  - url: ${scalar(item.url)}`, `    format: ${item.format}`, `    role: ${item.role}`);
  }
  if (!texts.length) return lines;
  const short = `${key}: [${texts.join(", ")}]`;
  return short.length <= WIDTH ? [short] : [...lines, ...texts.map((text) => `  - ${text}`)];
}

/** @param {string} text */
function scalar(text) {
  const whole = wellFormed(text);
  const plain =
    (HARMLESS.test(whole) && !NOT_TEXT.test(whole) && !/ $/.test(whole)) ||
    ADDRESS.test(whole);
  return plain ? whole : quoted(whole);
}

/** @param {string} text */
function quoted(text) {
  return JSON.stringify(text).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A long text: folded to lines that can be read and compared, or quoted where that would change it.
 * @param {string} key
 * @param {string} text
 */
function long(key, text) {
  const whole = wellFormed(text);
  const short = `${key}: ${scalar(whole)}`;
  const words = whole.split(" ");
  // A control character, a line break or two spaces in a row would not come back as they were.
  const foldable = !/[\p{Cc}\p{Zl}\p{Zp}]|\ufeff|\ufffe|\uffff/u.test(whole) && !words.includes("");
  if (!foldable || short.length <= WIDTH) return [short];
  const lines = [`${key}: >-`];
  let line = " ";
  for (const word of words) {
    if (line.trim() && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = " ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/**
 * Half a character, which no file can hold, becomes the sign for an unknown one.
 * @param {string} text
 */
function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
