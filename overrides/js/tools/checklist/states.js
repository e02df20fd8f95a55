/** How far a practice can have come, and what readers see for each. */

import { gettext } from "../../shared/messages.js";

export const STATES = new Map([
  ["not-yet", gettext("Not yet")],
  ["under-way", gettext("Under way")],
  ["done", gettext("Done")],
  ["not-for-us", gettext("Not for us")],
]);
