/** The fields of the form: questions, answers and error messages. */

import { today } from "../../shared/days.js";
import { make } from "../../shared/elements.js";
import { gettext, gettextNoop } from "../../shared/messages.js";
import { dateFault, noNameFault, textFault } from "../input/faults.js";
import { meant } from "../input/input-normalization.js";
import { changeFault } from "./changes-field.js";

/** @typedef {import("../input/faults.js").Fault} Fault */
/** @typedef {import("../input/faults.js").Question} Question */
/** @typedef {import("../input/faults.js").Words} Words */
/** @typedef {import("../input/input-normalization.js").Readings} Readings */
/** @typedef {import("../yaml.js").Answer} Answer */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** What is asked for where an answer is missing. @type {Record<string, string>} */
const MISSING = {
  title: gettextNoop("Enter a title."),
  summary: gettextNoop("Enter a summary: what it is, in a sentence or two."),
};

/**
 * Say what is wrong at a control; no fault takes it back.
 * @param {Control} control
 * @param {HTMLElement} place where the words go, which the control is described by
 * @param {Fault | null} fault
 */
export function showFault(control, place, fault) {
  if (fault) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  const said = fault ? `${fault.message} ${fault.hint}`.trim() : "";
  if (place.textContent !== said) place.textContent = said;
  place.hidden = !fault;
}

/** One question with its controls: a line, a longer text, a choice, or boxes to tick. */
export class Field {
  /**
   * @param {HTMLElement} element
   * @param {Question} question
   * @param {Readings} readings
   */
  constructor(element, question, readings) {
    this.element = element;
    this.question = question;
    this._readings = readings;
    /** Whether the reader has been here, so that faults may be shown. */
    this.touched = false;
    /** @type {Control[]} */
    this.controls = [...element.querySelectorAll("input, textarea, select")].map(
      (control) => /** @type {Control} */ (control),
    );
    const [first] = this.controls;
    const { key, label } = question;
    this._fault = make("p", { class: "rc-field__fault", id: `suggest-${key}-fault`, hidden: true });
    this._note = make("p", { class: "rc-field__note", id: `suggest-${key}-note`, hidden: true });
    element.append(this._fault, this._note);
    const described = first.getAttribute("aria-describedby");
    const ids = [described, this._fault.id, this._note.id].filter(Boolean).join(" ");
    first.setAttribute("aria-describedby", ids);
    this.label = label;
  }

  /** What to give the focus to. */
  get first() {
    return this.controls[0];
  }

  /** @returns {Answer} */
  get answer() {
    const [first] = this.controls;
    const text = first.value.trim();
    switch (this.question.kind) {
      case "choices":
        return this._boxes.filter((box) => box.checked).map((box) => box.value);
      case "lines":
      case "changes":
        return unique(text.split("\n").map(oneLine));
      case "line":
        return meant(oneLine(text), this.question.reading ?? "", this._readings);
      default:
        return text;
    }
  }

  /** @param {unknown} answer one that is not for this field leaves it as it is */
  set answer(answer) {
    const [first] = this.controls;
    const texts = (Array.isArray(answer) ? answer : [answer]).filter((t) => typeof t === "string");
    if (!texts.length) return;
    if (this.question.kind === "choices") {
      for (const box of this._boxes) {
        box.checked = texts.includes(box.value);
        const rest = box.checked && box.closest(".rc-field__rest");
        if (rest) rest.setAttribute("open", "");
      }
    } else if (first instanceof HTMLSelectElement) {
      if ([...first.options].some((option) => option.value === texts[0])) first.value = texts[0];
    } else {
      first.value = texts.join("\n");
    }
  }

  /**
   * What is wrong with the answer.
   * @param {Words} words
   * @returns {Fault | null}
   */
  fault(words) {
    const { answer, question } = this;
    if (!answer.length) return question.needed ? missing(question) : null;
    const texts = Array.isArray(answer) ? answer.map(String) : [answer];
    const faults = texts.map((text) =>
      question.kind === "changes"
        ? changeFault(text, question, today(), words, this._readings)
        : (textFault(text, question, words) ??
          (question.names ? noNameFault(text, words, this._readings) : null)),
    );
    const found = faults.find((fault) => fault !== null) ?? null;
    if (found || question.reading !== "date") return found;
    return dateFault(texts[0], today(), words, this._readings);
  }

  /** @param {Fault | null} fault shown once the reader has been here */
  show(fault) {
    showFault(this.first, this._fault, this.touched ? fault : null);
    if (this.question.reading) this.note(readingNote(this.first.value, this.answer));
  }

  /**
   * Say something that is no fault, such as that the library has this already.
   * @param {(Node | string)[]} words
   */
  note(words) {
    const said = words.map((word) => (typeof word === "string" ? word : word.textContent)).join("");
    if (this._note.textContent !== said) this._note.replaceChildren(...words);
    this._note.hidden = !words.length;
  }

  get _boxes() {
    return this.controls.filter((c) => c instanceof HTMLInputElement && c.type === "checkbox").map(
      (control) => /** @type {HTMLInputElement} */ (control),
    );
  }
}

/**
 * What is said of an answer that is read as another than was typed.
 * @param {string} typed
 * @param {Answer} answer
 */
export function readingNote(typed, answer) {
  const isSame = oneLine(typed) === answer || !answer.length;
  return isSame ? [] : [gettext("Read as %(value)s.", { value: String(answer) })];
}

/**
 * What is wrong where a required answer is missing: it names the question.
 * @param {Question} question
 * @returns {Fault}
 */
export function missing({ key, label }) {
  const known = Object.hasOwn(MISSING, key) ? gettext(MISSING[key]) : "";
  return { message: known || gettext("“%(question)s” is missing.", { question: label }), hint: known ? "" : gettext("Fill it in.") };
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/[ \t\n\r]+/g, " ").trim();
}

/** @param {string[]} texts */
function unique(texts) {
  return [...new Set(texts.filter(Boolean))];
}
