/** Entry point of the self-check. */

import { SelfCheckPage } from "./self-check/self-check-page.js";
import { State } from "./self-check/state.js";
import { base } from "./shared/loading/page-globals.js";
import { noteSource } from "./shared/untranslated-texts.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-check]"));
const check = JSON.parse(document.getElementById("rc-check-data")?.textContent ?? "null");
noteSource(check.source);

new SelfCheckPage(root, check, new State(check, base, false), base).start();
