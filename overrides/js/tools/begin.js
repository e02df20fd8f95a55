/** Begin the sheet on a tool's page: what each kind of tool calls with what it adds. */

import { collapse } from "../shared/collapse.js";
import { base } from "../shared/lazy.js";
import { Bar } from "./bar.js";
import { Sheet } from "./sheet.js";

/** @param {import("./sheet.js").Kind} kind */
export function begin(kind) {
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-tool]"));
  const sheet = new Sheet(root, base, kind);
  collapse(root.querySelectorAll("[data-rc-fold]"));
  sheet.start();
  new Bar(sheet).start();
}
