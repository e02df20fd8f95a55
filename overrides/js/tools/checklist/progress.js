/** Show how far the practices of a checklist have come, in all, by group and by phase. */

import { make } from "../../shared/elements.js";
import { gettext } from "../../shared/messages.js";
import { meter } from "../progress-bar.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {{id: string, text: string, phases: string[]}} Practice */
/** @typedef {{id: string, title: string, items: Practice[]}} Group */

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
      make("div", { class: "rc-progress__all" }, this._row(gettext("In all"), all)),
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
  _row(label, items) {
    const states = items.map(({ id }) => this._sheet.get(`item.${id}.state`));
    const number = (/** @type {string} */ state) => states.filter((one) => one === state).length;
    const [done, begun, total] = [number("done"), number("under-way"), items.length - number("not-for-us")];
    const said = [gettext("%(done)s of %(total)s done", { done, total })];
    if (begun) said.push(gettext("%(number)s under way", { number: begun }));
    return meter(label, said.join(", "), total ? done / total : 0, total ? begun / total : 0);
  }
}
