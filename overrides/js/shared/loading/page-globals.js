/** The interface between the page and bundles that are loaded on demand. */

/**
 * @typedef {object} Page
 * @property {{load: (name: string) => Promise<any>, base: string}} rcParts
 * @property {(name: string, data: any) => void} rcSearch
 */

const page = /** @type {Page} */ (/** @type {unknown} */ (globalThis));

/** Provides the page with what it loaded this bundle for, under the name it asked for. */
export const provide = page.rcSearch;

/** Where the site's root is, seen from this page. */
export const base = page.rcParts.base;

/** Loads a file of the index: see load() in loader.js. */
export const load = page.rcParts.load;
