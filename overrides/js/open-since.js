/** Entry point of the news, loaded when the URL of a page has a “since” date. */

import { base, provide } from "./shared/page-globals.js";
import { showNews } from "./since/news.js";

const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-feed]"));

provide("rcSinceCode", () => section && showNews(section, base));
