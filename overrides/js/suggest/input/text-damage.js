/**
 * Find what texts have caught on their way: invisible characters, codes of web pages, errors of
 * spreadsheets. The check also knows letters that were read in the wrong encoding.
 *
 * Counterpart of field_types/texts.py and model/text_damage/ in the Python package.
 */

/** Control characters, and marks that turn the direction of the text around them. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\ufffe\uffff]/;
const NO_WIDTH =
  /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])|(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0000}-\u{e007f}]/gu;
/** Scripts that have no spaces between words, and need one of no width there. */
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
const ERROR =
  /^(?:#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|ERROR!|GETTING_DATA|UNKNOWN!|PYTHON!|BEZUG!|WERT!|NV|ZAHL!|¡REF!|¡VALOR!|¿NOMBRE\?|¡NUM!|¡DIV\/0!|VALEUR!|NOM\s?\?|NOMBRE!|N\/D|RIF!|VALORE!|NOME\?|NULLO!|VALOR!|NÚM!|NULO!|VERW!|WAARDE!|NAAM\?|DEEL\/0!|GETAL!|LEEG!|ADR!|ARG!|NAZWA\?|LICZBA!|DZIEL\/0!|REFERENS!|VÄRDEFEL!|NAMN\?|OGILTIGT!|SAKNAS!|ССЫЛКА!|ЗНАЧ!|ИМЯ\?|ДЕЛ\/0!|ЧИСЛО!|ПУСТО!|Н\/Д)|#{3,}|Err:5\d\d|Loading\.\.\.|\[object Object\])$/i;
/** Letters of formulas, in circles or of double width, and letters that a PDF has joined. */
const LETTERING =
  /[\ufb00-\ufb06]|[\u{1d400}-\u{1d7ff}]{3,}(?: +[\u{1d400}-\u{1d7ff}]+)*|[\u2460-\u24e9]{3,}(?: +[\u2460-\u24e9]+)*|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{3,}(?:[ \u3000]+[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+)*/gu;
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
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
 * The first word of signs that stand for letters.
 * @param {string} text
 */
export function letteringIn(text) {
  return (text.match(LETTERING) ?? []).find((found) => !isUsual(found, text)) ?? "";
}

/**
 * A text with letters for such signs.
 * @param {string} text
 */
export function withoutLettering(text) {
  return text.replace(LETTERING, (found) => (isUsual(found, text) ? found : found.normalize("NFKC")));
}

/**
 * Texts of East Asia may have wide letters.
 * @param {string} found
 * @param {string} text
 */
function isUsual(found, text) {
  return found >= "\uff10" && found < "\uff5b" && EAST_ASIAN.test(text);
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
