/**
 * The survey that a team makes of a question bank: which questions, in which order, in which words.
 *
 * A question of the bank is in it when pick.<id> is "yes", one of their own when survey.order names
 * it. What was changed about a question is kept under text.<id>, form.<id>, options.<id> and
 * follow.<id>, also while it is not in the survey.
 */

import { gettext } from "../../shared/messages.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {{id: string, text: string, help: string, form: string, options: string[], followUp: string}} Question */
/** @typedef {Question & {number: string}} Asked */
/** @typedef {{id: string, text: string, help?: string, answer: string, options: string[], follow_up?: string, when: string[]}} Given */

export const ORDER = "survey.order";
export const FORMS = {
  text: gettext("Free text"),
  line: gettext("A few words"),
  choice: gettext("Choose one"),
  choices: gettext("Choose any"),
  scale: gettext("Scale"),
};

const OWN = /^own-\d{1,3}$/;
const PARTS = ["text", "form", "options", "follow"];

export class Survey {
  /** @param {Sheet} sheet */
  constructor(sheet) {
    this._sheet = sheet;
    /** The questions of the bank. @type {Map<string, Given>} */
    this.given = new Map();
    for (const { questions } of sheet.tool.groups) for (const one of questions) this.given.set(one.id, one);
    for (const id of this.given.keys()) this.setDefaults(id);
  }

  /**
   * Let what was not changed about a question be as in the bank.
   * @param {string} id
   */
  setDefaults(id) {
    const given = this.given.get(id);
    this._sheet.setDefault(`text.${id}`, given?.text ?? "");
    this._sheet.setDefault(`form.${id}`, given?.answer ?? "text");
    this._sheet.setDefault(`options.${id}`, (given?.options ?? []).join("\n"));
    this._sheet.setDefault(`follow.${id}`, given?.follow_up ?? "");
  }

  /** The ids of the questions in the survey, in their order. @returns {string[]} */
  get ids() {
    const ordered = this._sheet.get(ORDER).split(" ").filter((id) => this._isIn(id));
    const added = [...this.given.keys()].filter((id) => this._isIn(id));
    return [...new Set([...ordered, ...added])];
  }

  /** The questions of the survey, each as it is to be asked. @returns {Question[]} */
  get questions() {
    return this.ids.map((id) => this.question(id));
  }

  /**
   * @param {string} id
   * @returns {Question}
   */
  question(id) {
    const given = this.given.get(id);
    const of = (/** @type {string} */ part) => this._sheet.get(`${part}.${id}`).trim();
    const options = [...new Set(of("options").split(/\s*\n\s*/).filter(Boolean))];
    const chosen = Object.hasOwn(FORMS, of("form")) ? of("form") : "text";
    const isOpen = chosen === "text" || chosen === "line";
    return {
      id,
      text: of("text") || given?.text || gettext("Question with no text"),
      help: given?.help ?? "",
      form: isOpen || options.length > 1 ? chosen : "text", // nothing to choose from
      options: isOpen || options.length < 2 ? [] : options,
      followUp: of("follow"),
    };
  }

  /**
   * What is asked one after the other, with a follow-up as a question of its own: 2a after 2.
   * @returns {Asked[]}
   */
  get asked() {
    return this.questions.flatMap((question, index) => {
      const { id, followUp } = question;
      const number = `${index + 1}`;
      const then = { id: `${id}.follow-up`, text: followUp, help: "", form: "text", options: [], followUp: "" };
      return [{ ...question, number }, ...(followUp ? [{ ...then, number: `${number}a` }] : [])];
    });
  }

  get title() {
    return this._sheet.get("survey.title").trim() || this._sheet.tool.title;
  }

  get intro() {
    return this._sheet.get("survey.intro").trim();
  }

  /** Keep the order in which questions stand now, so that new ones come last. */
  keepOrder() {
    this._setOrder(this.ids);
  }

  /**
   * Take all questions for a moment.
   * @param {string} moment
   */
  takeAllFor(moment) {
    for (const id of this.missingFor(moment)) this._sheet.set(`pick.${id}`, "yes");
  }

  /**
   * The questions for a moment that are not in the survey.
   * @param {string} moment
   */
  missingFor(moment) {
    return [...this.given.values()].filter(({ id, when }) => when.includes(moment) && !this._isIn(id)).map(({ id }) => id);
  }

  /** Begin a question of their own. @returns {string} its id */
  add() {
    const { ids } = this;
    let number = 1;
    while (ids.includes(`own-${number}`)) number++;
    this._setOrder([...ids, `own-${number}`]);
    return `own-${number}`;
  }

  /** @param {string} id */
  takeOut(id) {
    const rest = this.ids.filter((other) => other !== id);
    if (this.given.has(id)) this._sheet.set(`pick.${id}`, "");
    else this._sheet.forget(PARTS.map((part) => `${part}.${id}`));
    this._setOrder(rest);
  }

  /**
   * @param {string} id
   * @param {number} by how many places, less than 0 for up
   */
  move(id, by) {
    const { ids } = this;
    const from = ids.indexOf(id);
    ids.splice(from, 1);
    ids.splice(Math.max(0, from + by), 0, id);
    this._setOrder(ids);
  }

  /**
   * Whether a key without a field belongs to the survey.
   * @param {string} key
   */
  has(key) {
    const [part, id, more] = key.split(".");
    if (key === ORDER) return true;
    return more === undefined && PARTS.includes(part) && (this.given.has(id) || this._isIn(id));
  }

  /** @param {string} id */
  _isIn(id) {
    if (OWN.test(id) && !this.given.has(id)) return this._sheet.get(ORDER).split(" ").includes(id);
    return this.given.has(id) && this._sheet.get(`pick.${id}`) === "yes";
  }

  /** @param {string[]} ids */
  _setOrder(ids) {
    const order = ids.join(" ");
    if (order !== this._sheet.get(ORDER)) this._sheet.set(ORDER, order, gettext("Order of the questions"));
  }
}
