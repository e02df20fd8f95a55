/** What is loaded when a reader wants to search. */

import { base, ready } from "./ready.js";
import { SearchDialog } from "./search.js";

/** @type {SearchDialog | undefined} */
let dialog;

addEventListener("rc-search", () => {
  dialog ??= new SearchDialog(ready, base);
  dialog.open();
});
