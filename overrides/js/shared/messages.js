/**
 * Messages with their values. A text has %(name)s where a value belongs, and is English here: see
 * hooks/resource_catalog/pages/rendering/script_messages.py.
 */

/**
 * @param {string} text
 * @param {Record<string, string | number>} [values]
 */
export function gettext(text, values = {}) {
  return text.replace(/%(?:\((\w+)\)s|%)/g, (_, name) => (name ? value(values, name) : "%"));
}

/**
 * The value of a name; with a capital letter at its beginning, where the name has one.
 * @param {Record<string, string | number>} values
 * @param {string} name
 */
function value(values, name) {
  if (name in values) return `${values[name]}`;
  return capitalized(`${values[name.charAt(0).toLowerCase() + name.slice(1)]}`);
}

/** @param {string} text */
export function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A message with elements in it, such as a link, in pieces to append.
 * @param {string} text
 * @param {Record<string, Node>} elements
 * @returns {(Node | string)[]}
 */
export function gettextNodes(text, elements) {
  const pieces = text.split(/%\((\w+)\)s/);
  return pieces.map((piece, index) => (index % 2 ? elements[piece] : gettext(piece))).filter(Boolean);
}

/**
 * How many resources there are.
 * @param {number} number
 */
export function resources(number) {
  return number ? ngettext("%(num)s resource", "%(num)s resources", number) : gettext("No resources");
}

/**
 * Mark a message that `gettext` translates elsewhere.
 * @param {string} text
 */
export function gettextNoop(text) {
  return text;
}

/**
 * The message for a number, which is the value of %(num)s in it.
 * @param {string | string[]} one or all forms, in another language
 * @param {string | ((number: number) => number)} many or what chooses the form
 * @param {number} number
 * @param {Record<string, string | number>} [values]
 */
export function ngettext(one, many, number, values = {}) {
  const text =
    typeof one !== "string" && typeof many === "function"
      ? one[many(number)]
      : number === 1
        ? one
        : many;
  return gettext(`${text}`, { num: written(number), ...values });
}

/** Made once: to make one takes as long as to write a hundred numbers. @type {Intl.NumberFormat | undefined} */
let numberFormat;

/**
 * A number as the pages write it.
 * @param {number} number
 */
function written(number) {
  const { lang } = document.documentElement;
  numberFormat ??= new Intl.NumberFormat(lang === "es" ? "es-US" : lang);
  return numberFormat.format(number);
}
