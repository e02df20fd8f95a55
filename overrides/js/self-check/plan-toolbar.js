/** What can be done with a plan: copy its link or its text, mail, print, save as a table. */

import { button } from "../shared/button.js";
import { copied } from "../shared/clipboard.js";
import { make } from "../shared/elements.js";
import { TYPE, docx } from "../shared/files/docx.js";
import { saveFile } from "../shared/files/save.js";
import { fittingMail } from "../shared/mail.js";
import { gettext } from "../shared/messages.js";
import { asDocument } from "./plan-document.js";
import { asCsv, asText } from "./plan-text.js";

/** @typedef {import("./plan-rules.js").Plan} Plan */

export class PlanToolbar {
  /**
   * @param {string} title
   * @param {string} hint what is to be known of links, if anything
   * @param {any} check
   * @param {string} base
   * @param {() => {plan: Plan, day: string, fragment: string}} whole what is shown when a tool is used
   */
  constructor(title, hint, check, base, whole) {
    this._title = title;
    this._check = check;
    this._root = new URL(base || ".", location.href).href;
    this._whole = whole;
    this._said = make("span", { class: "rc-shelf__done", role: "status" });
    this.element = make(
      "div",
      { class: "rc-plan__tools", role: "group", "aria-label": gettext("Share or save this plan") },
      make(
        "div",
        { class: "rc-check__choice" },
        button(gettext("Copy the link"), () => this._copy(this._address())),
        button(gettext("Copy as text"), () => this._copy(this._text())),
        button(gettext("E-mail"), () => this._mail()),
        // Computers have the function too, but their windows for it know few programs.
        "share" in navigator && matchMedia("(pointer: coarse)").matches
          ? button(gettext("Share…"), () => this._send())
          : null,
        button(gettext("Print"), () => print()),
        button(gettext("Word (docx)"), () => this._saveDocument()),
        button(gettext("Table (CSV)"), () => this._save()),
        this._said,
      ),
      make("p", { class: "rc-plan__rule" }, gettext("The answers stay on this device. In the link they come after the # sign, which no server sees.")),
      hint ? make("p", { class: "rc-plan__rule" }, hint) : null,
    );
    // What was said of one button is not left standing once another is pressed.
    this.element.addEventListener("click", () => this._said.replaceChildren(), true);
  }

  _address() {
    return `${location.origin}${location.pathname}#${this._whole().fragment}`;
  }

  /** @param {boolean} [isShort] */
  _text(isShort) {
    const { plan, day } = this._whole();
    const page = { title: this._title, day, address: this._address(), root: this._root };
    return asText(this._check, plan, page, isShort);
  }

  /** @param {string} text */
  async _copy(text) {
    this._said.textContent = (await copied(text))
      ? gettext("Copied")
      : gettext("This browser doesn’t let pages copy. Copy the link from the address bar.");
  }

  _mail() {
    const link = `${gettext("The plan, to view and change:")}\n${this._address()}\n`;
    location.href = fittingMail(this._title, [this._text(true), link]);
  }

  _send() {
    navigator.share({ title: this._title, url: this._address() }).catch(() => {}); // the reader has thought better of it
  }

  _saveDocument() {
    const { plan, day } = this._whole();
    const page = { title: this._title, day, address: this._address(), root: this._root };
    const file = docx(this._title, document.documentElement.lang, asDocument(this._check, plan, page));
    saveFile("plan.docx", TYPE, file);
  }

  _save() {
    const { plan } = this._whole();
    saveFile("plan.csv", "text/csv", asCsv(this._check, plan, this._root));
  }
}
