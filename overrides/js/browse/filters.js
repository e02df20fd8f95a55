/** The filter form: every filter with its values, and the number of resources for each. */

import { make } from "../shared/elements.js";
import { gettext, gettextNodes } from "../shared/messages.js";

/** @typedef {import("../search/library.js").Library} Library */
/** @typedef {{value: string, row: HTMLElement, box: HTMLInputElement, number: HTMLElement}} Row */

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
    this.element = make("form", { class: "rc-filter", "aria-label": gettext("Filters") }, ...groups);
    this.element.addEventListener("submit", (event) => event.preventDefault());
  }

  /**
   * @param {Map<string, string[]>} chosen
   * @param {Map<string, Uint32Array>} counts
   */
  update(chosen, counts) {
    for (const [filter, rows] of this._rows) {
      rows.forEach(({ value, row, box, number }, index) => {
        const left = counts.get(filter)?.[index] ?? 0;
        box.checked = chosen.get(filter)?.includes(value) ?? false;
        // What would give nothing is shown as such, and can still be taken back when it is chosen;
        // the box that was just pressed keeps the focus.
        box.disabled = left === 0 && !box.checked && box !== document.activeElement;
        row.classList.toggle("rc-filter__value--empty", left === 0);
        number.textContent = String(left);
        if (box.checked) row.hidden = false;
      });
    }
  }
}

/**
 * @param {string} parameter
 * @param {import("../search/library.js").Value} value
 * @returns {Row}
 */
function row(parameter, { id, label, depth }) {
  const box = make("input", { type: "checkbox", name: parameter, value: id });
  const number = make("span", { class: "rc-filter__count" });
  const text = make("span", { class: "rc-filter__text", dir: "auto" }, label);
  const below = depth ? ` rc-below-${Math.min(depth, 4)}` : "";
  const element = make("label", { class: `rc-filter__value${below}` }, box, text, number);
  return { value: id, row: element, box, number };
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
