/** Show what is new since a date: a summary above the list, and marks in it. */

import { dayInWords, isDay } from "../shared/days.js";
import { address, make } from "../shared/elements.js";
import { gettext, gettextNoop, ngettext } from "../shared/messages.js";
import { withoutSince } from "../shared/since-parameter.js";
import { since } from "./feed.js";

/** @typedef {import("./feed.js").Happening} Happening */

const MOST_SHOWN = 8;

/** @type {Record<Happening["kind"], string>} */
const WORDS = {
  new: gettextNoop("New"),
  changed: gettextNoop("Changed"),
  retired: gettextNoop("No longer recommended"),
  "link-changed": gettextNoop("Link changed"),
  "date-changed": gettextNoop("Date changed"),
  "access-changed": gettextNoop("Access changed"),
  "link-gone": gettextNoop("Link gone"),
  "link-back": gettextNoop("Link works again"),
};

/**
 * @param {HTMLElement} section the list that the news are about
 * @param {string} base
 */
export async function showNews(section, base) {
  const asked = new URLSearchParams(location.search).get("since");
  if (!asked || !isDay(asked)) {
    put(gettext("Since when?"), [
      make("p", {}, gettext("The address of this page has a day that doesn’t exist. Write it like ?since=2026-09-01.")),
    ]);
    return;
  }
  const day = dayInWords(asked);
  try {
    const { happened, isWhole } = await since(section.dataset.rcFeed ?? "", asked);
    /** @type {HTMLElement[]} */
    const parts = happened.length
      ? lists(happened, base)
      : [make("p", {}, gettext("Nothing new has been announced here."))];
    if (!isWhole) {
      parts.push(make("p", {}, gettext("More happened than is kept here; the oldest news is left out.")));
    }
    put(gettext("Since %(day)s: %(news)s", { day, news: sum(happened) }), parts);
    markCards(section, happened);
    // The list of the browse page is put there anew whenever it changes.
    new MutationObserver(() => markCards(section, happened)).observe(section, { childList: true, subtree: true });
  } catch {
    put(gettext("Since %(day)s", { day }), [
      make("p", {}, gettext("The news since then could not be loaded. The list below is complete.")),
    ]);
  }
}

/**
 * @param {string} title
 * @param {HTMLElement[]} parts
 */
function put(title, parts) {
  const back = make("a", { href: location.pathname }, gettext("Show this page without the news"));
  back.addEventListener("click", () => {
    back.setAttribute("href", location.pathname + withoutSince(location.search)); // filters stay
  });
  const news = make(
    "section",
    { class: "rc-news", "aria-labelledby": "news" },
    make("h2", { class: "rc-section__title", id: "news", tabindex: "-1" }, title),
    ...parts,
    make("p", {}, back),
  );
  document.querySelector(".rc-head, .rc-hero")?.after(news);
}

/**
 * The first of what happened, and the rest folded away, so that the page is not far below.
 * @param {Happening[]} happened
 * @param {string} base
 */
function lists(happened, base) {
  const start = happened.length > MOST_SHOWN + 1 ? MOST_SHOWN : happened.length;
  const [first, rest] = [happened.slice(0, start), happened.slice(start)].map((some) =>
    make("ul", { class: "rc-news__list", role: "list" }, ...some.map((one) => line(one, base))),
  );
  const number = happened.length - start;
  if (!number) return [first];
  const summary = make("summary", {}, gettext("… and %(number)s more", { number }));
  return [first, make("details", { class: "rc-news__rest" }, summary, rest)];
}

/**
 * @param {Happening} one
 * @param {string} base
 */
function line({ kind, entry, path, title, language, text }, base) {
  const href = address(base, path ?? `resources/${entry}/`);
  const link = make("a", { href, dir: "auto", lang: language ?? false }, title);
  return make(
    "li",
    { class: "rc-news__item" },
    make("span", { class: `rc-news__kind rc-news__kind--${kind}` }, gettext(WORDS[kind])),
    // What is new stands below with its summary.
    make("span", {}, link, kind === "new" ? null : make("span", { class: "rc-news__text", dir: "auto" }, text)),
  );
}

/** @param {Happening[]} happened */
function sum(happened) {
  const kinds = /** @type {Happening["kind"][]} */ (Object.keys(WORDS));
  const found = kinds
    .map((kind) => [kind, happened.filter((one) => one.kind === kind).length])
    .filter(([, number]) => number);
  if (!found.length) return gettext("nothing announced");
  return found
    .map(([kind, number]) => {
      const total = Number(number);
      switch (kind) {
        case "link-changed":
          return ngettext("%(num)s link changed", "%(num)s links changed", total);
        case "date-changed":
          return ngettext("%(num)s date changed", "%(num)s dates changed", total);
        case "access-changed":
          return ngettext("%(num)s access changed", "%(num)s with other access", total);
        case "link-gone":
          return ngettext("%(num)s link gone", "%(num)s links gone", total);
        case "link-back":
          return ngettext("%(num)s link back", "%(num)s links back", total);
        case "retired":
          return ngettext("%(num)s no longer recommended", "%(num)s no longer recommended", total);
        case "changed":
          return ngettext("%(num)s changed", "%(num)s changed", total);
      }
      return ngettext("%(num)s new", "%(num)s new", total);
    })
    .join(", ");
}

/**
 * @param {HTMLElement} section
 * @param {Happening[]} happened
 */
function markCards(section, happened) {
  /** @type {Map<string, Happening["kind"]>} */
  const kinds = new Map();
  for (const { entry, kind } of happened) if (!kinds.has(entry)) kinds.set(entry, kind);
  for (const link of section.querySelectorAll(".rc-card__link")) {
    const [, id] = /(?:resources|tools)\/([^/]+)\//.exec(/** @type {HTMLAnchorElement} */ (link).href) ?? [];
    const kind = kinds.get(id ?? "");
    const card = link.closest(".rc-card");
    if (!kind || card?.querySelector(".rc-news__mark")) continue;
    const mark = make("span", { class: "rc-news__mark" }, gettext(WORDS[kind]));
    // What does not open is a line without its type.
    const type = card?.querySelector(".rc-card__type");
    if (type) type.append(mark);
    else card?.querySelector(".rc-facts-row")?.append(make("li", {}, mark));
  }
}
