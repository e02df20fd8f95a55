/** Entry point of the search dialog, loaded when a reader wants to search. */

import { SearchDialog } from "./search/dialog/dialog.js";
import { loadFinder } from "./search/load-finder.js";
import { base, provide } from "./shared/loading/page-globals.js";

/** @type {SearchDialog | undefined} */
let dialog;

provide("rcSearchCode", (/** @type {import("./search/dialog/search-shell.js").SearchShell} */ shell) => {
  dialog ??= new SearchDialog(shell, loadFinder, base);
  dialog.search();
});
