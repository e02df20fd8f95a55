/** The page of the self-check: fills in what was answered, and asks only what there is to ask. */

import { button } from "../shared/button.js";
import { collapse } from "../shared/collapse.js";
import { address, make } from "../shared/elements.js";
import { filePicker } from "../shared/files/pick-file.js";
import { saveFile } from "../shared/files/save.js";
import { gettext, ngettext } from "../shared/messages.js";
import { asFile, fromFile } from "./answer-file.js";
import { isEmpty } from "./answers.js";
import { isAsked, planOf, readAnswers } from "./plan-rules.js";
import { sharedNote } from "./shared-note.js";

/** @typedef {import("./plan-rules.js").Check} Check */
/** @typedef {import("./state.js").State} State */

export class SelfCheckPage {
  /**
   * @param {HTMLElement} root
   * @param {Check} check
   * @param {State} state
   * @param {string} base
   */
  constructor(root, check, state, base) {
    this._root = root;
    this._check = check;
    this._state = state;
    this._base = base;
    this._note = make("div", { role: "status" });
    this._count = make("p", { class: "rc-low-bar__said" });
    this._plan = make("a", { class: "rc-open__button" }, gettext("See the plan"));
    this._clear = button(gettext("Clear all answers"), () => this._clearAll());
    this._save = button(gettext("Save the answers as a file"), () => this._saveAnswers());
    this._picker = filePicker((text) => this._openAnswers(text));
    this._said = make("p", { class: "rc-check__said", role: "status" });
    this._first = make("p", { class: "rc-head__text" });
    /** What stands below a stage once it is answered. @type {Map<Element, {text: HTMLElement, plan: HTMLAnchorElement}>} */
    this._enough = new Map();
  }

  start() {
    this._root.classList.add("rc-check--live");
    collapse(this._root.querySelectorAll("details"));
    for (const part of this._root.querySelectorAll(".rc-section")) this._enough.set(part, enough(part));
    this._root.prepend(this._note);
    // Below what the check is about, for the first screen of a phone.
    document.querySelector(".rc-head__text")?.after(this._first);
    this._root.append(
      make(
        "div",
        { class: "rc-check__choice rc-check__clear" },
        this._save,
        button(gettext("Open saved answers"), () => this._picker.click()),
        this._clear,
        this._picker,
      ),
      this._said,
      make("div", { class: "rc-low-bar" }, this._count, this._plan),
    );
    this._root.addEventListener("change", (event) => {
      const { name, value } = /** @type {HTMLInputElement} */ (event.target);
      this._state.answer(name, value);
      this._show();
    });
    this._state.open();
    this._state.watch(() => this._show());
    this._show();
  }

  _clearAll() {
    if (!confirm(gettext("Delete all answers from this device?"))) return;
    this._state.clear();
    this._show();
    /** @type {HTMLElement | null} */ (this._root.querySelector("input"))?.focus();
  }

  _saveAnswers() {
    const url = location.origin + location.pathname;
    saveFile("answers.json", "application/json", asFile(this._state.shown, url));
    this._said.textContent = gettext("Saved. Open this file here, on any device, to continue.");
  }

  /** @param {string} text */
  _openAnswers(text) {
    const { answers, fault } = fromFile(text);
    this._said.textContent = fault;
    if (!answers) return;
    const before = this._state.own;
    this._state.replace(answers);
    this._show();
    const number = Object.keys(answers.given).length;
    const undo = button(gettext("Bring back what was there"), () => {
      this._state.replace(before);
      this._show();
      this._said.textContent = gettext("Your earlier answers are back.");
    });
    this._said.replaceChildren(ngettext("%(num)s answer opened.", "%(num)s answers opened.", number), " ", isEmpty(before) ? "" : undo);
  }

  _show() {
    const { answers } = readAnswers(this._check, this._state.shown.given);
    const asked = this._check.questions.filter((question) => isAsked(question, this._check, answers));
    const there = new Set(asked.map(({ key }) => key));
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this._root.querySelectorAll("[data-rc-ask]"))) {
      item.hidden = !there.has(item.dataset.rcAsk ?? "");
    }
    for (const input of this._root.querySelectorAll("input")) {
      input.checked = answers[input.name] === input.value;
    }
    const answered = asked.filter(({ key }) => key in answers).length;
    this._count.textContent = gettext("%(number)s of %(total)s answered", { number: answered, total: asked.length });
    this._clear.hidden = this._state.isShared || answered === 0;
    this._plan.hidden = isEmpty(this._state.shown);
    this._showFirst(asked);
    this._save.hidden = answered === 0;
    this._plan.href = `${address(this._base, "plan/")}#${this._state.fragment}`;
    this._showEnough(asked, answers);
    const note = sharedNote(this._state, () => this._show());
    this._note.replaceChildren(...(note ? [note] : []));
  }

  /**
   * Say how few questions are enough, where there are more.
   * @param {import("./plan-rules.js").Question[]} asked
   */
  _showFirst(asked) {
    const [first] = asked;
    const number = asked.filter(({ stage }) => stage === first?.stage).length;
    this._first.hidden = number === asked.length;
    this._first.textContent = ngettext(
      "The first question is enough for a plan. You can answer the rest later.",
      "The first %(num)s questions are enough for a plan. You can answer the rest later.",
      number,
    );
  }

  /**
   * Say below the first stage that is answered and not reached that a plan begins there, so that
   * nobody has to answer what comes much later.
   * @param {import("./plan-rules.js").Question[]} asked
   * @param {import("./plan-rules.js").Answers} answers
   */
  _showEnough(asked, answers) {
    const { next } = planOf(this._check, answers);
    const questions = asked.filter(({ stage }) => stage === next);
    const isAnswered = questions.length > 0 && questions.every(({ key }) => key in answers);
    for (const [part, { text, plan }] of this._enough) {
      text.hidden = !isAnswered || questions.length === asked.length || !part.querySelector(`[data-rc-ask="${questions[0].key}"]`);
      plan.href = this._plan.href;
    }
  }
}

/** @param {Element} part the questions of a stage */
function enough(part) {
  const plan = make("a", { class: "rc-bar__button" }, gettext("See the plan now"));
  const said = gettext("That is enough for a plan. You can answer the rest later.");
  const text = make("div", { class: "rc-check__enough", hidden: true }, make("p", {}, said), plan);
  part.append(text);
  return { text, plan };
}
