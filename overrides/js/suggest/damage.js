/**
 * Find what texts have caught on their way: invisible characters, codes of web pages, errors of
 * spreadsheets. The check also knows letters that were read in the wrong encoding.
 *
 * Counterpart of field_types/texts.py and model/text_damage/ in the Python package.
 */

/** Control characters, and marks that turn the direction of the text around them. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\ufffe\uffff]/;
const NO_WIDTH = /[\u180e\u200b\u2060\ufeff\ufffc]/g;
/** Scripts that have no spaces between words, and need one of no width there. */
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
const ERROR =
  /^(?:#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|ERROR!|GETTING_DATA|UNKNOWN!|PYTHON!|BEZUG!|WERT!|NV|ZAHL!|¡REF!|¡VALOR!|¿NOMBRE\?|¡NUM!|¡DIV\/0!|VALEUR!|NOM\s?\?|NOMBRE!|N\/D)|#{3,}|Err:5\d\d)$/i;
const ROUNDS = 3;

/**
 * The first control character.
 * @param {string} text
 */
export function invisibleIn(text) {
  return INVISIBLE.exec(text)?.[0] ?? "";
}

/**
 * The first character of no width that no script needs there.
 * @param {string} text
 */
export function noWidthIn(text) {
  for (const { 0: character, index } of text.matchAll(NO_WIDTH)) {
    const isBetween = WITHOUT_SPACES.test(text[index - 1] ?? "") && WITHOUT_SPACES.test(text[index + 1] ?? "");
    if (character !== "\u200b" || !isBetween) return character;
  }
  return "";
}

/**
 * Whether a text is nothing but the sign of an error in a spreadsheet.
 * @param {string} text
 */
export function isSpreadsheetError(text) {
  return ERROR.test(text.trim());
}

/**
 * The first code that stands for a character.
 * @param {string} text
 */
export function entityIn(text) {
  return (text.match(ENTITY) ?? []).find((found) => meaning(found) !== found) ?? "";
}

/**
 * A text with the characters that its codes stand for.
 * @param {string} text
 */
export function withoutEntities(text) {
  for (let round = 0; round < ROUNDS; round++) text = text.replace(ENTITY, meaning);
  return text.replace(/\u00a0/g, " ").trim();
}

/**
 * What an entity stands for; itself if there is none of that name. Browsers also take the beginning
 * of a name for an entity, such as &not for &notepad;.
 * @param {string} entity
 */
function meaning(entity) {
  const found = new DOMParser().parseFromString(`<p>${entity}`, "text/html").body.textContent ?? ";";
  return found.endsWith(";") ? entity : found;
}
