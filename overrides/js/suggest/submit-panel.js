/** Show what is still wrong with the answers, or the ways to submit the entry. */

import { copied } from "../shared/clipboard.js";
import { make } from "../shared/elements.js";
import { gettext, ngettext } from "../shared/messages.js";
import { addressesOf, offerFile } from "./submission.js";

/** @typedef {import("./submission.js").Ways} Ways */
/** @typedef {{label: string, words: string, focus: () => void}} Fault */

const COPIED_SHOWN_MS = 2000;

export class SubmitPanel {
  /**
   * @param {HTMLFormElement} form
   * @param {Ways} ways
   */
  constructor(form, ways) {
    /** What is wrong, above the questions. */
    this._problems = /** @type {HTMLElement} */ (form.querySelector("[data-rc-problems]"));
    /** The ways to send it, below them. */
    this._root = /** @type {HTMLElement} */ (form.querySelector("[data-rc-outcome]"));
    this._ways = ways;
    this._text = "";
    this._title = this._part("title");
    this._summary = /** @type {HTMLElement} */ (this._problems.querySelector("[data-rc-part=problems]"));
    const copy = this._part("copy");
    copy.addEventListener("click", async () => {
      copy.textContent = (await copied(this._text))
        ? gettext("Copied")
        : gettext("Select the text and copy it by hand");
      setTimeout(() => {
        copy.textContent = gettext("Copy the text");
      }, COPIED_SHOWN_MS);
    });
  }

  /** Bring it before the reader. */
  focus() {
    const [place, title] = this._problems.hidden ? [this._root, this._title] : [this._problems, this._summary];
    title.focus();
    place.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Fault[]} faults
   * @param {{name: string, title: string, text: string}} entry
   */
  show(faults, entry) {
    const { name, text } = entry;
    this._text = text;
    this._root.hidden = faults.length > 0;
    this._problems.hidden = faults.length === 0;
    const title = faults.length ? "" : gettext("Ready to send");
    if (this._title.textContent !== title) this._title.textContent = title; // said once
    this._summary.textContent = ngettext("Fix %(num)s problem", "Fix %(num)s problems", faults.length);
    const items = faults.map(item);
    const list = /** @type {HTMLElement} */ (this._problems.querySelector("[data-rc-part=faults]"));
    // The same list stays as it is: something in it may be pressed at this moment.
    if (list.textContent !== items.map(({ textContent }) => textContent).join("")) {
      list.replaceChildren(...items);
    }
    if (faults.length) return;
    const addresses = addressesOf(this._ways, entry);
    for (const [way, address] of Object.entries(addresses)) this._offer(way, address);
    offerFile(/** @type {HTMLAnchorElement} */ (this._part("download")), name, text);
  }

  /**
   * @param {string} way
   * @param {string} address nothing where the entry is too long for it
   */
  _offer(way, address) {
    const link = this._root.querySelector(`[data-rc-part="${way}"]`);
    if (!(link instanceof HTMLAnchorElement)) return;
    link.hidden = !address;
    if (address) link.href = address;
    this._part(`${way}-long`).hidden = Boolean(address);
  }

  /** @param {string} name */
  _part(name) {
    return /** @type {HTMLElement} */ (this._root.querySelector(`[data-rc-part="${name}"]`));
  }
}

/** @param {Fault} fault */
function item({ label, words, focus }) {
  const button = make("button", { class: "rc-suggest__fault", type: "button" }, label);
  button.addEventListener("click", focus);
  return make("li", {}, button, make("span", {}, ` ${words}`));
}
