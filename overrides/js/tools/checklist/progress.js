/** Show how far the practices of a checklist have come, in all, by group and by phase. */

import { make } from "../../shared/elements.js";
import { gettext } from "../../shared/messages.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {{id: string, text: string, phases: string[]}} Practice */
/** @typedef {{id: string, title: string, items: Practice[]}} Group */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 100;

export class Progress {
  /** @param {Sheet} sheet */
  constructor(sheet) {
    this._sheet = sheet;
    this._place = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-progress]"));
    /** @type {Group[]} */
    this._groups = sheet.tool.groups;
    /** The labels of phases, by id, as the page has them. @type {Map<string, string>} */
    this._phases = new Map();
    for (const link of sheet.root.querySelectorAll(".rc-checklist__phases a")) {
      const [, id] = /phases\/([^/]+)\//.exec(/** @type {HTMLAnchorElement} */ (link).href) ?? [];
      if (id) this._phases.set(id, link.textContent ?? "");
    }
  }

  show() {
    const all = this._groups.flatMap(({ items }) => items);
    const ordered = JSON.parse(this._place.dataset.rcProgress || "[]");
    const phases = ordered.filter((/** @type {string} */ id) => this._phases.has(id));
    this._place.replaceChildren(
      this._row(gettext("In all"), all, "rc-progress__row rc-progress__row--all"),
      make(
        "div",
        { class: "rc-progress__lists" },
        this._list(gettext("By group"), this._groups.map(({ title, items }) => this._row(title, items))),
        phases.length
          ? this._list(
              gettext("By phase"),
              phases.map((/** @type {string} */ id) =>
                this._row(this._phases.get(id) ?? id, all.filter((item) => item.phases.includes(id))),
              ),
            )
          : null,
      ),
    );
    this._place.hidden = false;
  }

  /**
   * @param {string} label
   * @param {HTMLElement[]} rows
   */
  _list(label, rows) {
    const list = make("ul", { role: "list" }, ...rows.map((row) => make("li", {}, row)));
    return make("div", {}, make("h3", { class: "rc-progress__heading" }, label), list);
  }

  /**
   * @param {string} label
   * @param {Practice[]} items
   */
  _row(label, items, look = "rc-progress__row") {
    const states = items.map(({ id }) => this._sheet.get(`item.${id}.state`));
    const number = (/** @type {string} */ state) => states.filter((one) => one === state).length;
    const [done, begun, total] = [number("done"), number("under-way"), items.length - number("not-for-us")];
    const said = [gettext("%(done)s of %(total)s done", { done, total })];
    if (begun) said.push(gettext("%(number)s under way", { number: begun }));
    return make(
      "div",
      { class: look },
      make("span", { class: "rc-progress__label", dir: "auto" }, label),
      make("span", { class: "rc-progress__said" }, said.join(", ")),
      bar(total ? done / total : 0, total ? begun / total : 0),
    );
  }
}

/**
 * A bar of two parts; what it shows stands beside it in words.
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
