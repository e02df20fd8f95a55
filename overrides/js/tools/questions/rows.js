/** The questions of a survey on the page: to put in order, reword, add and take out. */

import { button } from "../../shared/button.js";
import { make, write } from "../../shared/elements.js";
import { gettext, ngettext } from "../../shared/messages.js";
import { FORMS } from "./survey.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */
/** @typedef {import("./survey.js").Survey} Survey */

const PARTS = ["text", "form", "options", "follow"];

export class Rows {
  /**
   * @param {Sheet} sheet
   * @param {Survey} survey
   */
  constructor(sheet, survey) {
    this._sheet = sheet;
    this._survey = survey;
    this._list = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-rows]"));
    this._count = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-count]"));
    this._said = make("p", { class: "rc-tool__said", role: "status" });
    const add = button(gettext("Add a question of your own"), () => this._add());
    sheet.root.querySelector("[data-rc-more]")?.append(this._said, add);
    /** Where a question stood that has just been removed, with the way to bring it back. */
    this._gap = make("li", { class: "rc-survey__row" });
    /** @type {Map<string, {way: HTMLElement, label: string}>} */
    this._moments = new Map();
    this._offerMoments();
  }

  /** Show the questions of the survey in their order. */
  show() {
    const { ids } = this._survey;
    this._gap.remove();
    const rows = new Map([...this._rows].map((row) => [row.dataset.rcRow ?? "", row]));
    for (const [id, row] of rows) {
      if (ids.includes(id)) continue;
      for (const part of PARTS) this._sheet.fields.delete(`${part}.${id}`);
      row.remove();
    }
    ids.forEach((id, place) => {
      const row = rows.get(id) ?? this._row(id);
      if (this._list.children[place] !== row) this._list.insertBefore(row, this._list.children[place] ?? null);
      this._showRow(row, place, ids.length);
    });
    this._sheet.root.classList.toggle("rc-tool--chosen", ids.length > 0);
    this._showCount(ids);
    this._showMoments();
  }

  get _rows() {
    return /** @type {NodeListOf<HTMLElement>} */ (this._list.querySelectorAll("[data-rc-row]"));
  }

  /** @param {string[]} ids */
  _showCount(ids) {
    /** @type {HTMLElement} */ (this._count.parentElement).hidden = !ids.length;
    const questions = ngettext("%(num)s question", "%(num)s questions", ids.length);
    // On paper and in the files each is a question of its own.
    const follow = this._survey.questions.filter(({ followUp }) => followUp).length;
    const more = ngettext("%(num)s follow-up", "%(num)s follow-ups", follow);
    this._count.textContent = [questions, ...(follow ? [more] : [])].join(", ");
  }

  /** How many questions each of the buttons would add. */
  _showMoments() {
    for (const [moment, { way, label }] of this._moments) {
      const number = this._survey.missingFor(moment).length;
      const text = number
        ? ngettext("%(moment)s: add %(num)s question", "%(moment)s: add %(num)s questions", number, { moment: label })
        : gettext("%(moment)s: all are in your survey", { moment: label });
      write(way, text);
    }
  }

  _offerMoments() {
    const place = /** @type {HTMLElement} */ (this._sheet.root.querySelector("[data-rc-moments]"));
    const { moments } = this._sheet.tool;
    place.hidden = false;
    place.append(gettext("Check what you want to ask. Below, put the questions in order and change the wording."));
    if (!moments.length) return;
    for (const { id, label } of /** @type {{id: string, label: string}[]} */ (moments)) {
      this._moments.set(id, { way: button("", () => this._survey.takeAllFor(id)), label });
    }
    const about = gettext("Or begin with all the questions that suit the moment at which you ask, and remove what you don’t need:");
    place.after(
      make("p", { class: "rc-section__text rc-bank__moments" }, about),
      make("div", { class: "rc-tool__ways rc-bank__ways" }, ...[...this._moments.values()].map(({ way }) => way)),
    );
  }

  _add() {
    const id = this._survey.add();
    const row = /** @type {HTMLElement} */ ([...this._rows].find(({ dataset }) => dataset.rcRow === id));
    this._edit(row, true);
  }

  /** @param {string} id */
  _row(id) {
    const edit = make(
      "div",
      { class: "rc-survey__fields", "data-rc-edit": true, hidden: true },
      field(`text.${id}`, gettext("Question"), "textarea", { rows: "2" }),
      field(`form.${id}`, gettext("Kind of answer"), "select", {}),
      field(`options.${id}`, gettext("Options, one on each line"), "textarea", { rows: "4" }),
      field(`follow.${id}`, gettext("Then ask, as free text"), "textarea", { rows: "2" }),
    );
    const way = (/** @type {string} */ name, /** @type {() => void} */ onPress) => {
      const made = button("", onPress);
      made.dataset.rcWay = name;
      return made;
    };
    const row = make(
      "li",
      { class: "rc-survey__row", "data-rc-row": id, "data-rc-part": true },
      make("h3", { class: "rc-survey__text", "data-rc-name": true, dir: "auto" }),
      make("p", { class: "rc-bank__about", "data-rc-form": true, dir: "auto" }),
      edit,
      make(
        "div",
        { class: "rc-tool__ways" },
        way("up", () => this._move(row, -1)),
        way("down", () => this._move(row, 1)),
        way("edit", () => this._edit(row, edit.hidden)),
        way("out", () => this._takeOut(row)),
      ),
    );
    this._sheet.adopt(row);
    this._survey.setDefaults(id);
    return row;
  }

  /**
   * @param {HTMLElement} row
   * @param {number} place
   * @param {number} number
   */
  _showRow(row, place, number) {
    const { text, form, options, followUp } = this._survey.question(row.dataset.rcRow ?? "");
    const edit = /** @type {HTMLElement} */ (row.querySelector("[data-rc-edit]"));
    const set = (/** @type {string} */ name, /** @type {string} */ label, isOff = false) => {
      const way = /** @type {HTMLButtonElement} */ (row.querySelector(`[data-rc-way="${name}"]`));
      way.textContent = label;
      way.setAttribute("aria-label", gettext("%(action)s: %(title)s", { action: label, title: text }));
      way.disabled = isOff;
    };
    write(row.querySelector("[data-rc-name]"), `${place + 1}. ${text}`);
    const said = [FORMS[/** @type {keyof typeof FORMS} */ (form)]];
    if (options.length) said.push(options.join(" · "));
    if (followUp) said.push(gettext("Then: %(question)s", { question: followUp }));
    write(row.querySelector("[data-rc-form]"), said.join("\n"));
    const chosen = this._sheet.get(`form.${row.dataset.rcRow}`);
    const box = /** @type {HTMLElement} */ (row.querySelector('[data-rc-field^="options."]'));
    /** @type {HTMLElement} */ (box.closest(".rc-field")).hidden = chosen === "text" || chosen === "line";
    set("up", gettext("Up"), place === 0);
    set("down", gettext("Down"), place === number - 1);
    set("edit", edit.hidden ? gettext("Change") : gettext("Done"));
    set("out", gettext("Remove"));
  }

  /**
   * @param {HTMLElement} row
   * @param {number} by
   */
  _move(row, by) {
    this._survey.move(row.dataset.rcRow ?? "", by);
    const ways = /** @type {NodeListOf<HTMLButtonElement>} */ (row.querySelectorAll("[data-rc-way]"));
    const [up, down] = ways;
    const pressed = by < 0 ? up : down;
    (pressed.disabled ? (by < 0 ? down : up) : pressed).focus();
  }

  /**
   * @param {HTMLElement} row
   * @param {boolean} isOpen
   */
  _edit(row, isOpen) {
    const edit = /** @type {HTMLElement} */ (row.querySelector("[data-rc-edit]"));
    edit.hidden = !isOpen;
    this.show();
    if (isOpen) edit.querySelector("textarea")?.focus();
  }

  /** @param {HTMLElement} row */
  _takeOut(row) {
    const { answers, labels } = this._sheet.kept;
    const before = { answers: new Map(answers), labels: new Map(labels) };
    const id = row.dataset.rcRow ?? "";
    const place = [...this._rows].indexOf(row);
    const { text } = this._survey.question(id);
    this._survey.takeOut(id);
    const label = gettext("Bring it back");
    const undo = button(label, () => {
      this._sheet.replace(before);
      this._said.textContent = gettext("Your earlier answers are back.");
      /** @type {HTMLElement} */ (this._list.querySelector(`[data-rc-row="${id}"] [data-rc-way="out"]`)).focus();
    });
    undo.setAttribute("aria-label", gettext("%(action)s: %(title)s", { action: label, title: text }));
    // In the place of the question, so that the reader does not lose theirs; the last one leaves no list.
    if (this._rows.length) {
      this._gap.replaceChildren(make("p", {}, gettext("Question removed.")), make("div", { class: "rc-tool__ways" }, undo));
      this._list.insertBefore(this._gap, this._list.children[place] ?? null);
    } else this._said.replaceChildren(gettext("Question removed."), " ", undo);
    undo.focus({ preventScroll: this._rows.length > 0 });
  }
}

/**
 * @param {string} key
 * @param {string} label
 * @param {"textarea" | "select"} tag
 * @param {Record<string, string>} attributes
 */
function field(key, label, tag, attributes) {
  const input = make(tag, { class: tag === "select" ? "rc-field__select" : "rc-field__input", id: key, "data-rc-field": key, dir: "auto", ...attributes });
  if (tag === "select") input.append(...Object.entries(FORMS).map(([value, text]) => make("option", { value }, text)));
  else input.setAttribute("maxlength", "10000");
  return make(
    "div",
    { class: "rc-field rc-tool__field" },
    make("label", { class: "rc-field__label rc-tool__minor", for: key }, label),
    input,
  );
}
