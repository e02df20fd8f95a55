/**
 * Write Word documents (ECMA-376): headings, paragraphs with links, room for answers, and tables.
 *
 * In the same form as exports/blank_sheets/word_document.py, which writes what nobody has filled
 * in yet.
 */

import { zip } from "./zip.js";

/** @typedef {"help" | "then" | "option" | "box" | "line"} Look see tools/document_parts.py; box and line hold an answer */
/** @typedef {{level?: 0 | 1 | 2, text: string, link?: string, look?: Look}} Paragraph a title, headings below it, or a text */
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
/** Rows with more characters may go on on the next page. */
const LONG_ROW = 600;
const BOX_LINES = 4;
const STYLES = { help: "Help", then: "Then", option: "Option", box: "Answer", line: "Answer" };
export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const LINE_BREAK = /\r\n|\r|\n/;
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
  const body = parts.map((part, index) => ("rows" in part ? table(part) : paragraph(part, parts[index + 1], links))).join("");
  const { width, height } = /-(US|CA|MX)$/.test(navigator.language) ? LETTER : A4;
  const page =
    `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}"` +
    ` w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  const written = `<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${body}${page}</w:body></w:document>`;
  const isMirrored = document.documentElement.dir === "rtl";
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
    { name: "word/document.xml", content: HEAD + (isMirrored ? mirrored(written) : written) },
    {
      name: "word/_rels/document.xml.rels",
      content:
        HEAD + relations([["styles", "styles.xml", ""], ...links.map((link) => ["hyperlink", link, "External"])]),
    },
    { name: "word/styles.xml", content: HEAD + (isMirrored ? mirroredStyles(styles(language)) : styles(language)) },
  ]);
}

/**
 * @param {Paragraph} part
 * @param {Paragraph | Table | undefined} following
 * @param {string[]} links those of the document so far
 */
function paragraph({ level, text, link, look }, following, links) {
  let [style, whole] = [look ? STYLES[look] : "", ""];
  if (level !== undefined) style = level === 0 ? "Title" : `Heading${level}`;
  if (look === "option" && following && "look" in following && following.look === "option") whole = "<w:keepNext/>";
  if (look === "box" && !text) [text, whole] = ["\n".repeat(BOX_LINES - 1), "<w:keepLines/>"];
  const about = style ? `<w:pPr><w:pStyle w:val="${style}"/>${whole}</w:pPr>` : "";
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
  const lines = escaped(text).split(LINE_BREAK);
  return lines
    .map((line, index) => `<w:r>${about}${index ? "<w:br/>" : ""}<w:t xml:space="preserve">${line}</w:t></w:r>`)
    .join("");
}

/** @param {Table} part */
function table({ head, widths, rows }) {
  const edge = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  const margin = (/** @type {string} */ side, /** @type {number} */ width) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  const margins = [margin("top", 60), margin("left", 100), margin("bottom", 60), margin("right", 100)].join("");
  const about =
    `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar>${margins}</w:tblCellMar><w:tblLook w:firstRow="1" w:noVBand="1"/></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width * 96}"/>`).join("")}</w:tblGrid>`;
  const all = [row(head, widths, true), ...rows.map((cells) => row(cells, widths))].join("");
  return `<w:tbl>${about}${grid}${all}</w:tbl><w:p/>`;
}

/**
 * @param {string[]} cells
 * @param {number[]} widths
 * @param {boolean} [isHead]
 */
function row(cells, widths, isHead = false) {
  const whole = Math.max(...cells.map(({ length }) => length)) <= LONG_ROW ? "<w:cantSplit/>" : "";
  const about = `<w:trPr>${whole}${isHead ? "<w:tblHeader/>" : ""}</w:trPr>`;
  const shade = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : "";
  const all = cells.map((text, column) => {
    const [first] = text.split(LINE_BREAK, 1);
    const isBold = isHead || column === 0;
    const runs = isBold ? run(first, "<w:rPr><w:b/></w:rPr>") + run(text.slice(first.length)) : run(text);
    return (
      `<w:tc><w:tcPr><w:tcW w:w="${widths[column] * 50}" w:type="pct"/>${shade}</w:tcPr>` +
      `<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>${runs}</w:p></w:tc>`
    );
  });
  return `<w:tr>${about}${all.join("")}</w:tr>`;
}

/** @param {string} language */
function styles(language) {
  const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>';
  const spelling = language === "en" ? "en-US" : language;
  const usual = `<w:rPr>${fonts}<w:sz w:val="22"/><w:lang w:val="${escaped(spelling)}"/></w:rPr>`;
  const defaults =
    `<w:docDefaults><w:rPrDefault>${usual}</w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const edge = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="4" w:color="999999"/>`;
  const edges = ["top", "left", "bottom", "right"].map(edge).join("");
  const all = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    heading("Title", "Title", 40, ""),
    heading("Heading1", "heading 1", 30, '<w:outlineLvl w:val="0"/>'),
    heading("Heading2", "heading 2", 24, '<w:outlineLvl w:val="1"/>'),
    style("Help", "<w:keepNext/>", '<w:color w:val="555555"/><w:sz w:val="20"/>'),
    style("Then", "<w:keepNext/>", ""),
    style("Option", '<w:ind w:left="284"/><w:contextualSpacing/>', ""),
    style("Answer", `<w:pBdr>${edges}</w:pBdr><w:spacing w:before="80" w:after="200"/><w:ind w:left="113" w:right="113"/>`, ""),
    style("Cell", '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>' +
      '<w:rPr><w:color w:val="155E63"/><w:u w:val="single"/></w:rPr></w:style>',
  ];
  return `<w:styles xmlns:w="${WORD}">${defaults}${all.join("")}</w:styles>`;
}

/**
 * @param {string} id
 * @param {string} name
 * @param {number} size
 * @param {string} level
 */
function heading(id, name, size, level) {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
    `<w:pPr><w:keepNext/><w:spacing w:before="${size * 8}" w:after="80"/>${level}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`
  );
}

/**
 * @param {string} name
 * @param {string} paragraph
 * @param {string} run
 */
function style(name, paragraph, run) {
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
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

/**
 * The main part of a document in a language that is written from right to left: its tables, its
 * page, and texts in such letters. See right_to_left.py in the package.
 * @param {string} written
 */
function mirrored(written) {
  return written
    .replaceAll("<w:tblPr>", "<w:tblPr><w:bidiVisual/>")
    .replace(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?((?:<w:br\/>)?<w:t [^>]*>([^<]*)<\/w:t><\/w:r>)/g, (run, about, rest, text) =>
      /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)
        ? `<w:r><w:rPr>${(about ?? "").replace("<w:b/>", "<w:b/><w:bCs/>")}<w:rtl/></w:rPr>${rest}`
        : run,
    )
    .replace("</w:sectPr>", "<w:bidi/></w:sectPr>");
}

/**
 * Its styles: paragraphs, and the size and weight of such letters, which have their own.
 * @param {string} written
 */
function mirroredStyles(written) {
  return written
    .replace("<w:pPrDefault><w:pPr>", "<w:pPrDefault><w:pPr><w:bidi/>")
    .replace(/<w:sz w:val="(\d+)"\/>/g, '<w:sz w:val="$1"/><w:szCs w:val="$1"/>')
    .replace(/<w:lang w:val="([^"]*)"\/>/g, '<w:lang w:val="$1" w:bidi="$1"/>')
    .replaceAll("<w:b/>", "<w:b/><w:bCs/>");
}

/** @param {string} text */
function escaped(text) {
  const plain = text.replace(NOT_XML, "");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
