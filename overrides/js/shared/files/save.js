/** Save something made in the browser as a file of the reader's. */

import { make } from "../elements.js";

/**
 * @param {string} name
 * @param {string} type such as text/csv
 * @param {BlobPart} content
 */
export function saveFile(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
