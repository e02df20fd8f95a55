/** Show existing entries with the same title or URL beside the fields. */

import { address, make } from "../shared/elements.js";
import { gettext, gettextNodes } from "../shared/messages.js";

/** @typedef {import("./fields/fields.js").Field} Field */
/** @typedef {import("./duplicate-lookup.js").Entry} Entry */
/** @typedef {import("./duplicate-lookup.js").Known} Known */
/** @typedef {import("./fields/links-field.js").LinksField} LinksField */

/**
 * Say of the title and of each address whether the library has it.
 * @param {Field} title
 * @param {LinksField} links
 * @param {{known: Known | null, base: string}} library nothing is known before it is loaded
 */
export function showDuplicates(title, links, { known, base }) {
  /** @param {Entry} entry */
  const linkTo = (entry) =>
    make(
      "a",
      { href: address(base, `resources/${entry.id}/`), target: "_blank", rel: "noopener" },
      entry.title,
    );
  title.note(known ? aboutTitle(String(title.answer), known, linkTo) : []);
  links.note((url) => {
    const other = known?.at(url);
    if (other) return gettextNodes("The library has this address already: %(link)s.", { link: linkTo(other) });
    const near = known?.nearly(url);
    if (!near) return [];
    return gettextNodes("The library has nearly this address: %(link)s. Is it the same resource?", { link: linkTo(near) });
  });
}

/**
 * @param {string} title
 * @param {Known} known
 * @param {(entry: Entry) => Node} linkTo
 * @returns {(Node | string)[]}
 */
function aboutTitle(title, known, linkTo) {
  if (!title) return [];
  const twin = known.titled(title);
  if (twin && !twin.links.length) {
    return gettextNodes("The library has this without a link: %(link)s. What you write here completes it.", { link: linkTo(twin) });
  }
  if (twin) {
    return gettextNodes("The library has this title already: %(link)s. Is it the same resource?", { link: linkTo(twin) });
  }
  const alike = known.alike(title).flatMap((entry, i) => (i ? [", ", linkTo(entry)] : [linkTo(entry)]));
  return alike.length ? [gettext("Much like: "), ...alike] : [];
}
