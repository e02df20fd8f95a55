/** The filter form: every filter with its values, and the number of resources for each. */

import { make } from "../shared/elements.js";
import { gettext, gettextNodes } from "../shared/messages.js";

/** @typedef {import("../search/index/search-index.js").Library} Library */
/**
 * @typedef {{value: string, row: HTMLElement, box: HTMLInputElement, number: HTMLElement, left: number}}
 *   Row  left is the number that it shows, -1 before it shows one.
 */

const SHOWN_AT_FIRST = 8;

export class FilterForm {
  /**
   * @param {Library} library
   * @param {(filter: string, values: string[]) => void} onChoice
   */
  constructor(library, onChoice) {
    /** @type {Map<string, Row[]>} */
    this._rows = new Map();
    const groups = library.filters.map((filter) => {
      const rows = filter.values.map((value) => row(filter.parameter, value));
      this._rows.set(filter.id, rows);
      const chosen = () => rows.filter(({ box }) => box.checked).map(({ value }) => value);
      const group = make(
        "fieldset",
        { class: "rc-filter__group" },
        make("legend", { class: "rc-filter__label" }, filter.label),
        ...rows.map((r) => r.row),
        rows.length > SHOWN_AT_FIRST ? moreButton(rows, filter.label) : null,
      );
      group.addEventListener("change", () => onChoice(filter.id, chosen()));
      return group;
    });
    // The choices are in the address. With each change of that, browsers note what hundreds of boxes hold, which takes
    // longer than to draw the list, unless they are told that nothing in this form is to be filled in again.
    const attributes = { class: "rc-filter", autocomplete: "off", "aria-label": gettext("Filters") };
    this.element = make("form", attributes, ...groups);
    this.element.addEventListener("submit", (event) => event.preventDefault());
  }

  /**
   * @param {Map<string, string[]>} chosen
   * @param {Map<string, Uint32Array>} counts
   */
  update(chosen, counts) {
    const focused = document.activeElement;
    for (const [filter, rows] of this._rows) {
      const wanted = chosen.get(filter);
      const found = counts.get(filter);
      rows.forEach((known, index) => {
        const { value, row, box } = known;
        const left = found?.[index] ?? 0;
        const checked = wanted?.includes(value) ?? false;
        // Hundreds of rows are as they were after most keys: what is written again is styled again.
        if (box.checked !== checked) box.checked = checked;
        // What would give nothing is shown as such, and can still be taken back when it is chosen;
        // the box that was just pressed keeps the focus.
        const disabled = left === 0 && !checked && box !== focused;
        if (box.disabled !== disabled) box.disabled = disabled;
        if (known.left !== left) show(known, left);
        if (checked) row.hidden = false;
      });
    }
  }
}

/**
 * @param {Row} known
 * @param {number} left
 */
function show(known, left) {
  if ((known.left === 0) !== (left === 0)) known.row.classList.toggle("rc-filter__value--empty", left === 0);
  known.number.textContent = String(left);
  known.left = left;
}

/**
 * @param {string} parameter
 * @param {import("../search/index/search-index.js").Value} value
 * @returns {Row}
 */
function row(parameter, { id, label, depth }) {
  const box = make("input", { type: "checkbox", name: parameter, value: id });
  const number = make("span", { class: "rc-filter__count" });
  const text = make("span", { class: "rc-filter__text", dir: "auto" }, label);
  const below = depth ? ` rc-below-${Math.min(depth, 4)}` : "";
  const element = make("label", { class: `rc-filter__value${below}` }, box, text, number);
  return { value: id, row: element, box, number, left: -1 };
}

/**
 * A button that shows the values beyond the first ones.
 * @param {Row[]} rows
 * @param {string} label
 */
function moreButton(rows, label) {
  const rest = rows.slice(SHOWN_AT_FIRST);
  for (const { row } of rest) row.hidden = true;
  const button = make(
    "button",
    { class: "rc-filter__more", type: "button" },
    ...gettextNodes("All %(number)s%(values)s", {
      number: new Text(String(rows.length)),
      values: make("span", { class: "rc-hidden" }, gettext(" values of %(filter)s", { filter: label })),
    }),
  );
  button.addEventListener("click", () => {
    for (const { row } of rest) row.hidden = false;
    rest[0].box.focus();
    button.remove();
  });
  return button;
}
