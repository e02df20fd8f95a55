/**
 * Know one thing under the several addresses that a well-known site gives it.
 *
 * Counterpart of model/addresses/same_resource.py in the Python package.
 */

const YOUTUBE = /^(?:(?:m|music)\.)?youtube(?:-nocookie)?\.com$/;
const VIDEO_PATH = /^\/(?:embed|shorts|live|v|e)\/(?!videoseries)([\w-]{6,20})\/?$/;
const VIMEO_PATH = /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,})(?:\/\w+)?\/?$/;
const DOCUMENT =
  /^\/(?:a\/[\w.-]+\/)?(?:document|presentation|spreadsheets|drawings|forms|file)\/(?:u\/\d+\/)?d\/(?:(e)\/)?([\w-]{3,})(?:\/.*)?$/;
const ARXIV = /^\/(?:abs|pdf|html)\/([a-z.-]+\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\/?$/;
const MOBILE_WIKI = /^([\w-]+)\.m\.(wikipedia|wikibooks|wikiversity|wikisource|wiktionary)\.org$/;

/**
 * A key that is equal for all addresses of one video, one DOI or one article; else nothing.
 * @param {string} host without www.
 * @param {string} path
 * @param {string} query
 */
export function identical(host, path, query) {
  const asked = new URLSearchParams(query);
  const video = youtubeVideo(host, path, asked);
  if (video) {
    const start = seconds(asked.get("t") || asked.get("start") || "");
    return `youtube.com/watch?v=${video}${start ? `&t=${start}` : ""}`;
  }
  const vimeo = VIMEO_PATH.exec(path);
  if ((host === "vimeo.com" || host === "player.vimeo.com") && vimeo) return `vimeo.com/${vimeo[1]}`;
  if ((host === "doi.org" || host === "dx.doi.org") && path.startsWith("/10.")) {
    return `doi.org${unquoted(path).replace(/\/+$/, "").toLowerCase()}`;
  }
  return "";
}

/**
 * A key that is equal for addresses that show one thing in several ways; else nothing.
 * @param {string} host without www.
 * @param {string} path
 * @param {string} query
 */
export function probablyIdentical(host, path, query) {
  const asked = new URLSearchParams(query);
  const video = youtubeVideo(host, path, asked);
  if (video) return `youtube.com/watch?v=${video}`;
  if (host === "docs.google.com" || host === "drive.google.com") {
    const [, published = "", id] = DOCUMENT.exec(path) ?? [];
    if (id) return `drive.google.com/${published}${id}`;
    if (asked.get("id") && /^\/(?:open|uc)\/*$/.test(path)) return `drive.google.com/${asked.get("id")}`;
  }
  const paper = /^(?:export\.)?arxiv\.org$/.test(host) && ARXIV.exec(path);
  return paper ? `arxiv.org/${paper[1]}` : identical(host, path, query);
}

/**
 * The host of a wiki for the one of its pages for phones.
 * @param {string} host
 */
export function desktopHost(host) {
  return host.replace(MOBILE_WIKI, "$1.$2.org");
}

/**
 * @param {string} host
 * @param {string} path
 * @param {URLSearchParams} asked
 */
function youtubeVideo(host, path, asked) {
  if (host === "youtu.be") return /^\/([\w-]{6,20})\/?$/.exec(path)?.[1] ?? "";
  if (!YOUTUBE.test(host)) return "";
  if (path.replace(/\/+$/, "") === "/watch") return asked.get("v") ?? "";
  return VIDEO_PATH.exec(path)?.[1] ?? "";
}

/** @param {string} text */
function seconds(text) {
  const [, hours = 0, minutes = 0, rest = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text) ?? [];
  return 3600 * Number(hours) + 60 * Number(minutes) + Number(rest);
}

/** @param {string} text */
function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
