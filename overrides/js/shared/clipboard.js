/** Copy texts, where the browser lets a page do so. */

/**
 * Put a text into the clipboard; returns whether that was allowed.
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text); // there is no clipboard without https
    return true;
  } catch {
    return false;
  }
}
