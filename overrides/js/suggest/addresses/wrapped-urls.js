/**
 * Find the address inside of one that mail programs, search engines or networks have put around it.
 *
 * Counterpart of model/addresses/wrapped_urls.py in the Python package.
 */

import { split } from "./urls.js";

const MAX_LAYERS = 5;
const GOOGLE = /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/;
const PROOFPOINT = /^https?:\/\/urldefense\.(?:com|us)\/v3\/__(.+?)__;([\w-]*)/;
const IN_BROWSER =
  /^(?:view-source:|chrome-extension:\/\/[a-z]{32}\/|moz-extension:\/\/[0-9a-f-]{36}\/\S*?(?=https?:)|about:reader\?url=)(https?(?::|%3A).+)$/i;

/** @typedef {{host: string, path: string, query: string}} Parts */

/**
 * The address inside of a wrapped one, without any layers.
 * @param {string} url
 * @param {[string, string, string][]} wrappers patterns of host and path, and the parameter
 * @returns {string} nothing where it is not wrapped
 */
export function unwrapped(url, wrappers) {
  let found = "";
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const inside = insideOf(found || url, wrappers);
    if (!/^https?:\/\/[^/\s]/i.test(inside)) break;
    found = inside;
  }
  return found;
}

/**
 * @param {string} url
 * @param {[string, string, string][]} wrappers
 */
function insideOf(url, wrappers) {
  const inBrowser = IN_BROWSER.exec(url)?.[1];
  if (inBrowser) return inBrowser.slice(0, 9).toUpperCase().includes("%3A") ? unquoted(inBrowser) : inBrowser;
  const parts = split(url);
  const given = new URLSearchParams(parts.query);
  const inParameter = wrappers
    .filter(([hosts, paths]) => new RegExp(`^(?:${hosts})$`).test(parts.host) && new RegExp(`^(?:${paths})$`).test(parts.path))
    .map(([, , name]) => given.get(name) ?? "")
    .find((value) => /^http/i.test(value));
  return inParameter || inPath(parts) || inCode(parts, given) || inProofpoint(url);
}

/**
 * Google's pages for phones, Yahoo, Cisco: the address is in the path.
 * @param {Parts} parts
 */
function inPath({ host, path, query }) {
  const amp = GOOGLE.test(host) && /^\/amp\/(s\/)?(.+)$/.exec(path);
  if (amp) return `http${amp[1] ? "s" : ""}://${amp[2]}${query ? `?${query}` : ""}`;
  if (host === "r.search.yahoo.com") return unquoted(/\/RU=([^/]+)\//.exec(path)?.[1] ?? "");
  if (host === "secure-web.cisco.com") return unquoted(/\/(https?%3A%2F%2F[^/]+)$/i.exec(path)?.[1] ?? "");
  return "";
}

/**
 * Bing and older mails of Proofpoint: the address is in a parameter, in code.
 * @param {Parts} parts
 * @param {URLSearchParams} given
 */
function inCode({ host, path }, given) {
  const value = given.get("u") ?? "";
  if (/^(?:www\.)?bing\.com$/.test(host) && path === "/ck/a" && value.startsWith("a1")) return fromBase64(value.slice(2));
  if (host === "urldefense.proofpoint.com" && path === "/v2/url") {
    return unquoted(value.replaceAll("-", "%").replaceAll("_", "/"));
  }
  return "";
}

/**
 * A star stands for a sign that is in the list behind the address, in Base64.
 * @param {string} url
 */
function inProofpoint(url) {
  const [, given, signs] = PROOFPOINT.exec(url) ?? [];
  if (!given) return "";
  const inside = given.replace(/^(https?:\/)(?=[^/])/, "$1/");
  if (!inside.includes("*")) return inside;
  const replaced = [...fromBase64(signs)];
  if (inside.includes("**") || inside.split("*").length - 1 !== replaced.length) return "";
  return inside.replace(/\*/g, () => replaced.shift() ?? "");
}

/** @param {string} text */
function fromBase64(text) {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** @param {string} text */
function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
