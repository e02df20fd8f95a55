/** The page of the self-check: fills in what was answered, and asks only what there is to ask. */

import { address, make } from "../shared/elements.js";
import { gettext } from "../shared/messages.js";
import { isAsked, readAnswers } from "./plan.js";
import { sharedNote } from "./shared-note.js";

/** @typedef {import("./plan.js").Check} Check */
/** @typedef {import("./state.js").State} State */

export class CheckPage {
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
    this._count = make("p", { class: "rc-check__count" });
    this._plan = make("a", { class: "rc-open__button" }, gettext("See the plan"));
    this._clear = make("button", { class: "rc-bar__button", type: "button" }, gettext("Clear all answers"));
  }

  start() {
    this._root.classList.add("rc-check--live");
    this._fold();
    this._root.prepend(this._note);
    this._root.append(
      make("p", { class: "rc-check__clear" }, this._clear),
      make("div", { class: "rc-check__bar" }, this._count, this._plan),
    );
    this._root.addEventListener("change", (event) => {
      const { name, value } = /** @type {HTMLInputElement} */ (event.target);
      this._state.answer(name, value);
      this._show();
    });
    this._clear.addEventListener("click", () => this._clearAll());
    this._state.open();
    this._state.watch(() => this._show());
    this._show();
  }

  /** Fold what helps, but not on paper. */
  _fold() {
    const helps = [...this._root.querySelectorAll("details")];
    const fold = () => helps.forEach((each) => (each.open = false));
    fold();
    addEventListener("beforeprint", () => helps.forEach((each) => (each.open = true)));
    addEventListener("afterprint", fold);
  }

  _clearAll() {
    if (!confirm(gettext("Take all answers off this device?"))) return;
    this._state.clear();
    this._show();
    /** @type {HTMLElement | null} */ (this._root.querySelector("input"))?.focus();
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
    this._plan.href = `${address(this._base, "plan/")}#${this._state.fragment}`;
    const note = sharedNote(this._state, () => this._show());
    this._note.replaceChildren(...(note ? [note] : []));
  }
}
