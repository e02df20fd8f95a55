/** The answers that a page shows: the reader's own, or those that came with the address. */

import { today } from "../shared/days.js";
import { empty, isEmpty } from "./answers.js";
import { forget, keep, kept } from "./browser-storage.js";
import { asFragment, fromFragment, same } from "./url-state.js";

/** @typedef {import("./answers.js").Given} Given */
/** @typedef {import("./plan-rules.js").Check} Check */

export class State {
  /**
   * @param {Check} check
   * @param {string} base
   * @param {boolean} isInAddress whether the page has the reader's own answers in its address too
   */
  constructor(check, base, isInAddress) {
    this._check = check;
    this._base = base;
    this._isInAddress = isInAddress;
    this.shown = empty();
    this.own = empty();
    /** The reader's answers of earlier days. @type {Given[]} */
    this.before = [];
  }

  /**
   * Read the address and what is kept.
   * @param {() => void} onChange called when somebody else has changed something
   */
  watch(onChange) {
    const again = () => {
      this.open();
      onChange();
    };
    addEventListener("hashchange", () => {
      // The link that skips to the content names a place on the page, and no answers.
      if (location.hash && isEmpty(fromFragment(location.hash))) this._remember();
      else again();
    });
    addEventListener("storage", again);
    addEventListener("pageshow", (event) => event.persisted && again());
  }

  open() {
    const { now, before } = kept(this._base);
    const linked = fromFragment(location.hash);
    // Somebody who goes back sees what they have answered since, and not the address of that time.
    const isOwn = isEmpty(linked) || (history.state?.rcOwnAnswers && !isEmpty(now));
    this.own = now;
    this.before = before;
    this.shown = isOwn ? now : linked;
    if (isOwn) this._remember();
  }

  /** Whether the answers came with the address, and the reader has others. */
  get isShared() {
    return !isEmpty(this.own) && !same(this.shown, this.own);
  }

  /** Whether the answers came with the address, and are not the reader's own. */
  get isReceived() {
    return !isEmpty(this.shown) && !same(this.shown, this.own) && !history.state?.rcOwnAnswers;
  }

  get fragment() {
    return asFragment(this.shown);
  }

  /**
   * @param {string} key of a question
   * @param {string} answer nothing takes the answer away
   */
  answer(key, answer) {
    const wasShared = this.isShared;
    const old = this._check.questions.find((question) => question.key === key)?.aliases ?? [];
    const others = Object.entries(this.shown.given).filter(([name]) => name !== key && !old.includes(name));
    const given = Object.fromEntries(answer ? [...others, [key, answer]] : others);
    this.shown = { day: today(), given };
    if (!wasShared) this._keep();
    this._remember();
  }

  /** Make the answers of the address the reader's own. */
  adopt() {
    this._keep();
    this._remember();
  }

  /** Leave the answers of the address for the reader's own. */
  showOwn() {
    this.shown = this.own;
    this._remember();
  }

  /**
   * Put answers from a file in the place of the reader's own.
   * @param {import("./answers.js").Given} answers
   */
  replace(answers) {
    this.shown = answers;
    this._keep();
    this._remember();
  }

  clear() {
    forget(this._base);
    this.shown = this.own = empty();
    this.before = [];
    this._remember();
  }

  _keep() {
    keep(this._base, { ...this.shown, day: this.shown.day || today() });
    const { now, before } = kept(this._base);
    this.own = now;
    this.before = before;
  }

  /** Let the address have what is shown, so that it can be shared as it is. */
  _remember() {
    const isOwn = same(this.shown, this.own);
    const fragment = this._isInAddress || !isOwn ? this.fragment : "";
    const address = location.pathname + location.search + (fragment && `#${fragment}`);
    history.replaceState({ rcOwnAnswers: isOwn }, "", address);
  }
}
