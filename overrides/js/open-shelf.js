/** What the page of the shelf runs. */

import { ShelfPage } from "./shelf/page.js";
import { Entries } from "./shelf/entries.js";
import { base, loadPart } from "./ready.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-shelf-page]"));

new ShelfPage(root, new Entries(loadPart, base, Number(root.dataset.rcParts)), base).start();
