/** The ways to submit a finished entry, each as a URL or a file. */

import { fill } from "./input/message-text.js";

/** @typedef {{newFile: string, issue: string, email: string}} Ways */

/** Hosts of code refuse longer addresses, and some e-mail programs cut shorter ones. */
const LONGEST_ADDRESS = 7500;
const LONGEST_MAIL = 1900;

/**
 * The address of each way for an entry; nothing for a way that is not there, or not long enough.
 * @param {Ways} ways
 * @param {{name: string, title: string, text: string}} entry
 */
export function addressesOf(ways, { name, title, text }) {
  const subject = `Suggestion: ${title}`; // the same in every language: a workflow looks for it
  const body = `${fence(text)}\n`;
  const newFile = within(LONGEST_ADDRESS, encoded(ways.newFile, { name: `${name}.yml`, text }));
  const issue = within(LONGEST_ADDRESS, encoded(ways.issue, { title: subject, body }));
  // E-mail asks for line ends of its own.
  const lines = `${name}.yml\n\n${text}`.replace(/\n/g, "\r\n");
  const mail = encoded(`mailto:${encodeURIComponent(ways.email).replace("%40", "@")}?subject={title}&body={body}`, {
    title: subject,
    body: lines,
  });
  return { newFile, issue, email: within(LONGEST_MAIL, mail) };
}

/**
 * Offer a text as a file.
 * @param {HTMLAnchorElement} link
 * @param {string} name
 * @param {string} text
 */
export function offerFile(link, name, text) {
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = `${name}.yml`;
}

/**
 * @param {string} pattern
 * @param {Record<string, string>} words
 */
function encoded(pattern, words) {
  const safe = Object.entries(words).map(([hole, text]) => [hole, encodeURIComponent(text)]);
  return fill(pattern, Object.fromEntries(safe));
}

/**
 * @param {number} most
 * @param {string} address
 */
function within(most, address) {
  return address.length <= most ? address : "";
}

/**
 * A text as a block of code, whatever signs it holds.
 * @param {string} text
 */
function fence(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}yaml\n${text}${ticks}`;
}
