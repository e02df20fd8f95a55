/** Write tables as CSV (RFC 4180), for spreadsheets. */

/**
 * @param {string[][]} rows
 */
export function csv(rows) {
  // The mark at the beginning tells Excel that this is UTF-8.
  return "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/**
 * A cell that no spreadsheet runs as a formula. The tables of the catalog have the same rule, in
 * hooks/resource_catalog/exports/spreadsheet/cells.py.
 * @param {string} text
 */
function cell(text) {
  const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
