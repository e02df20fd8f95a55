/** Entry point of pages with a sharing panel. */

import { helpSharing } from "./share/panel.js";

for (const panel of document.querySelectorAll("[data-rc-share]")) {
  helpSharing(/** @type {HTMLDetailsElement} */ (panel));
}
