/** What is loaded when a reader wants to search. */

import { answer, base, ready } from "./ready.js";
import { SearchDialog } from "./search.js";

/** @type {SearchDialog | undefined} */
let dialog;

answer("rcSearchCode", () => {
  dialog ??= new SearchDialog(ready, base);
  dialog.open();
});
