/** Days of the calendar, as files and addresses write them. */

/** The day it is where the reader is. */
export function today() {
  return new Date().toLocaleDateString("sv"); // Swedes write 2026-11-21
}
