/** Entry point of the news, loaded when the address of a page asks what happened since a day. */

import { base, provide } from "./shared/lazy.js";
import { showNews } from "./since/news.js";

const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-rc-feed]"));

provide("rcSinceCode", () => section && showNews(section, base));
