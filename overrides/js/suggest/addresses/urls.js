/**
 * Check whether a reader can follow a URL, and normalize URLs to compare them.
 *
 * Counterpart of urls.py in the Python package.
 */

import { desktopHost, identical, probablyIdentical } from "./same-resource.js";
import { mayBeTracking, withoutHighlight } from "./tracking.js";

const FORBIDDEN = /[ "<>\\]|[\p{C}\p{Z}]/u;
/** Signs that browsers show and copy as they are. */
const ENCODED = /[\^`{|}]/g;
const LIKE_LATIN = /[\u0370-\u058f\u13a0-\u13ff]/;
const ONLY_LIKE_LATIN = /^[асеорхуіјѕԁԛԝһӏ]+$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;
/** @type {Record<string, string>} */
const DEFAULT_PORTS = { http: "80", https: "443" };

/**
 * The parts of an address, as far as it has them.
 * @param {string} url
 */
export function split(url) {
  const [, scheme = "", place = "", path = "", query = "", fragment = ""] = PARTS.exec(url) ?? [];
  const [, user, bracketed, name = "", port = ""] =
    /^(?:(.*)@)?(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(place) ?? [];
  const readable = /^(?:.*@)?(?:\[[^\]]*\]|[^:[\]]*)(?::\d*)?$/.test(place) && Number(port) < 65536;
  const host = (bracketed ?? name).toLowerCase();
  return { scheme: scheme.toLowerCase(), user, host, port, path, query, fragment, readable };
}

/**
 * What keeps an address from being a link for readers, by a name of form.py in the Python package.
 * @param {string} url
 * @returns {string} nothing for a good address
 */
export function whyNotFollowable(url) {
  if (FORBIDDEN.test(url)) return "characters";
  const { scheme, user, host, port, readable } = split(url);
  if (!readable) return "unreadable";
  if (!(scheme in DEFAULT_PORTS)) return "scheme";
  if (!host) return "host";
  if (host.search(ENCODED) >= 0 || host.includes("'")) return "characters";
  const labels = host.replace(/\.$/, "").split(".");
  if (labels.includes("") || (labels.length < 2 && host !== "localhost")) return "incomplete";
  if (/^\d+$/.test(labels[labels.length - 1]) && !IPV4.test(host)) return "incomplete";
  if (labels.some(isLookAlike)) return "alphabets";
  if (user !== undefined) return "password";
  if (port && Number(port) === 0) return "port";
  return url.search(ENCODED) >= 0 ? "encoded" : "";
}

/**
 * Whether a part of a host mixes alphabets, or has only letters of one that look like ours.
 * @param {string} label
 */
function isLookAlike(label) {
  return LIKE_LATIN.test(label) && (/[a-z]/.test(label) || ONLY_LIKE_LATIN.test(label));
}

/**
 * An address with the signs that browsers leave as they are written as they must be.
 * @param {string} url
 */
export function encoded(url) {
  const place = /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? "";
  const rest = url.slice(place.length);
  return place + rest.replace(ENCODED, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * A key that is equal for spellings of one address; only for comparing.
 * @param {string} url
 */
export function sameAddressKey(url) {
  const { scheme, host, port, path, query, fragment } = split(withoutHighlight(url.trim()));
  const bare = host.replace(/\.+$/, "").replace(/^www\./, "");
  const known = identical(bare, path, query);
  if (known) return known;
  let key = ascii(desktopHost(bare));
  if (port && port !== DEFAULT_PORTS[scheme]) key += `:${Number(port)}`;
  key += path.split("/").map(respelled).join("/").replace(/\/+$/, "");
  const asked = [...new URLSearchParams(query)].filter(([name]) => !mayBeTracking(name));
  if (asked.length) key += `?${new URLSearchParams(asked)}`;
  return fragment ? `${key}#${fragment}` : key;
}

/**
 * A key that is equal for addresses that probably lead to one thing; nothing where none is known.
 * @param {string} url
 */
export function probableKey(url) {
  const { host, path, query } = split(url.trim());
  return probablyIdentical(host.replace(/\.+$/, "").replace(/^www\./, ""), path, query);
}

/**
 * A host as the network spells it.
 * @param {string} host
 */
function ascii(host) {
  try {
    return new URL(`https://${host}/`).hostname;
  } catch {
    return host;
  }
}

/**
 * A part of a path with percent signs only where they must be.
 * @param {string} part
 */
function respelled(part) {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return part.replace(/%[0-9a-f]{2}/gi, (sign) => sign.toUpperCase());
  }
}
