/**
 * Time searches, typing and filters inside the page, without the round trip to Python.
 *
 * Injected into every page before its own code. Each probe returns milliseconds and what was shown.
 */

globalThis.bench = (() => {
  const TIMEOUT_MS = 60_000;
  const FRAMES = 6;

  /** Resolves with the first truthy value of query(), which is called at every DOM mutation. */
  function waitFor(query) {
    return new Promise((resolve, reject) => {
      const done = (found) => {
        watcher.disconnect();
        clearTimeout(timer);
        resolve(found);
      };
      const watcher = new MutationObserver(() => {
        const found = query();
        if (found) done(found);
      });
      const timer = setTimeout(() => {
        watcher.disconnect();
        reject(new Error(`Timeout waiting for ${query}`));
      }, TIMEOUT_MS);
      watcher.observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
      const found = query();
      if (found) done(found);
    });
  }

  const one = (selector) => document.querySelector(selector);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Resolves in the next task, when all queued microtasks have run. */
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

  /** Milliseconds of work from an action until its changes in `region` are laid out. */
  async function measureWork(region, action) {
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
      if (changed) end = performance.now(); // the change was asynchronous
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
        const ms = await measureWork(region, () => type(input, text.slice(0, length), "input"));
        keys.push({ typed: text.slice(0, length), ms });
        await frame(); // paint before the next keystroke
        await frame();
      }
    }
    return keys;
  }

  async function openSearch() {
    const link = one("[data-rc-search]");
    link.focus();
    link.click();
    return waitFor(() => one("dialog[open] .rc-search__input"));
  }

  const addresses = (selector) => [...document.querySelectorAll(selector)].map((a) => a.href);
  const soon = (selector, nothing) => () => one(selector) ?? (nothing() ? "nothing" : null);

  /** Durations of long tasks, as reported by the browser. */
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });

  /** When the filters of the browse page became usable, since the start of navigation. */
  let usable = 0;
  if (location.pathname.startsWith("/browse/")) {
    waitFor(() => one("form.rc-filter .rc-filter__count")?.textContent).then(
      () => {
        usable = performance.now();
      },
      () => {},
    );
  }

  return {
    longTasks: () => longTasks,
    usable: () => waitFor(() => usable).then(() => usable),

    async ours(text) {
      const start = performance.now();
      const input = await openSearch();
      type(input, text, "input");
      const isEmpty = () => one(".rc-search__status")?.textContent.startsWith("Nothing");
      await waitFor(soon(".rc-search__option", isEmpty));
      const sinceOpened = performance.now();
      const ms = sinceOpened - start;
      return { ms, sinceOpened, addresses: addresses(".rc-search__option") };
    },

    async material(text) {
      const start = performance.now();
      const input = one("[data-md-component=search-query]");
      input.focus();
      type(input, text, "input", "keyup");
      const isEmpty = () => /^No match/.test(one(".md-search-result__meta").textContent.trim());
      await waitFor(soon(".md-search-result__item", isEmpty));
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

    /** Load every part of the index, so that typing does not wait for the network. */
    async loadAll(names) {
      await Promise.all(names.map((name) => globalThis.rcParts.load(name)));
    },

    openSearch: () => openSearch().then(() => null),

    typedInDialog: (texts) => typed(one(".rc-search__input"), one("dialog.rc-search"), texts),
    typedInList: (texts) => typed(one("#rc-find"), one("[data-rc-results]"), texts),

    /** Check some values of each filter, and uncheck them again. */
    async pressed(each) {
      const presses = [];
      for (const group of document.querySelectorAll(".rc-filter__group")) {
        const boxes = [...group.querySelectorAll("input:not(:disabled)")].slice(0, each);
        for (const box of [...boxes, ...boxes]) {
          const ms = await measureWork(one("[data-rc-results]"), () => box.click());
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
