/** Put messages together: their texts, with what was filled in and chosen at its places. */

import { dayWithWeekday } from "../../shared/days.js";


/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {{id: string, title: string, subject: string, paragraphs: string[]}} Given */
/** @typedef {{id: string, title: string, subject: string, text: string}} Message */

const PLACE = /\[([^[\]\n]+)\]/g;

export class Messages {
  /** @param {Sheet} sheet */
  constructor(sheet) {
    this._sheet = sheet;
    /** @type {Given[]} */
    this.given = sheet.tool.messages;
    /** The blanks and the choices by their id. @type {Map<string, {key: string, label: string}>} */
    this._parts = new Map();
    for (const { id, label } of sheet.tool.blanks) this._parts.set(id, { key: `blank.${id}`, label });
    for (const { id, label, entries } of sheet.tool.choices) {
      this._parts.set(id, { key: `choice.${id}`, label });
      const first = entries.find((/** @type {string} */ entry) => this._radio(`choice.${id}`, entry));
      sheet.setDefault(`choice.${id}`, first ?? "");
    }
  }

  /** Let the texts that nobody has changed follow from what is filled in. */
  compose() {
    for (const { id, subject, paragraphs } of this.given) {
      this._sheet.setDefault(`subject.${id}`, this._filled(subject));
      this._sheet.setDefault(`text.${id}`, paragraphs.map((text) => this._filled(text)).join("\n\n"));
    }
  }

  /** @returns {Message[]} */
  get all() {
    return this.given.map(({ id, title }) => this.message(id, title));
  }

  /**
   * @param {string} id
   * @param {string} title
   * @returns {Message}
   */
  message(id, title) {
    return { id, title, subject: this._sheet.get(`subject.${id}`).trim().replace(/\s*\n\s*/g, " "), text: this._sheet.get(`text.${id}`).trim() };
  }

  /**
   * The blanks that a message still shows.
   * @param {Message} message
   */
  open({ subject, text }) {
    return [...this._parts.values()].filter(({ label }) => `${subject}\n${text}`.includes(`[${label}]`));
  }

  /**
   * Whether the team has changed a message itself.
   * @param {string} id
   */
  isOwn(id) {
    return this._sheet.has(`subject.${id}`) || this._sheet.has(`text.${id}`);
  }

  /** @param {string} text */
  _filled(text) {
    return text.replace(PLACE, (place, id) => {
      const part = this._parts.get(id);
      if (!part) return place;
      return this._value(part.key) || `[${part.label}]`;
    });
  }

  /** @param {string} key */
  _value(key) {
    const written = this._sheet.get(key).trim();
    const radio = this._radio(key, written);
    if (!radio) return key.startsWith("choice.") ? "" : dayWithWeekday(written);
    const { rcTitle, rcAddress, rcPage } = radio.dataset;
    return `${rcTitle} – ${rcAddress || new URL(`${this._sheet.base}${rcPage}`, location.href).href}`;
  }

  /**
   * The radio button of a resource.
   * @param {string} key
   * @param {string} value
   * @returns {HTMLInputElement | null}
   */
  _radio(key, value) {
    return this._sheet.root.querySelector(`input[name="${CSS.escape(key)}"][value="${CSS.escape(value)}"]`);
  }
}
