/**
 * Parts: pieces of data and code that are loaded when they are needed, each once.
 *
 * They come as classic scripts that call rcSearch(name, data), because a page opened from disk may
 * load scripts and nothing else.
 */

const own = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @type {Map<string, {promise: Promise<any>, resolve: (data: any) => void}>} */
const asked = new Map();

/** Where the site's root is, seen from this page. */
export const base = own.dataset.rcBase ?? "";

/**
 * @param {string} source
 * @returns {Promise<void>}
 */
function script(source) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = source;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`Could not load ${source}`));
    document.head.append(element);
  });
}

/**
 * Load a piece of the index, such as "names" or the number of a shard.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function load(name) {
  let part = asked.get(name);
  if (!part) {
    /** @type {(data: any) => void} */
    let resolve = () => {};
    /** @type {(reason: Error) => void} */
    let reject = () => {};
    const promise = new Promise((yes, no) => {
      resolve = yes;
      reject = no;
    });
    part = { promise, resolve };
    asked.set(name, part);
    script(`${own.dataset.rcIndex}${name}.js`).catch((error) => {
      asked.delete(name); // so that a later try can do better
      reject(error);
    });
  }
  return part.promise;
}

/** @type {Map<string, Promise<void>>} */
const code = new Map();

/**
 * Load the code of the search dialog or of the browse page, which waits for the reader's intent.
 * @param {"rcSearchCode" | "rcBrowseCode"} name
 * @returns {Promise<void>}
 */
export function loadCode(name) {
  let loading = code.get(name);
  if (!loading) {
    loading = script(own.dataset[name] ?? "").catch((error) => {
      code.delete(name);
      throw error;
    });
    code.set(name, loading);
  }
  return loading;
}

/** Let the pieces find their way here, and let the code that comes later use them. */
export function openParts() {
  Object.assign(globalThis, {
    rcSearch: (/** @type {string | number} */ name, /** @type {any} */ data) =>
      asked.get(String(name))?.resolve(data),
    rcParts: { load, base },
  });
}
