/** Tell screen readers what has happened, where nothing else on the page says it. */

import { make } from "./elements.js";

const UNTIL_HEARD_MS = 100;

/** The region of the page, the same for all scripts: only what is there before it changes is heard. */
export function readyToAnnounce() {
  const there = document.querySelector("[data-rc-announced]");
  if (there) return there;
  const region = make("p", { class: "rc-hidden", role: "status", "data-rc-announced": true });
  document.body.append(region);
  return region;
}

/** @param {string} text */
export function announce(text) {
  const place = readyToAnnounce();
  place.textContent = "";
  setTimeout(() => {
    place.textContent = text; // also when it is what was said last
  }, UNTIL_HEARD_MS);
}
