/** Begin the sheet on a tool's page: what each kind of tool calls with what it adds. */

import { collapse } from "../shared/collapse.js";
import { base } from "../shared/loading/page-globals.js";
import { Sheet } from "./sheet.js";
import { Toolbar } from "./toolbar.js";

/** @param {import("./sheet.js").Kind} kind */
export function begin(kind) {
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-tool]"));
  const sheet = new Sheet(root, base, kind);
  collapse(root.querySelectorAll("[data-rc-fold]"));
  sheet.start();
  new Toolbar(sheet).start();
}
