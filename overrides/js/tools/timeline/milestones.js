/** The steps of a timeline: their dates, and changing, adding and taking out steps. */

import { dayWithWeekday } from "../../shared/days.js";
import { button } from "../../shared/button.js";
import { make, write } from "../../shared/elements.js";
import { gettext } from "../../shared/messages.js";
import { showDated } from "./date-summary.js";
import { at, isWeekend, repeated } from "./dates.js";

/** @typedef {import("../sheet.js").Sheet} Sheet */

/**
 * @typedef {object} Milestone
 * @property {string} id
 * @property {string} title
 * @property {string | null} anchor
 * @property {string} starts
 * @property {string | null} ends
 * @property {string | null} until
 * @property {string | null} repeats
 * @property {string} [about]
 * @property {string[]} details
 */

/**
 * @typedef {object} Step
 * @property {string} id
 * @property {string} title
 * @property {string} about
 * @property {string} start
 * @property {string} end
 * @property {string[]} dates those on which it comes again
 * @property {string} rule when it is, in words
 * @property {string} who
 * @property {string} note
 * @property {string[]} details what is to be noted
 * @property {string} unset the label of the day that has to be set for it
 */

const OWN = /^step\.(own-\d{1,3})\.(?:title|start|end|who|note|out)$/;
const PARTS = ["title", "start", "end", "who", "note", "out"];

export class Steps {
  /** @param {Sheet} sheet */
  constructor(sheet) {
    this._sheet = sheet;
    this._list = /** @type {HTMLElement} */ (sheet.root.querySelector("[data-rc-steps]"));
    /** @type {Map<string, Milestone>} */
    this._given = new Map(sheet.tool.milestones.map((/** @type {Milestone} */ one) => [one.id, one]));
    for (const row of this._rows) this._addTools(row);
    const add = button(gettext("Add a step"), () => this._add());
    sheet.root.querySelector("[data-rc-more]")?.append(add);
    // Not while somebody is typing a date, of which each digit is a change.
    this._list.addEventListener("focusout", (event) => {
      const row = /** @type {HTMLElement} */ (event.target).closest("li");
      if (row && !row.contains(/** @type {Node | null} */ (event.relatedTarget))) this._sort();
    });
  }

  /** Show the steps and dates that follow from the answers. */
  show() {
    this._match();
    this.count();
    for (const row of this._rows) this._showRow(row);
    this._sort();
  }

  /** Count the dates again from the days that are set. */
  count() {
    const { tool } = this._sheet;
    const set = (/** @type {string | null} */ id) => this._sheet.get(`day.${id ?? tool.anchors[0].id}`);
    for (const { id, anchor, starts, ends, until } of this._given.values()) {
      this._sheet.setDefault(`step.${id}.start`, at(set(anchor), starts));
      if (ends) this._sheet.setDefault(`step.${id}.end`, at(set(until ?? anchor), ends));
    }
    showDated(this._sheet.root, this.all);
  }

  /**
   * Show what has changed.
   * @param {string} key
   */
  changed(key) {
    const [what, id, part] = key.split(".");
    if (["start", "end", "out"].includes(part)) showDated(this._sheet.root, this.all);
    if (what === "day") {
      this.count();
      for (const row of this._rows) this._showRow(row);
      this._sort();
    }
    const row = what === "step" && this._rows.find((one) => one.dataset.rcStep === id);
    if (row) this._showRow(row);
  }

  /**
   * Whether a key belongs to a step.
   * @param {string} key
   */
  has(key) {
    const [what, id, part] = key.split(".");
    return OWN.test(key) || (what === "step" && this._given.has(id) && ["title", "out"].includes(part));
  }

  /** The steps that are not taken out, in the order of their dates. @returns {Step[]} */
  get all() {
    return this._rows.filter((row) => !this._text(row, "out")).map((row) => {
      const [start, end] = [this._text(row, "start"), this._text(row, "end")];
      const given = this._given.get(row.dataset.rcStep ?? "");
      const every = given?.repeats;
      return {
        id: row.dataset.rcStep ?? "",
        title: this._title(row),
        about: given?.about ?? "",
        rule: (given && row.querySelector(".rc-timeline__rule")?.textContent?.trim()) || "",
        details: given?.details ?? [],
        start,
        end,
        who: this._text(row, "who"),
        note: this._text(row, "note"),
        dates: every && start && end ? repeated(start, end, every) : [],
        unset: given ? this._unset(given) : "",
      };
    });
  }

  /** @param {Milestone} milestone */
  _unset({ anchor }) {
    const { anchors } = this._sheet.tool;
    const found = anchors.find((/** @type {{id: string}} */ { id }) => id === (anchor ?? anchors[0].id));
    return found && !this._sheet.get(`day.${found.id}`) ? found.label : "";
  }

  /** @returns {HTMLElement[]} */
  get _rows() {
    return /** @type {HTMLElement[]} */ ([...this._list.children]);
  }

  /**
   * @param {HTMLElement} row
   * @param {string} part
   */
  _text(row, part) {
    return this._sheet.get(`step.${row.dataset.rcStep}.${part}`);
  }

  /** @param {HTMLElement} row */
  _title(row) {
    const given = this._given.get(row.dataset.rcStep ?? "")?.title ?? "";
    return this._text(row, "title").trim() || given || gettext("Step without a name");
  }

  /** Let there be a row for each step of their own, and none besides. */
  _match() {
    const wanted = new Set([...this._sheet.kept.answers.keys()].flatMap((key) => OWN.exec(key)?.[1] ?? []));
    for (const row of this._rows) {
      const id = row.dataset.rcStep ?? "";
      if (this._given.has(id) || wanted.delete(id)) continue;
      for (const part of PARTS) this._sheet.fields.delete(`step.${id}.${part}`);
      row.remove();
    }
    for (const id of [...wanted].sort()) this._list.append(this._ownRow(id));
  }

  _add() {
    const taken = this._rows.map(({ dataset }) => dataset.rcStep);
    let number = 1;
    while (taken.includes(`own-${number}`)) number++;
    const row = this._ownRow(`own-${number}`);
    this._list.append(row);
    this._showRow(row);
    row.querySelector("input")?.focus();
  }

  /** @param {string} id */
  _ownRow(id) {
    const key = (/** @type {string} */ part) => `step.${id}.${part}`;
    const row = make(
      "li",
      { class: "rc-timeline__step", "data-rc-step": id, "data-rc-part": true },
      make(
        "div",
        { class: "rc-timeline__when" },
        make("p", { class: "rc-timeline__rule" }, gettext("A step of your own")),
        field(key("start"), gettext("Begins"), "date"),
        field(key("end"), gettext("Ends"), "date"),
      ),
      make(
        "div",
        { class: "rc-timeline__what" },
        make("h3", { class: "rc-timeline__title", "data-rc-name": true, dir: "auto" }),
        field(key("title"), gettext("What happens"), "text"),
        field(key("who"), gettext("Who does it"), "text"),
        field(key("note"), gettext("Notes"), "area"),
      ),
    );
    this._addTools(row);
    this._sheet.adopt(row);
    return row;
  }

  /** @param {HTMLElement} row */
  _addTools(row) {
    const id = row.dataset.rcStep ?? "";
    const what = row.querySelector(".rc-timeline__what");
    const dates = make("p", { class: "rc-timeline__dates", "data-rc-dates": true, hidden: true });
    row.querySelector(".rc-timeline__when")?.append(dates);
    const again = button(gettext("Recalculate the dates"), () => {
      this._sheet.forget([`step.${id}.start`, `step.${id}.end`]);
      row.querySelector("input")?.focus();
    });
    again.dataset.rcAgain = "";
    const out = button("", () => {
      this._sheet.set(`step.${id}.out`, this._text(row, "out") ? "" : "yes");
      out.focus();
    });
    out.dataset.rcOut = "";
    const tools = make("div", { class: "rc-timeline__tools" }, again, out);
    if (this._given.has(id)) {
      const rename = field(`step.${id}.title`, gettext("Name of this step"), "text");
      rename.hidden = true;
      what?.prepend(rename);
      const open = button(gettext("Rename"), () => {
        rename.hidden = !rename.hidden;
        if (!rename.hidden) rename.querySelector("input")?.focus();
      });
      tools.prepend(open);
      this._sheet.adopt(rename);
      this._sheet.setDefault(`step.${id}.title`, this._given.get(id)?.title ?? "");
    }
    row.append(tools);
  }

  /** @param {HTMLElement} row */
  _showRow(row) {
    const title = this._title(row);
    const isOut = Boolean(this._text(row, "out"));
    row.classList.toggle("rc-timeline__step--out", isOut);
    write(row.querySelector("[data-rc-name]"), title);
    const out = /** @type {HTMLElement} */ (row.querySelector("[data-rc-out]"));
    out.textContent = isOut ? gettext("Put it back") : gettext("Remove");
    out.setAttribute("aria-label", gettext("%(action)s: %(title)s", { action: out.textContent, title }));
    const given = this._given.has(row.dataset.rcStep ?? "");
    const moved = ["start", "end"].some((part) => this._sheet.has(`step.${row.dataset.rcStep}.${part}`));
    /** @type {HTMLElement} */ (row.querySelector("[data-rc-again]")).hidden = !(given && moved);
    const dates = /** @type {HTMLElement} */ (row.querySelector("[data-rc-dates]"));
    dates.textContent = this._said(row);
    dates.classList.toggle("rc-timeline__dates--all", dates.textContent.includes(" · ")); // not said elsewhere
    dates.hidden = !dates.textContent;
  }

  /**
   * What is to be said of the dates of a step.
   * @param {HTMLElement} row
   */
  _said(row) {
    const [start, end] = [this._text(row, "start"), this._text(row, "end")];
    if (start && end && end < start) return gettext("This ends before it begins.");
    const every = this._given.get(row.dataset.rcStep ?? "")?.repeats;
    if (every && start && end) return repeated(start, end, every).map(dayWithWeekday).join(" · ");
    const weekend = [start, end].filter((one) => one && isWeekend(one));
    if (weekend.length) return gettext("On a weekend: %(days)s", { days: weekend.map(dayWithWeekday).join(", ") });
    return [start, end].filter(Boolean).map(dayWithWeekday).join(" – ");
  }

  /** Put the rows in the order of their dates; those without one stay behind the row before them. */
  _sort() {
    let before = "";
    const placed = this._rows.map((row) => {
      before = this._text(row, "start") || before;
      return { row, date: before };
    });
    const sorted = [...placed].sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
    if (sorted.every(({ row }, index) => row === placed[index].row)) return;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    for (const { row } of sorted) this._list.append(row);
    if (focused && this._list.contains(focused)) focused.focus();
  }
}

/**
 * @param {string} key
 * @param {string} label
 * @param {"text" | "date" | "area"} kind
 */
function field(key, label, kind) {
  const attributes = { class: "rc-field__input", id: key, "data-rc-field": key, dir: "auto" };
  const input = kind === "area"
    ? make("textarea", { ...attributes, rows: "2", maxlength: "10000" })
    : make("input", { ...attributes, type: kind, maxlength: "300", autocomplete: "off" });
  return make(
    "div",
    { class: "rc-field rc-tool__field" },
    make("label", { class: "rc-field__label rc-tool__minor", for: key }, label),
    input,
    make("p", { class: "rc-tool__written", "data-rc-written": key, dir: "auto" }),
  );
}
