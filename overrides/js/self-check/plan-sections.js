/** The sections of a plan: where a team stands, what comes first, and what helps with it. */

import { dayInWords } from "../shared/days.js";
import { address, make } from "../shared/elements.js";
import { gettext, ngettext } from "../shared/messages.js";
import { labelOf } from "./answers.js";
import { CLOSED, duration, progressOf } from "./plan-text.js";

/** @typedef {import("./plan-rules.js").Check & {phase_labels: Record<string, string>}} Check */
/** @typedef {import("./plan-rules.js").Plan} Plan */
/** @typedef {import("./answers.js").Given} Given */

export class Sections {
  /**
   * @param {Check} check
   * @param {Plan} plan
   * @param {string} base
   * @param {{phase: string, stages: string, rule: string}} words of the catalog
   */
  constructor(check, plan, base, words) {
    this._check = check;
    this._plan = plan;
    this._base = base;
    this._words = words;
    this._questions = new Map(check.questions.map((question) => [question.key, question]));
  }

  /** Which stages are reached, and by what rule. */
  stand() {
    const { reached, next, progress } = this._plan;
    const label = (/** @type {string | null} */ id) => this._check.stages.find((stage) => stage.id === id)?.label ?? "";
    const said = [];
    if (reached) said.push(gettext("Reached: %(stage)s.", { stage: label(reached) }));
    if (next) said.push(gettext("On the way to: %(stage)s.", { stage: label(next) }));
    else said.push(gettext("You have done everything that is asked here."));
    const rows = progress.filter(({ of }) => of).map((one) => {
      const found = this._check.stages.find(({ id }) => id === one.stage);
      return make(
        "li",
        { class: `rc-plan__stage${one.stage === next ? " rc-plan__stage--next" : ""}` },
        make("a", { href: address(this._base, found?.address ?? ""), dir: "auto" }, found?.label ?? ""),
        dots(one.yes, one.answered),
        make("span", { class: "rc-plan__number" }, progressOf(one)),
      );
    });
    return section(
      "stand",
      gettext("Where you stand"),
      make("p", { class: "rc-plan__said", dir: "auto" }, said.join(" ")),
      make("ol", { class: "rc-plan__stages", role: "list" }, ...rows),
      make("p", { class: "rc-plan__rule" }, this._words.rule),
    );
  }

  /** The phase to look at. */
  phase() {
    const { phase, focus } = this._plan;
    if (!phase) return null;
    const link = make("a", { href: address(this._base, `phases/${phase}/`), dir: "auto" }, this._check.phase_labels[phase]);
    const first = this._questions.get(focus[0] ?? "");
    const why = !this._plan.next
      ? gettext("It comes after everything that is asked here.")
      : first?.phase === phase
        ? gettext("“%(question)s” belongs to it.", { question: first.label })
        : "";
    return section(
      "phase",
      gettext("The %(phase)s to look at", { phase: this._words.phase }),
      make("p", { class: "rc-plan__said" }, link),
      why ? make("p", { class: "rc-plan__rule", dir: "auto" }, why) : null,
    );
  }

  /** The two or three questions that come first. */
  focus() {
    const items = this._plan.focus.map((key) => {
      const question = this._questions.get(key);
      return make(
        "li",
        { class: "rc-plan__focus" },
        make("h3", { class: "rc-plan__label", dir: "auto" }, question?.label ?? ""),
        question && question.label !== question.text ? make("p", { class: "rc-plan__text", dir: "auto" }, question.text) : null,
        make("p", { class: "rc-plan__answer" }, gettext("You answered “%(answer)s”.", { answer: this._answer(key) })),
        question?.yes ? make("p", { class: "rc-plan__yes", dir: "auto" }, gettext("You are there when: %(meaning)s", { meaning: question.yes })) : null,
        question?.items.length ? null : make("p", { class: "rc-plan__rule" }, gettext("Nothing here helps with this yet.")),
      );
    });
    if (!items.length) return null;
    return section("focus", gettext("What comes first"), make("ol", { class: "rc-plan__list", role: "list" }, ...items));
  }

  /** What to use, in order. */
  steps() {
    const { minutes, unknown } = this._plan;
    const rows = this._steps(true);
    if (!rows.length) return null;
    const total = duration(minutes, unknown, rows.length);
    return section(
      "steps",
      gettext("What to use, in this order"),
      total ? make("p", { class: "rc-plan__rule" }, gettext("Total time: %(duration)s.", { duration: total })) : null,
      make("ol", { class: "rc-plan__list", role: "list" }, ...rows),
    );
  }

  /** What would help as well if it could be opened. */
  closed() {
    const rows = this._steps(false);
    if (!rows.length) return null;
    return section("closed", CLOSED, make("ul", { class: "rc-plan__list", role: "list" }, ...rows));
  }

  /** @param {boolean} opens */
  _steps(opens) {
    const steps = this._plan.steps.filter(({ id }) => this._check.items[id].opens === opens);
    return steps.map(({ id, because }, index) => {
      const item = this._check.items[id];
      const facts = [item.type, item.time, item.access].filter(Boolean).join(" · ");
      const title = { class: "rc-plan__title", dir: "auto", lang: item.language ?? false };
      return make(
        "li",
        { class: `rc-plan__step${opens ? "" : " rc-plan__step--closed"}`, "data-rc-id": id },
        opens ? make("span", { class: "rc-plan__place", "aria-hidden": "true" }, String(index + 1)) : null,
        make(
          "div",
          {},
          make("h3", title, make("a", { href: address(this._base, item.address) }, item.title)),
          make("p", { class: "rc-plan__facts" }, facts),
          ...because.map((key) => make("p", { class: "rc-plan__because", dir: "auto" }, this.because(key))),
        ),
      );
    });
  }

  /** @param {string} key */
  because(key) {
    const question = this._questions.get(key)?.label ?? "";
    return gettext("Because you answered “%(answer)s” to “%(question)s”.", { answer: this._answer(key), question });
  }

  /** Questions of further stages, and those that are not answered. */
  others() {
    const { later, unanswered } = this._plan;
    const linked = (/** @type {string} */ key) => {
      const question = this._questions.get(key);
      return make("a", { href: address(this._base, question?.address ?? ""), dir: "auto" }, question?.label ?? "");
    };
    return [
      later.length
        ? section("later", gettext("Later"), list(later.map((key) => [linked(key), ` (${this._answer(key)})`])))
        : null,
      unanswered.length
        ? section("unanswered", gettext("Not answered yet"), list(unanswered.map((key) => [linked(key)])))
        : null,
    ];
  }

  /** Answers to questions that are no longer asked. */
  gone() {
    const { gone } = this._plan;
    if (!gone.length) return null;
    const rows = gone.map(({ name, answer }) => [
      gettext("“%(question)s”: %(answer)s", {
        question: Object.hasOwn(this._check.former, name) ? this._check.former[name] : name,
        answer: labelOf(answer),
      }),
    ]);
    return section(
      "gone",
      gettext("No longer asked"),
      make("p", { class: "rc-plan__rule" }, gettext("These answers are kept, but no longer count.")),
      list(rows),
    );
  }

  /**
   * What has changed since other answers were given.
   * @param {Plan} before
   * @param {string} day of those answers; nothing for the reader's own
   */
  changes(before, day) {
    const keys = this._check.questions.map(({ key }) => key);
    const changed = keys.filter((key) => (before.answers[key] ?? "") !== (this._plan.answers[key] ?? ""));
    const rows = changed.map((key) => [
      gettext("“%(question)s”: %(before)s → %(now)s", {
        question: this._questions.get(key)?.label ?? "",
        before: labelOf(before.answers[key]) || gettext("no answer"),
        now: labelOf(this._plan.answers[key]) || gettext("no answer"),
      }),
    ]);
    const number = rows.length;
    const count = number
      ? ngettext("%(num)s answer has changed.", "%(num)s answers have changed.", number)
      : gettext("All answers are the same.");
    const title = day
      ? gettext("What has changed since %(day)s", { day: dayInWords(day) })
      : gettext("How it differs from your own answers");
    return section("changes", title, make("p", { class: "rc-plan__rule" }, count), list(rows));
  }

  /** @param {string} key */
  _answer(key) {
    return labelOf(this._plan.answers[key]);
  }
}

/**
 * @param {string} id
 * @param {string} title
 * @param {...(Node | null)} children
 */
export function section(id, title, ...children) {
  const heading = make("h2", { class: "rc-section__title", id: `plan-${id}` }, title);
  return make("section", { class: `rc-section rc-plan__part--${id}`, "aria-labelledby": `plan-${id}` }, heading, ...children);
}

/** @param {(Node | string)[][]} rows */
function list(rows) {
  return make("ul", { class: "rc-plan__others" }, ...rows.map((row) => make("li", { dir: "auto" }, ...row)));
}

/**
 * One dot for each question that is answered; the text beside them says the same.
 * @param {number} yes
 * @param {number} answered
 */
function dots(yes, answered) {
  const all = Array.from({ length: answered }, (_, index) => make("i", { class: index < yes ? "rc-dot rc-dot--full" : "rc-dot" }));
  return make("span", { class: "rc-dots", "aria-hidden": "true" }, ...all);
}
