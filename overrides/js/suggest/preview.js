/** Show the entry as a card while it is being written. */

import { make } from "../shared/elements.js";
import { capitalized, gettext } from "../shared/messages.js";

/** @typedef {import("./yaml.js").Answer} Answer */
/** @typedef {import("./yaml.js").LinkAnswer} LinkAnswer */
/** @typedef {{typeKey: string, formats: {value: string, label: string}[]}} Labels */

export class Preview {
  /**
   * @param {HTMLElement} root a card with a slot for each part
   * @param {Labels} labels
   */
  constructor(root, labels) {
    this._root = root;
    this._labels = labels;
  }

  /**
   * @param {Map<string, Answer>} answers
   * @param {(key: string) => string} chosen the label of what was chosen
   */
  show(answers, chosen) {
    const { typeKey } = this._labels;
    if (typeKey) {
      const [type = ""] = [answers.get(typeKey) ?? ""].flat().map(String); // there may be several
      const drawing = document.querySelector(`template[data-rc-icon="${CSS.escape(type)}"]`);
      const icon = drawing instanceof HTMLTemplateElement ? drawing.content.cloneNode(true) : "";
      this._fill("icon", icon);
      this._fill("type", type ? chosen(typeKey) : gettext("Type"));
    }
    this._fill("title", String(answers.get("title") || gettext("Title")));
    this._fill("why", String(answers.get("summary") || gettext("Your summary appears here.")));
    const use = String(answers.get("recommended_use") ?? "");
    this._slot("used").hidden = !use;
    this._fill("use", use);
    const facts = this._facts(answers, chosen).map((fact) => make("li", { dir: "auto" }, fact));
    this._slot("facts").replaceChildren(...facts);
  }

  /**
   * @param {Map<string, Answer>} answers
   * @param {(key: string) => string} chosen
   */
  _facts(answers, chosen) {
    const [link] = /** @type {LinkAnswer[]} */ (answers.get("links") ?? []);
    const format = this._labels.formats.find(({ value }) => value === link?.format)?.label ?? "";
    const access = String(answers.get("access") ?? "");
    const opens = access ? gettext("Open %(format)s", { format }) : capitalized(format);
    const names = [answers.get("publishers"), answers.get("authors")].find((list) => list?.length);
    return [
      String(answers.get("duration") || answers.get("extent") || ""),
      ["open", ""].includes(access) ? link && opens : chosen("access"),
      /** @type {string[]} */ (names ?? []).join(", "),
      String(answers.get("published") ?? "").slice(0, 4),
    ].filter(Boolean);
  }

  /**
   * @param {string} name
   * @param {string | Node} content
   */
  _fill(name, content) {
    this._slot(name).replaceChildren(content);
  }

  /** @param {string} name */
  _slot(name) {
    return /** @type {HTMLElement} */ (this._root.querySelector(`[data-rc-slot="${name}"]`));
  }
}
