/** Place the filters beside the list on wide screens, and in a bottom sheet on narrow ones. */

import { make } from "../shared/elements.js";
import { gettext, ngettext } from "../shared/messages.js";
import { button } from "./toolbar.js";

const NARROW_SCREEN = matchMedia("(max-width: 52rem)");

export class Sheet {
  /**
   * @param {HTMLElement} form
   * @param {HTMLElement} side where the filters are on a wide screen
   */
  constructor(form, side) {
    this._form = form;
    this._side = side;
    this._dialog = make("dialog", { class: "rc-sheet", "aria-label": gettext("Filters") });
    this._open = button("rc-sheet-button", () => this._dialog.showModal(), gettext("Filters"));
    this._done = button("rc-sheet__done", () => this._dialog.close());
    this.elements = [this._open, this._dialog];
    this._dialog.addEventListener("click", (event) => {
      if (event.target === this._dialog) this._dialog.close(); // a tap beside the sheet
    });
    NARROW_SCREEN.addEventListener("change", () => this._place());
    this._place();
  }

  /**
   * @param {number} chosen how many values are chosen
   * @param {number} number how many resources there are
   */
  update(chosen, number) {
    this._open.textContent = chosen ? gettext("Filters (%(number)s)", { number: chosen }) : gettext("Filters");
    this._done.textContent = number
      ? ngettext("Show %(num)s resource", "Show %(num)s resources", number)
      : gettext("Show no resources");
  }

  _place() {
    this._side.hidden = NARROW_SCREEN.matches;
    if (NARROW_SCREEN.matches) {
      this._side.replaceChildren();
      this._dialog.replaceChildren(this._form, this._done);
    } else {
      this._dialog.close();
      this._side.replaceChildren(this._form);
    }
  }
}
