/**
 * Load files of the index and bundles of code on demand, each once.
 *
 * They are classic scripts that call rcSearch(name, data), because a page opened from disk may load
 * scripts and nothing else.
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
 * Load a file of the index, such as "names" or the number of a shard.
 *
 * Callers share a request that is under way. It may have been lost before the last of them asked, so
 * its failure is nobody's answer: each caller fails only with a request that was made after it asked.
 * @param {string} name
 * @param {string} [source] where it is, when it is not in the index
 * @returns {Promise<any>}
 */
export async function load(name, source = `${own.dataset.rcIndex}${name}.js`) {
  try {
    return await request(name, source);
  } catch {
    return request(name, source);
  }
}

/**
 * The request for a file: the one that is under way or has succeeded, or else a new one.
 * @param {string} name
 * @param {string} source
 * @returns {Promise<any>}
 */
function request(name, source) {
  let part = asked.get(name);
  if (!part) {
    /** @type {(data: any) => void} */
    let resolve = () => {};
    const promise = new Promise((yes, no) => {
      resolve = yes;
      // A school's filter may answer with a page of its own, which is loaded and says nothing.
      script(source).then(() => no(new Error(`Nothing in ${source}`)), no);
    });
    part = { promise, resolve };
    asked.set(name, part);
    promise.catch(() => asked.delete(name)); // before any caller hears of it and asks again
  }
  return part.promise;
}

/**
 * Load code that waits for the reader's intent, such as that of the search dialog.
 * @param {"rcSearchCode" | "rcBrowseCode" | "rcNewsCode"} name
 * @returns {Promise<(...given: any[]) => void>} opens it
 */
export function loadCode(name) {
  return load(name, own.dataset[name]);
}

/** Publish the globals that loaded scripts call and lazy code uses: see page-globals.js. */
export function publishLoader() {
  Object.assign(globalThis, {
    rcSearch: (/** @type {string | number} */ name, /** @type {any} */ data) =>
      asked.get(String(name))?.resolve(data),
    rcParts: { load, base },
  });
}
