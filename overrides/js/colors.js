// Light and dark: the reader's choice, kept on their device. Without it the system's setting holds.
// Loaded in the head, before anything is painted, so that a page never flashes in the wrong colours.
(() => {
  const root = document.documentElement;
  const key = "rc-colors";
  const wanted = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem(key);
  } catch {
    // Storage can be switched off; the choice then lasts for this page.
  }
  const isDark = () => (chosen ? chosen === "dark" : wanted.matches);
  const show = () => {
    if (chosen) root.dataset.rcColors = chosen;
    const label = document.querySelector("[data-rc-colors-label]");
    if (label) label.textContent = isDark() ? "Switch to light colors" : "Switch to dark colors";
  };
  show();
  wanted.addEventListener("change", show);
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-rc-colors]");
    if (!button) return;
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      chosen = isDark() ? "light" : "dark";
      try {
        localStorage.setItem(key, chosen);
      } catch {
        // As above.
      }
      show();
    });
  });
})();
