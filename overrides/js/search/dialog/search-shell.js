/**
 * The search dialog without the search: it is there at once, so that nothing typed is lost while the
 * code of the search is loading.
 */

import { address, make } from "../../shared/elements.js";
import { gettext } from "../../shared/messages.js";

export class SearchShell {
  /**
   * @param {string} base
   * @param {(text: string) => void} onText is told what is typed before the search has taken over
   */
  constructor(base, onText) {
    this._base = base;
    /** Whether the search has taken over the keys. */
    this.ready = false;
    this.input = make("input", {
      class: "rc-search__input",
      type: "text",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "rc-search-list",
      "aria-autocomplete": "list",
      "aria-label": gettext("Search resources, questions and pages"),
      placeholder: gettext("Search"),
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    this.list = make("div", {
      class: "rc-search__list",
      id: "rc-search-list",
      role: "listbox",
      "aria-label": gettext("Results"),
    });
    this.status = make("p", { class: "rc-search__status", role: "status" });
    this.all = make("a", { class: "rc-more", href: address(base, "browse/"), hidden: true });
    const close = make("button", { class: "rc-search__close", type: "button" }, gettext("Close"));
    this.element = make(
      "dialog",
      { class: "rc-search", "aria-label": gettext("Search") },
      make("div", { class: "rc-search__field" }, this.input, close),
      this.list,
      make("div", { class: "rc-search__foot" }, this.status, this.all),
    );
    document.body.append(this.element);
    close.addEventListener("click", () => this.element.close());
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close(); // a click beside the dialog
    });
    this.input.addEventListener("input", () => {
      if (!this.ready) onText(this.input.value);
    });
    this.input.addEventListener("keydown", (event) => {
      if (this.ready || event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      if (this.input.value.trim()) location.assign(this.listAddress);
    });
  }

  open() {
    if (!this.element.open) this.element.showModal();
    this.input.select();
  }

  /** Where all that was found is listed. */
  get listAddress() {
    const text = this.input.value.trim();
    const list = address(this._base, "browse/");
    return text ? `${list}?${new URLSearchParams({ q: text })}` : list;
  }
}
