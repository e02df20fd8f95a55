/** The shelf page: the reader's own shelf, or a shared one. */

import { make } from "../shared/elements.js";
import { gettext, gettextNodes, ngettext } from "../shared/messages.js";
import { asFragment, empty, fromFragment, same } from "./items.js";
import { letReorder } from "./reorder.js";
import { lostRow, row } from "./rows.js";
import { keep, kept, watch } from "./store.js";
import { Tools } from "./tools.js";

/** @typedef {import("./entries.js").Entries} Entries */
/** @typedef {import("./entries.js").Found} Found */
/** @typedef {import("./items.js").Shelf} Shelf */

export class ShelfPage {
  /**
   * @param {HTMLElement} root
   * @param {Entries} entries
   * @param {string} base
   */
  constructor(root, entries, base) {
    this._root = root;
    this._entries = entries;
    this._base = base;
    this._shelf = empty();
    this._isShared = false;
    /** How often it has been drawn; what comes for any drawing but the last is out of date. */
    this._drawings = 0;
    /** What was there before something was removed. @type {Shelf | null} */
    this._before = null;
    /** @type {Map<string, Found>} */
    this._found = new Map();
    this._status = make("p", { class: "rc-hidden", role: "status" });
    this._head = make("div", { class: "rc-shelf__head" });
    this._list = make("ol", { class: "rc-shelf__list", role: "list" });
    this._tools = new Tools(root.dataset.rcLibrary ?? "", () => this._whole());
    letReorder(this._list, (from, to) => this._move(from, to));
  }

  async start() {
    this._root.replaceChildren(this._status, this._head, this._list, this._tools.element);
    addEventListener("hashchange", () => this._open());
    watch(() => !this._isShared && !same(kept(this._base), this._shelf) && this._open());
    await this._open();
  }

  /** Take the shelf of the address, or the reader's own. */
  async _open() {
    const own = kept(this._base);
    const shared = fromFragment(location.hash);
    this._isShared = shared.items.length > 0 && own.items.length > 0 && !same(shared, own);
    this._shelf = shared.items.length && (this._isShared || !own.items.length) ? shared : own;
    if (!this._isShared && !same(this._shelf, own)) keep(this._base, this._shelf);
    await this._draw();
  }

  /** @param {Shelf} shelf */
  async _change(shelf) {
    this._shelf = shelf;
    keep(this._base, shelf);
    await this._draw();
  }

  async _draw() {
    const { items } = this._shelf;
    const drawing = ++this._drawings;
    try {
      await this._learn(items.map(({ id }) => id));
      if (drawing !== this._drawings) return;
    } catch {
      if (drawing !== this._drawings) return;
      this._head.replaceChildren(make("p", {}, gettext("The shelf could not be loaded. Is there a connection? Nothing of it is lost.")));
      this._list.replaceChildren();
      this._tools.show(0);
      return;
    }
    if (!this._isShared) this._remember();
    const doings = this._isShared
      ? null
      : {
          onNote: (/** @type {string} */ id, /** @type {string} */ note) => this._note(id, note),
          onRemove: (/** @type {string} */ id) => this._remove(id),
        };
    this._head.replaceChildren(...(this._isShared ? this._sharedHead() : this._ownHead()));
    this._list.replaceChildren(
      ...items.map((item, index) => {
        const found = this._found.get(item.id);
        if (!found?.known) return lostRow(item, doings);
        const instead = this._found.get(found.known.instead ?? "")?.known ?? null;
        return row({ ...item, id: found.id }, found.known, instead, index + 1, this._base, doings);
      }),
    );
    this._tools.show(items.length);
  }

  /** @param {string[]} ids */
  async _learn(ids) {
    const missing = ids.filter((id) => !this._found.has(id));
    const found = await Promise.all(missing.map((id) => this._entries.find(id)));
    missing.forEach((id, index) => this._found.set(id, found[index]));
    const further = found.flatMap(({ known }) => (known?.instead ? [known.instead] : []));
    if (further.some((id) => !this._found.has(id))) await this._learn(further);
  }

  _ownHead() {
    if (!this._shelf.items.length) return this._emptyHead();
    const name = make("input", {
      class: "rc-shelf__name",
      id: "rc-shelf-name",
      maxlength: "120",
      placeholder: gettext("My shelf"),
      dir: "auto",
      autocomplete: "off",
    });
    name.value = this._shelf.name;
    name.addEventListener("input", () => {
      this._shelf = { ...this._shelf, name: name.value };
      keep(this._base, this._shelf);
      this._remember();
    });
    return [
      make("label", { class: "rc-shelf__label", for: "rc-shelf-name" }, gettext("Name of this shelf")),
      name,
      make("p", { class: "rc-shelf__sum" }, this._sum()),
    ];
  }

  _emptyHead() {
    const undo = this._before ? [make("p", {}, this._undoButton())] : [];
    return [
      make("p", { class: "rc-empty" }, ...this._emptyText()),
      ...undo,
    ];
  }

  _emptyText() {
    const everything = make("a", { href: `${this._base}browse/` }, gettext("everything"));
    const name = this._root.dataset.rcPhase;
    if (!name) {
      return gettextNodes(
        "Nothing is on your shelf yet. Every resource in this library has a button “Put on shelf”: begin with %(everything)s.",
        { everything },
      );
    }
    const phase = make("a", { href: `${this._base}phases/` }, name);
    return gettextNodes(
      "Nothing is on your shelf yet. Every resource in this library has a button “Put on shelf”: begin with a %(phase)s or with %(everything)s.",
      { phase, everything },
    );
  }

  _sharedHead() {
    const take = make("button", { class: "rc-bar__button", type: "button" }, gettext("Add to my shelf"));
    take.addEventListener("click", () => {
      const own = kept(this._base);
      const there = new Set(own.items.map(({ id }) => id));
      const further = this._shelf.items.filter(({ id }) => !there.has(id));
      this._becomeOwn({ name: own.name, items: [...own.items, ...further] });
    });
    const replace = make("button", { class: "rc-bar__button", type: "button" }, gettext("Use it in place of mine"));
    replace.addEventListener("click", () => this._becomeOwn(this._shelf));
    return [
      make("h2", { class: "rc-section__title", dir: "auto" }, this._shelf.name || gettext("A shared shelf")),
      make("p", {}, gettext("Somebody has shared this with you. Your own shelf is as it was.")),
      make("p", { class: "rc-shelf__sum" }, this._sum()),
      make("div", { class: "rc-shelf__choice" }, take, replace),
    ];
  }

  /** @param {Shelf} shelf */
  _becomeOwn(shelf) {
    this._before = kept(this._base);
    this._isShared = false;
    this._change(shelf).then(() => this._say(gettext("It is on your shelf now.")));
  }

  _sum() {
    const known = this._shelf.items.flatMap(({ id }) => this._found.get(id)?.known ?? []);
    const minutes = known.reduce((sum, { minutes: own }) => sum + (own ?? 0), 0);
    const open = known.filter(({ minutes: own }) => !own).length;
    const number = ngettext("%(num)s resource", "%(num)s resources", known.length);
    if (!minutes) return number;
    const time = [Math.floor(minutes / 60) ? `${Math.floor(minutes / 60)} h` : "", minutes % 60 ? `${minutes % 60} min` : ""];
    const duration = time.filter(Boolean).join(" ");
    const whole = { resources: number, duration, number: open };
    return open
      ? gettext("%(resources)s: %(duration)s, and %(number)s without a known length", whole)
      : gettext("%(resources)s: %(duration)s", whole);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  async _move(from, to) {
    const items = [...this._shelf.items];
    const [moved] = items.splice(from, 1);
    items.splice(to, 0, moved);
    await this._change({ ...this._shelf, items });
    /** @type {HTMLElement | null} */ (this._list.children[to]?.querySelector("[data-rc-handle]"))?.focus();
    this._say(gettext("Moved to place %(place)s of %(total)s.", { place: to + 1, total: items.length }));
  }

  /**
   * @param {string} id
   * @param {string} note
   */
  _note(id, note) {
    const items = this._shelf.items.map((item) => (this._now(item.id) === id ? { ...item, note } : item));
    this._shelf = { ...this._shelf, items };
    keep(this._base, this._shelf);
    this._remember();
  }

  /** @param {string} id */
  async _remove(id) {
    this._before = this._shelf;
    const place = this._shelf.items.findIndex((item) => this._now(item.id) === id);
    await this._change({ ...this._shelf, items: this._shelf.items.filter((_, index) => index !== place) });
    const undo = this._undoButton();
    if (this._shelf.items.length) this._head.append(undo);
    (undo.isConnected ? undo : this._head.querySelector("button"))?.focus();
    this._say(gettext("Taken off the shelf."));
  }

  /** @param {string} id */
  _now(id) {
    return this._found.get(id)?.id ?? id;
  }

  _undoButton() {
    const undo = make("button", { class: "rc-bar__button", type: "button" }, gettext("Put it back"));
    undo.addEventListener("click", () => {
      const before = this._before;
      this._before = null;
      if (before) this._change(before);
    });
    return undo;
  }

  /** Let the address hold what is on the shelf, so that it can be shared as it is. */
  _remember() {
    const fragment = asFragment(this._shelf);
    history.replaceState(null, "", location.pathname + location.search + (fragment && `#${fragment}`));
  }

  _whole() {
    const shelved = this._shelf.items.flatMap(({ id, note }) => {
      const found = this._found.get(id);
      return found?.known ? [{ id: found.id, note, known: found.known }] : [];
    });
    const address = `${location.origin}${location.pathname}#${asFragment(this._shelf)}`;
    return { name: this._shelf.name || gettext("My shelf"), address, shelved };
  }

  /** @param {string} text */
  _say(text) {
    this._status.textContent = text;
  }
}
