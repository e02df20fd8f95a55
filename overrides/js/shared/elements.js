/** Create DOM elements with text that is never parsed as markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | boolean | null>} [attributes] false and null leave one out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * An icon, which never stands alone and so is hidden from screen readers.
 * @param {string | undefined} outline
 * @param {string | undefined} box
 */
export function icon(outline, box) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", box ?? "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", outline ?? "");
  drawing.append(path);
  return make("span", { class: "rc-icon" }, drawing);
}

/**
 * A text with the words that were searched for marked.
 * @param {{text: string, found: boolean}[]} pieces
 */
export function marked(pieces) {
  return pieces.map(({ text, found }) => (found ? make("mark", { class: "rc-match" }, text) : text));
}

/**
 * An address of this site; a page opened from disk needs the name of the file too.
 * @param {string} base
 * @param {string} path
 */
export function address(base, path) {
  if (location.protocol !== "file:") return base + path;
  return base + path.replace(/\/(?=$|[?#])/, "/index.html");
}
