/** Create DOM elements with text that is never parsed as markup. */

import { byLanguage, languageOf } from "./untranslated-texts.js";

const SVG = "http://www.w3.org/2000/svg";
const NO_ELEMENTS = ["option", "textarea"];

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
  for (const child of children) {
    if (typeof child === "string") element.append(...inLanguages(child, element, children.length === 1));
    else if (child !== null) element.append(child);
  }
  return element;
}

/**
 * Put a text into an element, in place of what is there.
 * @param {Element | null} element
 * @param {string} text
 */
export function write(element, text) {
  element?.replaceChildren(...inLanguages(text, /** @type {HTMLElement} */ (element), false));
}

/**
 * A text, in which what is not in the language of the page has an element that says so; that is the
 * element itself where there is nothing else in it.
 * @param {string} text
 * @param {HTMLElement} element
 * @param {boolean} isAll
 */
function inLanguages(text, element, isAll) {
  const language = languageOf(text);
  if (language && isAll) element.lang ||= language;
  if ((language && isAll) || NO_ELEMENTS.includes(element.localName)) return [text];
  return byLanguage(text).map((piece) => {
    const tag = languageOf(piece);
    if (!tag) return piece;
    const part = document.createElement("span");
    part.lang = tag;
    part.append(piece);
    return part;
  });
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
  const parts = pieces.map(({ text, found }) => (found ? make("mark", { class: "rc-match" }, text) : text));
  /** @type {(Node | string)[]} */
  const kept = [];
  for (let place = 0; place < parts.length; place += 1) {
    const before = kept.at(-1);
    const part = parts[place];
    if (isHyphenated(pieces, place)) {
      kept.push(make("span", { class: "rc-together" }, ...parts.slice(place, place + 3)));
      place += 2;
    } else if (typeof part === "string" && typeof before === "string") {
      kept[kept.length - 1] = before + part; // one node for all the words between two marks
    } else kept.push(part);
  }
  return kept;
}

/**
 * Whether a word with a hyphen begins here that is kept on one line: see hyphens.py in the package.
 * @param {{text: string}[]} pieces
 * @param {number} place
 */
function isHyphenated(pieces, place) {
  if (pieces[place + 1]?.text !== "-") return false;
  const [before, first, last, after] = [-1, 0, 2, 3].map((n) => pieces[place + n]?.text ?? "");
  const isWord = (/** @type {string} */ text) => /^\p{L}{3,}$/u.test(text);
  return (
    isWord(first) &&
    isWord(last) &&
    first.length + last.length < 18 &&
    !before.endsWith("-") &&
    !after.startsWith("-")
  );
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
