/** The shelf page: the reader's own shelf, or one that somebody has shared, to read. */

import { make } from "../shared/elements.js";
import { gettext, gettextNodes, ngettext } from "../shared/messages.js";
import { keep, kept, watch } from "./browser-storage.js";
import { letReorder } from "./drag-rows.js";
import { empty } from "./items.js";
import { lostRow, row } from "./rows.js";
import { Toolbar } from "./toolbar.js";
import { asFragment, fromFragment, same } from "./url-state.js";

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
    this._title = /** @type {HTMLElement} */ (document.querySelector("#title"));
    this._ownTitle = this._title.textContent ?? "";
    this._eyebrow = make("p", { class: "rc-head__eyebrow" }, gettext("Shared with you"));
    this._lead = /** @type {HTMLElement} */ (document.querySelector("[data-rc-lead]"));
    /** What to begin with, which only an empty shelf shows. */
    this._beginning = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-start]"));
    this._status = make("p", { class: "rc-hidden", role: "status" });
    this._head = make("div", { class: "rc-shelf__head" });
    this._list = make("ol", { class: "rc-shelf__list", role: "list" });
    this._tools = new Toolbar(root.dataset.rcLibrary ?? "", () => this._whole());
    letReorder(this._list, (from, to) => this._move(from, to));
  }

  async start() {
    this._root.replaceChildren(this._status, this._head, this._list, this._tools.element);
    addEventListener("hashchange", () => this._open());
    watch(() => !this._isShared && !same(kept(this._base), this._shelf) && this._open());
    await this._open();
  }

  /**
   * Take the shelf of the address, or the reader's own. What somebody else has put together is only
   * shown: it becomes the reader's own when they say so. An address that this page has written is
   * the reader's own, whatever has been changed in another window since.
   */
  async _open() {
    const own = kept(this._base);
    const shared = fromFragment(location.hash);
    const isOwn = same(shared, own) || (history.state?.rcOwn && own.items.length > 0);
    this._isShared = shared.items.length > 0 && !isOwn;
    this._shelf = this._isShared ? shared : own;
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
      this._head.replaceChildren(make("p", {}, gettext("The shelf could not be loaded. Check the connection. Nothing is lost.")));
      this._list.replaceChildren();
      this._tools.show(0);
      return;
    }
    if (!this._isShared) this._remember();
    this._drawTitle();
    if (this._beginning) this._beginning.hidden = items.length > 0;
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
        const where = { place: index + 1, total: items.length };
        return row({ ...item, id: found.id }, found.known, instead, where, this._base, doings);
      }),
    );
    this._tools.show(items.length);
  }

  /** What is shared is called by its name; one's own is the page that everybody knows. */
  _drawTitle() {
    this._title.textContent = this._isShared ? this._shelf.name || gettext("A shared shelf") : this._ownTitle;
    this._title.dir = "auto";
    this._lead.hidden = this._isShared;
    if (this._isShared) this._title.before(this._eyebrow);
    else this._eyebrow.remove();
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
    const { rcPhase: name, rcPhaseLang } = this._root.dataset;
    if (!name) {
      return gettextNodes("Your shelf is empty. Save any resource to it: browse %(everything)s.", { everything });
    }
    const phase = make("a", { href: `${this._base}phases/`, lang: rcPhaseLang ?? false }, name);
    return gettextNodes(
      "Your shelf is empty. Save any resource to it: start with a %(phase)s, or browse %(everything)s.",
      { phase, everything },
    );
  }

  _sharedHead() {
    const own = kept(this._base);
    const take = make("button", { class: "rc-open__button", type: "button" }, gettext("Save to my shelf"));
    take.addEventListener("click", () => {
      const mine = kept(this._base);
      const there = new Set(mine.items.map(({ id }) => id));
      const further = this._shelf.items.filter(({ id }) => !there.has(id));
      this._becomeOwn(mine.items.length ? { name: mine.name, items: [...mine.items, ...further] } : this._shelf);
    });
    const replace = make("button", { class: "rc-bar__button", type: "button" }, gettext("Replace my shelf"));
    replace.addEventListener("click", () => this._becomeOwn(this._shelf));
    const untouched = own.items.length
      ? gettext("Your own shelf hasn't changed.")
      : gettext("It isn't on your own shelf until you save it.");
    return [
      make("p", { class: "rc-shelf__sum" }, this._sum()),
      make("div", { class: "rc-shelf__choice" }, take, own.items.length ? replace : null),
      make("p", { class: "rc-shelf__hint" }, untouched),
    ];
  }

  /** @param {Shelf} shelf */
  async _becomeOwn(shelf) {
    this._before = kept(this._base);
    this._isShared = false;
    await this._change(shelf);
    this._offerUndo();
    this._say(gettext("Saved to your shelf."));
  }

  _sum() {
    const known = this._shelf.items.flatMap(({ id }) => this._found.get(id)?.known ?? []);
    const minutes = known.reduce((sum, { minutes: own }) => sum + (own ?? 0), 0);
    const open = known.filter(({ minutes: own }) => !own).length;
    const number = ngettext("%(num)s resource", "%(num)s resources", known.length);
    if (!minutes) return number;
    const time = [Math.floor(minutes / 60) ? `${Math.floor(minutes / 60)} h` : "", minutes % 60 ? `${minutes % 60} min` : ""];
    const duration = time.filter(Boolean).join(" ");
    const whole = { resources: number, duration, number: known.length - open };
    return open
      ? gettext("%(resources)s: %(duration)s for %(number)s of them, no time listed for the rest", whole)
      : gettext("%(resources)s: %(duration)s", whole);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  async _move(from, to) {
    const step = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.rcMove;
    const items = [...this._shelf.items];
    const [moved] = items.splice(from, 1);
    items.splice(to, 0, moved);
    await this._change({ ...this._shelf, items });
    // The same button again, so that it can be pressed on; at the end of the list, the other one.
    const places = step ? [`[data-rc-move="${step}"]:enabled`, "[data-rc-move]:enabled"] : ["[data-rc-handle]"];
    const found = places.map((place) => this._list.children[to]?.querySelector(place)).find(Boolean);
    /** @type {HTMLElement | undefined} */ (found)?.focus();
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
    this._offerUndo();
    this._say(gettext("Removed."));
  }

  /** A button to take back what was done, with the focus on it. */
  _offerUndo() {
    const undo = this._undoButton();
    if (this._shelf.items.length) this._head.append(undo);
    (undo.isConnected ? undo : this._head.querySelector("button"))?.focus();
  }

  /** @param {string} id */
  _now(id) {
    return this._found.get(id)?.id ?? id;
  }

  _undoButton() {
    const undo = make("button", { class: "rc-bar__button", type: "button" }, gettext("Undo"));
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
    history.replaceState({ rcOwn: true }, "", location.pathname + location.search + (fragment && `#${fragment}`));
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
