/** Draw how far something has come: a bar of two parts, and the same in words above it. */

import { make } from "../shared/elements.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 100;

/**
 * @param {string} label
 * @param {string} said
 * @param {number} done a share, from 0 to 1
 * @param {number} [begun] the share that is under way
 */
export function meter(label, said, done, begun = 0) {
  return make(
    "div",
    { class: "rc-progress__row" },
    make("span", { class: "rc-progress__label", dir: "auto" }, label),
    make("span", { class: "rc-progress__said" }, said),
    bar(done, begun),
  );
}

/**
 * @param {number} done
 * @param {number} begun
 */
function bar(done, begun) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `0 0 ${WIDTH} 6`);
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "rc-progress__bar");
  const parts = /** @type {const} */ ([["ground", 0, 1], ["done", 0, done], ["begun", done, begun]]);
  for (const [name, start, share] of parts) {
    const part = document.createElementNS(SVG, "rect");
    part.setAttribute("class", `rc-progress__${name}`);
    part.setAttribute("x", String(start * WIDTH));
    part.setAttribute("width", String(share * WIDTH));
    part.setAttribute("height", "6");
    drawing.append(part);
  }
  return drawing;
}
