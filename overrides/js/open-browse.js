/** Entry point of the browse page. */

import { BrowsePage } from "./browse/browse-page.js";
import { loadFinder } from "./search/load-finder.js";
import { base, load, provide } from "./shared/lazy.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-browse]"));

provide("rcBrowseCode", async () => {
  const [finder, facets] = await Promise.all([loadFinder(), load("facets")]);
  finder.library.addFacets(facets);
  await new BrowsePage(root, finder, base).start();
});
