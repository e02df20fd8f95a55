/** Entry point of the shelf page. */

import { base, load } from "./shared/loading/page-globals.js";
import { Entries } from "./shelf/entries.js";
import { ShelfPage } from "./shelf/shelf-page.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-shelf-page]"));

new ShelfPage(root, new Entries(load, base, Number(root.dataset.rcParts)), base).start();
