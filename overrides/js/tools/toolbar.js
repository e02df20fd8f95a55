/**
 * What surrounds the sheet of a tool: above it, a saved file is opened; below it, where everything
 * is filled in, it is printed, taken along as a file, and cleared.
 */

import { button } from "../shared/button.js";
import { make } from "../shared/elements.js";
import { filePicker } from "../shared/files/pick-file.js";
import { saveFile } from "../shared/files/save.js";
import { gettext, ngettext } from "../shared/messages.js";
import { asData, empty, fromFile } from "./answers.js";
import { fileName } from "./file-name.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */

export class Toolbar {
  /** @param {Sheet} sheet */
  constructor(sheet) {
    this._sheet = sheet;
    this._opened = make("p", { class: "rc-tool__said", role: "status" });
    this._said = make("p", { class: "rc-tool__said", role: "status" });
    this._kept = make("p", { class: "rc-tool__kept" });
    this._picker = filePicker((text) => this._open(text));
    this._left = make("section", { class: "rc-tool__left", "aria-label": gettext("No longer asked"), hidden: true });
  }

  /** Put them around the sheet, and what is no longer asked below it. */
  start() {
    const { kind, root } = this._sheet;
    const bar = make(
      "div",
      { class: "rc-tool__bar" },
      this._kept,
      make(
        "div",
        { class: "rc-tool__ways" },
        make("a", { class: "rc-bar__button", href: "#take" }, gettext("Print or save it")),
        button(gettext("Open a saved file"), () => this._picker.click()),
        this._picker,
      ),
      this._opened,
    );
    const take = make(
      "section",
      { class: "rc-section rc-tool__take", "aria-labelledby": "take" },
      make("h2", { class: "rc-section__title", id: "take", tabindex: "-1" }, gettext("Take it with you")),
      make(
        "div",
        { class: "rc-tool__ways" },
        button(gettext("Print"), () => print()),
        ...(kind.files ?? []).map((file) => fileButton(this._sheet, file, this._said)),
        button(gettext("Save to continue later"), () => this._save()),
        button(gettext("Clear"), () => this._clear()),
      ),
      this._said,
      make("p", { class: "rc-tool__kept" }, make("a", { href: "#formats" }, gettext("Which file opens where"))),
    );
    root.addEventListener("click", (event) => this._clearSaid(/** @type {Element} */ (event.target)), true);
    root.prepend(bar);
    root.append(take, this._left);
    this._sheet.onChange(() => this._show());
    this._show();
  }

  /**
   * What was said of one button is not left standing once another is pressed, but for a way back.
   * @param {Element} pressed
   */
  _clearSaid(pressed) {
    if (!pressed.closest("button, a.rc-bar__button")) return;
    for (const said of this._sheet.root.querySelectorAll(".rc-tool__said")) {
      if (!said.querySelector("button")) said.replaceChildren();
    }
  }

  _show() {
    const { isKept, left } = this._sheet;
    this._kept.textContent = isKept
      ? gettext("What you write stays on this device, in this browser, and is not sent anywhere.")
      : gettext("This browser won’t keep what you write: save a file before you leave this page.");
    this._left.hidden = !left.length;
    if (!left.length) return;
    const list = make("dl", { class: "rc-facts" });
    for (const { label, text } of left) {
      list.append(make("div", {}, make("dt", { dir: "auto" }, label), make("dd", { dir: "auto" }, text)));
    }
    this._left.replaceChildren(
      make("h2", { class: "rc-section__title" }, gettext("No longer asked")),
      make("p", {}, gettext("This tool has changed since you wrote these. They are kept until you remove them.")),
      list,
      button(gettext("Remove these"), () => this._sheet.forget(this._sheet.left.map(({ key }) => key))),
    );
  }

  _save() {
    const { tool, kept } = this._sheet;
    const data = { ...asData(tool.id, kept), title: tool.title, url: tool.url };
    saveFile(fileName(this._sheet, "json"), "application/json", `${JSON.stringify(data, null, 1)}\n`);
    this._said.textContent = gettext("Saved. Open this file here, on any device, to continue.");
  }

  /** @param {string} text */
  _open(text) {
    const { kept, fault } = fromFile(text, this._sheet.tool.id);
    if (kept) {
      const before = this._sheet.kept;
      this._sheet.replace(kept);
      const number = kept.answers.size;
      this._undoable(this._opened, ngettext("%(num)s answer opened.", "%(num)s answers opened.", number), before);
    } else this._opened.textContent = fault;
  }

  _clear() {
    const before = this._sheet.kept;
    this._sheet.replace(empty());
    this._undoable(this._said, gettext("Everything has been cleared."), before);
  }

  /**
   * @param {HTMLElement} said
   * @param {string} text
   * @param {import("./answers.js").Kept} before
   */
  _undoable(said, text, before) {
    const undo = button(gettext("Bring back what was there"), () => {
      this._sheet.replace(before);
      said.textContent = gettext("Your earlier answers are back.");
    });
    said.replaceChildren(`${text} `, before.answers.size ? undo : "");
  }
}

/**
 * A button that saves what is filled in as a file.
 * @param {Sheet} sheet
 * @param {import("./sheet.js").FileKind} file
 * @param {HTMLElement} said where it is said what has come of it
 * @param {string} [label]
 */
export function fileButton(sheet, file, said, label = file.label) {
  return button(label, () => {
    const why = file.why?.(sheet) ?? "";
    const name = fileName(sheet, file.ending);
    if (!why) saveFile(name, file.type, file.write(sheet));
    const saved = gettext("Saved where your browser keeps downloads: %(name)s", { name });
    said.textContent = why || [saved, file.note?.(sheet)].filter(Boolean).join("\n");
  });
}
