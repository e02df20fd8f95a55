/** Export a shelf as text, Markdown, CSV, references, or a pack for this site. */

import { csv } from "../shared/files/csv.js";
import { gettext, gettextNoop } from "../shared/messages.js";

/** @typedef {import("./entries.js").Known} Known */
/** @typedef {{id: string, note: string, known: Known}} Shelved */
/** @typedef {{name: string, address: string, shelved: Shelved[]}} Whole */

/** @type {{label: string, ending: string, kind: string, write: (whole: Whole) => string}[]} */
export const FORMATS = [
  { label: gettextNoop("Text for an e-mail"), ending: "txt", kind: "text/plain", write: asText },
  { label: gettextNoop("Markdown"), ending: "md", kind: "text/markdown", write: asMarkdown },
  { label: gettextNoop("Table (CSV)"), ending: "csv", kind: "text/csv", write: asCsv },
  { label: "RIS", ending: "ris", kind: "application/x-research-info-systems", write: asRis },
  { label: "BibTeX", ending: "bib", kind: "application/x-bibtex", write: asBibtex },
];

/** @param {Whole} whole */
export function asText({ name, address, shelved }) {
  const lines = shelved.map(({ known, note }, index) => {
    const facts = [known.type, known.duration, known.access].filter(Boolean).join(", ");
    const parts = [`${index + 1}. ${known.title}`, `   ${facts}`, `   ${known.page}`];
    if (note) parts.splice(1, 0, `   ${oneLine(note)}`);
    return parts.join("\n");
  });
  return `${name}\n\n${lines.join("\n\n")}\n\n${linked(address)}`;
}

/**
 * Shorter texts for an e-mail, the longest first: titles and the link, then the link alone.
 * @param {Whole} whole
 */
export function asShortTexts({ name, address, shelved }) {
  const titles = shelved.map(({ known }, index) => `${index + 1}. ${known.title}`);
  return [`${name}\n\n${titles.join("\n")}\n\n${linked(address)}`, `${name}\n\n${linked(address)}`];
}

/**
 * The link to a list, with what it leads to: later changes of a shelf do not reach it.
 * @param {string} address
 */
function linked(address) {
  return `${gettext("The whole list, as it is now:")}\n${address}\n`;
}

/** @param {Whole} whole */
function asMarkdown({ name, address, shelved }) {
  const lines = shelved.map(({ known, note }, index) => {
    const facts = [known.type, known.duration, known.access].filter(Boolean).join(", ");
    const said = note ? ` ${escaped(oneLine(note))}` : "";
    return `${index + 1}. [${escaped(known.title)}](<${known.page}>) (${escaped(facts)}).${said}`;
  });
  const whole = gettext("The whole list");
  return `# ${escaped(name)}\n\n${lines.join("\n")}\n\n[${whole}](<${address}>)\n`;
}

/** @param {Whole} whole */
function asCsv({ shelved }) {
  const head = ["place", "id", "title", "note", "type", "time", "access", "by", "published", "address", "page"];
  const rows = shelved.map(({ id, known, note }, index) => [
    String(index + 1),
    id,
    known.title,
    note,
    known.type,
    known.duration ?? "",
    known.access ?? "",
    (known.authors ?? known.publishers ?? []).join("; "),
    known.published ?? "",
    known.link ?? "",
    known.page,
  ]);
  return csv([head, ...rows]);
}

/** @param {Whole} whole */
function asRis({ shelved }) {
  return shelved.map(({ known }) => known.ris).join("\r\n");
}

/** @param {Whole} whole */
function asBibtex({ shelved }) {
  return shelved.map(({ known }) => known.bibtex).join("\n");
}

/**
 * The shelf as the file of a collection, for a pull request. Texts in JSON are texts in YAML.
 * @param {Whole} whole
 */
export function asCollection({ name, shelved }) {
  const number = shelved.length;
  const purpose = gettext("Takes you through %(number)s resources in order.", { number });
  const hints = [
    gettext("Say in a few words whom it is for, and delete the #:"),
    gettext("What can people do once they have gone through it? Replace this sentence:"),
  ];
  const audience = gettext("New colleagues");
  const lines = [
    "# yaml-language-server: $schema=../schema/collection.schema.json",
    `title: ${JSON.stringify(name)}`,
    `# ${hints[0]}`,
    `# audience: "${audience}"`,
    `# ${hints[1]}`,
    `purpose: ${JSON.stringify(purpose)}`,
    "entries:",
  ];
  for (const { id, note } of shelved) {
    lines.push(`  - id: ${id}`);
    if (note.trim()) lines.push(`    note: ${JSON.stringify(oneLine(note))}`);
  }
  return lines.join("\n") + "\n";
}

/**
 * A name for a file.
 * @param {string} name
 */
export function slug(name) {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "shelf";
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&");
}

/** @param {string} text */
function oneLine(text) {
  return text.split(/\s+/).filter(Boolean).join(" ");
}
