/** Entry point of the news, loaded when the URL of a page has a “since” date. */

import { showNews } from "./news/news.js";
import { base, provide } from "./shared/loading/page-globals.js";

const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-feed]"));

provide("rcNewsCode", () => section && showNews(section, base));
