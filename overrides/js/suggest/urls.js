/**
 * Check whether a reader can follow a URL, and normalize URLs to compare them.
 *
 * Counterpart of urls.py in the Python package.
 */

const FORBIDDEN = /[ "'<>\\^`{|}]|[\p{C}\p{Z}]/u;
const PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|_hs\w+|_g[al]|ref_src|si|usp)$/i;
/** @type {Record<string, string>} */
const DEFAULT_PORTS = { http: "80", https: "443" };

/** @param {string} url */
function split(url) {
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
  const labels = host.replace(/\.$/, "").split(".");
  if (labels.includes("") || (labels.length < 2 && host !== "localhost")) return "incomplete";
  if (user !== undefined) return "password";
  return port && Number(port) === 0 ? "port" : "";
}

/**
 * A key that is equal for spellings of one address; only for comparing.
 * @param {string} url
 */
export function sameAddressKey(url) {
  const { scheme, host, port, path, query, fragment } = split(url.trim());
  let key = ascii(host.replace(/\.+$/, "").replace(/^www\./, ""));
  if (port && port !== DEFAULT_PORTS[scheme]) key += `:${Number(port)}`;
  key += path.split("/").map(respelled).join("/").replace(/\/+$/, "");
  const asked = [...new URLSearchParams(query)].filter(([name]) => !TRACKING.test(name));
  if (asked.length) key += `?${new URLSearchParams(asked)}`;
  return fragment ? `${key}#${fragment}` : key;
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
