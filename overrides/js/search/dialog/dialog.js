/**
 * The search in its dialog.
 *
 * Follows the combobox pattern of the ARIA Authoring Practices Guide: the focus stays in the field,
 * the active option is named by aria-activedescendant.
 */

import { address, icon, make, marked } from "../../shared/elements.js";
import { gettext, resources } from "../../shared/messages.js";
import { languageOf } from "../../shared/untranslated-texts.js";
import { highlight } from "../words/highlight.js";

/** @typedef {import("../finder.js").Finder} Finder */
/** @typedef {import("../ranking/ranking.js").Matches} Matches */
/**
 * @typedef {object} Chosen
 * @property {number[]} situations
 * @property {number[]} entries
 * @property {number[]} others
 * @property {{entries: number, others: number}} numbers how many there are of each
 */

const MOST_SITUATIONS = 2;
const MOST_ENTRIES = 6;
const MOST_OTHERS = 4;
const QUESTION =
  "M11 18h2v-2h-2v2m1-16A10 10 0 0 0 2 12a10 10 0 0 0 10 10 10 10 0 0 0 10-10A10 10 0 0 0 12 2m0 18c-4.4 0-8-3.6-8-8s3.6-8 8-8 8 3.6 8 8-3.6 8-8 8m0-14a4 4 0 0 0-4 4h2a2 2 0 1 1 4 0c0 2-3 1.8-3 5h2c0-2.300 3-2.500 3-5a4 4 0 0 0-4-4Z";

/**
 * What is shown of the documents that were found.
 * @param {Matches} found
 * @param {import("../index/search-index.js").Library} library
 * @returns {Chosen}
 */
function choose(found, library) {
  const situations = found.situations.slice(0, MOST_SITUATIONS);
  const entries = found.numbers.filter((number) => number < library.count);
  const others = found.numbers.filter((number) => number >= library.count && !situations.includes(number));
  return {
    situations,
    entries: entries.slice(0, MOST_ENTRIES),
    others: others.slice(0, MOST_OTHERS),
    numbers: { entries: entries.length, others: situations.length + others.length },
  };
}

export class SearchDialog {
  /**
   * @param {import("./search-shell.js").SearchShell} shell
   * @param {() => Promise<Finder>} loadFinder
   * @param {string} base
   */
  constructor(shell, loadFinder, base) {
    this._shell = shell;
    this._loadFinder = loadFinder;
    this._base = base;
    this._active = -1;
    /** How many searches have begun; what comes of any but the last is out of date. */
    this._searches = 0;
    this.input = shell.input;
    this._list = shell.list;
    this._status = shell.status;
    this._all = shell.all;
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => this._key(event));
    shell.ready = true;
  }

  /** Search for what is typed already. */
  async search() {
    const text = this.input.value;
    const search = ++this._searches;
    if (!text.trim()) {
      this._fill([]);
      this._status.textContent = "";
      return this._offer(search);
    }
    try {
      const finder = await this._loadFinder();
      const found = await finder.find(text);
      if (search !== this._searches) return;
      const chosen = choose(found, finder.library);
      await finder.loadTitles([...chosen.situations, ...chosen.entries, ...chosen.others]);
      if (search === this._searches) this._show(found, chosen, finder.library);
    } catch {
      if (search !== this._searches) return;
      this._status.textContent =
        gettext("The search could not be loaded. Check the connection and type again.");
    }
  }

  /**
   * Offer pages to begin with, while nothing is typed.
   * @param {number} search
   */
  async _offer(search) {
    const finder = await this._loadFinder().catch(() => null);
    if (!finder) return;
    // While nothing is typed, what the first key would wait for can come.
    finder.wantTitles();
    const { library } = finder;
    if (search !== this._searches) return;
    this._fill(library.begin.map(([heading, pages], number) => this._pages(`begin-${number}`, heading, pages)));
  }

  /**
   * @param {string} name
   * @param {string} heading
   * @param {import("../index/search-index.js").PageLink[]} pages
   */
  _pages(name, heading, pages) {
    const options = pages.map(([path, title]) => this._option(path, null, title, "", []));
    return this._group(name, heading, options);
  }

  /**
   * @param {Matches} found
   * @param {Chosen} chosen what of it is shown
   * @param {import("../index/search-index.js").Library} library
   */
  _show(found, { situations, entries, others, numbers }, library) {
    const other = (/** @type {number} */ number, /** @type {string} */ about) => {
      const { path } = library.others[number - library.count];
      return this._option(path, icon(QUESTION, undefined), library.titles[number], about, found.words);
    };
    const contextOf = (/** @type {number} */ number) => library.others[number - library.count]?.context ?? "";
    this._fill([
      this._group("situations", contextOf(situations[0]), situations.map((number) => other(number, ""))),
      this._group(
        "resources",
        gettext("Resources"),
        entries.map((entry) => {
          const { label, outline, box } = library.type(entry);
          const path = library.path(entry);
          const language = library.languages[entry];
          return this._option(path, icon(outline, box), library.titles[entry], label, found.words, language);
        }),
      ),
      this._group(
        "questions",
        gettext("Questions, tasks and pages"),
        others.map((number) => other(number, contextOf(number) || gettext("Page"))),
      ),
    ]);
    if (!this._options.length) this._fill([this._pages("go-on", gettext("Other ways to find it"), library.goOn)]);
    this._status.textContent = this._statusText(numbers.entries, numbers.others, found.rest);
    this._all.hidden = numbers.entries === 0;
    this._all.textContent = numbers.entries === 1 ? gettext("See it in the list") : gettext("See all %(number)s", { number: numbers.entries });
    this._all.href = this._shell.listAddress;
  }

  /**
   * @param {number} number of entries
   * @param {number} others of other things
   * @param {string} text what was searched for, where that is not all that was typed
   */
  _statusText(number, others, text) {
    const shown = resources(number);
    if (number || others) return text ? gettext("%(resources)s for “%(text)s”", { resources: shown, text }) : shown;
    return text
      ? gettext("No results for “%(text)s”. Try fewer or different words.", { text })
      : gettext("No results. Try fewer or different words.");
  }

  /** @param {(HTMLElement | null)[]} groups */
  _fill(groups) {
    this._list.replaceChildren(...groups.filter((group) => group !== null));
    this._active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", String(this._options.length > 0));
    this._all.hidden = true;
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {HTMLElement[]} options
   */
  _group(name, label, options) {
    if (!options.length) return null;
    const id = `rc-search-${name}`;
    const heading = make("div", { class: "rc-search__group", id, role: "presentation" }, label);
    return make("div", { role: "group", "aria-labelledby": id }, heading, ...options);
  }

  /**
   * @param {string} path
   * @param {HTMLElement | null} picture
   * @param {string} title
   * @param {string} context
   * @param {string[]} words
   * @param {string} [language] of the title, if it is not that of the page
   */
  _option(path, picture, title, context, words, language) {
    return make(
      "a",
      {
        class: "rc-search__option",
        role: "option",
        "aria-selected": "false",
        tabindex: "-1",
        href: address(this._base, path),
      },
      picture,
      make("span", { dir: "auto", lang: language ?? languageOf(title) }, ...marked(highlight(title, words))),
      make("span", { class: "rc-search__context" }, context),
    );
  }

  /** @returns {HTMLAnchorElement[]} */
  get _options() {
    return [...this._list.querySelectorAll("a")];
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const options = this._options;
    const last = options.length - 1;
    /** @type {Record<string, () => number>} */
    const moves = {
      ArrowDown: () => (this._active < last ? this._active + 1 : -1),
      ArrowUp: () => (this._active < 0 ? last : this._active - 1),
    };
    if (event.key in moves && options.length) {
      event.preventDefault();
      this._activate(moves[event.key]());
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const chosen = options[this._active]?.href;
      if (chosen || this.input.value.trim()) location.assign(chosen ?? this._shell.listAddress);
    }
  }

  /** @param {number} index  -1 for the field itself */
  _activate(index) {
    this._options.forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === index));
      option.id = `rc-search-option-${at}`;
    });
    this._active = index;
    const option = this._options[index];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }
}
