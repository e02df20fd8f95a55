/** Write zip files (APPNOTE 6.3) without compression; the same content always gives the same bytes. */

/** @typedef {{name: string, content: string | Uint8Array}} Packed a file with its path */

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const EARLIEST_DAY = 0x0021; // 1 January 1980, the first that a zip file can name

const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * @param {Packed[]} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {number[][]} */
  const directory = [];
  /** @type {(number[] | Uint8Array)[]} */
  const parts = [];
  let at = 0;
  for (const { name, content } of files) {
    const path = encoder.encode(name);
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const size = four(bytes.length);
    const about = [...two(VERSION), ...two(UTF8_NAMES), ...two(0), ...two(0), ...two(EARLIEST_DAY), ...four(crc(bytes)), ...size, ...size, ...two(path.length), ...two(0)];
    parts.push([...four(0x04034b50), ...about, ...path], bytes);
    directory.push([...four(0x02014b50), ...two(VERSION), ...about, ...two(0), ...two(0), ...two(0), ...four(0), ...four(at), ...path]);
    at += 30 + path.length + bytes.length;
  }
  const number = two(files.length);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = [...four(0x06054b50), ...two(0), ...two(0), ...number, ...number, ...four(size), ...four(at), ...two(0)];
  return joined([...parts, ...directory, end]);
}

/** @param {number} number */
const two = (number) => [number & 255, (number >>> 8) & 255];

/** @param {number} number */
const four = (number) => [...two(number), ...two(number >>> 16)];

/** @param {Uint8Array} bytes */
function crc(bytes) {
  let found = 0xffffffff;
  for (const byte of bytes) found = TABLE[(found ^ byte) & 255] ^ (found >>> 8);
  return ~found >>> 0;
}

/** @param {(number[] | Uint8Array)[]} parts */
function joined(parts) {
  const found = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    found.set(part, at);
    at += part.length;
  }
  return found;
}
