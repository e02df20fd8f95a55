/** Addresses that open a mail with its text, as long as mail programs take. */

/** Some mail programs cut longer addresses. The same is in hooks/resource_catalog/pages/parts/share_mail.py. */
export const LONGEST_MAIL = 1900;

/**
 * @param {string} subject
 * @param {string} text
 */
export function mailAddress(subject, text) {
  const body = encodeURIComponent(whole(text).replace(/\r?\n/g, "\r\n")); // RFC 6068, 5
  return `mailto:?subject=${encodeURIComponent(whole(subject))}${body && `&body=${body}`}`;
}

/**
 * An address with the first of some texts that fits, or without a text where none does.
 * @param {string} subject
 * @param {string[]} texts the one to be preferred first
 */
export function fittingMail(subject, texts) {
  const found = [...texts, ""].map((text) => mailAddress(subject, text));
  return found.find((address) => address.length <= LONGEST_MAIL) ?? "mailto:";
}

/**
 * A text without halves of characters, of which no address can be made.
 * @param {string} text
 */
function whole(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
