/** Load the news of a page when its address asks for what is new since a day. */

import { loadCode } from "../shared/loading/loader.js";

async function load() {
  if (!new URLSearchParams(location.search).has("since")) return;
  if (document.querySelector("[data-rc-feed]")) (await loadCode("rcNewsCode"))();
}

export function watchNews() {
  addEventListener("DOMContentLoaded", () => {
    load().catch(() => {}); // the page is whole without
  });
}
