/** What is loaded on the browse page. */

import { BrowsePage } from "./browse.js";
import { base, ready } from "./ready.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-browse]"));
ready()
  .then((finder) => new BrowsePage(root, finder, base))
  .catch(() => document.documentElement.classList.remove("rc-waiting"));
