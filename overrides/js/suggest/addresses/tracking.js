/**
 * Take out of addresses what only tells where a visitor came from or what one looked for.
 *
 * Counterpart of tracking.py in the Python package.
 */

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|mc_[ce]id|igshid|igsh|_hs(?:enc|mi)|__hs\w+|_ga|_gl|mkt_tok|vero_id|oly_(?:anon|enc)_id|ref_src)$/i;

/** What is tracking on some sites, and may be anything on others. */
const OF_HOST = /** @type {const} */ ([
  [/^https?:\/\/(?:docs|drive|forms|sites)\.google\.com\//i, "usp"],
  [/^https?:\/\/(?:youtu\.be|(?:\w+\.)?youtube\.com|open\.spotify\.com)\//i, "si"],
]);

/**
 * An address without parameters that only tell where a visitor came from, or what one looked for.
 * @param {string} address
 */
export function withoutTracking(address) {
  const url = withoutHighlight(address);
  const [, head, query, fragment] = /^([^?]*)\?([^#]*)(.*)$/.exec(url) ?? [];
  if (head === undefined) return url;
  const own = OF_HOST.find(([host]) => host.test(url))?.[1];
  const parts = query.split("&");
  const kept = parts.filter((part) => {
    const name = part.split("=")[0];
    return !(TRACKING.test(name) || name === own);
  });
  return kept.length === parts.length ? url : `${head}${kept.length ? "?" : ""}${kept.join("&")}${fragment}`;
}

/**
 * Whether a parameter is tracking, be it on some sites only: addresses that differ in it count as one.
 * @param {string} name
 */
export function mayBeTracking(name) {
  return TRACKING.test(name) || OF_HOST.some(([, own]) => own === name.toLowerCase());
}

/**
 * An address without the words that a browser is to highlight.
 * @param {string} url
 */
export function withoutHighlight(url) {
  const [head, ...words] = url.split(":~:");
  return words.length && head.includes("#") ? head.replace(/#$/, "") : url;
}
