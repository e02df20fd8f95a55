/** The ways on for each message: copy it, hand it to the mail program, or print it alone. */

import { copied } from "../../shared/clipboard.js";
import { button } from "../../shared/button.js";
import { make } from "../../shared/elements.js";
import { fittingMail, LONGEST_MAIL, mailAddress } from "../../shared/mail.js";
import { gettext, ngettext } from "../../shared/messages.js";

/** @typedef {import("./compose.js").Messages} Messages */
/** @typedef {import("./compose.js").Message} Message */
/** @typedef {import("../sheet.js").Sheet} Sheet */

export class Ways {
  /**
   * @param {Sheet} sheet
   * @param {Messages} messages
   * @param {HTMLElement} section
   */
  constructor(sheet, messages, section) {
    this._sheet = sheet;
    this._messages = messages;
    this._section = section;
    this._id = section.dataset.rcMessage ?? "";
    this._said = make("p", { class: "rc-tool__said", role: "status" });
    this._mail = make("a", { class: "rc-bar__button" }, gettext("Open in your mail program"));
    this._mail.addEventListener("click", () => this._mailed());
    this._again = button(gettext("Fill in the blanks again"), () => {
      sheet.forget([`subject.${this._id}`, `text.${this._id}`]);
      section.querySelector("textarea")?.focus();
    });
    this._open = /** @type {HTMLElement} */ (section.querySelector("[data-rc-open]"));
    const ways = /** @type {HTMLElement} */ (section.querySelector("[data-rc-ways]"));
    ways.append(
      button(gettext("Copy the text"), () => this._copy("text")),
      button(gettext("Copy the subject"), () => this._copy("subject")),
      this._mail,
      button(gettext("Print this message"), () => this._print()),
      this._again,
    );
    ways.after(this._said);
  }

  show() {
    this._again.hidden = !this._messages.isOwn(this._id);
    const { subject, text } = this._message;
    this._mail.href = fittingMail(subject, [text]);
    this._said.textContent = "";
    this._showOpen();
  }

  /** The blanks that are left, each a way to its field. */
  _showOpen() {
    const open = this._messages.open(this._message);
    this._open.hidden = !open.length;
    const links = open.flatMap(({ key, label }) => [" ", this._wayTo(key, label)]);
    this._open.replaceChildren(gettext("Still blank:"), ...links);
  }

  /**
   * @param {string} key
   * @param {string} label
   */
  _wayTo(key, label) {
    const link = make("a", { href: `#${key}`, dir: "auto" }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById(key)?.focus();
    });
    return link;
  }

  get _message() {
    return this._messages.message(this._id, "");
  }

  /** @param {"text" | "subject"} part */
  async _copy(part) {
    this._say(
      (await copied(this._message[part]))
        ? gettext("Copied.")
        : gettext("This browser doesn’t let pages copy. Select the text and copy it yourself."),
    );
  }

  /** What does not fit into the address of a mail goes by way of the clipboard. */
  async _mailed() {
    if (isWhole(this._message)) return this._say("");
    this._say(
      (await copied(this._message.text))
        ? gettext("The text is too long to open in your mail program. It has been copied: paste it into an e-mail.")
        : gettext("The text is too long to open in your mail program. Copy it, and paste it into an e-mail."),
    );
  }

  _print() {
    const root = this._sheet.root;
    root.classList.add("rc-tool--one");
    this._section.classList.add("rc-kit__message--one");
    const after = () => {
      root.classList.remove("rc-tool--one");
      this._section.classList.remove("rc-kit__message--one");
    };
    addEventListener("afterprint", after, { once: true });
    print();
  }

  /** @param {string} text */
  _say(text) {
    const number = this._messages.open(this._message).length;
    const left = number ? ngettext("%(num)s blank is still to be filled in.", "%(num)s blanks are still to be filled in.", number) : "";
    this._said.textContent = [text, left].filter(Boolean).join(" ");
  }
}

/** @param {Message} message */
function isWhole({ subject, text }) {
  return mailAddress(subject, text).length <= LONGEST_MAIL;
}
