/**
 * Report the height of an embedded list to the page around it. docs/embedding.md documents the
 * message; other sites depend on it, so keys may be added but not changed.
 */

const TYPE = "resource-catalog:height";

const page = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.dataset.rcPage ?? "";

/** Tell the page around this one how high it is, now and whenever that changes. */
export function tellHeight() {
  if (parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // To anyone: who embeds a page is not known here, and its height is no secret.
    parent.postMessage({ type: TYPE, page, height }, "*");
  }).observe(document.body);
}
