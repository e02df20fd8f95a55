/** What is run on pages with a panel for passing them on. */

import { helpSharing } from "./share.js";

for (const panel of document.querySelectorAll("[data-rc-share]")) {
  helpSharing(/** @type {HTMLDetailsElement} */ (panel));
}
