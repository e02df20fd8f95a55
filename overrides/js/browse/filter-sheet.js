/**
 * Place the filters, and the order of the list, beside the list on wide screens and in a bottom sheet
 * on narrow ones.
 */

import { buttonOf } from "../shared/button.js";
import { make } from "../shared/elements.js";
import { gettext, ngettext, resources } from "../shared/messages.js";

const NARROW_SCREEN = matchMedia("(max-width: 52rem)");

export class Sheet {
  /**
   * @param {HTMLElement} form
   * @param {HTMLElement} side where the filters are on a wide screen
   * @param {HTMLElement} order the choice of an order
   * @param {HTMLElement} bar where that is on a wide screen, and the button that opens the sheet
   * @param {() => void} onSkip
   */
  constructor(form, side, order, bar, onSkip) {
    this._form = form;
    this._side = side;
    this._order = order;
    this._bar = bar;
    this._skip = buttonOf("rc-skip", onSkip, gettext("Skip filters"));
    this._title = make("h2", { class: "rc-sheet__title" }, gettext("Filters"));
    this._body = make("div", { class: "rc-sheet__body" });
    this._said = make("p", { class: "rc-hidden", role: "status" });
    this._done = buttonOf("rc-sheet__done", () => this.element.close());
    const close = buttonOf("rc-sheet__close", () => this.element.close(), make("span", { "aria-hidden": "true" }, "×"));
    close.setAttribute("aria-label", gettext("Close"));
    this.element = make(
      "dialog",
      { class: "rc-sheet", "aria-label": gettext("Filters") },
      make("div", { class: "rc-sheet__head" }, this._title, close),
      this._body,
      this._said,
      this._done,
    );
    this._open = buttonOf("rc-sheet-button", () => this.element.showModal(), gettext("Filters"));
    bar.append(this._open);
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close(); // a tap beside the sheet
    });
    NARROW_SCREEN.addEventListener("change", () => this._place());
    this._place();
  }

  /**
   * @param {number} chosen how many values are chosen
   * @param {number} number how many resources there are
   */
  update(chosen, number) {
    write(this._open, chosen ? gettext("Filters (%(number)s)", { number: chosen }) : gettext("Filters"));
    write(
      this._done,
      number
        ? ngettext("Show %(num)s resource", "Show %(num)s resources", number)
        : gettext("Show no resources"),
    );
    // The page behind an open sheet says nothing.
    write(this._said, resources(number));
  }

  _place() {
    this._side.hidden = NARROW_SCREEN.matches;
    if (NARROW_SCREEN.matches) {
      this._side.replaceChildren();
      this._body.replaceChildren(this._order, this._form);
    } else {
      this.element.close();
      this._open.before(this._order);
      this._side.replaceChildren(this._skip, this._form);
    }
  }
}

/**
 * Write a text where it is another than before: what is written again is heard and laid out again.
 * @param {HTMLElement} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
