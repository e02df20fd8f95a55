/**
 * Probes: what the benchmark does in a page, where a clock can be read without the way to Python.
 *
 * Put into every page before its own code. Each probe gives milliseconds and what was there then.
 */

globalThis.bench = (() => {
  const PATIENCE_MS = 60_000;
  const FRAMES = 6;

  /** What ask() gives as soon as it gives something. */
  function present(ask) {
    return new Promise((resolve, reject) => {
      const done = (found) => {
        watcher.disconnect();
        clearTimeout(timer);
        resolve(found);
      };
      const watcher = new MutationObserver(() => {
        const found = ask();
        if (found) done(found);
      });
      const timer = setTimeout(() => {
        watcher.disconnect();
        reject(new Error(`Nothing came of ${ask}`));
      }, PATIENCE_MS);
      watcher.observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
      const found = ask();
      if (found) done(found);
    });
  }

  const one = (selector) => document.querySelector(selector);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** The next task: everything that waited for nothing but itself has been done. */
  function task() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }

  function type(input, text, ...events) {
    input.value = text;
    for (const name of events) input.dispatchEvent(new Event(name, { bubbles: true }));
  }

  /** How long an action keeps the page busy until what it changes in `region` is laid out. */
  async function work(region, action) {
    let changed = false;
    const watcher = new MutationObserver(() => {
      changed = true;
    });
    watcher.observe(region, { childList: true, subtree: true, characterData: true });
    const start = performance.now();
    action();
    await task();
    let end = performance.now();
    for (let frames = 0; !changed && frames < FRAMES; frames++) {
      await frame();
      if (changed) end = performance.now(); // it had to wait for something after all
    }
    watcher.disconnect();
    const before = performance.now();
    region.getBoundingClientRect();
    document.body.getBoundingClientRect();
    return end - start + (performance.now() - before);
  }

  async function typed(input, region, texts) {
    const keys = [];
    for (const text of texts) {
      for (let length = 1; length <= text.length; length++) {
        const ms = await work(region, () => type(input, text.slice(0, length), "input"));
        keys.push({ typed: text.slice(0, length), ms });
        await frame(); // what a key changes is painted before the next
        await frame();
      }
    }
    return keys;
  }

  async function openSearch() {
    const link = one("[data-rc-search]");
    link.focus();
    link.click();
    return present(() => one("dialog[open] .rc-search__input"));
  }

  const addresses = (selector) => [...document.querySelectorAll(selector)].map((a) => a.href);
  const soon = (selector, nothing) => () => one(selector) ?? (nothing() ? "nothing" : null);

  /** Long tasks, as the browser itself notes them. */
  const long = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration);
  }).observe({ type: "longtask", buffered: true });

  /** When the filters of the browse page could be used, from the beginning of the navigation. */
  let usable = 0;
  if (location.pathname.startsWith("/browse/")) {
    present(() => one("form.rc-filter .rc-filter__count")?.textContent).then(
      () => {
        usable = performance.now();
      },
      () => {},
    );
  }

  return {
    longTasks: () => long,
    usable: () => present(() => usable).then(() => usable),

    async ours(text) {
      const start = performance.now();
      const input = await openSearch();
      type(input, text, "input");
      const said = () => one(".rc-search__status")?.textContent.startsWith("Nothing");
      await present(soon(".rc-search__option", said));
      const sinceOpened = performance.now();
      const ms = sinceOpened - start;
      return { ms, sinceOpened, addresses: addresses(".rc-search__option") };
    },

    async material(text) {
      const start = performance.now();
      const input = one("[data-md-component=search-query]");
      input.focus();
      type(input, text, "input", "keyup");
      const said = () => /^No match/.test(one(".md-search-result__meta").textContent.trim());
      await present(soon(".md-search-result__item", said));
      const sinceOpened = performance.now();
      const ms = sinceOpened - start;
      await frame();
      return { ms, sinceOpened, addresses: addresses(".md-search-result__link") };
    },

    /** As Pagefind's own documentation shows it: the first five results, loaded together. */
    async pagefind(text) {
      const start = performance.now();
      const pagefind = await import("/pagefind/pagefind.js");
      const { results } = await pagefind.search(text);
      const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
      for (const { url, meta } of shown) {
        const link = document.createElement("a");
        link.href = url;
        link.textContent = meta.title;
        one("#results").append(link);
      }
      const ms = performance.now() - start;
      return { ms, sinceOpened: null, addresses: addresses("#results a") }; // an empty page
    },

    /** Load every part of the index, so that typing waits for nothing. */
    async loadAll(names) {
      await Promise.all(names.map((name) => globalThis.rcParts.load(name)));
    },

    openSearch: () => openSearch().then(() => null),

    typedInDialog: (texts) => typed(one(".rc-search__input"), one("dialog.rc-search"), texts),
    typedInList: (texts) => typed(one("#rc-find"), one("[data-rc-results]"), texts),

    /** Press some values of each filter and take them back. */
    async pressed(each) {
      const presses = [];
      for (const group of document.querySelectorAll(".rc-filter__group")) {
        const boxes = [...group.querySelectorAll("input:not(:disabled)")].slice(0, each);
        for (const box of [...boxes, ...boxes]) {
          const ms = await work(one("[data-rc-results]"), () => box.click());
          presses.push({ ms, cards: document.querySelectorAll(".rc-card").length });
          await frame();
        }
      }
      return presses;
    },

    size: () => ({
      cards: document.querySelectorAll(".rc-card").length,
      nodes: document.querySelectorAll("*").length,
    }),
  };
})();
