/**
 * Write a survey for learning platforms: QTI 1.2.1 in a package (IMS Common Cartridge 1.1).
 *
 * Identifiers are those of the data, so that the same survey always gives the same bytes.
 * Specification: https://www.imsglobal.org/question/ and https://www.imsglobal.org/cc/.
 */

import { zip } from "../../shared/files/zip.js";

/** @typedef {import("./survey.js").Question} Question */
/** @typedef {{id: string, title: string, intro: string, language: string, asked: Question[]}} Written */

const QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";
const PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
const LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest";
const FIRST = '<?xml version="1.0" encoding="UTF-8"?>\n';
const LONGEST_TITLE = 100;
/** Signs that XML 1.0 has no place for. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** @param {Written} survey */
export function qtiPackage(survey) {
  return zip([
    { name: "imsmanifest.xml", content: manifest(survey) },
    { name: "survey/survey.xml", content: qti(survey) },
  ]);
}

/** @param {Written} survey */
function manifest({ id, title, language }) {
  return `${FIRST}<manifest identifier="${escaped(`m.${id}`)}" xmlns="${PACKAGE}" xmlns:lom="${LOM}">
<metadata>
<schema>IMS Common Cartridge</schema>
<schemaversion>1.1.0</schemaversion>
<lom:lom><lom:general><lom:title><lom:string language="${escaped(language)}">${escaped(title)}</lom:string></lom:title></lom:general></lom:lom>
</metadata>
<organizations>
<organization identifier="organization" structure="rooted-hierarchy">
<item identifier="root"><item identifier="item" identifierref="survey"><title>${escaped(title)}</title></item></item>
</organization>
</organizations>
<resources>
<resource identifier="survey" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="survey/survey.xml"/></resource>
</resources>
</manifest>
`;
}

/** @param {Written} survey */
function qti({ id, title, intro, asked }) {
  const rubric = intro ? `<rubric>${material(intro)}</rubric>\n` : "";
  return `${FIRST}<questestinterop xmlns="${QTI}">
<assessment ident="${escaped(id)}" title="${escaped(title)}">
${metadata({ cc_profile: "cc.exam.v0p1", qmd_assessmenttype: "Examination" })}
${rubric}<section ident="${escaped(id)}.questions">
${asked.map((question) => item(id, question)).join("\n")}
</section>
</assessment>
</questestinterop>
`;
}

/**
 * @param {string} survey
 * @param {Question} question
 */
function item(survey, { id, text, help, form, options }) {
  const ident = `${survey}.${id}`;
  const title = Array.from(text.replace(/\s+/g, " ")).slice(0, LONGEST_TITLE).join("");
  const asked = material(help ? `${text}\n${help}` : text);
  return `<item ident="${escaped(ident)}" title="${escaped(title)}">
<itemmetadata>${metadata({ cc_profile: profile(form, options), qmd_computerscored: "No" })}</itemmetadata>
<presentation>${asked}${options.length ? choices(ident, form, options) : open(ident)}</presentation>
</item>`;
}

/**
 * The kind of question; one with two options to choose from is written like true or false.
 * @param {string} form
 * @param {string[]} options
 */
function profile(form, options) {
  if (!options.length) return "cc.essay.v0p1";
  if (form === "choices") return "cc.multiple_response.v0p1";
  return options.length === 2 ? "cc.true_false.v0p1" : "cc.multiple_choice.v0p1";
}

/**
 * @param {string} ident
 * @param {string} form
 * @param {string[]} options
 */
function choices(ident, form, options) {
  const labels = options.map(
    (option, index) => `<response_label ident="${escaped(ident)}.${index + 1}">${material(option)}</response_label>`,
  );
  const many = form === "choices" ? "Multiple" : "Single";
  return `<response_lid ident="${escaped(ident)}.answer" rcardinality="${many}"><render_choice shuffle="No">${labels.join("")}</render_choice></response_lid>`;
}

/** @param {string} ident */
function open(ident) {
  return `<response_str ident="${escaped(ident)}.answer" rcardinality="Single"><render_fib><response_label ident="${escaped(ident)}.text"/></render_fib></response_str>`;
}

/** @param {string} text */
function material(text) {
  return `<material><mattext texttype="text/plain">${escaped(text)}</mattext></material>`;
}

/** @param {Record<string, string>} entries */
function metadata(entries) {
  const fields = Object.entries(entries).map(
    ([label, entry]) => `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`,
  );
  return `<qtimetadata>${fields.join("")}</qtimetadata>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(NOT_XML, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
