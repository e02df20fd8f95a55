/** Entry point of the page of a plan. */

import { PlanPage } from "./self-check/plan-page.js";
import { State } from "./self-check/state.js";
import { base } from "./shared/loading/page-globals.js";
import { noteSource } from "./shared/untranslated-texts.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-rc-plan]"));
const check = JSON.parse(document.getElementById("rc-check-data")?.textContent ?? "null");
noteSource(check.source);

new PlanPage(root, check, new State(check, base, true), base).start();
