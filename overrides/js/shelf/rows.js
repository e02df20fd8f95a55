/** The rows of the shelf page: an entry with its position, note and actions. */

import { address, make } from "../shared/elements.js";
import { gettext, gettextNodes } from "../shared/messages.js";

/** @typedef {import("./entries.js").Known} Known */
/** @typedef {import("./items.js").Item} Item */

/**
 * @typedef {object} Doings
 * @property {(id: string, note: string) => void} onNote
 * @property {(id: string) => void} onRemove
 */

const GRIP = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01"/></svg>';

/**
 * @param {Item} item
 * @param {Known} known
 * @param {Known | null} instead what is to be used in place of a retired one
 * @param {{place: number, total: number}} where counted from 1
 * @param {string} base
 * @param {Doings | null} doings nothing for a shelf that is only looked at
 */
export function row(item, known, instead, { place, total }, base, doings) {
  const facts = [known.type, known.duration, known.access].filter(Boolean).join(" · ");
  return make(
    "li",
    { class: "rc-shelf__item", "data-rc-id": item.id },
    make("span", { class: "rc-shelf__tick", "aria-hidden": "true" }),
    make(
      "div",
      { class: "rc-shelf__order" },
      make("span", { class: "rc-shelf__place" }, String(place)),
      doings ? handle(known.title, place) : null,
    ),
    make(
      "div",
      { class: "rc-shelf__body" },
      make(
        "h2",
        { class: "rc-shelf__title", dir: "auto", lang: known.language ?? false },
        make("a", { href: address(base, known.path ?? `resources/${item.id}/`) }, known.title),
      ),
      make("p", { class: "rc-shelf__facts" }, facts),
      known.retired ? retired(known, instead, base) : null,
      known.use ? make("p", { class: "rc-shelf__use", dir: "auto" }, known.use) : null,
      ...note(item, known, doings),
      make("p", { class: "rc-shelf__address" }, known.page.replace(/^https?:\/\//, "")),
    ),
    doings
      ? make(
          "div",
          { class: "rc-shelf__doings" },
          move(-1, "↑", gettext("Move up: %(title)s", { title: known.title }), place === 1),
          move(1, "↓", gettext("Move down: %(title)s", { title: known.title }), place === total),
          remove(item.id, known.title, doings),
        )
      : null,
  );
}

/**
 * A row for an id that nobody knows.
 * @param {Item} item
 * @param {Doings | null} doings
 */
export function lostRow(item, doings) {
  const text = gettext(
    "“%(id)s” was never in this library, or the link was cut off.",
    { id: item.id },
  );
  return make(
    "li",
    { class: "rc-shelf__item rc-shelf__item--lost", "data-rc-id": item.id },
    make("div", { class: "rc-shelf__body" }, make("p", {}, text)),
    doings ? remove(item.id, item.id, doings) : null,
  );
}

/**
 * @param {string} title
 * @param {number} place
 */
function handle(title, place) {
  const label = gettext("Place %(place)s: %(title)s. Move with the arrow keys, or drag.", { place, title });
  const button = make("button", {
    class: "rc-shelf__handle",
    type: "button",
    "data-rc-handle": true,
    "aria-label": label,
    title: gettext("Drag to reorder"),
  });
  button.innerHTML = GRIP; // a drawing of our own, without a word of an entry
  return button;
}

/**
 * A button that moves the row by one place; see drag-rows.js.
 * @param {number} step
 * @param {string} arrow
 * @param {string} label
 * @param {boolean} isOff
 */
function move(step, arrow, label, isOff) {
  return make(
    "button",
    { class: "rc-shelf__move", type: "button", "data-rc-move": String(step), "aria-label": label, disabled: isOff },
    make("span", { "aria-hidden": "true" }, arrow),
  );
}

/**
 * @param {Known} known
 * @param {Known | null} instead
 * @param {string} base
 */
function retired(known, instead, base) {
  const text = make("p", { class: "rc-shelf__retired", dir: "auto" });
  text.append(make("strong", {}, gettext("No longer recommended.")), ` ${known.retired} `);
  if (instead && known.instead) {
    const link = make(
      "a",
      { href: address(base, instead.path ?? `resources/${known.instead}/`), lang: instead.language ?? false },
      instead.title,
    );
    text.append(...gettextNodes("Use this instead: %(link)s", { link }));
  }
  return text;
}

/**
 * @param {Item} item
 * @param {Known} known
 * @param {Doings | null} doings
 */
function note(item, known, doings) {
  const shown = make("p", { class: "rc-shelf__said", dir: "auto" }, item.note);
  if (!doings) return item.note ? [shown] : [];
  const field = make("textarea", {
    class: "rc-shelf__note",
    rows: "1",
    dir: "auto",
    maxlength: "500",
    placeholder: gettext("Your note: who reads it, by when?"),
    "aria-label": gettext("Note on %(title)s", { title: known.title }),
  });
  field.value = item.note;
  field.addEventListener("input", () => {
    shown.textContent = field.value;
    doings.onNote(item.id, field.value);
  });
  return [field, shown];
}

/**
 * @param {string} id
 * @param {string} title
 * @param {Doings} doings
 */
function remove(id, title, doings) {
  const label = gettext("Remove from shelf: %(title)s", { title });
  const button = make("button", { class: "rc-shelf__remove", type: "button", "aria-label": label }, gettext("Remove"));
  button.addEventListener("click", () => doings.onRemove(id));
  return button;
}
