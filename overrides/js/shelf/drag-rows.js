/** Reorder the rows of a list with buttons, by keyboard, or by dragging with mouse or finger. */

/**
 * @param {HTMLElement} list
 * @param {(from: number, to: number) => void} onMove called once, when a row is let go
 */
export function letReorder(list, onMove) {
  /** @type {{row: HTMLElement, from: number} | null} */
  let held = null;
  const rows = () => /** @type {HTMLElement[]} */ ([...list.children]);

  list.addEventListener("pointerdown", (event) => {
    const handle = /** @type {HTMLElement} */ (event.target).closest("[data-rc-handle]");
    const row = /** @type {HTMLElement | null} */ (handle?.closest("li") ?? null);
    if (!row || event.button !== 0) return;
    event.preventDefault(); // or the text would be selected
    /** @type {HTMLElement} */ (handle).focus(); // the arrow keys go on from here
    held = { row, from: rows().indexOf(row) };
    row.classList.add("rc-shelf__item--held");
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", (event) => {
    if (!held) return;
    const { row } = held;
    const before = /** @type {HTMLElement | null} */ (row.previousElementSibling);
    const after = /** @type {HTMLElement | null} */ (row.nextElementSibling);
    if (before && event.clientY < middle(before)) before.before(row);
    else if (after && event.clientY > middle(after)) after.after(row);
  });
  const release = () => {
    if (!held) return;
    const { row, from } = held;
    held = null;
    row.classList.remove("rc-shelf__item--held");
    const to = rows().indexOf(row);
    if (to !== from) onMove(from, to);
  };
  list.addEventListener("pointerup", release);
  list.addEventListener("pointercancel", release);
  list.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-rc-move]"));
    const row = button?.closest("li");
    if (button && row) moveBy(row, Number(button.dataset.rcMove));
  });
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const row = /** @type {HTMLElement} */ (event.target).closest("li");
    const onHandle = /** @type {HTMLElement} */ (event.target).closest("[data-rc-handle]");
    if (!step || !row || !(event.altKey || onHandle)) return;
    event.preventDefault();
    moveBy(row, step);
  });
  /**
   * @param {HTMLElement} row
   * @param {number} step
   */
  function moveBy(row, step) {
    const from = rows().indexOf(row);
    const to = from + step;
    if (to >= 0 && to < rows().length) onMove(from, to);
  }
}

/** @param {HTMLElement} row */
function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
