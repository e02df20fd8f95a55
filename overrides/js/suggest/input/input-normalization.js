/**
 * Read what was typed as what it can only mean: dates and languages in words, addresses that are not
 * whole or that others have put around one.
 *
 * How values may be typed is data of the page, from site/suggest/input_normalization.py in the Python package.
 */

import { isInCalendar } from "../../shared/days.js";
import { withoutTracking } from "../addresses/tracking.js";
import { encoded, split } from "../addresses/urls.js";
import { unwrapped } from "../addresses/wrapped-urls.js";

/**
 * @typedef {object} Readings
 * @property {string[]} dates
 * @property {string[]} months the first three letters of each
 * @property {Record<string, string>} languages
 * @property {string} tag
 * @property {string} noName what stands in place of a name, in small letters
 * @property {string} bareHost
 * @property {string[]} fileEndings
 * @property {string[]} devices
 * @property {[string, string, string][]} wrappers
 * @property {string} localName
 * @property {[string, string][]} accounts
 * @property {number} daysAhead
 * @property {number} firstYear
 */

const SCHEME_SLIP =
  /^(?:https?:?\/{1,3})?(?:h{1,3}t{1,3}|tt)p{1,2}(s?)[:;]?[/\\]{1,3}(?=[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+)/iu;
const SPACED_FILE = /^https?:\/\/[^\s/<>"\\]+\/(?:(?!https?:)[^\s<>"\\])*(?: (?!https?:)[^\s<>"\\]+)+\.([a-z0-9]{3,4})$/i;
const TWO_WAYS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * A value as the catalog writes it, or as it was typed.
 * @param {string} text
 * @param {string} reading the type of the value; nothing for a text
 * @param {Readings} readings
 */
export function meant(text, reading, readings) {
  if (reading === "date") return dateMeant(text, readings) || text;
  if (reading === "language") return languageMeant(text, readings) || text;
  return text;
}

/**
 * @param {string} text
 * @param {Readings} readings
 */
function dateMeant(text, { dates, months }) {
  const plain = plainDate(text);
  for (const pattern of dates) {
    const found = new RegExp(pattern).exec(plain)?.groups;
    if (!found) continue;
    const month = found.name ? months.indexOf(found.name.slice(0, 3)) + 1 : Number(found.month);
    return dateOf(Number(found.year), month, found.day ? Number(found.day) : null);
  }
  const [, one, other, year] = (TWO_WAYS.exec(plain) ?? []).map(Number);
  if (!year) return "";
  const possible = new Set([dateOf(year, one, other), dateOf(year, other, one)].filter(Boolean));
  return possible.size === 1 ? [...possible][0] : "";
}

/**
 * Whether a text is written as a date, of the calendar or not.
 * @param {string} text
 * @param {Readings} readings
 */
export function isLikeDate(text, { dates }) {
  const plain = plainDate(text);
  return dates.some((pattern) => new RegExp(pattern).test(plain));
}

/** @param {string} text */
function plainDate(text) {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * A date of the calendar, or nothing.
 * @param {number} year
 * @param {number} month
 * @param {number | null} day
 */
function dateOf(year, month, day) {
  if (!isInCalendar(year, month, day ?? 1)) return "";
  const parts = [String(year).padStart(4, "0"), ...[month, ...(day ? [day] : [])].map((n) => String(n).padStart(2, "0"))];
  return parts.join("-");
}

/**
 * @param {string} text
 * @param {Readings} readings
 */
function languageMeant(text, { languages, tag }) {
  const plain = text.trim().toLowerCase();
  if (Object.hasOwn(languages, plain)) return languages[plain];
  const { name, script, region } = new RegExp(tag).exec(plain)?.groups ?? {};
  if (!name) return "";
  const known = Object.hasOwn(languages, name) ? languages[name] : name;
  const written = script ? script[0].toUpperCase() + script.slice(1) : "";
  return [known, written, (region ?? "").toUpperCase()].filter(Boolean).join("-");
}

/**
 * An address of a text that is one but for its beginning: it may lack https://, have a slip in it,
 * stand in quotation marks, or be a DOI, or the address of a file with spaces in its name; else the
 * text.
 * @param {string} text
 * @param {Readings} readings
 */
export function withScheme(text, { bareHost, fileEndings }) {
  const whole = /^[<"'“‘](https?:[^<>"'“”‘’\s]+)[>"'”’]$/i.exec(text)?.[1] ?? text;
  const [isSpaced, end = ""] = SPACED_FILE.exec(whole) ?? [];
  if (isSpaced && fileEndings.includes(end.toLowerCase())) return whole.replaceAll(" ", "%20");
  if (/^https?:\/\/(?!https?[:;]?\/)[^/\\]/i.test(whole)) return whole;
  const doi = /^(?:doi:?\s*)?(10\.\d{4,9}\/\S+)$/i.exec(whole)?.[1];
  if (doi) return `https://doi.org/${doi}`;
  const [slip, secure] = SCHEME_SLIP.exec(whole) ?? [];
  if (slip) return `http${(secure ?? "").toLowerCase()}://${whole.slice(slip.length).replaceAll("\\", "/")}`;
  const [, address, ending] = new RegExp(bareHost, "i").exec(whole) ?? [];
  const isFile = address && !address.includes("/") && fileEndings.includes(ending.toLowerCase());
  return address && !isFile ? `https://${address}` : whole;
}

/**
 * An address as it should be written: whole, unwrapped, encoded and without tracking.
 * @param {string} url
 * @param {Readings} readings
 */
export function mendedUrl(url, readings) {
  const whole = withScheme(url, readings);
  return withoutTracking(encoded(unwrapped(whole, readings.wrappers) || whole));
}

/**
 * Why an address leads other readers nowhere, by a name of the messages; nothing if it leads.
 * @param {string} url
 * @param {Readings} readings
 */
export function whyPrivate(url, { accounts, localName }) {
  const { host: written, path } = split(url);
  const host = written.replace(/\.+$/, "");
  if (host === "localhost" || host.endsWith(".localhost")) return "computer";
  if (accounts.some(([hosts, paths]) => new RegExp(hosts).test(host) && new RegExp(paths).test(path))) return "account";
  if (new RegExp(localName).test(host)) return "network";
  if (/^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1?)$/.test(host)) return "computer";
  const isInside =
    /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(?:\.\d+)+$/.test(host) ||
    /^f(?:[cd][0-9a-f]{2}|e[89ab][0-9a-f]):/.test(host);
  return isInside ? "network" : "";
}
