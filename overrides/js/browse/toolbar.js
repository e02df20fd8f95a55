/** The toolbar above a list: search field, applied filters, count, sort order, and share link. */

import { announce } from "../shared/announce.js";
import { buttonOf } from "../shared/button.js";
import { make } from "../shared/elements.js";
import { gettext, gettextNodes, resources } from "../shared/messages.js";
import { offeredOrders } from "./sort-orders.js";

/** @typedef {import("./url-state.js").Wish} Wish */
/** @typedef {import("../search/index/search-index.js").Library} Library */
/**
 * @typedef {object} Actions
 * @property {(text: string) => void} onText
 * @property {(sort: string) => void} onSort
 * @property {(filter: string, value: string) => void} onRemove
 * @property {() => void} onClear
 * @property {() => void} onCopy
 */

const COPIED_SHOWN_MS = 2000;
const TYPING_RESTS_MS = 600;

export class Toolbar {
  /**
   * @param {Library} library
   * @param {Actions} actions
   */
  constructor(library, actions) {
    this._library = library;
    this._actions = actions;
    this.input = make("input", {
      class: "rc-find__input",
      type: "search",
      id: "rc-find",
      placeholder: gettext("Title, topic, person, question …"),
      autocomplete: "off",
      enterkeyhint: "search",
    });
    this.count = make("p", { class: "rc-bar__count" });
    /** What is said of the count: once the reader has stopped typing, not with every letter. */
    this._saidCount = make("p", { class: "rc-hidden", role: "status" });
    this._sort = make("select", { class: "rc-bar__select", id: "rc-sort" });
    this._copy = make("button", { class: "rc-bar__button", type: "button" }, gettext("Copy link"));
    this._said = make("p", { class: "rc-find__said", role: "status", hidden: true });
    this._chips = make("ul", { class: "rc-chips", role: "list", "aria-label": gettext("Applied filters") });
    this.order = make("label", { class: "rc-bar__sort", for: "rc-sort" }, ...gettextNodes("Order %(choice)s", { choice: this._sort }));
    this.bar = make("div", { class: "rc-bar" }, this.count, this._copy);
    this.elements = [
      make(
        "div",
        { class: "rc-browse__find", role: "search" },
        make(
          "div",
          { class: "rc-find" },
          make("label", { for: "rc-find", class: "rc-find__label" }, gettext("Search")),
          this.input,
        ),
        this._said,
        this._chips,
        this._saidCount,
      ),
      this.bar,
    ];
    /** What the orders were offered for, and the choices whose chips are shown. */
    this._offered = "";
    /** @type {Map<string, string[]> | undefined} */
    this._chosen = undefined;
    this.input.addEventListener("input", () => actions.onText(this.input.value));
    this._sort.addEventListener("change", () => actions.onSort(this._sort.value));
    this._copy.addEventListener("click", actions.onCopy);
  }

  /**
   * @param {Wish} wish
   * @param {string} sort
   * @param {number} number how many resources there are
   */
  update(wish, sort, number) {
    this._offerOrders(wish.text.trim() !== "", sort);
    const text = resources(number);
    if (this.count.textContent !== text) this.count.textContent = text;
    clearTimeout(this._rest);
    this._rest = setTimeout(() => {
      if (this._saidCount.textContent !== text) this._saidCount.textContent = text; // said once, not twice
    }, document.activeElement === this.input ? TYPING_RESTS_MS : 0);
    if (wish.chosen !== this._chosen) this._showChips(wish.chosen);
    this._chosen = wish.chosen;
  }

  /**
   * @param {boolean} hasWords whether something is searched for
   * @param {string} sort the order that is chosen
   */
  _offerOrders(hasWords, sort) {
    const offered = `${hasWords} ${sort}`;
    if (offered === this._offered && sort === this._sort.value) return;
    this._offered = offered;
    this._sort.replaceChildren(
      ...offeredOrders(this._library, hasWords).map(([name, label]) =>
        make("option", { value: name, selected: name === sort }, label),
      ),
    );
  }

  /** @param {Map<string, string[]>} chosen */
  _showChips(chosen) {
    const chips = this._library.filters.flatMap((filter) =>
      (chosen.get(filter.id) ?? []).map((id) => this._chip(filter, id)),
    );
    if (chips.length) {
      chips.push(buttonOf("rc-chip rc-chip--clear", this._actions.onClear, gettext("Clear all")));
    }
    this._chips.replaceChildren(...chips.map((chip) => make("li", {}, chip)));
    this._chips.hidden = chips.length === 0;
  }

  /**
   * Say something that the reader should know; an empty text takes it back.
   * @param {string} text
   */
  announce(text) {
    this._said.textContent = text;
    this._said.hidden = !text;
  }

  sayCopied() {
    this._copy.textContent = gettext("Copied");
    announce(gettext("Copied"));
    setTimeout(() => {
      this._copy.textContent = gettext("Copy link");
    }, COPIED_SHOWN_MS);
  }

  /** The chip that had the focus is gone: go on from the next one, or from the field. */
  focusNear() {
    (this._chips.querySelector("button") ?? this.input).focus({ preventScroll: true });
  }

  /**
   * @param {import("../search/index/search-index.js").Filter} filter
   * @param {string} id
   */
  _chip(filter, id) {
    const label = filter.values.find((value) => value.id === id)?.label ?? id;
    return buttonOf(
      "rc-chip",
      () => this._actions.onRemove(filter.id, id),
      make("span", { class: "rc-hidden" }, gettext("Remove %(filter)s: ", { filter: filter.label })),
      label,
      make("span", { class: "rc-chip__cross", "aria-hidden": "true" }, "×"),
    );
  }
}
