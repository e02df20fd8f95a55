/** The page of a plan: what follows from the answers, which can be changed in place. */

import { dayInWords } from "../shared/days.js";
import { address, make } from "../shared/elements.js";
import { gettext } from "../shared/messages.js";
import { isEmpty, labelOf, SCALE } from "./answers.js";
import { Sections, section } from "./plan-sections.js";
import { PlanToolbar } from "./plan-toolbar.js";
import { isAsked, planOf } from "./plan-rules.js";
import { sharedNote } from "./shared-note.js";

/** @typedef {import("./plan-rules.js").Plan} Plan */
/** @typedef {import("./state.js").State} State */

export class PlanPage {
  /**
   * @param {HTMLElement} root
   * @param {any} check
   * @param {State} state
   * @param {string} base
   */
  constructor(root, check, state, base) {
    const { rcHint, rcPhase, rcRule, rcTitle } = root.dataset;
    this._root = root;
    this._check = check;
    this._state = state;
    this._base = base;
    this._words = { phase: rcPhase ?? "", stages: "", rule: rcRule ?? "" };
    this._title = /** @type {HTMLElement} */ (document.getElementById("title"));
    this._ownTitle = this._title.textContent ?? "";
    this._status = make("p", { class: "rc-hidden", role: "status" });
    this._head = make("div");
    this._body = make("div");
    this._answers = make("div");
    /** The earlier day that the plan is compared with. */
    this._since = "";
    this._tools = new PlanToolbar(rcTitle ?? "", rcHint ?? "", check, base, () => ({
      plan: this._plan(),
      day: this._state.shown.day,
      fragment: this._state.fragment,
    }));
  }

  start() {
    // What can be done with a plan stands first: on a phone, its end is four screens down.
    this._root.replaceChildren(this._status, this._head, this._tools.element, this._body, this._answers);
    this._state.open();
    this._state.watch(() => this._draw());
    this._draw();
  }

  _plan() {
    return planOf(this._check, this._state.shown.given);
  }

  _draw() {
    this._drawPlan();
    this._drawAnswers();
  }

  _drawPlan() {
    const { shown } = this._state;
    const plan = this._plan();
    const note = sharedNote(this._state, () => this._draw());
    const isBlank = isEmpty(shown);
    this._title.textContent = this._state.isReceived ? gettext("A plan shared with you") : this._ownTitle;
    this._tools.element.hidden = this._answers.hidden = isBlank;
    if (isBlank) {
      const link = make("a", { class: "rc-open__button", href: address(this._base, "check/") }, gettext("Answer the questions"));
      this._head.replaceChildren();
      this._body.replaceChildren(
        make("p", { class: "rc-empty" }, gettext("Nothing is answered yet, so there is no plan.")),
        make("p", {}, link),
      );
      return;
    }
    const sections = new Sections(this._check, plan, this._base, this._words);
    const day = shown.day ? make("p", { class: "rc-plan__day" }, gettext("Answers from %(day)s", { day: dayInWords(shown.day) })) : null;
    const parts = [sections.stand(), sections.phase(), sections.focus(), sections.steps(), sections.closed()];
    parts.push(...sections.others(), this._changes(sections), sections.gone());
    this._head.replaceChildren(...[note, day].filter((part) => part !== null));
    this._body.replaceChildren(...parts.filter((part) => part !== null));
  }

  /** @param {Sections} sections */
  _changes(sections) {
    const { shown, own, before, isShared } = this._state;
    if (isShared) return sections.changes(planOf(this._check, own.given), "");
    const earlier = before.filter(({ day }) => day && day < (shown.day || "9"));
    const since = earlier.find(({ day }) => day === this._since) ?? earlier.at(-1);
    if (!since) return null;
    const found = sections.changes(planOf(this._check, since.given), since.day);
    if (earlier.length > 1) found.append(this._choiceOfDays(earlier.map(({ day }) => day), since.day));
    return found;
  }

  /**
   * @param {string[]} days
   * @param {string} chosen
   */
  _choiceOfDays(days, chosen) {
    const choice = make(
      "select",
      { class: "rc-field__select" },
      ...days.map((day) => make("option", { value: day, selected: day === chosen }, dayInWords(day))),
    );
    choice.addEventListener("change", () => {
      this._since = choice.value;
      this._drawPlan();
      /** @type {HTMLElement | null} */ (this._body.querySelector(".rc-plan__part--changes select"))?.focus();
    });
    return make("p", { class: "rc-plan__since" }, make("label", {}, `${gettext("Compare with")} `, choice));
  }

  _drawAnswers() {
    const plan = this._plan();
    const asked = this._check.questions.filter((/** @type {any} */ question) => isAsked(question, this._check, plan.answers));
    const rows = asked.map((/** @type {any} */ question) => this._row(question, plan));
    const link = `${address(this._base, "check/")}${this._state.isReceived ? `#${this._state.fragment}` : ""}`;
    this._answers.replaceChildren(
      section(
        "answers",
        gettext("Your answers"),
        make("p", { class: "rc-plan__rule" }, gettext("Change one, and the plan follows. The others stay.")),
        make("ul", { class: "rc-plan__asked", role: "list" }, ...rows),
        make("p", {}, make("a", { class: "rc-more", href: link }, gettext("See the questions, with what helps"))),
      ),
    );
  }

  /**
   * @param {any} question
   * @param {Plan} plan
   */
  _row(question, plan) {
    const id = `plan-answer-${question.key}`;
    const given = plan.answers[question.key] ?? "";
    const choice = make(
      "select",
      { class: "rc-field__select", id },
      ...(given ? [] : [make("option", { value: "" }, gettext("No answer"))]),
      ...SCALE.map((each) => make("option", { value: each.id, selected: each.id === given }, labelOf(each.id))),
    );
    choice.addEventListener("change", () => this._answer(question.key, choice.value));
    return make(
      "li",
      { class: "rc-plan__row" },
      make("label", { for: id, dir: "auto" }, question.text),
      choice,
      make("span", { class: "rc-plan__printed" }, labelOf(given) || gettext("No answer")),
    );
  }

  /**
   * @param {string} key
   * @param {string} answer
   */
  _answer(key, answer) {
    this._state.answer(key, answer);
    this._draw();
    document.getElementById(`plan-answer-${key}`)?.focus();
    this._status.textContent = gettext("The plan has changed with your answer.");
  }
}
