/** Buttons, apart from the other elements: most pages have none that a script makes. */

import { make } from "./elements.js";

/**
 * A button that looks as those above lists do.
 * @param {string} label
 * @param {() => void} onPress
 */
export function button(label, onPress) {
  return buttonOf("rc-bar__button", onPress, label);
}

/**
 * A button that looks like no other.
 * @param {string} name the class
 * @param {() => void} onPress
 * @param {...(Node | string)} children
 */
export function buttonOf(name, onPress, ...children) {
  const element = make("button", { class: name, type: "button" }, ...children);
  element.addEventListener("click", onPress);
  return element;
}
