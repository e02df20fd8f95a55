/** The tools of the shelf page: share, print, export, and propose as a pack. */

import { button } from "../shared/button.js";
import { copied } from "../shared/clipboard.js";
import { make } from "../shared/elements.js";
import { saveFile } from "../shared/files/save.js";
import { fittingMail, LONGEST_MAIL, mailAddress } from "../shared/mail.js";
import { gettext } from "../shared/messages.js";
import { asCollection, asShortTexts, asText, FORMATS, slug } from "./exports.js";

/** @typedef {import("./exports.js").Whole} Whole */

export class Toolbar {
  /**
   * @param {string} library the name of the site
   * @param {() => Whole} whole what is on the shelf when a tool is used
   */
  constructor(library, whole) {
    this._library = library;
    this._whole = whole;
    this._said = make("span", { class: "rc-shelf__done", role: "status" });
    this.element = make(
      "div",
      { class: "rc-shelf__tools" },
      make(
        "div",
        { class: "rc-shelf__choice" },
        button(gettext("Copy link"), () => this._copy()),
        button(gettext("E-mail"), () => this._mail()),
        button(gettext("Print"), () => print()),
        this._said,
      ),
      make(
        "details",
        { class: "rc-shelf__more" },
        make("summary", {}, gettext("Download or export")),
        make(
          "div",
          { class: "rc-shelf__choice" },
          ...FORMATS.map(({ label, ending, kind, write }) => button(gettext(label), () => this._save(ending, kind, write))),
        ),
        make("p", { class: "rc-shelf__hint" }, gettext("Useful to others? Save it as a pack, and propose the file to this library.")),
        make(
          "div",
          { class: "rc-shelf__choice" },
          button(gettext("Save as a pack"), () => this._save("yml", "application/yaml", asCollection)),
        ),
      ),
    );
  }

  /** @param {number} number how many things are on the shelf */
  show(number) {
    this.element.hidden = number === 0;
    this._said.textContent = "";
  }

  async _copy() {
    this._said.textContent = (await copied(this._whole().address))
      ? gettext("Copied. Anyone who opens the link sees this shelf.")
      : gettext("This browser doesn’t let pages copy. Copy the link from the address bar.");
  }

  async _mail() {
    const whole = this._whole();
    const subject = gettext("%(shelf)s – %(site)s", { shelf: whole.name, site: this._library });
    const texts = [asText(whole), ...asShortTexts(whole)];
    location.href = fittingMail(subject, texts);
    if (mailAddress(subject, texts[0]).length <= LONGEST_MAIL) return;
    this._said.textContent = (await copied(texts[0]))
      ? gettext("The text is too long to open in your mail program. It has been copied: paste it into an e-mail.")
      : gettext("The text is too long to open in your mail program. Download it as text for an e-mail.");
  }

  /**
   * @param {string} ending
   * @param {string} kind
   * @param {(whole: Whole) => string} write
   */
  _save(ending, kind, write) {
    const whole = this._whole();
    saveFile(`${slug(whole.name)}.${ending}`, kind, write(whole));
  }
}
