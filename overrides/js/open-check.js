/** Entry point of the self-check. */

import { CheckPage } from "./check/check-page.js";
import { State } from "./check/state.js";
import { base } from "./shared/page-globals.js";
import { noteSource } from "./shared/untranslated-texts.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-check]"));
const check = JSON.parse(document.getElementById("rc-check-data")?.textContent ?? "null");
noteSource(check.source);

new CheckPage(root, check, new State(check, base, false), base).start();
