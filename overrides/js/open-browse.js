/** What is loaded on the browse page. */

import { BrowsePage } from "./browse.js";
import { base, loadPart, ready } from "./ready.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-browse]"));
Promise.all([ready(), loadPart("facets")])
  .then(([finder, facets]) => {
    finder.library.addFacets(facets);
    return new BrowsePage(root, finder, base);
  })
  .catch(() => document.documentElement.classList.remove("rc-waiting"));
