/**
 * The sheet of a tool: its fields, what is written in them, and what a kind of tool adds to that.
 *
 * A field has its key in data-rc-field; an element with the same key in data-rc-written shows on
 * paper what is in it. What is written stays on this device and is never sent anywhere.
 */

import { dayNumber, dayWithWeekday } from "../shared/days.js";
import { gettext } from "../shared/messages.js";
import { noteSource } from "../shared/untranslated-texts.js";
import { empty } from "./answers.js";
import { keep, kept } from "./browser-storage.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @typedef {import("./answers.js").Kept} Kept */

/**
 * A file that a kind of tool offers.
 * @typedef {object} FileKind
 * @property {string} label
 * @property {string} ending
 * @property {string} type such as text/csv
 * @property {(sheet: Sheet) => BlobPart} write
 * @property {(sheet: Sheet) => string} [why] why there is nothing to save yet; empty if there is
 * @property {(sheet: Sheet) => string} [note] what is to be known once it is saved
 */

/**
 * What a kind of tool adds: see CONTRIBUTING.md.
 * @typedef {object} Kind
 * @property {(sheet: Sheet) => void} [start] makes once what the page does not have
 * @property {(sheet: Sheet) => void} [show] shows answers that have come from elsewhere, or changed
 * @property {(key: string, sheet: Sheet) => boolean} [isAsked] whether a key without a field counts
 * @property {FileKind[]} [files]
 * @property {(sheet: Sheet) => string} [title] a title of their own, for the names of files
 */

/** Texts that may go on on the next page when they are printed. */
const LONG = 600;

export class Sheet {
  /**
   * @param {HTMLElement} root
   * @param {string} base
   * @param {Kind} kind
   */
  constructor(root, base, kind) {
    this.root = root;
    this.base = base;
    this.kind = kind;
    /** The tool as in catalog.json. @type {any} */
    this.tool = JSON.parse(root.dataset.rcTool ?? "{}");
    noteSource(this.tool.source);
    /** @type {Kept} */
    this.kept = empty();
    /** Whether what is written could be kept. */
    this.isKept = true;
    /** @type {Map<string, Field>} */
    this.fields = new Map();
    /** What a field has when nothing was written into it. @type {Map<string, string>} */
    this._defaults = new Map();
    /** @type {((key: string) => void)[]} */
    this._listeners = [];
  }

  /** Bind all fields, and show what is kept. */
  start() {
    this.root.classList.add("rc-tool--on");
    this.adopt(this.root);
    this.kept = kept(this.base, this.tool.id);
    this.kind.start?.(this);
    this.showAll();
    const listen = (/** @type {Event} */ event) => this._input(/** @type {Field} */ (event.target));
    this.root.addEventListener("input", listen);
    this.root.addEventListener("change", listen);
    addEventListener("storage", (event) => {
      if (!event.key?.endsWith(` ${this.tool.id}`)) return;
      this.kept = kept(this.base, this.tool.id); // written in another window
      this.showAll();
    });
  }

  /**
   * Take in the fields within an element.
   * @param {Element} within
   */
  adopt(within) {
    for (const field of /** @type {NodeListOf<Field>} */ (within.querySelectorAll("[data-rc-field]"))) {
      const key = field.dataset.rcField ?? "";
      if (field.dataset.rcKind === "date") /** @type {HTMLInputElement} */ (field).type = "date";
      if (this.fields.has(key)) continue; // a second radio button of a group
      this.fields.set(key, field);
      if (!this._defaults.has(key)) this._defaults.set(key, valueOf(field, this.root));
    }
  }

  /**
   * What stands under a key: what was written, or else what was there before. An opened file may have any
   * text in the place of a day, which the field does not show.
   * @param {string} key
   */
  get(key) {
    const text = this.kept.answers.get(key) ?? this._defaults.get(key) ?? "";
    return this.fields.get(key)?.type === "date" && Number.isNaN(dayNumber(text)) ? "" : text;
  }

  /**
   * Whether somebody has written something of their own under a key.
   * @param {string} key
   */
  has(key) {
    return this.kept.answers.has(key);
  }

  /**
   * @param {string} key
   * @param {string} text
   * @param {string} [label] what was asked, for an answer without a field
   */
  set(key, text, label) {
    const field = this.fields.get(key);
    if (text === (this._defaults.get(key) ?? "")) {
      this.kept.answers.delete(key);
      this.kept.labels.delete(key);
    } else {
      this.kept.answers.set(key, text);
      const asked = label ?? (field && labelOf(field));
      if (asked) this.kept.labels.set(key, asked);
    }
    this._save();
    this._show(key);
    for (const listener of this._listeners) listener(key);
  }

  /**
   * What a field has when nothing was written into it, such as a date that was worked out.
   * @param {string} key
   * @param {string} text
   */
  setDefault(key, text) {
    this._defaults.set(key, text);
    this._show(key);
  }

  /**
   * Drop answers, so that defaults count again.
   * @param {Iterable<string>} keys
   */
  forget(keys) {
    for (const key of keys) {
      this.kept.answers.delete(key);
      this.kept.labels.delete(key);
      this._show(key);
    }
    this._save();
    this.kind.show?.(this);
    for (const listener of this._listeners) listener("");
  }

  /**
   * Put other answers in the place of all.
   * @param {Kept} other
   */
  replace(other) {
    this.kept = other;
    this._save();
    this.showAll();
  }

  /** @param {(key: string) => void} listener called with the key of what changed; "" for all */
  onChange(listener) {
    this._listeners.push(listener);
  }

  /** The answers to what is not asked any more: pairs of what was asked and what was written. */
  get left() {
    return [...this.kept.answers]
      .filter(([key, text]) => text && !this.isAsked(key))
      .map(([key, text]) => ({ key, label: this.kept.labels.get(key) ?? key, text }));
  }

  /** @param {string} key */
  isAsked(key) {
    return this.fields.has(key) || Boolean(this.kind.isAsked?.(key, this));
  }

  /** Show everything anew. */
  showAll() {
    this.kind.show?.(this);
    for (const key of this.fields.keys()) this._show(key);
    for (const listener of this._listeners) listener("");
  }

  /** @param {Field} field */
  _input(field) {
    const key = field.dataset?.rcField;
    if (key) this.set(key, valueOf(field, this.root));
  }

  _save() {
    this.isKept = keep(this.base, this.tool.id, this.kept);
  }

  /** @param {string} key */
  _show(key) {
    const field = this.fields.get(key);
    const text = this.get(key);
    if (field) fill(field, text, this.root);
    for (const shown of this.root.querySelectorAll(`[data-rc-written="${CSS.escape(key)}"]`)) {
      shown.textContent = field?.type === "date" ? dayWithWeekday(text) : text;
      shown.classList.toggle("rc-tool__written--long", text.length > LONG);
    }
  }
}

/**
 * What was asked, with the name of the part that it is in.
 * @param {Field} field
 */
function labelOf(field) {
  const label = field.dataset.rcLabel ?? field.labels?.[0]?.textContent?.trim() ?? "";
  const part = field.closest("[data-rc-part]")?.querySelector("[data-rc-name]")?.textContent?.trim();
  return part ? gettext("%(part)s: %(label)s", { part, label }) : label;
}

/**
 * The value of a field; of radio buttons, that of the one that is chosen.
 * @param {Field} field
 * @param {ParentNode} root
 */
function valueOf(field, root) {
  if (field.type === "radio") return chosen(field, root).find((one) => one.checked)?.value ?? "";
  if (field.type === "checkbox") return /** @type {HTMLInputElement} */ (field).checked ? "yes" : "";
  return field.value;
}

/**
 * @param {Field} field
 * @param {string} text
 * @param {ParentNode} root
 */
function fill(field, text, root) {
  if (field.type === "radio") for (const one of chosen(field, root)) one.checked = one.value === text;
  else if (field.type === "checkbox") /** @type {HTMLInputElement} */ (field).checked = text === "yes";
  else if (field.value !== text) field.value = text;
}

/**
 * @param {Field} field
 * @param {ParentNode} root
 */
function chosen(field, root) {
  const same = `[data-rc-field="${CSS.escape(field.dataset.rcField ?? "")}"]`;
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(same))];
}
