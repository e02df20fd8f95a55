/** Write Word documents (ECMA-376): headings, paragraphs with links, and tables. */

import { zip } from "./zip.js";

/** @typedef {{level?: 0 | 1 | 2, text: string, link?: string}} Paragraph a title, headings below it, or a text */
/** @typedef {{head: string[], widths: number[], rows: string[][]}} Table widths of columns are percents */

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** In twentieths of a point, as everything on a page is. */
const LETTER = { width: 12240, height: 15840 };
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;

/** What XML cannot hold: most control characters, and halves of characters. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * @param {string} title
 * @param {string} language such as en
 * @param {(Paragraph | Table)[]} parts
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function docx(title, language, parts) {
  /** @type {string[]} */
  const links = [];
  const body = parts.map((part) => ("rows" in part ? table(part) : paragraph(part, links))).join("");
  const { width, height } = /-(US|CA|MX)$/.test(navigator.language) ? LETTER : A4;
  const page =
    `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}"` +
    ` w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  const document = `<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${body}${page}</w:body></w:document>`;
  return zip([
    { name: "[Content_Types].xml", content: HEAD + contentTypes() },
    {
      name: "_rels/.rels",
      content:
        HEAD +
        relations([
          ["officeDocument", "word/document.xml", ""],
          [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml", ""],
        ]),
    },
    { name: "docProps/core.xml", content: HEAD + properties(title, language) },
    { name: "word/document.xml", content: HEAD + document },
    {
      name: "word/_rels/document.xml.rels",
      content:
        HEAD + relations([["styles", "styles.xml", ""], ...links.map((link) => ["hyperlink", link, "External"])]),
    },
    { name: "word/styles.xml", content: HEAD + styles(language) },
  ]);
}

/**
 * @param {Paragraph} part
 * @param {string[]} links those of the document so far
 */
function paragraph({ level, text, link }, links) {
  const style = level === 0 ? "Title" : `Heading${level}`;
  const about = level !== undefined ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  if (!link) return `<w:p>${about}${run(text)}</w:p>`;
  links.push(link);
  const linked = run(text, '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>');
  return `<w:p>${about}<w:hyperlink r:id="rId${links.length + 1}">${linked}</w:hyperlink></w:p>`;
}

/**
 * @param {string} text whose line breaks are kept
 * @param {string} [about]
 */
function run(text, about = "") {
  const lines = escaped(text).split(/\r\n|\r|\n/);
  return lines
    .map((line, index) => `<w:r>${about}${index ? "<w:br/>" : ""}<w:t xml:space="preserve">${line}</w:t></w:r>`)
    .join("");
}

/** @param {Table} part */
function table({ head, widths, rows }) {
  const edge = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  const about = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width * 96}"/>`).join("")}</w:tblGrid>`;
  const cell = (/** @type {string} */ text, /** @type {number} */ column, look = "") =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column] * 50}" w:type="pct"/></w:tcPr><w:p>${run(text, look)}</w:p></w:tc>`;
  const heads = head.map((text, column) => cell(text, column, "<w:rPr><w:b/></w:rPr>")).join("");
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads}</w:tr>`;
  const others = rows.map((row) => {
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((text, column) => cell(text, column)).join("")}</w:tr>`;
  });
  return `<w:tbl>${about}${grid}${first}${others.join("")}</w:tbl><w:p/>`;
}

/** @param {string} language */
function styles(language) {
  const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>';
  const usual = `<w:rPr>${fonts}<w:sz w:val="22"/><w:lang w:val="${escaped(language)}"/></w:rPr>`;
  const defaults =
    `<w:docDefaults><w:rPrDefault>${usual}</w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';
  const heading = (/** @type {string} */ id, /** @type {string} */ name, /** @type {number} */ size, /** @type {string} */ level) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
    `<w:pPr><w:keepNext/><w:spacing w:before="${size * 8}" w:after="80"/>${level}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
  const link =
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>' +
    '<w:rPr><w:color w:val="155E63"/><w:u w:val="single"/></w:rPr></w:style>';
  const headings = [
    heading("Title", "Title", 40, ""),
    heading("Heading1", "heading 1", 30, '<w:outlineLvl w:val="0"/>'),
    heading("Heading2", "heading 2", 24, '<w:outlineLvl w:val="1"/>'),
  ].join("");
  return `<w:styles xmlns:w="${WORD}">${defaults}${normal}${headings}${link}</w:styles>`;
}

function contentTypes() {
  const part = (/** @type {string} */ name, /** @type {string} */ type) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part("/word/document.xml", `${MAIN_TYPE}.document.main+xml`) +
    part("/word/styles.xml", `${MAIN_TYPE}.styles+xml`) +
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    "</Types>"
  );
}

/** @param {string[][]} all the kind, the target and the mode of each */
function relations(all) {
  const rows = all.map(([kind, target, mode], index) => {
    const type = kind.includes(":") ? kind : `${RELATIONS}/${kind}`;
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escaped(target)}"${mode ? ` TargetMode="${mode}"` : ""}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`;
}

/**
 * @param {string} title
 * @param {string} language
 */
function properties(title, language) {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language></cp:coreProperties>`
  );
}

/** @param {string} text */
function escaped(text) {
  const plain = text.replace(NOT_XML, "");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
