/** What is loaded on the browse page. */

import { BrowsePage } from "./browse.js";
import { answer, base, loadPart, ready } from "./ready.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-browse]"));

answer("rcBrowseCode", async () => {
  const [finder, facets] = await Promise.all([ready(), loadPart("facets")]);
  finder.library.addFacets(facets);
  await new BrowsePage(root, finder, base).start();
});
