/**
 * Say a message. A text has %(name)s where a value belongs, and stands here in English: see
 * hooks/resource_catalog/pages/rendering/script_messages.py.
 */

/**
 * @param {string} text
 * @param {Record<string, string | number>} [values]
 */
export function say(text, values = {}) {
  return text.replace(/%(?:\((\w+)\)s|%)/g, (_, name) => (name ? value(values, name) : "%"));
}

/**
 * The value of a name; with a capital letter at its beginning, where the name has one.
 * @param {Record<string, string | number>} values
 * @param {string} name
 */
function value(values, name) {
  if (name in values) return `${values[name]}`;
  const found = `${values[name.charAt(0).toLowerCase() + name.slice(1)]}`;
  return found.charAt(0).toUpperCase() + found.slice(1);
}

/**
 * A message with elements in it, such as a link, in pieces to append.
 * @param {string} text
 * @param {Record<string, Node>} elements
 * @returns {(Node | string)[]}
 */
export function sayAround(text, elements) {
  const pieces = text.split(/%\((\w+)\)s/);
  return pieces.map((piece, index) => (index % 2 ? elements[piece] : say(piece))).filter(Boolean);
}

/**
 * How many resources there are.
 * @param {number} number
 */
export function resources(number) {
  return number ? sayCount("%(num)s resource", "%(num)s resources", number) : say("No resources");
}

/**
 * Mark a message that `say` says elsewhere.
 * @param {string} text
 */
export function mark(text) {
  return text;
}

/**
 * The message for a number, which is the value of %(num)s in it.
 * @param {string | string[]} one or all forms, in another language
 * @param {string | ((number: number) => number)} many or what chooses the form
 * @param {number} number
 * @param {Record<string, string | number>} [values]
 */
export function sayCount(one, many, number, values = {}) {
  const text =
    typeof one !== "string" && typeof many === "function"
      ? one[many(number)]
      : number === 1
        ? one
        : many;
  return say(`${text}`, { num: number.toLocaleString(document.documentElement.lang), ...values });
}
