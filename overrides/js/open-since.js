/** What is loaded on a page whose address asks what happened since a day. */

import { showNews } from "./since/news.js";
import { answer, base } from "./ready.js";

const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-feed]"));

answer("rcSinceCode", () => section && showNews(section, base));
