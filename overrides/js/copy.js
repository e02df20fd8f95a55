/** Copying: a button that takes the text of another element to the clipboard. */

/** Let the buttons that name a text with data-rc-copy work; without a clipboard they stay hidden. */
export function offerCopies() {
  if (!navigator.clipboard) return;
  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-rc-copy]")) {
      /** @type {HTMLElement} */ (button).hidden = false;
    }
  });
  addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest?.("[data-rc-copy]") ?? null);
    if (button) copy(button);
  });
}

/** @param {HTMLElement} button */
async function copy(button) {
  const text = document.getElementById(button.dataset.rcCopy ?? "")?.innerText.trim() ?? "";
  const before = button.innerHTML;
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = "Could not copy";
  }
  button.setAttribute("role", "status"); // so that it is heard
  button.textContent = said;
  setTimeout(() => {
    button.removeAttribute("role");
    button.innerHTML = before;
  }, 2000);
}
