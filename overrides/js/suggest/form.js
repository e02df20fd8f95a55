/** The suggestion form: from the answers to the preview, the file, errors and submission. */

import { today } from "../shared/days.js";
import { fetchJson } from "../shared/loading/json.js";
import { gettext } from "../shared/messages.js";
import { storeDraft, storedDraft, watchClear } from "./draft.js";
import { isCompletion, Known } from "./duplicate-lookup.js";
import { showDuplicates } from "./duplicates.js";
import { changeOf } from "./fields/changes-field.js";
import { Field } from "./fields/fields.js";
import { LinksField } from "./fields/links-field.js";
import { nameFault, repetition } from "./input/faults.js";
import { suggestSlug } from "./input/slugs.js";
import { titleKey } from "./input/title-matching.js";
import { Preview } from "./preview.js";
import { SubmitPanel } from "./submit-panel.js";
import { entryFile } from "./yaml.js";

/** @typedef {import("./input/faults.js").Fault} Fault */
/** @typedef {import("./input/faults.js").Question} Question */
/** @typedef {import("./fields/links-field.js").Choice} Choice */
/** @typedef {import("./yaml.js").Answer} Answer */
/**
 * @typedef {object} Data
 * @property {Question[]} questions
 * @property {string[]} order
 * @property {string} typeKey
 * @property {Choice[]} formats
 * @property {Choice[]} roles
 * @property {import("./input/faults.js").Words} words
 * @property {import("./input/input-normalization.js").Readings} readings
 * @property {import("./submission.js").Ways} ways
 */

const NAME = "name";
const LONGEST_PREFILL = 2000;
const LOST = "unlocated";
const ASK = "on-request";

export class SuggestForm {
  /**
   * @param {HTMLFormElement} root
   * @param {Data} data
   * @param {string} base
   */
  constructor(root, data, base) {
    this._root = root;
    this._data = data;
    this._base = base;
    /** Whether the reader has asked what is wrong; from then on it is said. */
    this._checked = false;
    this._ownName = false;
    /** The id of a known entry that this completes, as its page says in the address. */
    this._completed = "";
    /** @type {Known | null} */
    this._known = null;
    /** @type {Map<string, Field | LinksField>} */
    this._fields = new Map(data.questions.map((question) => [question.key, this._field(question)]));
    this._name = this._nameField();
    this._preview = new Preview(this._one("[data-rc-preview]"), data);
    this._outcome = new SubmitPanel(this._root, data.ways);
    this._file = this._one("[data-rc-file]");
  }

  start() {
    const draft = storedDraft();
    for (const [key, field] of this._fields) field.answer = draft[key];
    this._ownName = typeof draft[NAME] === "string";
    if (this._ownName) this._name.answer = draft[NAME];
    this._one("[data-rc-draft]").hidden = !Object.keys(draft).length;
    this._prefill(new URLSearchParams(location.search));
    for (const field of this._fields.values()) if (field.answer.length) unfold(field);
    this._root.addEventListener("input", (event) => {
      if (event.target === this._name.first) this._ownName = this._name.answer.length > 0;
      this._changed();
    });
    this._root.addEventListener("focusin", () => this._learn(), { once: true });
    this._root.addEventListener("focusout", (event) => this._left(event.target));
    this._root.addEventListener("submit", (event) => {
      event.preventDefault();
      this._check();
    });
    watchClear(this._root);
    this._root.hidden = false;
    this._update();
  }

  /** @param {URLSearchParams} asked answers in the address of the page */
  _prefill(asked) {
    for (const [key, field] of this._fields) {
      const names = new Set([field.question.parameter, key, ...(key === "links" ? ["url"] : [])]);
      const given = [...names].flatMap((name) => asked.getAll(name));
      if (given.length) field.answer = given.map((text) => text.slice(0, LONGEST_PREFILL));
    }
    const name = asked.get(NAME);
    if (name) {
      this._completed = name;
      this._ownName = true;
      this._name.answer = name;
    }
  }

  _changed() {
    this._update();
    const draft = Object.fromEntries([...this._fields].map(([key, field]) => [key, field.answer]));
    storeDraft(this._ownName ? { ...draft, [NAME]: this._name.answer } : draft);
  }

  /** @param {EventTarget | null} target */
  _left(target) {
    for (const field of [...this._fields.values(), this._name]) {
      if (target instanceof Node && field.element.contains(target) && field.answer.length) {
        field.touched = true;
      }
    }
    this._update();
  }

  _check() {
    this._checked = true;
    for (const field of [...this._fields.values(), this._name]) field.touched = true;
    for (const field of this._fields.values()) if (this._faultOf(field)) unfold(field);
    this._update();
    this._outcome.focus();
  }

  _update() {
    const access = this._answer("access");
    this._fieldOf("links").element.hidden = access === LOST;
    this._fieldOf("request_from").element.hidden = access !== ASK;
    const title = String(this._answer("title"));
    if (!this._ownName) this._name.first.value = suggestSlug(title);
    const name = String(this._name.answer);
    const answers = this._answers();
    const text = this._text(answers);
    this._preview.show(answers, (key) => this._labelOf(key));
    this._file.textContent = text;
    const { title: titleField, links } = Object.fromEntries(this._fields);
    showDuplicates(/** @type {Field} */ (titleField), /** @type {LinksField} */ (links), {
      known: this._known,
      base: this._base,
    });
    const faults = this._faults();
    if (this._checked) this._outcome.show(faults, { name, title, text });
  }

  _answers() {
    /** @type {Map<string, Answer>} */
    const answers = new Map();
    for (const [key, field] of this._fields) {
      if (!field.element.hidden && field.answer.length) answers.set(key, field.answer);
    }
    return answers;
  }

  /** @param {Map<string, Answer>} answers */
  _text(answers) {
    const { order, questions, readings } = this._data;
    const prose = new Set(questions.filter((q) => q.kind === "prose").map((q) => q.key));
    const measures = new Set(["added", ...questions.filter((q) => q.pattern).map((q) => q.key)]);
    const written = new Map([...answers, ["added", today()]]);
    for (const { key, kind } of questions) {
      const lines = /** @type {string[]} */ (answers.get(key) ?? []);
      if (kind !== "changes" || !lines.length) continue;
      written.set(key, lines.map((line) => changeOf(line, today(), readings)));
    }
    return entryFile(order, written, { prose, measures });
  }

  /** Show every fault where it is, and give them all. */
  _faults() {
    const found = [];
    for (const field of this._fields.values()) {
      const fault = field.element.hidden ? null : this._faultOf(field);
      if (field instanceof LinksField) field.show(fault, this._data.words);
      else field.show(fault);
      if (fault) found.push(asItem(field, fault));
    }
    // It follows from the title: what is wrong with that is said there.
    const fault = this._answer("title") || this._ownName ? this._nameFault() : null;
    this._name.show(fault);
    return fault ? [...found, asItem(this._name, fault)] : found;
  }

  /**
   * @param {Field | LinksField} field
   * @returns {Fault | null}
   */
  _faultOf(field) {
    const fault = field.fault(this._data.words);
    if (fault) return fault;
    if (field instanceof LinksField && !field.isReachable && this._answer("access") !== ASK) {
      return {
        message: gettext("Enter a link."),
        hint: gettext("If there is no link, say so under Access, below More details."),
      };
    }
    if (field.question.key === "also_known_as" && field.answer.length) {
      return repetition([this._answer("title"), ...field.answer].map(String), titleKey);
    }
    if (field.question.key === "request_from" && !field.answer.length) {
      return { message: gettext("Enter whom to ask, or unknown."), hint: "" };
    }
    return null;
  }

  _nameFault() {
    const name = String(this._name.answer);
    const fault = nameFault(name, this._data.words, this._data.readings);
    const other = fault ? undefined : this._known?.named(name);
    if (!other || name === this._completed) return fault;
    if (isCompletion(other, String(this._answer("title")))) return fault;
    return {
      message: gettext("The id “%(id)s” is also that of “%(title)s”.", { id: name, title: other.title }),
      hint: gettext("Choose another."),
    };
  }

  /** Load what the library has; from disk that is not allowed, and the form works without. */
  async _learn() {
    try {
      this._known = new Known((await fetchJson(`${this._base}data/catalog.json`)).entries);
    } catch {
      this._one("[data-rc-unknown]").hidden = false;
    }
    this._root.dataset.rcKnown = this._known ? "yes" : "no";
    this._update();
  }

  /** @param {Question} question */
  _field(question) {
    const element = this._one(`[data-rc-field="${question.key}"]`);
    return question.kind === "links"
      ? new LinksField(element, question, this._data, () => this._changed())
      : new Field(element, question, this._data.readings);
  }

  _nameField() {
    const question = { key: NAME, label: gettext("Name of the file"), kind: "line", parameter: NAME };
    const rules = { ...question, needed: true, limit: null, pattern: null, said: null };
    return new Field(this._one(`[data-rc-field="${NAME}"]`), rules, this._data.readings);
  }

  /** @param {string} key */
  _fieldOf(key) {
    return /** @type {Field | LinksField} */ (this._fields.get(key));
  }

  /** @param {string} key */
  _answer(key) {
    return this._fieldOf(key).answer;
  }

  /** @param {string} key */
  _labelOf(key) {
    const control = this._fieldOf(key).first;
    return control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.label ?? "") : "";
  }

  /** @param {string} selector */
  _one(selector) {
    return /** @type {HTMLElement} */ (this._root.querySelector(selector));
  }
}

/**
 * @param {Field | LinksField} field
 * @param {Fault} fault
 */
function asItem(field, { message, hint }) {
  return {
    label: field.label,
    words: `${message} ${hint}`.trim(),
    focus: () => {
      unfold(field);
      field.first.focus();
    },
  };
}

/**
 * Let a field be seen that is folded away.
 * @param {Field | LinksField} field
 */
function unfold({ element }) {
  const folded = element.closest("details");
  if (folded) folded.open = true;
}
