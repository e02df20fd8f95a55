/** The link fields of the form; the first link is the primary one. */

import { make } from "../../shared/elements.js";
import { gettext } from "../../shared/messages.js";
import { sameAddressKey, whyNotFollowable } from "../addresses/urls.js";
import { addressFault, repetition } from "../input/faults.js";
import { mendedUrl } from "../input/input-normalization.js";
import { readingNote, showFault } from "./fields.js";

/** @typedef {import("../input/faults.js").Fault} Fault */
/** @typedef {import("../input/faults.js").Question} Question */
/** @typedef {import("../input/faults.js").Words} Words */
/** @typedef {import("../yaml.js").Answer} Answer */
/** @typedef {{value: string, label: string}} Choice */
/** @typedef {{element: HTMLElement, url: HTMLInputElement, format: HTMLSelectElement, role: HTMLSelectElement | null, name: HTMLInputElement | null, fault: HTMLElement, note: HTMLElement, guessed: boolean}} Row */

/** What the end of an address gives away. @type {Record<string, string>} */
const ENDINGS = {
  ...{ pdf: "pdf", doc: "document", docx: "document", odt: "document", rtf: "document" },
  ...{ ppt: "slides", pptx: "slides", odp: "slides", key: "slides" },
  ...{ mp3: "audio", m4a: "audio", ogg: "audio", wav: "audio", mp4: "video", webm: "video" },
  ...{ png: "image", jpg: "image", jpeg: "image", svg: "image", webp: "image", gif: "image" },
};

export class LinksField {
  /**
   * @param {HTMLElement} element
   * @param {Question} question
   * @param {{formats: Choice[], roles: Choice[], readings: import("../input/input-normalization.js").Readings}} choices
   * @param {() => void} onChange
   */
  constructor(element, question, choices, onChange) {
    this.element = element;
    this.question = question;
    this.touched = false;
    this.label = question.label;
    this._choices = choices;
    this._onChange = onChange;
    this._made = 0;
    /** @type {Row[]} */
    this._rows = [];
    this._list = make("div", { class: "rc-field__rows" });
    const more = make("button", { class: "rc-bar__button", type: "button" }, gettext("Add another link"));
    more.addEventListener("click", () => {
      this._add().url.focus();
      onChange();
    });
    element.append(this._list, more);
    this._add();
  }

  get first() {
    return (this._rows.find(({ url }) => url.hasAttribute("aria-invalid")) ?? this._rows[0]).url;
  }

  /** @returns {Answer} */
  get answer() {
    return this._filled.map(({ url, format, role, name }) => ({
      url: this._meant(url),
      format: format.value,
      role: role ? role.value : "primary",
      ...(name?.value.trim() ? { label: name.value.trim() } : {}),
    }));
  }

  /** @param {unknown} answer */
  set answer(answer) {
    if (!Array.isArray(answer)) return;
    // Addresses may also come alone, as those in the address of the page do.
    const links = answer.map((link) => (typeof link === "string" ? { url: link } : link));
    links.filter((link) => typeof link?.url === "string").forEach((link, index) => {
      const row = this._rows[index] ?? this._add();
      row.url.value = link.url;
      if (link.format) choose(row, "format", link.format);
      else this._guess(row);
      if (row.role && link.role) choose(row, "role", link.role);
      if (row.name && typeof link.label === "string") row.name.value = link.label;
    });
  }

  /** Whether there is an address that a reader can open. */
  get isReachable() {
    return this._filled.some(({ role }) => !role || role.value === "alternate");
  }

  /**
   * @param {Words} words
   * @returns {Fault | null}
   */
  fault(words) {
    const faults = this._filled.map(({ url }) => addressFault(this._meant(url), words, this._choices.readings));
    const again = repetition(this._own(this._rows), sameAddressKey);
    return faults.find((fault) => fault !== null) ?? again;
  }

  /**
   * The addresses that are of this resource alone.
   * @param {Row[]} rows
   */
  _own(rows) {
    const own = rows.filter(({ url, role }) => url.value.trim() && role?.value !== "landing");
    return own.map(({ url }) => this._meant(url));
  }

  /**
   * The address that was typed, whole and without what others put around it, if that makes one.
   * @param {HTMLInputElement} url
   */
  _meant(url) {
    const typed = url.value.trim();
    const better = mendedUrl(typed, this._choices.readings);
    return whyNotFollowable(better) ? typed : better;
  }

  /**
   * @param {Fault | null} general what is wrong with all of them together
   * @param {Words} words
   */
  show(general, words) {
    for (const [index, row] of this._rows.entries()) {
      const text = this._meant(row.url);
      const again = repetition(this._own(this._rows.slice(0, index + 1)), sameAddressKey);
      const own = (text ? addressFault(text, words, this._choices.readings) : null) ?? again;
      const fault = own ?? (row === this._rows[0] && !this._filled.length ? general : null);
      showFault(row.url, row.fault, this.touched ? fault : null);
    }
  }

  /** @param {(url: string) => (Node | string)[]} wordsOf what is to be said of an address */
  note(wordsOf) {
    for (const { url, note } of this._rows) {
      const text = this._meant(url);
      const words = text ? [...readingNote(url.value, text).map((note) => `${note} `), ...wordsOf(text)] : [];
      const said = words.map((w) => (typeof w === "string" ? w : w.textContent)).join("");
      if (note.textContent !== said) note.replaceChildren(...words);
      note.hidden = !words.length;
    }
  }

  get _filled() {
    return this._rows.filter(({ url }) => url.value.trim());
  }

  _add() {
    const number = this._made++;
    const id = `suggest-link-${number}`;
    const fault = make("p", { class: "rc-field__fault", id: `${id}-fault`, hidden: true });
    const note = make("p", { class: "rc-field__note", id: `${id}-note`, hidden: true });
    const url = make("input", {
      class: "rc-field__input",
      id,
      type: "url",
      dir: "ltr",
      "aria-required": number ? null : "true",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "https://",
      "aria-describedby": `${fault.id} ${note.id}`,
    });
    const format = select(`${id}-format`, this._choices.formats);
    const role = number ? select(`${id}-role`, this._choices.roles) : null;
    const name = number ? make("input", named(`${id}-name`)) : null;
    const row = { element: make("div", {}), url, format, role, name, fault, note, guessed: true };
    row.element = make(
      "div",
      { class: "rc-field__row" },
      labeled(gettext("Link"), url, "rc-field__wide"),
      labeled(gettext("File type"), format),
      role ? labeled(gettext("How it relates to the first link"), role) : null,
      name ? labeled(gettext("What to call it, such as Source code"), name) : null,
      role ? this._remover(row) : null,
      fault,
      note,
    );
    url.addEventListener("input", () => this._guess(row));
    format.addEventListener("change", () => {
      row.guessed = false;
    });
    this._rows.push(row);
    this._list.append(row.element);
    return row;
  }

  /** @param {Row} row */
  _remover(row) {
    const button = make("button", { class: "rc-bar__button", type: "button" }, gettext("Remove"));
    button.addEventListener("click", () => {
      this._rows = this._rows.filter((other) => other !== row);
      row.element.remove();
      this._rows[0].url.focus();
      this._onChange();
    });
    return button;
  }

  /**
   * Choose the format that the end of an address tells, unless the reader has chosen one.
   * @param {Row} row
   */
  _guess(row) {
    const ending = /^[^?#]*\.(\w+)(?:[?#]|$)/.exec(this._meant(row.url))?.[1].toLowerCase() ?? "";
    if (row.guessed) choose(row, "format", ENDINGS[ending] ?? this._choices.formats[0].value);
  }
}

/**
 * @param {Row} row
 * @param {"format" | "role"} name
 * @param {string} value one that is not offered changes nothing
 */
function choose(row, name, value) {
  const control = row[name];
  if ([...(control?.options ?? [])].some((option) => option.value === value)) {
    /** @type {HTMLSelectElement} */ (control).value = value;
  }
}

/**
 * @param {string} id
 * @param {Choice[]} choices
 */
function select(id, choices) {
  const options = choices.map(({ value, label }) => make("option", { value }, label));
  return make("select", { class: "rc-field__select", id }, ...options);
}

/** @param {string} id */
function named(id) {
  return { class: "rc-field__input", id, type: "text", dir: "auto", autocomplete: "off", maxlength: "300" };
}

/**
 * @param {string} words
 * @param {HTMLElement} control
 * @param {string} [name]
 */
function labeled(words, control, name = "") {
  const label = make("label", { class: "rc-field__part", for: control.id }, words);
  return make("div", { class: `rc-field__cell ${name}` }, label, control);
}
