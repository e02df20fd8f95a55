/** Entry point of the browse page. */

import { BrowsePage } from "./browse/browse-page.js";
import { library, loadFinderAndTitles } from "./search/load-finder.js";
import { base, load, provide } from "./shared/loading/page-globals.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-browse]"));

provide("rcBrowseCode", async () => {
  library.addFacets(await load("facets"));
  await new BrowsePage(root, library, loadFinderAndTitles, base).start();
});
