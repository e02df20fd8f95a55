/** Open links in a new tab, or in the frame itself where a course does not allow new tabs. */

/** @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  // All links lead to pages of this site, so they may know the tab from which they were opened.
  if (open(link.href, "_blank")) return;
  location.assign(link.href); // a frame with “sandbox” and without “allow-popups”
}

export function followLinks() {
  document.addEventListener("click", follow);
}
